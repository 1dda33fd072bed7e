from __future__ import annotations

from skillgap.diagnostics.diagnostic import Related
from skillgap.diagnostics.location import Location
from skillgap.diagnostics.locator import LocatedPath, NoLocator


def test_a_spot_makes_diagnostics_at_itself():
    where = LocatedPath(("skills", 0), Location("a.yaml", 3), "  - id: sql")
    told = where.diagnose("SG302", "unknown skill", hint="add it")
    assert (told.location, told.path, told.source_line, told.hint) == (
        Location("a.yaml", 3),
        ("skills", 0),
        "  - id: sql",
        "add it",
    )
    assert where.related("here") == (Related("here", Location("a.yaml", 3)),)


def test_without_files_there_is_a_place_and_no_location():
    where = NoLocator().locate(("skills", "sql"))
    assert (where.path, where.location, where.related("here")) == (("skills", "sql"), None, ())
    assert not NoLocator().declares("skills", "sql")

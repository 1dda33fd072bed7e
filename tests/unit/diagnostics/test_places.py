from __future__ import annotations

from skillgap.diagnostics.diagnostic import Related
from skillgap.diagnostics.location import Location
from skillgap.diagnostics.places import NoPlaces, Spot


def test_a_spot_makes_diagnostics_at_itself():
    spot = Spot(("skills", 0), Location("a.yaml", 3), "  - id: sql")
    told = spot.diagnose("SG302", "unknown skill", hint="add it")
    assert (told.location, told.place, told.source_line, told.hint) == (
        Location("a.yaml", 3),
        ("skills", 0),
        "  - id: sql",
        "add it",
    )
    assert spot.related("here") == (Related("here", Location("a.yaml", 3)),)


def test_without_files_there_is_a_place_and_no_location():
    spot = NoPlaces().spot(("skills", "sql"))
    assert (spot.place, spot.location, spot.related("here")) == (("skills", "sql"), None, ())
    assert not NoPlaces().declares("skills", "sql")

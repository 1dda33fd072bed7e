from __future__ import annotations

from skillgap.diagnostics.diagnostic import Severity, diagnose, has_errors, in_reading_order
from skillgap.diagnostics.location import Location


def test_severity_and_name_come_from_the_catalogue():
    told = diagnose("SG306", "two records share a name")
    assert (told.severity, told.name) == (Severity.WARNING, "clashing-name")


def test_only_errors_are_errors():
    assert has_errors([diagnose("SG302", "unknown skill")])
    assert not has_errors([diagnose("SG306", "two records share a name")])
    assert not has_errors([])


def test_reading_order_is_file_then_line_then_column_then_code():
    rows = [("b", 1, 1, "SG302"), ("a", 2, 1, "SG302"), ("a", 1, 9, "SG303"), ("a", 1, 9, "SG302")]
    told = [diagnose(code, "x", location=Location(*place)) for *place, code in rows]
    ordered = in_reading_order(told)
    assert [(each.location.file, each.location.line, each.code) for each in ordered] == [
        ("a", 1, "SG302"),
        ("a", 1, "SG303"),
        ("a", 2, "SG302"),
        ("b", 1, "SG302"),
    ]


def test_a_diagnostic_can_be_moved():
    told = diagnose("SG302", "unknown skill").at(Location("a", 3), "  - skill: x")
    assert (told.location, told.source_line) == (Location("a", 3), "  - skill: x")

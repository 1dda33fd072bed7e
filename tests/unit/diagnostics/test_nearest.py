from __future__ import annotations

import pytest

from skillgap.diagnostics.nearest import certain_correction, edit_distance


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("sql", "sql", 0), ("sql", "sqll", 1), ("slq", "sql", 1), ("sql", "r", 3), ("", "sql", 3)],
)
def test_edits_are_counted_a_swap_as_one(one, other, edits):
    assert (edit_distance(one, other), edit_distance(other, one)) == (edits, edits)


def test_one_mistake_leaves_no_doubt():
    assert certain_correction("sql-basisc", ["sql-basics", "python-basics"]) == "sql-basics"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("sqk", ["sql"]),
        ("az-304", ["az-104"]),
        ("data-analist", ["data-analyst", "data-analysts"]),
        ("excellence", ["excel"]),
        ("statistic", ["logistics"]),
        ("anything", []),
    ],
    ids=["short", "another number", "two are near", "far", "two mistakes", "nothing there"],
)
def test_any_doubt_is_no_correction(name, ids):
    assert certain_correction(name, ids) is None

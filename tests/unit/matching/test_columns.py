import json

import pytest

from skillgap.domain.shelf import Shelf
from skillgap.matching.columns import is_whole, stored_index
from skillgap.matching.index import COLUMNS, Entry, MatchIndex

INDEX = MatchIndex.build([Entry("sql", "SQL", ("structured query language",)), Entry("r", "R")])
COLUMNS_KEPT = json.loads(json.dumps(INDEX.to_columns()))


def test_an_index_that_was_kept_is_taken_up():
    things = Shelf(["r", "sql"], str, lambda: COLUMNS_KEPT)
    assert stored_index(things) == INDEX
    assert stored_index({"r": 1}) is None
    assert stored_index(Shelf(["r"], str)) is None
    assert stored_index(Shelf(["r"], str, lambda: COLUMNS_KEPT)) is None


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("value", [None, 3, [], {"sql": [99]}, {"sql": 1}, ["a", "b", 3]])
def test_an_index_with_a_wrong_column_is_not(column, value):
    assert is_whole(COLUMNS_KEPT, 2)
    assert not is_whole({**COLUMNS_KEPT, column: value}, 2)


@pytest.mark.parametrize("value", [{"sql": {"r": "much"}}, {"sql": [0.5]}])
def test_shares_are_numbers(value):
    assert not is_whole({**COLUMNS_KEPT, "substitutes": value}, 2)


def test_an_index_that_lacks_a_column_is_not():
    assert not is_whole({name: COLUMNS_KEPT[name] for name in COLUMNS[1:]}, 2)

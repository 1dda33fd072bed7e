import json

import pytest

from skillgap.domain.shelf import Shelf
from skillgap.domain.skill import Skill
from skillgap.matching.columns import BY_NAME, COLUMNS, StoredIndex, index_of, pack
from skillgap.matching.index import MatchIndex
from skillgap.matching.indexes import skill_entry
from skillgap.matching.match import match_skill

SKILLS = {
    "r": Skill("r", "R"),
    "sql": Skill("sql", "SQL", aliases=("structured query language", "MS SQL 2019")),
}
INDEX = index_of(SKILLS, skill_entry)
KEPT = json.loads(json.dumps(pack(INDEX)))


def stored(columns, asked=None):
    """An index of the skills by what was kept, noting what is opened."""

    def open_column(name):
        if asked is not None:
            asked.append(name)
        if name not in columns:
            raise ValueError(name)
        return columns[name]

    ids = sorted(SKILLS)
    return index_of(Shelf(ids, lambda at: SKILLS[ids[at]], open_column), skill_entry)


def told(index):
    """All that an index holds, as plain values."""
    found = {name: getattr(index, name) for name in ("ids", *COLUMNS)}
    return {**found, **{name: dict(found[name]) for name in BY_NAME}}


def test_an_index_that_was_kept_is_taken_up():
    index = stored(KEPT)
    assert isinstance(index, StoredIndex)
    assert told(index) == told(INDEX)
    assert index.built is None


def test_things_without_one_are_indexed_anew():
    assert type(index_of(SKILLS, skill_entry)) is MatchIndex
    assert type(index_of(Shelf(["r"], lambda _: SKILLS["r"]), skill_entry)) is MatchIndex


def test_a_whole_name_opens_a_few_columns():
    asked = []
    assert match_skill(stored(KEPT, asked), "structured query language").id == "sql"
    assert sorted(asked) == ["exact", "kinds", "labels", "owners"]


def test_what_is_no_column_is_no_attribute():
    with pytest.raises(AttributeError, match="nonsense"):
        stored(KEPT).nonsense  # noqa: B018 - looking is the test


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("value", [None, 3, [], {"sql": [99]}, {"sql": 1}, ["a", "b", 3], [7, -1]])
def test_a_wrong_column_is_built_of_the_things(column, value):
    index = stored({**KEPT, column: value})
    assert told(index) == told(INDEX)
    assert index.built is not None


@pytest.mark.parametrize("value", [{"sql": {"r": "much"}}, {"sql": [0.5]}])
def test_shares_are_numbers(value):
    assert told(stored({**KEPT, "substitutes": value})) == told(INDEX)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_lacking_column_is_built_of_the_things(column):
    columns = {name: KEPT[name] for name in COLUMNS if name != column}
    assert told(stored(columns)) == told(INDEX)

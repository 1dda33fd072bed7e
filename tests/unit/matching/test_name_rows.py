import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.matching.name_rows import READ_WHOLE_AFTER, NameRows, pack_rows
from skillgap.matching.normalize import normalize

NAMES = st.text(max_size=12).map(normalize)
ROWS = st.lists(st.integers(0, 9), min_size=1, max_size=3)


@given(rows_of=st.dictionaries(NAMES, ROWS, max_size=8), other=st.text(max_size=8))
def test_every_name_is_found_and_no_other(rows_of, other):
    packed = NameRows(pack_rows(rows_of), 10)
    assert {name: packed[name] for name in rows_of} == rows_of
    assert packed.get(other) == rows_of.get(other)
    assert dict(packed) == rows_of
    assert len(packed) == len(rows_of)


def test_many_look_ups_read_all_names_once():
    packed = NameRows(pack_rows({"sql": [1], "ms sql": [0, 2]}), 3)
    for _ in range(READ_WHOLE_AFTER):
        assert packed["ms sql"] == [0, 2]
        assert packed.opened is None
    assert packed["ms sql"] == [0, 2]
    assert packed.opened == {"sql": [1], "ms sql": [0, 2]}
    with pytest.raises(KeyError):
        packed["ms"]


@pytest.mark.parametrize("text", ["", "|", "|sql:|", "|sql:x|", "|sql:9|", "|sql:-1|", "|sql"])
def test_rows_that_there_are_not_are_no_rows(text):
    assert NameRows(text, 3).get("sql") is None
    assert NameRows(text, 3).whole() == {}


def test_a_name_that_would_not_be_found_is_not_packed():
    with pytest.raises(ValueError, match="not normalized"):
        pack_rows({"a|b": [1]})

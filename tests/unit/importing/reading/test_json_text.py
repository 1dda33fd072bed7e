"""JSON with the lines of its values."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.importing.reading.json_text import find_lines, is_deeper, read_json
from skillgap.importing.report import Ledger

TEXT = """\
{
  "a": [
    {"b": 1},
    [],
    {
      "c": "x\\n\\"{[,"
    }
  ],
  "d": null
}
"""


def test_every_key_and_container_has_its_line():
    assert find_lines(TEXT) == {
        (): 1,
        ("a",): 2,
        ("a", 0): 3,
        ("a", 0, "b"): 3,
        ("a", 1): 4,
        ("a", 2): 5,
        ("a", 2, "c"): 6,
        ("d",): 9,
    }


def places(value, here=()):
    if isinstance(value, dict):
        yield here
        for key, each in value.items():
            yield (*here, key)
            yield from places(each, (*here, key))
    elif isinstance(value, list):
        yield here
        for index, each in enumerate(value):
            yield from places(each, (*here, index))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(value=VALUES, indent=st.sampled_from([None, 1]), is_ascii=st.booleans())
def test_all_places_of_any_value_are_found(value, indent, is_ascii):
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    assert set(find_lines(text)) == set(places(value))


def test_a_place_inside_a_value_has_the_line_around_it(tmp_path):
    file = tmp_path / "x.json"
    file.write_text(TEXT)
    document = read_json(file, Ledger())
    assert document.data == json.loads(TEXT)
    assert document.line(("a", 2, "c", "deeper")) == 6
    assert document.line(("nowhere",)) == 1


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b'{\n"a": }', "not-readable", 2),
        (b'{"a": Infinity}', "not-readable", 1),
        (b'{\n"\xff": 1}', "not-utf-8", 2),
        (b"[" * 100_000, "not-readable", 1),
        (b"[" * 150 + b"]" * 150, "not-readable", 1),
    ],
)
def test_what_cannot_be_read_is_one_remark(tmp_path, content, reason, line):
    file = tmp_path / "x.json"
    file.write_bytes(content)
    ledger = Ledger()
    assert read_json(file, ledger) is None
    remarks = ledger.close({}, {}).remarks
    assert [(each.reason, each.line) for each in remarks] == [(reason, line)]


def test_a_file_that_is_not_there_is_one_remark(tmp_path):
    ledger = Ledger()
    assert read_json(tmp_path / "none.json", ledger) is None
    assert [each.reason for each in ledger.close({}, {}).remarks] == ["not-readable"]


def test_depth_is_measured_without_recursion():
    value = []
    for _ in range(10_000):
        value = [value]
    assert is_deeper(value, 100)
    assert not is_deeper([[1], {"a": [2]}], 4)

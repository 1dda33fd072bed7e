from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.diagnostics.location import Location
from skillgap.loading.yaml.positions import find_positions
from skillgap.loading.yaml.reader import CATALOG_LIMITS, read_plain_data
from skillgap.loading.yaml.text import TextLines


def positions(text, depth=64):
    return find_positions("f", TextLines(text), depth=depth)


def test_every_value_and_key_has_its_place():
    found = positions("a: 1\nb:\n  - c: {d: xyz}\n  - e\n")
    assert found.values == {
        (): Location("f", 1, 1),
        ("a",): Location("f", 1, 4),
        ("b",): Location("f", 3, 3),
        ("b", 0): Location("f", 3, 5),
        ("b", 0, "c"): Location("f", 3, 8),
        ("b", 0, "c", "d"): Location("f", 3, 12, 3),
        ("b", 1): Location("f", 4, 5),
    }
    assert found.keys == {
        ("a",): Location("f", 1, 1),
        ("b",): Location("f", 2, 1),
        ("b", 0, "c"): Location("f", 3, 5),
        ("b", 0, "c", "d"): Location("f", 3, 9),
    }


def test_of_a_repeated_key_the_first_place_counts():
    assert positions("a: 1\na: 2\n").keys == {("a",): Location("f", 1, 1)}


def test_columns_count_characters_and_lines_count_as_in_editors():
    found = positions('é: "😀\u2028"\nb: 1\n')
    assert found.values[("b",)] == Location("f", 2, 4)
    assert found.values[("é",)] == Location("f", 1, 4, 4)


def test_a_broken_text_is_mapped_as_far_as_it_goes():
    assert ("a",) in positions("a: 1\nb: [1").values
    assert positions("[" * 100_000, depth=5).values.keys() == {(0,) * n for n in range(6)}


DATA = st.recursive(
    st.integers(0, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=12,
)


def walk(value, place=()):
    yield place
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*place, index))


@given(DATA.filter(lambda each: isinstance(each, dict | list)), st.booleans())
@settings(max_examples=100)
def test_every_place_of_the_data_is_mapped_and_no_other(data, flow):
    text = yaml.safe_dump(data, default_flow_style=flow)
    read, _ = read_plain_data(text, CATALOG_LIMITS)
    assert positions(text).values.keys() == set(walk(read))

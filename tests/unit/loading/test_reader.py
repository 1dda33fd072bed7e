from __future__ import annotations

import gc
import re
import unicodedata

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.loading.yaml.events import HAS_LIBYAML
from skillgap.loading.yaml.reader import (
    CATALOG_LIMITS,
    ReadingLimits,
    read_plain_data,
    resting_collector,
)

PARSERS = [True, False] if HAS_LIBYAML else [True]


def read(text, **limits):
    return read_plain_data(text, ReadingLimits(**limits))


def codes(problems):
    return [each.code for each in problems]


@pytest.mark.parametrize("pure_python", PARSERS)
def test_maps_lists_and_scalars_become_plain_data(pure_python):
    text = """
    # a comment
    skills:
      - {id: sql, label: "SQL", aliases: [a, 'b c']}
      - id: r
        label: >
          folded
          text
        note: |
          one
          two
    empty:
    """
    assert read_plain_data(text, CATALOG_LIMITS, pure_python=pure_python) == (
        {
            "skills": [
                {"id": "sql", "label": "SQL", "aliases": ["a", "b c"]},
                {"id": "r", "label": "folded text\n", "note": "one\ntwo\n"},
            ],
            "empty": None,
        },
        (),
    )


@pytest.mark.parametrize("pure_python", PARSERS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [1", "SG123"),
        ("a: 'x", "SG122"),
        ("a: b: c", "SG120"),
        ("a:\n\tb: 1", "SG121"),
        ("a: `x", "SG120"),
        ('a: "\\UFFFFFFFF"', "SG120"),
        ("a: !%FF x", "SG120"),
        ("a: &x [*x]", "SG132"),
        ("? {a: 1}\n: b", "SG130"),
        ("<<: {a: 1}", "SG129"),
        ("a: !!set {b}", "SG128"),
        ("", "SG106"),
        ("---\n", "SG106"),
    ],
)
def test_both_parsers_find_the_same_fault(text, code, pure_python):
    _, problems = read_plain_data(text, CATALOG_LIMITS, pure_python=pure_python)
    assert codes(problems) == [code]


def test_quoted_words_are_text_and_no_surprise():
    assert read('["no", \'on\', "010", \'1_000\', "null"]') == (
        ["no", "on", "010", "1_000", "null"],
        (),
    )


def test_a_surprise_is_kept_as_its_text_with_its_place():
    data, (problem,) = read("a:\n  - b: {c: no}\n")
    assert data == {"a": [{"b": {"c": "no"}}]}
    assert (problem.code, problem.place, problem.start, problem.end) == (
        "SG126",
        ("a", 0, "b", "c"),
        14,
        16,
    )


def test_the_first_of_two_equal_keys_is_kept():
    data, (problem,) = read("a: 1\nb: {c: 2}\na: {b: 3}\n")
    assert data == {"a": 1, "b": {"c": 2}}
    assert (problem.code, problem.place, problem.first) == ("SG125", ("a",), ("a",))


def test_keys_that_differ_only_in_how_an_accent_is_encoded_are_equal():
    data, problems = read("caf\u00e9: 1\ncafe\u0301: 2\n")
    assert (data, codes(problems)) == ({"caf\u00e9": 1}, ["SG125"])


def test_a_control_character_is_taken_out_of_the_text():
    data, problems = read('a: "x\\e[31my"\nb: "z\\tq"\n')
    assert (data, codes(problems)) == ({"a": "x[31my", "b": "z\tq"}, ["SG111"])


@pytest.mark.parametrize("pure_python", PARSERS)
def test_a_lone_surrogate_never_becomes_text(pure_python):
    data, problems = read_plain_data('a: "\\ud800"', CATALOG_LIMITS, pure_python=pure_python)
    assert data in (None, {"a": ""})
    assert codes(problems)[0] in ("SG111", "SG120")


def test_small_aliases_are_followed():
    assert read("a: &x [1, 2]\nb: *x\nc: &y t\nd: *y\n") == (
        {"a": [1, 2], "b": [1, 2], "c": "t", "d": "t"},
        (),
    )


def test_aliases_are_counted_with_all_they_repeat():
    text = "a: &a [1, 1, 1]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert codes(read(text, alias_nodes=30)[1]) == []
    assert read(text, alias_nodes=29)[0] is None
    assert codes(read(text, alias_nodes=29)[1]) == ["SG133"]


def test_depth_is_bounded_exactly():
    assert read("[[[]]]", depth=3) == ([[[]]], ())
    assert codes(read("[[[]]]", depth=2)[1]) == ["SG134"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
@pytest.mark.parametrize("pure_python", PARSERS)
def test_a_hundred_thousand_open_brackets_are_one_problem(opening, pure_python):
    count = 100_000 if not pure_python else 2_000
    data, problems = read_plain_data(opening * count, CATALOG_LIMITS, pure_python=pure_python)
    assert data is None
    assert codes(problems)[0] in ("SG134", "SG130")


@pytest.mark.parametrize("before", ["", "a: 1\nb: ", "- [1]\n- "])
def test_what_is_too_deep_is_told_where_it_gets_too_deep(before):
    data, (problem,) = read_plain_data(before + "[" * 2_000, CATALOG_LIMITS)
    around = 1 if before else 0
    assert (data, problem.code) == (None, "SG134")
    assert problem.start == len(before) + CATALOG_LIMITS.depth - around


def test_a_flood_of_problems_stops_the_reading():
    data, problems = read("a: [no, no, no, no]", problems=3)
    assert data is None
    assert codes(problems) == ["SG126", "SG126", "SG126", "SG137"]


def test_a_second_document_is_not_read():
    assert codes(read("a: 1\n---\nb: 2\n")[1]) == ["SG124"]


def test_the_garbage_collector_rests_and_wakes():
    assert gc.isenabled()
    with resting_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cn", "Co"]),
    max_size=20,
).filter(lambda each: not re.match(r"[-+]?[0-9]+[eE]", each))  # a number in YAML 1.2 alone
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.sampled_from(["no", "on", "010", "1_000", "12:30", "~", "2025-03-01", "<<", "=", "0x1F"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            TEXTS.map(lambda each: unicodedata.normalize("NFC", each)), inner, max_size=5
        )
    ),
    max_leaves=25,
)


@given(PLAIN.filter(lambda data: data is not None), st.sampled_from(PARSERS))
@settings(max_examples=150)
def test_what_a_dumper_writes_reads_back_equal(data, pure_python):
    text = yaml.safe_dump(data, allow_unicode=True)
    read_back, problems = read_plain_data(text, CATALOG_LIMITS, pure_python=pure_python)
    assert read_back == data
    # The dumper leaves `y`, `n` and `1_` without quotes.
    assert set(codes(problems)) <= {"SG126", "SG127"}


@given(st.text(max_size=200), st.sampled_from(PARSERS))
@settings(max_examples=200)
def test_no_text_raises(text, pure_python):
    allowed = "".join(each for each in text if each.isprintable() or each == "\n")
    data, problems = read_plain_data(allowed, CATALOG_LIMITS, pure_python=pure_python)
    assert data is not None or problems


WORDS = [": ", "- ", "[", "]", "{", "}", ", ", "&x ", "*x ", "!t ", "? ", "<<", "'", '"', "#c"]
MORE = ["  ", "a", "no", "1_0", "\t", "\\u00", "%YAML 1.2"]
LINES = ["\n", "|\n", ">\n", "---\n", "...\n"]
FRAGMENTS = st.lists(st.sampled_from(WORDS + MORE + LINES), max_size=30).map("".join)


@given(FRAGMENTS, st.sampled_from(PARSERS))
@settings(max_examples=300)
def test_no_mixture_of_yaml_raises(text, pure_python):
    data, problems = read_plain_data(text, CATALOG_LIMITS, pure_python=pure_python)
    assert data is not None or problems

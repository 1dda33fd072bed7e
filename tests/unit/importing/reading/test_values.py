"""Text from elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.importing.reading.values import (
    amount_of,
    clean,
    day_of,
    language_tag,
    one_line,
    split_labels,
    web_address,
)
from skillgap.loading.yaml.text import CONTROL, DECEPTIVE


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  two   words ", "two words"),
        ("line\r\nline", "line line"),
        ("bell\x07 \x1b[31mred\u202e", "bell red"),
        ("0 \x1b\r0", "0 0"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("no\u00a0break", "no break"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(text, cleaned):
    assert clean(text) == cleaned


@given(st.text())
def test_a_cleaned_text_is_one_line_and_stays_as_it_is(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not CONTROL.search(cleaned)
    assert not DECEPTIVE.search(cleaned)
    assert "\n" not in cleaned


@pytest.mark.parametrize("value", [None, 7, "", "  ", "x" * 301, ["a"]])
def test_what_is_no_line_is_none(value):
    assert one_line(value) is None


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (" https://example.org/a?b=c ", "https://example.org/a?b=c"),
        ("ftp://example.org", None),
        ("javascript:alert(1)", None),
        ("https://exa mple.org", None),
        ("https://example.org/é", None),
        ("https://" + "x" * 2000, None),
        (7, None),
    ],
)
def test_only_plain_web_addresses_are_kept(value, address):
    assert web_address(value) == address


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("", ()),
        ("a\n b \n\na", ("a", "b")),
        ("a | b", ("a", "b")),
        ("a, b", ("a", "b")),
        ("a, b\nc", ("a, b", "c")),
        ("a", ("a",)),
    ],
)
def test_labels_are_parted_by_lines_bars_or_else_commas(text, labels):
    assert split_labels(text) == labels


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (0, 0.0),
        ("2.5", 2.5),
        (7, 7.0),
        ("7.01", None),
        (-1, None),
        ("nan", None),
        ("1e400", None),
        (True, None),
        (None, None),
        ([7], None),
        (10**400, None),
    ],
)
def test_an_amount_lies_between_zero_and_the_most(value, amount):
    assert amount_of(value, 7) == amount


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-01-25T11:28:50.295Z", dt.date(2024, 1, 25)),
        ("2024-01-25", dt.date(2024, 1, 25)),
        ("2024-13-25", None),
        ("25.1.2024", None),
        (20240125, None),
        (None, None),
    ],
)
def test_a_time_stamp_has_a_day(value, day):
    assert day_of(value) == day


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("DE", "de"),
        ("EN-us", "en-us"),
        ("English", "en"),
        ("klingon", None),
        (7, None),
        ("", None),
    ],
)
def test_a_language_is_a_tag_or_an_english_name(value, tag):
    assert language_tag(value) == tag

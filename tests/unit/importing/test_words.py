"""Text from elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.importing.words import clean, one_line, split_labels, web_address
from skillgap.loading.invisible import CONTROL, DECEPTIVE


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

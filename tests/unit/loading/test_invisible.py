from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.loading.yaml.text import character_name, in_place, printable, quotable


def test_what_cannot_be_seen_becomes_an_escape():
    assert printable("SQL Café النمذجة") == "SQL Café النمذجة"
    assert printable("a\x1b[31m\u202e\u200b\n") == "a\\x1b[31m\\u202e\\u200b\\n"
    assert printable("\ud800") == "\\ud800"


def test_a_long_text_is_cut():
    assert quotable("x" * 100, 10) == "x" * 9 + "…"
    assert quotable("short") == "short"


def test_a_character_is_named_without_being_drawn():
    assert character_name("\x1b") == "U+001B"
    assert character_name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"


@given(st.text())
def test_a_line_keeps_its_columns(text):
    shown = in_place(text.replace("\n", ""))
    assert len(shown) == len(text.replace("\n", ""))
    assert "\x1b" not in shown


@given(st.text())
def test_whatever_is_shown_is_printable(text):
    assert printable(text).isprintable()

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.text import (
    ESCAPE_SEQUENCES,
    KEPT_OUT,
    SPACE,
    SURROGATES,
    UNSEEN,
    clean,
    clean_line,
    columns,
    counted,
    excerpt,
    number,
    shortened,
    to_ascii,
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPpayload\x1b\\after", "after"),
        ("\x1bcreset", "reset"),
        ("bell\a and \b backspace", "bell and backspace"),
        ("two\r\nlines\tand\x0btabs\u2028more", "two lines and tabs more"),
        ("user\u202etxt.exe", "usertxt.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("tag\U000e0041ged", "tagged"),
        ("half\udcff", "half\ufffd"),
        ("null\x00byte", "nullbyte"),
        ("  [bold]kept[/bold]  ", "[bold]kept[/bold]"),
        ("数据 é e\u0301 👩\u200d💻", "数据 é e\u0301 👩\u200d💻"),
    ],
)
def test_what_a_terminal_would_obey_is_gone(text, cleaned):
    assert clean(text) == cleaned


PIECES = st.sampled_from(["\x1b", "\x1b[", "\x9b", "\r", " ", "0", "\u200b", "\u2028", "\udcff"])
ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=60) | st.lists(
    PIECES | st.characters(exclude_categories=[]), max_size=12
).map("".join)


@given(ANYTHING, st.sampled_from([UNSEEN, KEPT_OUT]))
def test_a_cleaned_text_is_one_line_and_stays_as_it_is(text, unseen):
    cleaned = clean(text, unseen)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in cleaned)
    assert re.search(unseen, cleaned) is None
    assert "  " not in cleaned
    assert clean(cleaned, unseen) == cleaned


def test_what_is_taken_out_leaves_no_two_blanks():
    assert clean("0 \x1b\r0", KEPT_OUT) == "0 0"


def test_a_text_that_is_kept_keeps_what_its_script_needs():
    assert clean("\u05d0\u200f\u202e \u200c", KEPT_OUT) == "\u05d0\u200f \u200c"


def test_a_line_keeps_its_columns():
    assert clean_line("\ta\x1b[b\u202e: 1  ") == " a\ufffd[b\ufffd: 1"


def test_ascii_loses_accents_before_it_gives_up():
    assert to_ascii("Éléonore “naïve” → 数") == 'Eleonore "naive" > ?'


def test_of_a_long_text_the_beginning_is_shown():
    assert excerpt("a" * 60) == "a" * 60
    assert excerpt("\x1b[1m" + "a" * 61) == "a" * 59 + "…"


def test_no_printable_character_is_taken_away():
    printable = [chr(each) for each in range(0x110000) if chr(each).isprintable()]
    assert len(printable) > 100_000
    for pattern in (ESCAPE_SEQUENCES, UNSEEN, SURROGATES):
        assert re.search(pattern, "".join(printable)) is None
    assert [each for each in printable if re.match(SPACE, each)] == [" "]


def test_one_is_singular():
    assert [counted(each, "step") for each in (0, 1, 2)] == [
        "0\u00a0steps",
        "1\u00a0step",
        "2\u00a0steps",
    ]


def test_long_lists_are_counted():
    assert shortened(["a", "b"], 2) == "a and b"
    assert shortened(["a", "b", "c"], 2) == "a, b and 1 more"


def test_wide_characters_take_two_columns_and_marks_none():
    assert columns("数据") == 4
    assert columns("e\u0301") == 1


def test_whole_numbers_have_no_decimals():
    assert [number(each) for each in (3.0, 3.25, 1000)] == ["3", "3.2", "1,000"]

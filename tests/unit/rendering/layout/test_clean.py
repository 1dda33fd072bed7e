import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.rendering.layout.clean import (
    ESCAPE_SEQUENCES,
    SPACE,
    SURROGATES,
    UNSEEN,
    clean,
    clean_line,
    excerpt,
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


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_no_control_character_survives(text):
    cleaned = clean(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in cleaned)
    assert clean(cleaned) == cleaned


def test_a_line_keeps_its_columns():
    assert clean_line("\ta\x1b[b\u202e: 1  ") == " a\ufffd[b\ufffd: 1"


def test_ascii_loses_accents_before_it_gives_up():
    assert to_ascii("Éléonore “naïve” → 数") == 'Eleonore "naive" > ?'


def test_of_a_long_text_the_beginning_is_shown():
    assert excerpt("a" * 60) == "a" * 60
    assert excerpt("\x1b[1m" + "a" * 61) == "a" * 57 + "..."


def test_no_printable_character_is_taken_away():
    printable = [chr(each) for each in range(0x110000) if chr(each).isprintable()]
    assert len(printable) > 100_000
    for pattern in (ESCAPE_SEQUENCES, UNSEEN, SURROGATES):
        assert re.search(pattern, "".join(printable)) is None
    assert [each for each in printable if re.match(SPACE, each)] == [" "]

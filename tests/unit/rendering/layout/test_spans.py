import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.rendering.layout import spans
from skillgap.rendering.layout.spans import Span, Style, line_columns, text_of, wrap


def lines_of(text, width):
    return [text_of(line) for line in wrap(text, width)]


def test_wraps_at_blanks():
    assert lines_of("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_that_is_too_long_breaks_after_a_hyphen():
    assert lines_of("business-intelligence-analyst", 24) == ["business-intelligence-", "analyst"]


def test_a_word_without_hyphens_breaks_where_it_must():
    assert lines_of("abcdefgh", 3) == ["abc", "def", "gh"]


def test_a_no_break_space_holds_words_together():
    assert lines_of("pays 40\u00a0h", 8) == ["pays", "40\u00a0h"]


def test_a_run_of_blanks_keeps_its_length():
    assert lines_of("a   b", 10) == ["a\u00a0\u00a0 b"]


def test_nothing_is_one_blank_line():
    assert wrap("", 10) == [()]


def test_styles_survive_wrapping():
    styled = (Span("red words", Style.BAD), Span(" plain", Style.PLAIN))
    assert wrap(styled, 9) == [(Span("red words", Style.BAD),), (Span("plain"),)]


def test_a_line_of_wide_characters_breaks_between_them():
    assert lines_of("数据分析", 5) == ["数据", "分析"]


@given(st.text("ab -数\u0301", max_size=40), st.integers(2, 20))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text, width):
    lines = wrap(text, width)
    assert all(line_columns(line) <= width for line in lines)
    told = "".join(text_of(line) for line in lines).replace("\u00a0", "").replace(" ", "")
    assert told == text.replace(" ", "")


def test_what_is_carried_after_a_hyphen_leaves_room_for_the_next_character():
    assert lines_of("\u0301-a数", 2) == ["\u0301-", "a", "数"]


@given(st.text("ab -é\u0301数\u00a0", max_size=14), st.integers(0, 14))
def test_a_text_that_is_a_line_already_stays_as_it_is(text, width):
    quick = wrap(Span(text, Style.DIM), width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spans, "fits_as_it_is", lambda *_: False)
        assert wrap(Span(text, Style.DIM), width) == quick

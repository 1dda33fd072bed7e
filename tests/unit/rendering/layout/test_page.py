from skillgap.rendering.layout.page import Page, bar, plain_text
from skillgap.rendering.layout.spans import Span, Style, text_of
from skillgap.rendering.layout.terminal import ASCII, UNICODE


def test_width_is_held_within_what_reads_well():
    assert [Page(width).width for width in (1, 40, 77, 120, 500)] == [40, 40, 77, 120, 120]


def test_no_two_blank_lines_and_none_at_the_top():
    page = Page()
    page.blank()
    page.heading("One", "aside")
    page.blank()
    page.heading("Two")
    assert plain_text(page.lines) == "One  aside\n\nTwo\n"


def test_sides_meet_the_right_edge():
    page = Page(40)
    page.sides("left side that is long", Span("right", Style.DIM), indent=2, hang=2)
    assert plain_text(page.lines) == "  left side that is long           right\n"


def test_entries_align_their_words():
    page = Page(40)
    page.entry("why", "a reason that needs more than a line of words", indent=2, label_width=7)
    assert plain_text(page.lines) == (
        "  why     a reason that needs more than\n          a line of words\n"
    )


def test_a_bar_is_full_only_at_one_and_empty_only_at_zero():
    drawn = [text_of(bar(share, 4, UNICODE)) for share in (0, 0.01, 0.5, 0.99, 1)]
    assert drawn == ["░░░░", "█░░░", "██░░", "███░", "████"]


def test_a_bar_shows_what_is_added():
    assert text_of(bar(0.25, 8, ASCII, 0.75)) == "##++++.."


def test_no_break_spaces_are_drawn_as_blanks():
    page = Page(40)
    page.text("40\u00a0h")
    assert plain_text(page.lines) == "40 h\n"


def test_nothing_unseen_is_drawn_whoever_forgot_to_clean_it():
    page = Page(60)
    page.text("a\x1b[31m\u202eb\u00a0c")
    assert plain_text(page.lines) == "ab c\n"

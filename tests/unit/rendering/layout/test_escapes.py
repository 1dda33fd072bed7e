import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from skillgap.rendering.layout.page import strip_end
from skillgap.rendering.layout.spans import Span, Style, join_spans
from skillgap.rendering.layout.terminal import PARAMETERS, colored_text, escaped_text
from skillgap.text import clean

TEXTS = st.text(max_size=30).map(clean) | st.sampled_from(["[bold]x[/]", "数据", "é", "a  b", ":)"])
LINES = st.lists(st.builds(Span, TEXTS, st.sampled_from(Style)), max_size=6).map(
    lambda spans: strip_end(join_spans(spans))
)


def test_every_style_has_a_look():
    assert set(PARAMETERS) == set(Style)


def test_a_styled_piece_is_wrapped_and_a_plain_one_is_not():
    line = (Span("a "), Span("b", Style.TITLE), Span("", Style.BAD), Span(" c", Style.DIM))
    assert escaped_text([line, ()]) == "a \x1b[1;36mb\x1b[0m\x1b[2m c\x1b[0m\n\n"


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm"},
        {"TERM": "xterm-256color"},
        {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
        {"TERM": "screen"},
        {},
    ],
    ids=str,
)
@given(lines=st.lists(LINES, max_size=5))
def test_rich_writes_the_same(environment, lines):
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ=environment,
    )
    assert escaped_text(lines) == colored_text(lines, console)

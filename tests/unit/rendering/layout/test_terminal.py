import io

from rich.console import Console

from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.terminal import LOOKS, colored_text


def test_every_style_has_a_look():
    assert set(LOOKS) == set(Style)


def test_markup_in_a_text_is_only_text():
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=20)
    line = (Span("[bold red]not red[/]", Style.PLAIN), Span("bad", Style.BAD))
    assert colored_text([line], console) == "[bold red]not red[/]\x1b[31mbad\x1b[0m\n"


def test_a_line_is_never_wrapped_again():
    console = Console(file=io.StringIO(), force_terminal=True, width=10)
    assert colored_text([(Span("x" * 50),)], console) == "x" * 50 + "\n"

"""Lines drawn in color by rich, for terminals that want more than escape sequences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from rich.console import Console
from rich.text import Text

from skillgap.rendering.spans import Line, Style

RICH_STYLES: Final[Mapping[Style, str]] = MappingProxyType(
    {
        Style.PLAIN: "",
        Style.STRONG: "bold",
        Style.DIM: "dim",
        Style.TITLE: "bold cyan",
        Style.GOOD: "green",
        Style.WARN: "yellow",
        Style.BAD: "red",
        Style.HINT: "bold cyan",
        Style.HELD: "blue",
        Style.ADDED: "green",
        Style.OPEN: "red",
    }
)


def colored_text(lines: Sequence[Line], console: Console) -> str:
    """Give lines with the escape sequences that `console` understands.

    Why `Text`: rich reads no markup in it, so brackets in a title stay brackets.
    """
    with console.capture() as capture:
        for line in lines:
            drawn = Text(no_wrap=True, overflow="ignore")
            for span in line:
                drawn.append(span.text, style=RICH_STYLES[span.style])
            console.print(drawn, soft_wrap=True, highlight=False)
    return capture.get()

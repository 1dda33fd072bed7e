"""Lines as a terminal shows them: marks, escape sequences, and rich where those do not do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

from skillgap.rendering.layout.spans import Line, Style

if TYPE_CHECKING:
    from rich.console import Console

LOOKS: Final[Mapping[Style, str]] = MappingProxyType(
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
"""How each style looks, in the words of rich."""

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bold": "1",
        "dim": "2",
        "red": "31",
        "green": "32",
        "yellow": "33",
        "blue": "34",
        "cyan": "36",
    }
)
PARAMETERS: Final = {
    style: ";".join(CODES[word] for word in look.split()) for style, look in LOOKS.items()
}
"""The same as the parameters of an escape sequence."""


def colored_text(lines: Sequence[Line], console: Console) -> str:
    """Return lines with the escape sequences that `console` understands.

    Why `Text`: rich reads no markup in it, so brackets in a title stay brackets.
    """
    from rich.text import Text

    with console.capture() as capture:
        for line in lines:
            drawn = Text(no_wrap=True, overflow="ignore")
            for span in line:
                drawn.append(span.text, style=LOOKS[span.style])
            console.print(drawn, soft_wrap=True, highlight=False)
    return capture.get()


def escaped_text(lines: Sequence[Line]) -> str:
    """Return lines with an escape sequence (ECMA-48) before and after each styled piece.

    Why not rich: it writes the same, and takes longer to import than a plan takes in all.
    """
    written = []
    for line in lines:
        for span in line:
            parameters = PARAMETERS[span.style]
            is_styled = parameters and span.text
            written.append(f"\x1b[{parameters}m{span.text}\x1b[0m" if is_styled else span.text)
        written.append("\n")
    return "".join(written)


class Glyphs(msgspec.Struct, frozen=True):
    """One set of marks; every one of them is a single column wide but for `therefore`."""

    met: str
    open: str
    arrow: str
    dot: str
    rule: str
    bar_held: str
    bar_added: str
    bar_open: str
    therefore: str
    added: str = "+"
    unsure: str = "?"
    bar_beyond: str = " "


UNICODE: Final = Glyphs(
    met="✓",
    open="\u00d7",
    arrow="→",
    dot="·",
    rule="─",
    bar_held="█",
    bar_added="▓",
    bar_open="░",
    therefore="╰─▶",
)

ASCII: Final = Glyphs(
    met="=",
    open="x",
    arrow=">",
    dot="|",
    rule="-",
    bar_held="#",
    bar_added="+",
    bar_open=".",
    therefore="`->",
)

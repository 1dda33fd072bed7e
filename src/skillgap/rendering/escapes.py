"""Lines drawn in color by the escape sequences of ECMA-48, which nearly every terminal obeys.

Why not rich: it writes the same, and takes longer to import than a plan takes in all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from skillgap.rendering.spans import Line, Style

PARAMETERS: Final[Mapping[Style, str]] = MappingProxyType(
    {
        Style.PLAIN: "",
        Style.STRONG: "1",
        Style.DIM: "2",
        Style.TITLE: "1;36",
        Style.GOOD: "32",
        Style.WARN: "33",
        Style.BAD: "31",
        Style.HINT: "1;36",
        Style.HELD: "34",
        Style.ADDED: "32",
        Style.OPEN: "31",
    }
)


def escaped_text(lines: Sequence[Line]) -> str:
    """Give lines with an escape sequence before and after each styled piece."""
    written = []
    for line in lines:
        for span in line:
            parameters = PARAMETERS[span.style]
            is_styled = parameters and span.text
            written.append(f"\x1b[{parameters}m{span.text}\x1b[0m" if is_styled else span.text)
        written.append("\n")
    return "".join(written)

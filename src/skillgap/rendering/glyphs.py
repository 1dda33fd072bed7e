"""The marks we draw with, and their ASCII stand-ins."""

from __future__ import annotations

from typing import Final

import msgspec


class Glyphs(msgspec.Struct, frozen=True):
    """One set of marks; every one of them is a single column wide but for `therefore`."""

    met: str
    added: str
    open: str
    unsure: str
    arrow: str
    dot: str
    rule: str
    bar_held: str
    bar_added: str
    bar_open: str
    bar_beyond: str
    therefore: str


UNICODE: Final = Glyphs(
    met="✓",
    added="+",
    open="\u00d7",
    unsure="?",
    arrow="→",
    dot="·",
    rule="─",
    bar_held="█",
    bar_added="▓",
    bar_open="░",
    bar_beyond=" ",
    therefore="╰─▶",
)

ASCII: Final = Glyphs(
    met="=",
    added="+",
    open="x",
    unsure="?",
    arrow=">",
    dot="|",
    rule="-",
    bar_held="#",
    bar_added="+",
    bar_open=".",
    bar_beyond=" ",
    therefore="`->",
)

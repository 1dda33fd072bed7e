"""Characters that a reader cannot see but a terminal or another program obeys."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from skillgap import text as text_kit

NOT_ALLOWED_IN_YAML: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML 1.2 does not let a file contain, escapes apart."""

CONTROL: Final = re.compile(text_kit.CONTROL)
DECEPTIVE: Final = re.compile(text_kit.DECEPTIVE)


def character_name(character: str) -> str:
    """Name a character without drawing it: `U+001B` or `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def printable(text: str) -> str:
    """Write a text so that it can stand in a message: what cannot be seen becomes an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        each
        if each.isprintable() and not DECEPTIVE.match(each)
        else each.encode("unicode_escape", "backslashreplace").decode("ascii")
        for each in text
    )


def in_place(line: str) -> str:
    """Give a line with each character that cannot be seen replaced by one that can.

    Why one for one: a caret under the line has to stay in its column.
    """
    line = line.replace("\t", " ")
    if line.isprintable():
        return line
    return "".join(each if each.isprintable() else "\ufffd" for each in line)


def excerpt(text: str, length: int = 60) -> str:
    """Give a text for a message: printable, and cut where it is long."""
    return printable(text_kit.cut(text, length))

"""Characters that a reader cannot see but a terminal or another program obeys."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NOT_ALLOWED_IN_YAML: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML 1.2 does not let a file contain, escapes apart."""

CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls that no text needs; a tab and a line feed are left to the field."""

DECEPTIVE: Final = re.compile("[\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Bidirectional overrides and zero-width characters.

Why not U+200C and U+200D: Persian and emoji need them; U+200E and U+200F are common in Arabic and
Hebrew.
"""


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
    return printable(text if len(text) <= length else text[: length - 1] + "…")

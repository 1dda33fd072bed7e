"""Bytes to text, its lines and columns, and the characters in it that nobody sees."""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import Final

from skillgap import text as text_kit
from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.diagnostics.location import Location

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
    """Return a line with each character that cannot be seen replaced by one that can.

    Why one for one: a caret under the line has to stay in its column.
    """
    line = line.replace("\t", " ")
    if line.isprintable():
        return line
    return "".join(each if each.isprintable() else "\ufffd" for each in line)


def quotable(text: str, length: int = 60) -> str:
    """Return a text as a message can quote it: printable, and cut where it is long."""
    return printable(text_kit.cut(text, length))


LINE_END = re.compile("\r\n|\n|\r")


class TextLines:
    """The lines of a text.

    Why not the line numbers of the YAML parser: YAML 1.1 also ends a line at NEL, LS and PS, which
    editors do not.
    """

    def __init__(self, text: str) -> None:
        """Keep the text; its lines are found when somebody asks."""
        self.text = text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each line's first character."""
        return (0, *(end.end() for end in LINE_END.finditer(self.text)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(LINE_END.split(self.text))

    def location(self, file: str, start: int, end: int) -> Location:
        """Return the location of the characters from `start` to `end`, cut at the line's end."""
        row = bisect_right(self.starts, start) - 1
        column = start - self.starts[row]
        length = min(end - start, len(self.lines[row]) - column)
        return Location(file, row + 1, column + 1, max(1, length))

    def line_of(self, location: Location) -> str | None:
        """Return the text of the line, None where the text has no such line."""
        return self.lines[location.line - 1] if 1 <= location.line <= len(self.lines) else None


FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

SAVE_AS_UTF8 = "save the file as UTF-8"
NOT_A_TEXT = "this looks like a binary file: give a YAML file in UTF-8"
PLAIN_BYTES = bytes([9, 10, 13, *range(32, 127)])
"""ASCII, as far as YAML allows it."""

SNIFFED_BYTES = 512
"""How much of the beginning tells a binary file or UTF-16 without a mark."""


def decode(content: bytes, file: str) -> str | Diagnostic:
    """Decode a file's content; the byte order mark of UTF-8 is dropped.

    Another encoding, bytes that are no UTF-8, and characters that YAML does not allow are one
    diagnostic, at the first of them.
    """
    for mark, encoding in FOREIGN_MARKS:
        if content.startswith(mark):
            return refuse(file, "", f"the file is in {encoding}, not UTF-8", SAVE_AS_UTF8)
    start = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    sniffed = content[start : start + SNIFFED_BYTES]
    if looks_like_utf16(sniffed):
        return refuse(file, "", "the file seems to be in UTF-16, not UTF-8", SAVE_AS_UTF8)
    try:
        text = content[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        found = f"byte 0x{error.object[error.start]:02X} at offset {error.start + start}"
        hint = NOT_A_TEXT if is_binary(sniffed) else f"{SAVE_AS_UTF8} (it may be in Latin-1)"
        return refuse(file, before, f"the file is not UTF-8: {found}", hint)
    # deleting every plain byte is quicker than looking for another character by character
    if content.isascii() and not content.translate(None, PLAIN_BYTES):
        return text
    wrong = NOT_ALLOWED_IN_YAML.search(text)
    if wrong:
        found = character_name(wrong.group())
        hint = NOT_A_TEXT if is_binary(sniffed) else "delete the character"
        return refuse(file, text[: wrong.start()], f"control character {found}", hint, "SG111")
    return text


def looks_like_utf16(sniffed: bytes) -> bool:
    """Say whether every other byte is NUL, as in Latin text in UTF-16 without a mark."""
    even, odd = sniffed[0::2], sniffed[1::2]
    return len(sniffed) >= 4 and any(
        nul.count(0) > 0.8 * len(nul) and letters.count(0) < 0.2 * len(letters)
        for nul, letters in ((even, odd), (odd, even))
    )


def is_binary(sniffed: bytes) -> bool:
    """Say whether the beginning of a file is full of what no text holds."""
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sniffed)
    return controls > max(2, len(sniffed) / 20)


def refuse(file: str, before: str, message: str, hint: str, code: str = "SG110") -> Diagnostic:
    """Refuse a file at the place that `before` leads to."""
    lines = TextLines(before)
    return diagnose(code, message, location=lines.location(file, len(before), 1), hint=hint)

"""Text as everything here writes it: made safe, cut, measured, listed and counted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

ESCAPE_SEQUENCES: Final = (
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # a control sequence: colors, cursor moves
    "|\x1b[\\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"  # a string: titles, hyperlinks
    "|\x1b[ -/]*[0-~]?"
    "|\x9b[0-?]*[ -/]*[@-~]"
)
SPACE: Final = "[\\s\u2028\u2029]+"
WHITE: Final = "[\\s\u2028\u2029]"
SURROGATES: Final = "[\ud800-\udfff]"
CONTROL: Final = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
"""Controls that no text needs; a tab and a line feed are left to the field."""

DECEPTIVE: Final = "[\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
"""Bidirectional overrides and zero-width characters.

Why not U+200C and U+200D: Persian and emoji need them; U+200E and U+200F are common in Arabic and
Hebrew.
"""

KEPT_OUT: Final = f"{CONTROL}|{DECEPTIVE}"
"""What no text that is kept may hold."""

UNSEEN: Final = (
    "[\x00-\x1f\x7f-\x9f\ufffe\uffff"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""What no text that is drawn may hold."""

ASCII_STAND_INS: Final[Mapping[int, str]] = MappingProxyType(
    str.maketrans(
        {
            "\u20ac": "EUR ",
            "\u00a3": "GBP ",
            "\u2013": "-",
            "\u2014": "-",
            "\u2018": "'",
            "\u2019": "'",
            "\u201c": '"',
            "\u201d": '"',
            "\u2192": ">",
            "\u2713": "=",
            "\u00d7": "x",
            "\u00b7": "|",
            "\u00df": "ss",
            "\u00f8": "o",
            "\u0142": "l",
        }
    )
)


def clean(text: str, unseen: str = UNSEEN) -> str:
    """Return `text` on one line, without anything that a terminal would obey or that hides.

    Escape sequences, control characters (C0, C1), overrides of the writing direction and
    invisible characters go; white space of any kind becomes one space; half a surrogate pair
    becomes U+FFFD. `unseen` is the pattern of what goes: `UNSEEN` of a text that is drawn,
    `KEPT_OUT` of one that is kept. A cleaned text stays as it is.

    Why: a title in a catalog that somebody else wrote must not move the cursor, color the line
    or show its letters in another order than they stand.
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return re.sub(SPACE, " ", without_unseen(text, unseen)).strip()


def without_unseen(text: str, unseen: str = UNSEEN) -> str:
    """Return a text without what `clean` takes out, its blanks as they are."""
    text = re.sub(WHITE, " ", re.sub(ESCAPE_SEQUENCES, "", text))
    return re.sub(SURROGATES, "\ufffd", re.sub(unseen, "", text))


def cut(text: str, length: int) -> str:
    """Return a text, of one longer than `length` the beginning."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def excerpt(text: str, length: int = 60) -> str:
    """Return the beginning of a text, cleaned."""
    return cut(clean(text), length)


def clean_line(text: str) -> str:
    """Return one line of a file with every column kept where it is.

    Each control character becomes one blank or one U+FFFD.

    Why: a caret under the line points by column.
    """
    text = re.sub(r"\s", " ", text)
    return re.sub(SURROGATES, "\ufffd", re.sub(UNSEEN, "\ufffd", text)).rstrip()


def to_ascii(text: str) -> str:
    """Return text for a stream that can only say ASCII: accents go, what is left becomes `?`."""
    folded = unicodedata.normalize("NFKD", text.translate(ASCII_STAND_INS))
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return bare.encode("ascii", "replace").decode("ascii")


def number(value: float, *, decimals: int = 1, fixed: bool = False) -> str:
    """Write a number with thousands apart; a whole one without decimals."""
    rounded = round(value, decimals)
    if rounded == int(rounded):
        return f"{int(rounded):,}"
    text = f"{rounded:,.{decimals}f}"
    return text if fixed else text.rstrip("0")


def counted(value: float, noun: str, plural: str = "") -> str:
    """Write how many of something: `1 step`, `3 steps`."""
    figure = number(value)
    return f"{figure}\u00a0{noun if figure == '1' else plural or noun + 's'}"


def listed(items: Sequence[str], conjunction: str = "and") -> str:
    """Join words the way a sentence does: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def shortened(items: Sequence[str], at_most: int = 4, conjunction: str = "and") -> str:
    """Join words, the ones beyond `at_most` only counted."""
    if len(items) <= at_most:
        return listed(items, conjunction)
    return f"{', '.join(items[:at_most])} and {len(items) - at_most} more"


def columns(text: str) -> int:
    """Count the terminal columns that `text` takes; wide East Asian characters take two."""
    if text.isascii():
        return len(text)
    return sum(map(column_width, text))


@lru_cache(maxsize=4096)
def column_width(char: str) -> int:
    """Return the columns of one character: 0 for a combining mark, else 1 or 2."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1

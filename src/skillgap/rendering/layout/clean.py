"""Foreign text made safe to draw."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ESCAPE_SEQUENCES: Final = (
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # a control sequence: colors, cursor moves
    "|\x1b[\\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"  # a string: titles, hyperlinks
    "|\x1b[ -/]*[0-~]?"
    "|\x9b[0-?]*[ -/]*[@-~]"
)
SPACE: Final = "[\\s\u2028\u2029]+"
UNSEEN: Final = (
    "[\x00-\x1f\x7f-\x9f"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
SURROGATES: Final = "[\ud800-\udfff]"

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


def clean(text: str) -> str:
    """Give `text` on one line, without anything that a terminal would obey or that hides.

    Escape sequences, control characters (C0, C1), overrides of the writing direction and
    invisible characters go; white space of any kind becomes one space; half a surrogate pair
    becomes U+FFFD.

    Why: a title in a catalog that somebody else wrote must not move the cursor, color the line
    or show its letters in another order than they stand.
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    text = re.sub(ESCAPE_SEQUENCES, "", text)
    text = re.sub(SPACE, " ", text)
    text = re.sub(SPACE, " ", re.sub(UNSEEN, "", text))
    return re.sub(SURROGATES, "\ufffd", text).strip()


def excerpt(text: str, length: int = 60) -> str:
    """Give cleaned text, of a long one the beginning."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= length else f"{cleaned[: length - 3]}..."


def clean_line(text: str) -> str:
    """Give one line of a file with every column kept where it is.

    Each control character becomes one blank or one U+FFFD.

    Why: a caret under the line points by column.
    """
    text = re.sub(r"\s", " ", text)
    return re.sub(SURROGATES, "\ufffd", re.sub(UNSEEN, "\ufffd", text)).rstrip()


def to_ascii(text: str) -> str:
    """Give text for a stream that can only say ASCII: accents go, what is left becomes `?`."""
    import unicodedata

    folded = unicodedata.normalize("NFKD", text.translate(ASCII_STAND_INS))
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return bare.encode("ascii", "replace").decode("ascii")

"""Text from elsewhere, cleaned before it becomes a value of ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from skillgap import text as text_kit

LINE_LENGTH: Final = 300
URL_LENGTH: Final = 2000
URL: Final = re.compile(r"https?://[!-~]+\Z")
SEPARATORS: Final = re.compile(r"[\r\n]+| \| ")
UNDECODED: Final = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return a text as it is kept: composed (NFC), on one line, nothing hidden in it."""
    if text.isascii():
        return text_kit.clean(text, text_kit.KEPT_OUT)
    return unicodedata.normalize("NFC", text_kit.clean(text, text_kit.KEPT_OUT))


def one_line(value: object, limit: int = LINE_LENGTH) -> str | None:
    """Give a cleaned text of at most `limit` characters; None for anything else."""
    if not isinstance(value, str):
        return None
    text = clean(value)
    return text if 0 < len(text) <= limit else None


def web_address(value: object) -> str | None:
    """Give an http or https address in plain characters; None for anything else."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    return text if len(text) <= URL_LENGTH and URL.match(text) else None


def split_labels(text: str) -> tuple[str, ...]:
    """Split alternative labels, one a line or parted by ` | `, without repetitions.

    Why a comma parts them where neither is there: rebuilt copies of ESCO write them so, while of
    its own labels about one in five thousand holds a comma.
    """
    if not text:
        return ()
    parts = SEPARATORS.split(text.strip())
    if len(parts) == 1:
        parts = text.split(", ")
    return distinct(label for part in parts if (label := clean(part)))


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the texts in their order, each once."""
    return tuple(dict.fromkeys(texts))

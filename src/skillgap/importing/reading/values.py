"""Values as other people write them: texts, addresses, amounts, days."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, get_args

from skillgap import text as text_kit
from skillgap.domain.fields import (
    CURRENCY_PATTERN,
    LANGUAGE_PATTERN,
    URL_PATTERN,
    Amount,
    Hours,
    Months,
    OneLine,
    Url,
)

LINE_LENGTH: Final[int] = get_args(OneLine)[1].max_length
URL_LENGTH: Final[int] = get_args(Url)[1].max_length
AMOUNT_AT_MOST: Final[float] = get_args(Amount)[1].le
HOURS_AT_MOST: Final[float] = get_args(Hours)[1].le
MONTHS_AT_MOST: Final[int] = get_args(Months)[1].le
"""What a file of ours may hold, as its fields say."""

WEEKS_AT_MOST: Final = 1_000

URL: Final = re.compile(URL_PATTERN)
LANGUAGE_TAG: Final = re.compile(LANGUAGE_PATTERN)
CURRENCY_CODE: Final = re.compile(CURRENCY_PATTERN)
SEPARATORS: Final = re.compile(r"[\r\n]+| \| ")
UNDECODED: Final = re.compile("[\ud800-\udfff]")


LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "arabic": "ar",
        "chinese": "zh",
        "english": "en",
        "french": "fr",
        "german": "de",
        "italian": "it",
        "japanese": "ja",
        "portuguese": "pt",
        "spanish": "es",
    }
)


def clean(text: str) -> str:
    """Return a text as it is kept: on one line, composed (NFC), nothing hidden in it."""
    cleaned = text_kit.clean(text, text_kit.KEPT_OUT)
    return cleaned if cleaned.isascii() else unicodedata.normalize("NFC", cleaned)


def one_line(value: object, limit: int = LINE_LENGTH) -> str | None:
    """Return a cleaned text of at most `limit` characters; None for anything else."""
    if not isinstance(value, str):
        return None
    text = clean(value)
    return text if 0 < len(text) <= limit else None


def web_address(value: object) -> str | None:
    """Return an http or https address in plain characters; None for anything else."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    return text if len(text) <= URL_LENGTH and URL.match(text) else None


def language_tag(value: object) -> str | None:
    """Return a BCP 47 tag; None for what is neither a tag, in any letter case, nor a known name."""
    if not isinstance(value, str):
        return None
    language, hyphen, rest = LANGUAGES.get(value.lower(), value).partition("-")
    tag = f"{language.lower()}{hyphen}{rest}"
    return tag if LANGUAGE_TAG.match(tag) else None


def amount_of(value: object, most: float = AMOUNT_AT_MOST) -> float | None:
    """Return an amount from 0 to `most`, written as a number or as the text of one."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        amount = float(value)
    except (ValueError, OverflowError):
        return None
    return amount if math.isfinite(amount) and 0 <= amount <= most else None


def day_of(stamp: object) -> dt.date | None:
    """Return the day of a time stamp such as `2024-01-25T11:28:50.295Z`; None for anything else."""
    try:
        return dt.date.fromisoformat(stamp[:10]) if isinstance(stamp, str) else None
    except ValueError:
        return None


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
    """Return the texts in their order, each once."""
    return tuple(dict.fromkeys(texts))

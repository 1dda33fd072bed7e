"""How single values are spelled in a file: for the shapes, and for the molds made of them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

SCHEMA_VERSION: Final = 1

ID_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
ONE_LINE_PATTERN: Final = r"^[^\r\n]*[^\s][^\r\n]*$"
PROSE_PATTERN: Final = r"[^\s]"
URL_PATTERN: Final = r"^https?://[!-~]+$"
CURRENCY_PATTERN: Final = "^[A-Z]{3}$"
LANGUAGE_PATTERN: Final = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
ONET_SOC_PATTERN: Final = r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$"
ISCO08_PATTERN: Final = "^[0-9]{1,4}$"

DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199

Way = tuple[str, ...]
"""Keys that are written together."""

SKILL_OR_ANY_OF: Final[tuple[Way, ...]] = (("skill",), ("any_of",))
SKILL_OR_CREDENTIAL: Final[tuple[Way, ...]] = (("skill", "level"), ("credential",))
AMOUNT_OR_PERCENT: Final[tuple[Way, ...]] = (("amount",), ("percent",))


def day_of(value: object) -> dt.date | None:
    """Give the day that an ISO date names, None where there is no such day near our time."""
    if not isinstance(value, str) or DAY.fullmatch(value) is None:
        return None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def takes_one_way(record: Any, ways: tuple[Way, ...]) -> bool:  # noqa: ANN401 - a shape or a form
    """Say whether one way of writing an entry is taken in full, and no other in part."""
    taken = [way for way in ways if any(getattr(record, key) is not None for key in way)]
    return len(taken) == 1 and all(getattr(record, key) is not None for key in taken[0])

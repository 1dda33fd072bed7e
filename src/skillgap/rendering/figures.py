"""Money, hours, dates and shares, as a person reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CURRENCY_SIGNS: Final[Mapping[str, str]] = MappingProxyType({"USD": "$", "EUR": "€", "GBP": "£"})


def money(amount: float, currency: str) -> str:
    """Write an amount: `$1,250`, `$49.50`, `CHF 400`, `free`."""
    if round(amount, 2) == 0:
        return "free"
    return cash(amount, currency)


def cash(amount: float, currency: str) -> str:
    """Write an amount that is never called free: `$0`."""
    figure = number(amount, decimals=2, fixed=True)
    sign = CURRENCY_SIGNS.get(currency)
    return f"{currency}\u00a0{figure}" if sign is None else f"{sign}{figure}"


def number(value: float, *, decimals: int = 1, fixed: bool = False) -> str:
    """Write a number with thousands apart; a whole one without decimals."""
    rounded = round(value, decimals)
    if rounded == int(rounded):
        return f"{int(rounded):,}"
    text = f"{rounded:,.{decimals}f}"
    return text if fixed else text.rstrip("0")


def hours(value: float) -> str:
    """Write a workload: `40 h`."""
    return f"{number(value)}\u00a0h"


def weeks(value: float) -> str:
    """Write a duration: `1 week`, `12.5 weeks`."""
    return counted(value, "week")


def counted(value: float, noun: str, plural: str = "") -> str:
    """Write how many of something: `1 step`, `3 steps`."""
    figure = number(value)
    return f"{figure}\u00a0{noun if figure == '1' else plural or noun + 's'}"


def day(value: dt.date) -> str:
    """Write a day, year first."""
    return value.isoformat()


def percent(share: float) -> str:
    """Write a share of 0-1; 100% and 0% only where they are exact."""
    if 0 < share < 1:
        return f"{min(99, max(1, round(share * 100)))}%"
    return f"{round(share * 100)}%"


def listed(items: tuple[str, ...] | list[str], conjunction: str = "and") -> str:
    """Join words the way a sentence does: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def shortened(
    items: tuple[str, ...] | list[str], at_most: int = 4, conjunction: str = "and"
) -> str:
    """Join words, the ones beyond `at_most` only counted."""
    if len(items) <= at_most:
        return listed(items, conjunction)
    return f"{', '.join(items[:at_most])} and {len(items) - at_most} more"

"""Prices as they are printed, and what they come to."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec

from skillgap.domain.source import Source

WEEKS_PER_MONTH = 52 / 12


class PricePer(StrEnum):
    """What the amount buys: the whole thing, or a month of it."""

    ONCE = "once"
    MONTH = "month"


class Price(msgspec.Struct, frozen=True):
    """`amount` in `currency`; 0 is free, None is not known."""

    amount: float | None
    per: PricePer = PricePer.ONCE
    currency: str | None = None
    free_audit: bool | None = None


class ExchangeRates(msgspec.Struct, frozen=True):
    """How much one unit of each currency is worth in the catalog's own."""

    rates: Mapping[str, float] = msgspec.field(default_factory=lambda: MappingProxyType({}))
    as_of: dt.date | None = None
    source: Source | None = None


def months_billed(weeks: float) -> int:
    """Count the months that a subscription is paid for: begun months count whole, at least one."""
    return max(1, math.ceil(round(weeks / WEEKS_PER_MONTH, 6)))


def cost_in_cents(price: Price, *, weeks: float, currency: str, rates: ExchangeRates) -> int | None:
    """Give what a price comes to over `weeks`, in hundredths of `currency`.

    None where the amount is not known or its currency has no rate.

    Why cents: plans are compared and proven in whole numbers, so nothing is lost to rounding.
    """
    if price.amount is None:
        return None
    rate = 1.0
    if price.currency is not None and price.currency != currency:
        if price.currency not in rates.rates:
            return None
        rate = rates.rates[price.currency]
    times = months_billed(weeks) if price.per is PricePer.MONTH else 1
    return round(price.amount * rate * 100) * times

"""Prices as they are printed, and what they come to."""

import datetime as dt
import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from skillgap.domain.fields import Amount, Currency, Record, require_near
from skillgap.domain.source import Source

DAYS_OF_MONTHS = (31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)
"""The most days that one month of the calendar has, or two in a row, and so on to eleven."""


class PricePer(StrEnum):
    """What the amount buys: the whole thing, or a month of it."""

    ONCE = "once"
    MONTH = "month"


class Price(Record, frozen=True):
    """What a credential costs."""

    amount: Annotated[
        Amount | None, Meta(description="0 is free, null is not known.", examples=[49, 0, None])
    ]
    per: Annotated[
        PricePer,
        Meta(description="`once`: the amount buys the whole thing; `month`: a month of it."),
    ] = PricePer.ONCE
    currency: Annotated[
        Currency | None,
        Meta(
            description="ISO 4217; the currency of the catalog where it is left out.",
            examples=["USD", "EUR"],
        ),
    ] = None
    free_audit: Annotated[
        bool | None,
        Meta(description="Whether the content can be followed for free, without the credential."),
    ] = None


class ExchangeRates(Record, frozen=True):
    """What other currencies are worth in the currency of the catalog."""

    written_order: ClassVar = ("as_of", ...)
    always_written: ClassVar = frozenset({"as_of", "rates"})

    rates: Annotated[
        Mapping[Currency, Annotated[float, Meta(gt=0, le=1_000_000)]],
        Meta(
            description="How much of the catalog's currency one unit buys.",
            examples=[{"EUR": 1.08}],
        ),
    ] = msgspec.field(default_factory=dict)
    as_of: Annotated[dt.date | None, Meta(description="The day of the rates.")] = None
    source: Annotated[Source | None, Meta(description="Where they come from.")] = None

    def __post_init__(self) -> None:
        """Refuse a day that is far from our time."""
        require_near(self.as_of)


def months_billed(weeks: float) -> int:
    """Count the months that a subscription is paid for: begun months count whole, at least one.

    So many months last as long as the longest in a row: 31 days are one month, 365 days twelve. Why
    the longest: on which day a step begins is not known before the path is.
    """
    days = math.ceil(round(weeks * 7, 6))
    months = max(1, days // DAYS_OF_MONTHS[0])
    while most_days(months) < days:
        months += 1
    return months


def most_days(months: int) -> int:
    """Return the most days that so many months in a row have; every fourth year has one more."""
    years, rest = divmod(months, 12)
    return (DAYS_OF_MONTHS[rest - 1] if rest else 0) + 365 * years + (years + 3) // 4


def cost_in_cents(price: Price, *, weeks: float, currency: str, rates: ExchangeRates) -> int | None:
    """Return what a price comes to over `weeks`, in hundredths of `currency`.

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

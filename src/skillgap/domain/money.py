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

WEEKS_PER_MONTH = 52 / 12


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
    """Count the months that a subscription is paid for: begun months count whole, at least one."""
    return max(1, math.ceil(round(weeks / WEEKS_PER_MONTH, 6)))


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

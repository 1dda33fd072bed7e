"""What completing a stack takes off the price of its members."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.money import Price, cost_in_cents
from skillgap.domain.stack import Stack


class Off(msgspec.Struct, frozen=True):
    """Money off what the members `on` cost: so many cents, or so many hundredths."""

    on: frozenset[CredentialId]
    cents: int = 0
    percent: float = 0.0

    def share_of(self, cents: int) -> int:
        """Give the hundredths of a price, what is less than a cent left out."""
        return math.floor(round(cents * self.percent / 100, 6))


def find_off(stack: Stack, catalog: Catalog) -> Off | None:
    """Work out what completing a stack takes off; None where nothing, or nothing known."""
    discount = stack.discount
    if discount is None:
        return None
    on = frozenset(discount.members or stack.members)
    if discount.percent is not None:
        return Off(on, percent=discount.percent)
    price = Price(discount.amount, currency=discount.currency)
    cents = cost_in_cents(price, weeks=0, currency=catalog.currency, rates=catalog.exchange_rates)
    return Off(on, cents=cents) if cents else None


def find_every_off(catalog: Catalog) -> Mapping[CredentialId, tuple[Off, ...]]:
    """List for each credential all that could be off its price."""
    found: dict[CredentialId, tuple[Off, ...]] = {}
    for stack in catalog.stacks.values():
        off = find_off(stack, catalog)
        if off is not None:
            for each in off.on:
                found[each] = (*found.get(each, ()), off)
    return found


def least_cents(cents: int, offs: tuple[Off, ...]) -> int:
    """Give the least that a price of so many cents can come to, whatever is off it.

    No credential serves two discounts, and none takes off more than what it is on costs.
    """
    return max(0, cents - max((each.cents or each.share_of(cents) for each in offs), default=0))

"""Paths that an answer may not be, so that the next best one is found."""

from __future__ import annotations

from typing import Final

import msgspec

from skillgap.domain.identifiers import CredentialId
from skillgap.planning.chaining import Reach
from skillgap.planning.world import World

NO_LOWER_BOUND: Final = float("-inf")


class Bar(msgspec.Struct, frozen=True):
    """Forbids every path that holds all of `credentials`.

    Why also what holds more: an earlier path is at least as good as any that contains it whole,
    the bonuses of stacks counted, so the rest of such a one is idle. Nothing else is lost: the
    best path that keeps all bars has no part that is as good by itself.
    """

    credentials: frozenset[CredentialId]

    @classmethod
    def of(cls, world: World, reach: Reach) -> Bar:
        """Forbid what was found."""
        offers = (world.items[each].offer for each in reach.order)
        return cls(frozenset(each.credential.id for each in offers if each is not None))

    def forbids(self, other: Bar) -> bool:
        """Say whether another path is one of those forbidden."""
        return self.credentials <= other.credentials

    def as_row(self, world: World) -> tuple[dict[int, float], float, float]:
        """Give the row for the engine, one of the credentials to be dropped, and its bounds."""
        entries = {
            number: 1.0
            for number, item in enumerate(world.items)
            if item.offer is not None and item.offer.credential.id in self.credentials
        }
        return entries, NO_LOWER_BOUND, float(len(entries) - 1)

"""What a path adds up to, what completed stacks take off included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Final

from skillgap.domain.identifiers import CredentialId
from skillgap.planning.chaining import Reach, walk
from skillgap.planning.offers import Offer
from skillgap.planning.timetable import arrange, length_of
from skillgap.planning.world import World

MOST_ASSIGNMENTS: Final = 20_000
"""So many ways to share members out among discounts are tried; nobody offers that many."""


def add_up(world: World, measure: Mapping[int, int], reach: Reach) -> int:
    """Give the sum of a measure over a path, in whole numbers."""
    whole = sum(measure.get(item, 0) for item in reach.order)
    if world.clock is not None and world.clock in measure:
        whole += measure[world.clock] * days_taken(world, reach)
    first = len(world.items)
    return whole + sum(measure.get(first + each, 0) for each in rebates_given(world, reach))


def days_taken(world: World, reach: Reach) -> int:
    """Give the days of study that a path takes, from the first to the last."""
    offers = {item.id: item.offer for at in reach.order if (item := world.items[at]).offer}
    number_of = {world.items[at].id: at for at in reach.order if world.items[at].offer}
    stacks = world.stacks
    served: dict[frozenset[CredentialId], Reach] = {}

    def is_open(offer: Offer, done: frozenset[CredentialId]) -> bool:
        if done not in served:
            served[done] = walk(world, stacks.union(number_of[each] for each in done))
        return all(
            sum(served[done].serves(need) for need in world.group_needs[group])
            >= world.counts[group]
            for group in world.groups_of[number_of[offer.credential.id]]
        )

    offered = [offer for offer in offers.values() if offer is not None]
    return length_of(arrange(offered, world.at_once, is_open))


def rebates_given(world: World, reach: Reach) -> tuple[int, ...]:
    """Give the numbers of the rebates that a path is given, those that take off the most.

    No member serves two of them; of several best choices the first counts.
    """
    return tuple(sorted(share_out(world, reach))) if world.rebates else ()


def share_out(world: World, reach: Reach) -> dict[int, tuple[int, ...]]:
    """Give the rebates of a path with the members that serve each."""
    taken = set(reach.order)
    possible = {
        number: tuple(each for each in rebate.members if each in taken)
        for number, rebate in enumerate(world.rebates)
        if rebate.stack in taken and not taken.isdisjoint(rebate.members)
    }
    serving: dict[int, list[int]] = {}
    for number, members in possible.items():
        for member in members:
            serving.setdefault(member, []).append(number)
    contested = [member for member, numbers in serving.items() if len(numbers) > 1]
    best: dict[int, tuple[int, ...]] = {}
    most = -1
    choices = product(*(serving[member] for member in contested))
    for choice in islice(choices, MOST_ASSIGNMENTS):
        chosen = dict(zip(contested, choice, strict=True))
        given = dict(find_given(world, possible, chosen))
        saved = sum(world.rebates[number].cents for number in given)
        if saved > most:
            best, most = given, saved
    return best


def find_given(
    world: World, possible: Mapping[int, Sequence[int]], chosen: Mapping[int, int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give the rebates that their members allow, once each member serves the one chosen for it."""
    for number, members in possible.items():
        rebate = world.rebates[number]
        own = tuple(each for each in members if chosen.get(each, number) == number)
        if own and sum(price_of(world, each) for each in own) >= rebate.cents:
            yield number, own


def price_of(world: World, item: int) -> int:
    """Give what earning an offer costs, in cents."""
    offer = world.items[item].offer
    return 0 if offer is None else offer.price_cents

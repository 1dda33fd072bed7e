"""What a path adds up to, with the rebates that it is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Final

import msgspec

from skillgap.domain.identifiers import CredentialId
from skillgap.planning.graph.reach import Reach, reach_in_order
from skillgap.planning.graph.world import World
from skillgap.planning.offers import Offer
from skillgap.planning.schedule import makespan_of, schedule_offers

MOST_ALLOCATIONS: Final = 20_000
"""So many allocations of contested members to rebates are tried at most."""


def add_up(world: World, measure: Mapping[int, int], reach: Reach) -> int:
    """Return the sum of a measure over a path, in whole numbers."""
    whole = sum(measure.get(item, 0) for item in reach.order)
    if world.makespan is not None and world.makespan in measure:
        whole += measure[world.makespan] * find_makespan(world, reach)
    first = len(world.items)
    return whole + sum(
        measure.get(first + number, 0) * (given.cents // world.rebates[number].step)
        for number, given in allocate_rebates(world, reach).items()
    )


def find_makespan(world: World, reach: Reach) -> int:
    """Return the days of study that a path takes, from the first to the last."""
    offers = {item.id: item.offer for at in reach.order if (item := world.items[at]).offer}
    number_of = {world.items[at].id: at for at in reach.order if world.items[at].offer}
    stacks = world.stacks
    served: dict[frozenset[CredentialId], Reach] = {}

    def is_open(offer: Offer, done: frozenset[CredentialId]) -> bool:
        if done not in served:
            served[done] = reach_in_order(world, stacks.union(number_of[each] for each in done))
        return all(
            sum(served[done].serves(need) for need in world.group_needs[group])
            >= world.counts[group]
            for group in world.groups_of[number_of[offer.credential.id]]
        )

    offered = [offer for offer in offers.values() if offer is not None]
    return makespan_of(schedule_offers(offered, world.at_once, is_open))


class Given(msgspec.Struct, frozen=True):
    """A rebate that a path is given: the members that serve it, and what it takes off."""

    members: tuple[int, ...]
    cents: int


def allocate_rebates(world: World, reach: Reach) -> dict[int, Given]:
    """Return the rebates of a path by their numbers, those that save the most.

    No member serves two of them; of several best allocations the first counts.
    """
    if not world.rebates:
        return {}
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
    best: dict[int, Given] = {}
    most = -1
    choices = product(*(serving[member] for member in contested))
    for choice in islice(choices, MOST_ALLOCATIONS):
        chosen = dict(zip(contested, choice, strict=True))
        given = dict(find_given(world, possible, chosen))
        saved = sum(each.cents for each in given.values())
        if saved > most:
            best, most = given, saved
    return best


def find_given(
    world: World, possible: Mapping[int, Sequence[int]], chosen: Mapping[int, int]
) -> Iterator[tuple[int, Given]]:
    """Yield the rebates once each contested member serves the one chosen for it."""
    for number, members in possible.items():
        own = tuple(each for each in members if chosen.get(each, number) == number)
        if own:
            price = sum(price_of(world, each) for each in own)
            yield number, Given(own, min(world.rebates[number].cents, price))


def price_of(world: World, item: int) -> int:
    """Return what earning an offer costs, in cents."""
    offer = world.items[item].offer
    return 0 if offer is None else offer.price_cents

"""What a path adds up to, what completed stacks take off included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Final

import msgspec

from skillgap.domain.identifiers import CredentialId
from skillgap.errors import InternalError
from skillgap.planning.graph.reach import Reach, walk
from skillgap.planning.graph.world import World
from skillgap.planning.offers import Offer

IsOpen = Callable[[Offer, frozenset[CredentialId]], bool]
"""Says whether an offer can be begun once these credentials are done."""


class Slot(msgspec.Struct, frozen=True):
    """An offer and when it runs: from day `first` to before day `end`, counted from 0."""

    offer: Offer
    first: int
    end: int


def arrange(offers: Iterable[Offer], at_once: int, is_open: IsOpen) -> tuple[Slot, ...]:
    """Lay offers out in time, each as long as by itself, at most `at_once` on any day.

    The days of work are nobody's twice: each offer's are done one after another, in the order in
    which the offers are picked, and what is left of its time is waiting, which may overlap with
    other work. Whenever there is room, the next of those that can be begun is picked (see
    `preference_to_start`) and begun as soon as its days of work still end with it. So an offer
    takes no longer, and costs no more by the month, than alone; with one at a time nothing
    overlaps; and never is a path longer than one at a time.
    """
    waiting = sorted(offers, key=lambda offer: offer.credential.id)
    slots: list[Slot] = []
    now = worked_until = 0
    while waiting:
        done = frozenset(slot.offer.credential.id for slot in slots if slot.end <= now)
        running = [slot.end for slot in slots if slot.end > now]
        has_room = len(running) < at_once
        ready = [offer for offer in waiting if is_open(offer, done)] if has_room else []
        if not ready:
            if not running:
                names = ", ".join(offer.credential.id for offer in waiting)
                raise InternalError(f"a path that cannot be walked: {names}")
            now = min(running)
            continue
        ids = {offer.credential.id for offer in waiting}
        offer = min(ready, key=lambda each: preference_to_start(each, ids))
        waiting.remove(offer)
        first = max(now, worked_until + offer.work_days - offer.days)
        worked_until = max(first, worked_until) + offer.work_days
        slots.append(Slot(offer, first, first + offer.days))
    return tuple(sorted(slots, key=lambda slot: slot.first))


def preference_to_start(
    offer: Offer, waiting: set[CredentialId]
) -> tuple[bool, int, int, CredentialId]:
    """Give the key by which the next credential is picked, the least first."""
    credential = offer.credential
    return (
        not waiting.isdisjoint(credential.recommends),
        max((award.level for award in credential.awards), default=0),
        offer.cents,
        credential.id,
    )


def length_of(slots: Iterable[Slot]) -> int:
    """Give the days from the first to the last day of all."""
    return max((slot.end for slot in slots), default=0)


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

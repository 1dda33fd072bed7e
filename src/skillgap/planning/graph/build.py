"""A world built from items: which of them matter, and who serves what they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from math import gcd

from skillgap.planning.graph.reach import find_reach
from skillgap.planning.graph.world import Item, Memberships, Need, Rebate, World, memberships_of
from skillgap.planning.objective import CENTS, balanced_cost
from skillgap.planning.offers import DiscountTerms, Offer, index_discounts, least_cents


def build_reachable_world(
    items: tuple[Item, ...], roots: Iterable[Need], hour_value: float, at_once: int = 1
) -> World:
    """Build the world of the relevant items that can be reached."""
    roots = tuple(roots)
    whole = build_relevant_world(items, roots, hour_value, at_once)
    reachable = sorted(find_reach(whole).order)
    if len(reachable) == len(whole.items):
        return whole
    return build_world(tuple(whole.items[each] for each in reachable), roots, at_once)


def build_relevant_world(
    items: tuple[Item, ...], roots: Iterable[Need], hour_value: float, at_once: int = 1
) -> World:
    """Build the world of the relevant items, within reach or not."""
    roots = tuple(roots)
    return build_world(find_relevant(items, roots, hour_value), roots, at_once)


def find_relevant(
    items: tuple[Item, ...], roots: Iterable[Need], hour_value: float
) -> tuple[Item, ...]:
    """Keep the items that `roots` lead back to, and stacks that could pay.

    Why this loses nothing: an item that no root leads back to closes nothing and unlocks nothing
    that does. It could only be worth its place by completing stacks; see `find_bonus_candidates`.
    """
    trace = Trace(items, with_discounts=True)
    trace.follow(roots)
    memberships = memberships_of(items)
    bonus_candidates = find_bonus_candidates(items, memberships, trace.found, hour_value)
    trace.follow(((items[each].id, 0),) for each in bonus_candidates)
    wanted = trace.found | find_relevant_stacks(items, memberships, trace.found)
    return tuple(items[number] for number in sorted(wanted))


class Trace:
    """The items found so far that serve a root, or a need of what was found.

    With discounts, what leads to a stack whose discount is on something found is found as well:
    what is missing of the stack may cost less than its discount saves. A member is never taken for
    the discount alone: it costs at least what is off it.
    """

    def __init__(self, items: tuple[Item, ...], *, with_discounts: bool = False) -> None:
        """Start with nothing found; each item and need is looked at once at most."""
        self.items = items
        self.achievers = index_achievers(items)
        self.found: set[int] = set()
        self.seen: set[Need] = set()
        self.discounts: dict[str, list[int]] = {}
        for number, item in enumerate(items) if with_discounts else ():
            for member in item.discount.members if item.discount is not None else ():
                self.discounts.setdefault(member, []).append(number)

    def follow(self, roots: Iterable[Need]) -> None:
        """Find the items that serve the roots, those that serve the needs of these, and so on."""
        waiting = [root for root in roots if root not in self.seen]
        self.seen.update(waiting)
        while waiting:
            for name, level in waiting.pop():
                for offered, number in self.achievers.get(name, ()):
                    if (offered < level if level else offered != 0) or number in self.found:
                        continue
                    self.found.add(number)
                    for need in self.asked_with(self.items[number]):
                        if need not in self.seen:
                            self.seen.add(need)
                            waiting.append(need)

    def asked_with(self, item: Item) -> Iterator[Need]:
        """List what an item asks for, and what the discounts on it ask for."""
        for group in item.groups:
            yield from group.needs
        yield from item.corequisites
        if item.offer is None:
            return
        for stack in self.discounts.pop(item.id, ()):
            for group in self.items[stack].groups:
                yield from group.needs


def index_achievers(items: tuple[Item, ...]) -> Mapping[str, list[tuple[int, int]]]:
    """List for each skill the levels awarded of it, and by which item; credentials at level 0."""
    by_name: dict[str, list[tuple[int, int]]] = {}
    for number, item in enumerate(items):
        for award in item.awards:
            by_name.setdefault(award.skill, []).append((award.level, number))
        for credential in item.gives:
            by_name.setdefault(credential, []).append((0, number))
    return by_name


def find_bonus_candidates(
    items: tuple[Item, ...], memberships: Memberships, wanted: set[int], hour_value: float
) -> list[int]:
    """Find offers that cost so little that the bonuses of stacks alone could pay for them.

    1. Let o be an offer that no root leads back to, c(o) its balanced cost less the largest
       discount on it, and b(o) the sum of the bonuses of the stacks that it counts toward.
    2. A path without o loses at most b(o), and saves at least c(o).
    3. So only an offer with c(o) < b(o) can be worth its place.
    """
    discounts = index_discounts(item.discount for item in items)
    return [
        number
        for number, item in enumerate(items)
        if item.offer is not None
        and item.id in memberships.asking
        and number not in wanted
        and least_cost(item.offer, discounts.get(item.offer.credential.id, ()), hour_value)
        < memberships.most_bonus(item.id) * CENTS
    ]


def least_cost(offer: Offer, discounts: Iterable[DiscountTerms], hour_value: float) -> int:
    """Return the least that an offer can cost under the discounts on it."""
    saved = offer.price_cents - least_cents(offer.price_cents, discounts)
    return balanced_cost(offer, hour_value) - saved


def find_relevant_stacks(
    items: tuple[Item, ...], memberships: Memberships, wanted: set[int]
) -> AbstractSet[int]:
    """Find the stacks that something wanted counts toward, and those that ask for nothing."""
    found = {
        number for number, item in enumerate(items) if item.stack is not None and not item.groups
    }
    names = {given for number in (*wanted, *found) for given in items[number].gives}
    for name in sorted(names & memberships.asking.keys()):
        found |= memberships.above(name)
    return found


def build_world(items: tuple[Item, ...], roots: Iterable[Need], at_once: int = 1) -> World:
    """Connect items with all the needs that they and `roots` speak of."""
    asked = dict.fromkeys(roots)
    for item in items:
        asked.update(dict.fromkeys(item.corequisites))
        for group in item.groups:
            asked.update(dict.fromkeys(group.needs))
    needs = tuple(sorted(asked))
    number_of = {need: number for number, need in enumerate(needs)}
    asking = index_atoms(needs)
    provides = tuple([needs_served(item, asking) for item in items])
    achievers: list[list[int]] = [[] for _ in needs]
    watchers: list[list[int]] = [[] for _ in needs]
    owners: list[int] = []
    counts: list[int] = []
    group_needs: list[tuple[int, ...]] = []
    groups_of: list[tuple[int, ...]] = []
    for number, item in enumerate(items):
        for need in provides[number]:
            achievers[need].append(number)
        first = len(owners)
        for group in item.groups:
            numbers = tuple([number_of[each] for each in group.needs])
            for need in numbers:
                watchers[need].append(len(owners))
            owners.append(number)
            counts.append(group.count)
            group_needs.append(numbers)
        groups_of.append(tuple(range(first, len(owners))))
    return World(
        items=items,
        needs=needs,
        number_of=number_of,
        provides=provides,
        achievers=tuple(map(tuple, achievers)),
        watchers=tuple(map(tuple, watchers)),
        owners=tuple(owners),
        counts=tuple(counts),
        group_needs=tuple(group_needs),
        waits=tuple(map(len, groups_of)),
        groups_of=tuple(groups_of),
        corequisites={
            number: tuple([number_of[need] for need in item.corequisites])
            for number, item in enumerate(items)
            if item.corequisites
        },
        rebates=tuple(find_rebates(items)),
        at_once=at_once,
    )


def index_atoms(needs: Iterable[Need]) -> dict[str, list[tuple[int, int]]]:
    """List for each skill and credential the levels wanted of it and by which need."""
    asking: dict[str, list[tuple[int, int]]] = {}
    for number, need in enumerate(needs):
        for name, level in need:
            asking.setdefault(name, []).append((level, number))
    return asking


def needs_served(item: Item, asking: Mapping[str, list[tuple[int, int]]]) -> tuple[int, ...]:
    """List the needs that an item serves, in their order.

    A skill and a credential may share an id: the level 0 tells them apart.
    """
    served = {
        number
        for award in item.awards
        for level, number in asking.get(award.skill, ())
        if 0 < level <= award.level
    }
    served.update(
        number
        for credential in item.gives
        for level, number in asking.get(credential, ())
        if level == 0
    )
    return tuple(sorted(served))


def find_rebates(items: tuple[Item, ...]) -> Iterator[Rebate]:
    """List the rebates of all stacks, by the numbers of the items."""
    number_of = {item.id: number for number, item in enumerate(items) if item.offer is not None}
    for stack, item in enumerate(items):
        if item.discount is None:
            continue
        numbers = sorted(number_of[each] for each in item.discount.members if each in number_of)
        prices = {
            number: offer.price_cents
            for number in numbers
            if (offer := items[number].offer) is not None and offer.price_cents
        }
        for members, cents in item.discount.savings(prices):
            if cents:
                yield Rebate(stack, members, cents, gcd(cents, *(prices[each] for each in members)))

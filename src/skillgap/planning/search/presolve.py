"""A question made smaller before it is searched, with the same best path."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from skillgap.planning.graph.build import find_bonus_candidates, restrict
from skillgap.planning.graph.reach import Reach, find_first_achievers, find_reach
from skillgap.planning.graph.world import Item, Memberships, World, memberships_of
from skillgap.planning.objective import CENTS, STACK_BONUS, balanced_cost, tie_break_cost
from skillgap.planning.offers import Offer
from skillgap.planning.question import Question
from skillgap.planning.request import Preference
from skillgap.planning.search.heuristics import find_supporters

COMPARED_AT_MOST: Final = 48
"""With how many of the best that serve the same need each offer is compared.

Why: what is dominated at all is mostly so by one of the best, and comparing all with all would take
longer than it saves.
"""

BEYOND_BALANCED: Final = 2**48
"""More cents than any path costs: what a preference counts stands before what balanced does."""

MOST_ROUNDS: Final = 4
"""What is left out leaves fewer needs, and these let more be left out; seldom more often."""


def presolve(question: Question) -> Question:
    """Return a smaller question with the same best path: of its items only the candidates."""
    world = question.world
    if not can_exchange(question):
        return question
    candidates = find_candidates(question, find_first_achievers(world))
    kept = sorted(find_reach(world, candidates | world.stacks).order)
    smaller = restrict(world, kept, question.needs)
    return replace(question, world=smaller, within_reach=find_reach(smaller))


def find_candidates(question: Question, first_achievers: Sequence[Sequence[int]]) -> set[int]:
    """Return the items that a best path could take; without the others it is the same.

    `first_achievers` lists, for each need, all who could be the first to serve it.

    1. For an offer o let c(o) be its cost, N(o) the needs asked for that it serves, b(o) the
       bonuses of the stacks it counts toward, and m(o) what it adds to a limit m.
    2. For a need n let w(n) be the least cost of serving it, each prerequisite paid for as if
       alone, and m(n) what that adds to limit m. Let W be the items that do so for all n in N(o).
    3. Drop o if the sum of w(n) over N(o) is less than c(o) - b(o), and the sum of m(n) at most
       m(o) for every limit m.
    4. In a path P with o, put W in its place. Whatever waited for o finds its needs served, and W
       waits for nothing that it does not hold: the result can be done and covers as much.
    5. By 3 it keeps every limit and costs less than P, the bonuses lost with o counted.
    6. Every item of W costs less than o, so replacing again and again comes to an end: some best
       path holds no dropped offer.
    """
    world = question.world
    memberships = memberships_of(world.items)
    costs, lost = find_item_costs(question), find_lost_bonuses(world, memberships)
    measures = [measure for measure, _ in question.limits().values()]
    fixed = {member for rebate in world.rebates for member in rebate.members}
    roots = list(find_roots(question))
    within_reach = frozenset(question.within_reach.order)
    left, asked = trace(world, first_achievers, roots, within_reach)
    bonus_candidates = find_bonus_candidates(
        world.items, memberships, left, question.request.hour_value
    )
    if bonus_candidates:
        roots += (world.number_of[(world.items[each].id, 0),] for each in bonus_candidates)
        left, asked = trace(world, first_achievers, roots, within_reach)
    for _ in range(MOST_ROUNDS):
        supporters = find_supporters(world, costs, left.difference(world.corequisites))
        sums = [supporters.cost, *(supporters.add_up(world, each) for each in measures)]
        dominated = {
            item
            for item in left
            if world.items[item].offer is not None
            and item not in fixed
            and is_dominated(world, item, asked, [costs, *measures], sums, lost.get(item, 0))
        }
        if not dominated:
            break
        left, asked = trace(world, first_achievers, roots, left - dominated)
    return left


def find_item_costs(question: Question) -> dict[int, int]:
    """Return the cost of each offer: by the preference, and where equal by balanced value."""
    offers, prefer = question.offers(), question.request.prefer
    balanced = question.costs(Preference.BALANCED)
    if prefer is Preference.BALANCED:
        return {item: balanced[item] for item in offers}
    preferred = question.costs(prefer)
    return {item: preferred[item] * BEYOND_BALANCED + balanced[item] for item in offers}


def find_lost_bonuses(world: World, memberships: Memberships) -> Mapping[int, int]:
    """Return, for the offers that count toward stacks, the bonuses that could be lost with them."""
    return {
        item: len(memberships.above(each.id)) * STACK_BONUS * CENTS
        for item, each in enumerate(world.items)
        if each.offer is not None and each.id in memberships.asking
    }


def find_roots(question: Question) -> Iterator[int]:
    """List the needs that are asked for themselves: by the request and by stacks with discounts."""
    world = question.world
    yield from map(question.number, question.needs)
    for stack in dict.fromkeys(rebate.stack for rebate in world.rebates):
        for group in world.groups_of[stack]:
            yield from world.group_needs[group]


def trace(
    world: World,
    first_achievers: Sequence[Sequence[int]],
    roots: Collection[int],
    allowed: AbstractSet[int],
) -> tuple[set[int], bytearray]:
    """Find the items that could be the first to serve the roots, or what these items ask for.

    Returns with them which needs are asked for. Every member of a rebate is found as well: it may
    be taken for that alone.
    """
    asked = bytearray(len(world.needs))
    found = {each for rebate in world.rebates for each in rebate.members if each in allowed}
    waiting = [*roots, *(need for item in found for need in needs_of(world, item))]
    for need in waiting:
        asked[need] = 1
    while waiting:
        for item in first_achievers[waiting.pop()]:
            if item in found or item not in allowed:
                continue
            found.add(item)
            for need in needs_of(world, item):
                if not asked[need]:
                    asked[need] = 1
                    waiting.append(need)
    return found, asked


def needs_of(world: World, item: int) -> list[int]:
    """List what an item asks for, before and beside it."""
    needs = [need for group in world.groups_of[item] for need in world.group_needs[group]]
    return [*needs, *world.corequisites.get(item, ())]


def is_dominated(
    world: World,
    item: int,
    asked: bytearray,
    measures: Sequence[Mapping[int, int]],
    sums: Sequence[Mapping[int, float]],
    lost: int,
) -> bool:
    """Return whether serving the needs of an item otherwise costs less; see `find_candidates`.

    The first measure must be less, the others no more. What nothing else serves is not dominated.
    """
    served = [need for need in world.provides[item] if asked[need]]
    taken = [measure.get(item, 0) for measure in measures]
    taken[0] -= lost + 1
    return all(need in sums[0] for need in served) and all(
        sum(spent[need] for need in served) <= most for most, spent in zip(taken, sums, strict=True)
    )


def translate_reach(reach: Reach, world: World, other: World) -> Reach:
    """Return a path through one world as one through another that has all its offers."""
    taken = {world.items[each].id for each in reach.order if world.items[each].offer is not None}
    offers = {number for number, item in enumerate(other.items) if item.offer and item.id in taken}
    return find_reach(other, offers | other.stacks)


def find_dominated(question: Question) -> frozenset[int]:
    """Find offers that can be left out without a search missing its best path.

    1. Let o and p be offers such that p serves all needs that o serves, asks for nothing that o
       does not ask for, takes no more money, hours or days, and is recognized and practiced no
       less.
    2. Let p be before o by balanced cost, then by the last tie-break, and let nothing name o: no
       need, no stack, no discount.
    3. In a path with o, put p in its place, or drop o where p is there already.
    4. The path can be done, keeps every limit and is better. So no best path holds o.
    """
    if not can_exchange(question):
        return frozenset()
    world, hour_value = question.world, question.request.hour_value
    ranked = sorted(
        (
            (balanced_cost(offer, hour_value), tie_break_cost(offer.credential.id), number)
            for number, offer in question.offers().items()
        )
    )
    fixed = find_wanted_by_name(world)
    masks = [sum(1 << need for need in provided) for provided in world.provides]
    best: list[list[int]] = [[] for _ in world.needs]
    dominated: set[int] = set()
    for at, (balanced, tie_break, number) in enumerate(ranked):
        provided = world.provides[number]
        if not provided:
            continue
        rarest = min(provided, key=lambda need: (len(best[need]), need))
        if number not in fixed and any(
            not masks[number] & ~masks[other] and takes_no_more(world, other, number)
            for other in best[rarest]
        ):
            is_tied = at > 0 and ranked[at - 1][:2] == (balanced, tie_break)
            if not is_tied:
                dominated.add(number)
                continue
        for need in provided:
            if len(best[need]) < COMPARED_AT_MOST:
                best[need].append(number)
    return frozenset(dominated)


def can_exchange(question: Question) -> bool:
    """Return whether a path gets no worse where something cheaper takes the place of a step.

    Not where steps overlap and days matter: a schedule may get longer as one of its steps gets
    shorter.
    """
    request = question.request
    days_matter = request.prefer is Preference.FASTEST or request.limits.by is not None
    return question.world.makespan is None or not days_matter


def find_wanted_by_name(world: World) -> frozenset[int]:
    """Find the offers that something asks for by their id, or that a rebate is on."""
    names = {name for need in world.needs for name, level in need if level == 0}
    return frozenset(
        {number for number, item in enumerate(world.items) if names.intersection(item.gives)}
        | {member for rebate in world.rebates for member in rebate.members}
    )


def takes_no_more(world: World, one: int, other: int) -> bool:
    """Return whether `one` asks for nothing and takes nothing that `other` does not."""
    mine, its = world.items[one], world.items[other]
    return (
        mine.offer is not None
        and its.offer is not None
        and costs_no_more(mine.offer, its.offer)
        and set(asked_by(mine)).issubset(asked_by(its))
    )


def costs_no_more(one: Offer, other: Offer) -> bool:
    """Return whether an offer is at least as good as another by every measure there is."""
    return (
        one.cents <= other.cents
        and one.minutes <= other.minutes
        and one.days <= other.days
        and one.recognition >= other.recognition
        and one.practice >= other.practice
    )


def asked_by(item: Item) -> Iterator[object]:
    """List what an item asks for, before and beside it."""
    yield from item.groups
    yield from item.corequisites

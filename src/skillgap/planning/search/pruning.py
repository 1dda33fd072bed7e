"""The part of a question in which its best path lies, found before anything is searched."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from skillgap.planning.graph.build import find_fillers, restrict
from skillgap.planning.graph.reach import Reach, chain, find_first_crossers
from skillgap.planning.graph.world import Item, Memberships, World, memberships_of
from skillgap.planning.objective import CENTS, STACK_BONUS, balanced_weight, tie_break_weight
from skillgap.planning.offers import Offer
from skillgap.planning.question import Question
from skillgap.planning.request import Preference
from skillgap.planning.search.heuristics import find_ways

COMPARED_AT_MOST: Final = 48
"""With how many of the best that serve the same need each offer is compared.

Why: what is dominated at all is mostly so by one of the best, and comparing all with all would
take longer than it saves.
"""


def find_dominated(question: Question) -> frozenset[int]:
    """Find offers that can be left out without a search missing its best path.

    One is dominated by another that serves all the needs it serves, asks for nothing that it does
    not ask for, takes no more money, hours or days, is recognized and practiced no less, and is
    before it by the balanced value, then by the last tie-break. Nothing may ask for the dominated
    one by its id, no stack and no discount either.

    Why this loses nothing: in any path put the other in its place, or drop it where the other is
    there already. The path can still be walked, keeps every limit and is better.
    """
    if not can_exchange(question):
        return frozenset()
    world, hour_value = question.world, question.request.hour_value
    ranked = sorted(
        (
            (balanced_weight(offer, hour_value), tie_break_weight(offer.credential.id), number)
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
    """Say whether a path gets no worse where something lighter takes the place of a step.

    Where steps run side by side and days matter it may: a timetable may get longer as a step gets
    shorter.
    """
    request = question.request
    days_matter = request.prefer is Preference.FASTEST or request.limits.by is not None
    return question.world.clock is None or not days_matter


def find_wanted_by_name(world: World) -> frozenset[int]:
    """Find the offers that something asks for by their id, or takes something off."""
    names = {name for need in world.needs for name, level in need if level == 0}
    return frozenset(
        {number for number, item in enumerate(world.items) if names.intersection(item.gives)}
        | {member for rebate in world.rebates for member in rebate.members}
    )


def takes_no_more(world: World, one: int, other: int) -> bool:
    """Say whether `one` asks for nothing and takes nothing that `other` does not."""
    mine, its = world.items[one], world.items[other]
    return (
        mine.offer is not None
        and its.offer is not None
        and costs_no_more(mine.offer, its.offer)
        and set(asked_by(mine)).issubset(asked_by(its))
    )


def costs_no_more(one: Offer, other: Offer) -> bool:
    """Say whether an offer is at least as good as another by every measure there is."""
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


BEYOND_BALANCED: Final = 2**48
"""More cents than any path weighs: what the preference counts stands before what balanced does."""

MOST_ROUNDS: Final = 4
"""What is left out leaves fewer needs, and these let more be left out; hardly ever any longer."""


def focus(question: Question) -> Question:
    """Give a smaller question with the same best path: of its items only the contenders."""
    world = question.world
    if not can_exchange(question):
        return question
    contenders = find_contenders(question, find_first_crossers(world))
    kept = sorted(chain(world, contenders | world.stacks).order)
    smaller = restrict(world, kept, question.needs)
    return replace(question, world=smaller, within_reach=chain(smaller))


def find_contenders(question: Question, crossers: Sequence[Sequence[int]]) -> set[int]:
    """Find the items that a best path could take; without the others it is the same.

    `crossers` lists, for each need, all who could be the first to serve it.

    An offer is left out where all that it could be taken for can be had for less without it: each
    of these things by a way of its own, with its prerequisites paid for every time. Against no
    limit may those ways together count more than the offer, and the bonus of every stack that the
    offer could count toward is taken to be lost.

    Why this loses nothing: put those ways in the offer's place in any path. It can still be walked,
    covers as much, keeps every limit, and is better by the preference, or as good by it and better
    by the balanced value. What the ways take is lighter than the offer, so this comes to an end.
    """
    world = question.world
    memberships = memberships_of(world.items)
    weights, lost = weigh_items(question), lost_with(world, memberships)
    measures = [measure for measure, _ in question.limits().values()]
    fixed = {member for rebate in world.rebates for member in rebate.members}
    roots = list(find_roots(question))
    within_reach = frozenset(question.within_reach.order)
    left, asked = trace(world, crossers, roots, within_reach)
    fillers = find_fillers(world.items, memberships, left, question.request.hour_value)
    if fillers:
        roots += (world.number_of[(world.items[each].id, 0),] for each in fillers)
        left, asked = trace(world, crossers, roots, within_reach)
    for _ in range(MOST_ROUNDS):
        ways = find_ways(world, weights, left.difference(world.corequisites))
        sums = [ways.cost, *(ways.add_up(world, each) for each in measures)]
        outweighed = {
            item
            for item in left
            if world.items[item].offer is not None
            and item not in fixed
            and is_outweighed(world, item, asked, [weights, *measures], sums, lost.get(item, 0))
        }
        if not outweighed:
            break
        left, asked = trace(world, crossers, roots, left - outweighed)
    return left


def carry(reach: Reach, world: World, other: World) -> Reach:
    """Give a path through one world as one through another that has all its offers."""
    taken = {world.items[each].id for each in reach.order if world.items[each].offer is not None}
    offers = {number for number, item in enumerate(other.items) if item.offer and item.id in taken}
    return chain(other, offers | other.stacks)


def weigh_items(question: Question) -> dict[int, int]:
    """Give what each item weighs: by the preference, and where that is equal by balanced value."""
    offers, prefer = question.offers(), question.request.prefer
    balanced = question.costs(Preference.BALANCED)
    if prefer is Preference.BALANCED:
        return {item: balanced[item] for item in offers}
    preferred = question.costs(prefer)
    return {item: preferred[item] * BEYOND_BALANCED + balanced[item] for item in offers}


def lost_with(world: World, memberships: Memberships) -> Mapping[int, int]:
    """Give, for the offers that count toward stacks, the bonuses that could be lost with them."""
    return {
        item: len(memberships.above(each.id)) * STACK_BONUS * CENTS
        for item, each in enumerate(world.items)
        if each.offer is not None and each.id in memberships.asking
    }


def find_roots(question: Question) -> Iterator[int]:
    """List the needs that stand for themselves: what is asked, and what discounts are given for."""
    world = question.world
    yield from map(question.number, question.needs)
    for stack in dict.fromkeys(rebate.stack for rebate in world.rebates):
        for group in world.groups_of[stack]:
            yield from world.group_needs[group]


def trace(
    world: World,
    crossers: Sequence[Sequence[int]],
    roots: Collection[int],
    allowed: AbstractSet[int],
) -> tuple[set[int], bytearray]:
    """Find the items that could be the first to serve the roots, or what these items ask for.

    Gives with them which needs are asked for. Whatever something is off for is found as well: it
    may be taken for that alone.
    """
    asked = bytearray(len(world.needs))
    found = {each for rebate in world.rebates for each in rebate.members if each in allowed}
    waiting = [*roots, *(need for item in found for need in needs_of(world, item))]
    for need in waiting:
        asked[need] = 1
    while waiting:
        for item in crossers[waiting.pop()]:
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


def is_outweighed(
    world: World,
    item: int,
    asked: bytearray,
    measures: Sequence[Mapping[int, int]],
    sums: Sequence[Mapping[int, float]],
    lost: int,
) -> bool:
    """Say whether the ways to all that an item serves, and what is lost, are less than the item.

    The first measure must be less, the others no more. What has no other way has none that is less.
    """
    served = [need for need in world.provides[item] if asked[need]]
    taken = [measure.get(item, 0) for measure in measures]
    taken[0] -= lost + 1
    return all(need in sums[0] for need in served) and all(
        sum(ways[need] for need in served) <= most for most, ways in zip(taken, sums, strict=True)
    )

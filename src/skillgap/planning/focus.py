"""The part of a question in which its best path lies, found before anything is searched."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from skillgap.planning.chaining import Reach, chain
from skillgap.planning.crossers import find_first_crossers
from skillgap.planning.dominance import can_exchange
from skillgap.planning.greedy import find_ways
from skillgap.planning.memberships import Memberships, memberships_of
from skillgap.planning.objective import CENTS, STACK_BONUS
from skillgap.planning.question import Question
from skillgap.planning.reduction import find_fillers
from skillgap.planning.request import Preference
from skillgap.planning.wiring import restrict
from skillgap.planning.world import World

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

"""Offers that no best path takes, because another does all that they do for no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from skillgap.planning.objective import balanced_weight, tie_break_weight
from skillgap.planning.offers import Offer
from skillgap.planning.question import Question
from skillgap.planning.request import Preference
from skillgap.planning.world import Item, World

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

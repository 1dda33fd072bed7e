"""The candidate pool of all who ask the same: the offers that could be on their best path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.planning.graph.build import build_world, find_bonus_candidates
from skillgap.planning.graph.reach import Reach, find_first_achievers, find_reach
from skillgap.planning.graph.world import Need, World, memberships_of
from skillgap.planning.objective import CENTS
from skillgap.planning.offers import Offer
from skillgap.planning.question import Question, Screen, ask
from skillgap.planning.request import PlanRequest, Preference
from skillgap.planning.search.heuristics import find_supporters

Served = Callable[[Need], bool]
"""Whether a need is served."""


MOST_ROUNDS: Final = 4
"""What is left out leaves fewer needs, and these let more be left out; seldom more often."""


class CandidatePool:
    """The offers that could be on anybody's best path, and what is served without one of them.

    Why they are the same for all: whoever holds more skills asks for less, and reaches everything
    for less. So what is dominated for somebody who holds none is dominated for everybody, and where
    that person has another way to a need, everybody has.
    """

    def __init__(self, catalog: Catalog, request: PlanRequest, screen: Screen) -> None:
        """Find the pool for a request, whose learner's skills are left aside."""
        nobody = replace(request, learner=replace(request.learner, skills=()))
        self.question = ask(catalog, nobody, screen)
        self.served: dict[CredentialId, Served] = {}
        anybody = ask(catalog, nobody, screen, whatever_is_held=True)
        items = anybody.world.items
        offers = (items[each].offer for each in sorted(find_candidates(anybody)))
        self.offers: Mapping[CredentialId, Offer] = {
            each.credential.id: each for each in offers if each is not None
        }

    def served_without(self, credential: CredentialId) -> Served:
        """Return what is served without a credential, whatever skills are held."""
        served = self.served.get(credential)
        if served is None:
            served = self.served[credential] = served_without(self.question, credential)
        return served


def served_without(question: Question, credential: CredentialId) -> Served:
    """Return what is served without a credential, by what is within reach."""
    reach = question.reach_without(credential)
    return lambda need: reach.serves(question.number(need))


def presolve(question: Question) -> Question:
    """Return a smaller question with the same best path: of its items only the candidates."""
    world = question.world
    candidates = find_candidates(question) | world.stacks
    kept = sorted(find_reach(world, candidates).order)
    if len(kept) == len(world.items):
        return question
    smaller = build_world(tuple(world.items[each] for each in kept), question.needs, world.at_once)
    return replace(question, world=smaller, within_reach=find_reach(smaller))


def find_candidates(question: Question) -> set[int]:
    """Return the items that a best path could take; without the others it is the same.

    Where nothing can be exchanged all that can be traced back to is.

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
    first_achievers = find_first_achievers(world)
    memberships = memberships_of(world.items)
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
    if not can_exchange(question):
        return left
    costs = question.item_costs()
    lost = {
        item: memberships.most_bonus(each.id) * CENTS
        for item, each in enumerate(world.items)
        if each.id in memberships.asking
    }
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

    Returns with them which needs are asked for.
    """
    asked = bytearray(len(world.needs))
    found: set[int] = set()
    waiting = [*roots]
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


def can_exchange(question: Question) -> bool:
    """Return whether a path gets no worse where something cheaper takes the place of a step.

    Not where steps overlap and days matter: a schedule may get longer as one of its steps gets
    shorter.
    """
    request = question.request
    days_matter = request.prefer is Preference.FASTEST or request.limits.by is not None
    return question.world.makespan is None or not days_matter


def costs_no_more(one: Offer, other: Offer) -> bool:
    """Return whether an offer is at least as good as another by every measure there is."""
    return (
        one.cents <= other.cents
        and one.minutes <= other.minutes
        and one.days <= other.days
        and one.recognition >= other.recognition
        and one.practice >= other.practice
    )


def translate_reach(reach: Reach, world: World, other: World) -> Reach:
    """Return a path through one world as one through another that has all its offers."""
    taken = {world.items[each].id for each in reach.order if world.items[each].offer is not None}
    offers = {number for number, item in enumerate(other.items) if item.offer and item.id in taken}
    return find_reach(other, offers | other.stacks)

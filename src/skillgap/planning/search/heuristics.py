"""Paths made without the engine, and paths made smaller."""

from __future__ import annotations

import heapq
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import msgspec

from skillgap.planning.graph.reach import Reach, find_reach
from skillgap.planning.graph.world import Measure, World
from skillgap.planning.question import Question
from skillgap.planning.request import LimitName
from skillgap.planning.search.model import Model
from skillgap.planning.totals import add_up

GREEDY_WORK: Final = 400_000
"""How many steps may be spent on counting what is chosen already as free."""


def cover_within_limits(
    question: Question, model: Model, support: AbstractSet[int] = frozenset()
) -> Reach | None:
    """Make some path without the engine; None where none is found within the limits.

    A path with full coverage, trimmed: of the items in `support`, which an LP relaxation takes in
    part or whole, and of the supporters of all needs, the cheaper one. If both go beyond a limit:
    the includes alone, and then of its items those that still fit, the most coverage for their
    cost first.

    Why: however short the time, there is an answer.
    """
    world, limits = model.world, question.limits()
    costs = question.item_costs()
    needs = needs_kept(question, question.within_reach)
    cheap = find_cheap_reach(world, needs, costs, frozenset(question.within_reach.order))
    found = [cheap if all(map(cheap.serves, needs)) else question.within_reach]
    by_lp = find_reach(world, (support & set(question.within_reach.order)) | world.stacks)
    if all(map(by_lp.serves, needs)):
        found.append(by_lp)
    full = min(
        (trim(question, model, each, [costs]) for each in found),
        key=lambda each: (not fits(world, limits, each), add_up(world, costs, each)),
    )
    if fits(world, limits, full):
        return full
    includes = [question.number(need) for need in question.includes]
    reach = trim(question, model, full, [costs], kept=includes)
    if not fits(world, limits, reach):
        return None
    weights: dict[int, int] = {}
    for target in question.targets:
        number = question.number(target.need)
        weights[number] = weights.get(number, 0) + target.weight

    def coverage_per_cost(item: int) -> tuple[float, int]:
        worth = sum(weights.get(need, 0) for need in world.provides[item])
        return -worth / max(1, costs.get(item, 1)), item

    waiting = sorted(set(full.order) - set(reach.order) - world.stacks, key=coverage_per_cost)
    added = True
    while added:
        added = False
        for item in tuple(waiting):
            longer = find_reach(world, {*reach.order, item, *world.stacks})
            if item in longer.order and fits(world, limits, longer):
                reach, added = longer, True
                waiting.remove(item)
    return reach


def fits(world: World, limits: Mapping[LimitName, tuple[Measure, int]], reach: Reach) -> bool:
    """Return whether a path keeps every limit on sums."""
    return all(add_up(world, measure, reach) <= allowed for measure, allowed in limits.values())


def trim(
    question: Question,
    model: Model,
    reach: Reach,
    goals: Sequence[Mapping[int, int]],
    *,
    kept: Sequence[int] | None = None,
) -> Reach:
    """Drop offers one by one, the costliest first, as long as nothing is lost and no goal worsens.

    What must not be lost is `kept`, by default all that the path serves of what is asked.

    Why: where the search was stopped early, what it found may hold credentials that serve nothing.
    """
    world = model.world
    kept = needs_kept(question, reach) if kept is None else kept
    stacks = model.world.stacks
    value = evaluate(world, goals, reach)
    for item in sorted(reach.order, key=lambda each: (-goals[0].get(each, 0), each)):
        if world.items[item].offer is None:
            continue
        rest = [each for each in reach.order if each != item]
        shorter = find_reach(world, {*rest, *stacks})
        if not all(shorter.serves(need) for need in kept):
            continue
        shorter_value = evaluate(world, goals, shorter)
        if shorter_value <= value:
            reach, value = shorter, shorter_value
    return reach


def evaluate(world: World, goals: Sequence[Mapping[int, int]], reach: Reach) -> list[int]:
    """Count every goal over a path."""
    return [add_up(world, goal, reach) for goal in goals]


def needs_kept(question: Question, reach: Reach) -> list[int]:
    """List what a path serves of all that is asked."""
    return sorted({need for need in map(question.number, question.needs) if reach.serves(need)})


def find_cheap_reach(
    world: World,
    targets: Iterable[int],
    costs: Mapping[int, float],
    allowed: frozenset[int] | None = None,
) -> Reach:
    """Serve the targets one after another, the costliest first, each by its supporters.

    What is chosen already costs nothing more, as far as GREEDY_WORK goes. Everything that can be
    served is, corequisites out of reach aside.
    """
    supporters = find_supporters(world, costs, allowed)
    left = dict(costs)
    chosen: set[int] = set()
    order = sorted(
        {each for each in targets if each in supporters.cost},
        key=lambda each: (-supporters.cost[each], each),
    )
    work = GREEDY_WORK
    size = len(world.items) + sum(map(len, world.provides))
    for target in order:
        if chosen and work >= size:
            work -= size
            supporters = find_supporters(world, left, allowed)
        follow(world, supporters, target, chosen)
        left.update(dict.fromkeys(chosen, 0.0))
    return find_reach(world, chosen | world.stacks)


def follow(world: World, supporters: Supporters, need: int, chosen: set[int]) -> None:
    """Choose the supporter of a need, those of what it asks for, and so on back to what is held."""
    waiting = [need]
    while waiting:
        item = supporters.supporter.get(waiting.pop())
        if item is None or item in chosen:
            continue
        chosen.add(item)
        waiting += supporters.asked_by(world, item)
        waiting += world.corequisites.get(item, ())


class Supporters(msgspec.Struct, frozen=True):
    """For every need its supporter, what that costs with prerequisites, and when it was served.

    A need that nothing serves is in none of the three.
    """

    supporter: Mapping[int, int]
    cost: Mapping[int, float]
    place: Mapping[int, int]

    def add_up(self, world: World, measure: Mapping[int, int]) -> Mapping[int, int]:
        """Return, for every need, the sum of a measure over what serves it, prerequisites too."""
        sums: dict[int, int] = {}
        for need in self.place:
            item = self.supporter[need]
            sums[need] = measure.get(item, 0) + sum(
                sums[each] for each in self.asked_by(world, item)
            )
        return sums

    def asked_by(self, world: World, item: int) -> Iterator[int]:
        """List the needs that an item waits for; of a group, the cheapest that are enough."""
        for group in world.groups_of[item]:
            served = [each for each in world.group_needs[group] if each in self.place]
            served.sort(key=self.place.__getitem__)
            yield from served[: world.counts[group]]


def find_supporters(
    world: World, costs: Mapping[int, float], allowed: Container[int] | None
) -> Supporters:
    """Find the supporter of every need, each prerequisite paid for as if alone.

    Items come off the heap by what they and all before them cost, so that a need is served first by
    its cheapest supporter (Knuth's generalization of Dijkstra's algorithm, 1977).
    """
    waits, missing = list(world.waits), list(world.counts)
    total = [max(0.0, costs.get(item, 0.0)) for item in range(len(world.items))]
    heap = [
        (total[item], item)
        for item, wait in enumerate(waits)
        if wait == 0 and (allowed is None or item in allowed)
    ]
    heapq.heapify(heap)
    supporter: dict[int, int] = {}
    cost: dict[int, float] = {}
    place: dict[int, int] = {}
    while heap:
        spent, item = heapq.heappop(heap)
        for need in world.provides[item]:
            if need in supporter:
                continue
            supporter[need], cost[need], place[need] = item, spent, len(place)
            for group in world.watchers[need]:
                if missing[group] <= 0:
                    continue
                missing[group] -= 1
                owner = world.owners[group]
                total[owner] += spent
                if missing[group] == 0:
                    waits[owner] -= 1
                    if waits[owner] == 0 and (allowed is None or owner in allowed):
                        heapq.heappush(heap, (total[owner], owner))
    return Supporters(supporter, cost, place)

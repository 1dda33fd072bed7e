"""A path made without the engine: each need served by what is cheapest to come by."""

from __future__ import annotations

import heapq
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final

import msgspec

from skillgap.planning.chaining import Reach, chain
from skillgap.planning.world import World

GREEDY_WORK: Final = 400_000
"""How many steps may be spent on taking what is chosen already into account."""


class Ways(msgspec.Struct, frozen=True):
    """For every need what serves it at the least cost, prerequisites counted, and that cost.

    A need that nothing serves is in neither.
    """

    supporter: Mapping[int, int]
    cost: Mapping[int, float]
    place: Mapping[int, int]

    def add_up(self, world: World, measure: Mapping[int, int]) -> Mapping[int, int]:
        """Give, for every need, the sum of a measure over its way, as the costs are added up."""
        sums: dict[int, int] = {}
        for need in self.place:
            item = self.supporter[need]
            sums[need] = measure.get(item, 0) + sum(
                sums[each] for each in self.asked_by(world, item)
            )
        return sums

    def asked_by(self, world: World, item: int) -> Iterator[int]:
        """List the needs that an item waits for, of those it may choose among the cheapest."""
        for group in world.groups_of[item]:
            served = [each for each in world.group_needs[group] if each in self.place]
            served.sort(key=self.place.__getitem__)
            yield from served[: world.counts[group]]


def find_ways(world: World, costs: Mapping[int, float], allowed: Container[int] | None) -> Ways:
    """Find the cheapest way to every need, each prerequisite paid for as if alone.

    Items come off the heap by what they and all before them cost, so that a need is served first
    by its cheapest way (Knuth's generalization of Dijkstra's algorithm, 1977).
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
    return Ways(supporter, cost, place)


def follow(world: World, ways: Ways, need: int, chosen: set[int]) -> None:
    """Choose what serves a need, and what that asks for, back to what is held."""
    waiting = [need]
    while waiting:
        item = ways.supporter.get(waiting.pop())
        if item is None or item in chosen:
            continue
        chosen.add(item)
        waiting += ways.asked_by(world, item)
        waiting += world.corequisites.get(item, ())


def find_cheap_reach(
    world: World,
    targets: Iterable[int],
    costs: Mapping[int, float],
    allowed: frozenset[int] | None = None,
) -> Reach:
    """Serve the targets one after another, the dearest first, each by its cheapest way.

    What is chosen already costs nothing more, as far as GREEDY_WORK goes. Everything that can be
    served is, corequisites that are out of reach aside.
    """
    ways = find_ways(world, costs, allowed)
    left = dict(costs)
    chosen: set[int] = set()
    order = sorted(
        {each for each in targets if each in ways.cost}, key=lambda each: (-ways.cost[each], each)
    )
    work = GREEDY_WORK
    size = len(world.items) + sum(map(len, world.provides))
    for target in order:
        if chosen and work >= size:
            work -= size
            ways = find_ways(world, left, allowed)
        follow(world, ways, target, chosen)
        left.update(dict.fromkeys(chosen, 0.0))
    return chain(world, chosen | world.stacks)

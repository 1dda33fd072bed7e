"""The least of a goal in a large world, found in a small part of it and proven in the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from skillgap.planning.chaining import Reach
from skillgap.planning.demands import HALF, scale
from skillgap.planning.search import Outcome, Search

CORE_FROM: Final = 1_000
"""From how many items on this is quicker than to give the engine all of them at once."""

CORE_SIZE: Final = 600


def minimize_by_core(
    search: Search, costs: Mapping[int, int], *, start: Reach | None = None
) -> Outcome:
    """Find the least sum of costs as `Search.minimize` does, with no other answer.

    The relaxation says of every item how much taking it adds at least. First only the most
    promising are searched. What they give is an upper bound, and every item that by itself goes
    beyond it is ruled out before the rest is searched for the proof (reduced cost fixing; the
    first part is the core problem of Balas and Zemel, 1980).
    """
    count = len(search.model.world.items)
    if count < CORE_FROM or search.model.world.clock is not None:
        return search.minimize(costs, start=start)
    unit, scaled = scale(costs)
    relaxed = search.session.relax(scaled)
    if relaxed is None:
        return search.minimize(costs, start=start)
    kept = {search.column_of(need) for need in search.required} | search.ruled_out
    free = [item for item in range(count) if item not in kept]
    free.sort(key=lambda item: (relaxed.values[item] < HALF / 1000, relaxed.reduced_costs[item]))
    outside = free[CORE_SIZE:]
    search.rule_out(outside)
    first = search.minimize(
        costs, start=start if start and not set(start.order) & set(outside) else None
    )
    if first.reach is None:
        search.rule_out(outside, is_out=False)
        return search.minimize(costs, start=start)
    room = first.value / unit + HALF - relaxed.objective
    inside = [item for item in outside if relaxed.reduced_costs[item] <= room]
    search.rule_out(inside, is_out=False)
    search.rule_out(
        item for item in free if relaxed.values[item] < HALF and relaxed.reduced_costs[item] > room
    )
    return search.minimize(costs, start=first.reach)

"""Rows against plans that justify themselves in a circle, added where one turns up."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from skillgap.planning.chaining import Reach
from skillgap.planning.components import find_components
from skillgap.planning.model import Model

Cut = dict[int, float]
"""A row whose sum of coefficients times columns is at most 0."""


def find_cuts(model: Model, chosen: AbstractSet[int], reach: Reach) -> Iterator[Cut]:
    """Give rows that the chosen items violate and every plan that can be started keeps.

    Items that cannot be ordered depend on one another. Of each set of them that depends on
    nothing but itself, whichever member is done first must have found what it waits for outside,
    and nothing that could be ordered serves it: so somebody else must.
    """
    stuck = sorted(chosen - set(reach.order))
    waiting_for = {item: find_blocking_group(model, item, reach) for item in stuck}
    edges = {
        item: tuple(
            other
            for other in providers_of_group(model, waiting_for[item], reach)
            if other in waiting_for
        )
        for item in stuck
    }
    for component in find_components(edges):
        members = set(component)
        if any(other not in members for item in component for other in edges[item]):
            continue
        outside = {
            provider
            for item in component
            for provider in providers_of_group(model, waiting_for[item], reach)
            if provider not in members
        }
        for item in component:
            yield {item: 1.0, **dict.fromkeys(sorted(outside), -1.0)}


def find_blocking_group(model: Model, item: int, reach: Reach) -> int:
    """Pick, of the groups that an item waits for in vain, the one with the fewest providers.

    Why the fewest: it makes the tightest row.
    """
    world = model.world
    blocking = [
        group
        for group in world.groups_of[item]
        if sum(reach.serves(need) for need in world.group_needs[group]) < world.counts[group]
    ]
    return min(blocking, key=lambda group: (len(providers_of_group(model, group, reach)), group))


def providers_of_group(model: Model, group: int, reach: Reach) -> tuple[int, ...]:
    """List who could serve the needs of a group that are not served."""
    return tuple(
        dict.fromkeys(
            provider
            for need in model.world.group_needs[group]
            if not reach.serves(need)
            for provider in model.crossers[need]
        )
    )

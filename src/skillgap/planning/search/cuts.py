"""Rows against plans that justify themselves in a circle, added where one turns up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from skillgap.planning.graph.reach import Reach
from skillgap.planning.search.model import Model


def find_components(edges: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Give the strongly connected components, each after all those it leads to (Tarjan, 1972).

    Every node is a key of `edges`. Linear, and without recursion: chains of credentials may be
    longer than Python's stack.
    """
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    on_stack: set[int] = set()
    stack: list[int] = []
    components: list[list[int]] = []
    for root in edges:
        if root in index:
            continue
        work = [(root, 0)]
        while work:
            node, position = work.pop()
            if position == 0:
                index[node] = low[node] = len(index)
                stack.append(node)
                on_stack.add(node)
            successors = edges[node]
            while position < len(successors):
                successor = successors[position]
                position += 1
                if successor not in index:
                    work.extend(((node, position), (successor, 0)))
                    break
                if successor in on_stack:
                    low[node] = min(low[node], index[successor])
            else:
                close_node(node, low, index, stack, on_stack, components)
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
    return components


def close_node(
    node: int,
    low: Mapping[int, int],
    index: Mapping[int, int],
    stack: list[int],
    on_stack: set[int],
    components: list[list[int]],
) -> None:
    """Take a component off the stack where `node` is the first of one."""
    if low[node] != index[node]:
        return
    component: list[int] = []
    while not component or component[-1] != node:
        component.append(stack.pop())
    on_stack.difference_update(component)
    components.append(sorted(component))


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

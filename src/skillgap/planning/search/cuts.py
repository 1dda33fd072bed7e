"""Loop cuts: constraints against items that justify one another in a loop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from skillgap.planning.graph.reach import Reach
from skillgap.planning.search.model import Model

Cut = dict[int, float]
"""A constraint: the sum of coefficients times variables is at most 0."""


def find_loop_cuts(model: Model, chosen: AbstractSet[int], reach: Reach) -> Iterator[Cut]:
    """Return constraints that the chosen items violate and every plan that can be done keeps.

    1. Let X be the chosen items, F those that `reach` puts in order, U = X without F.
    2. For u in U let A(u) be the achievers of the unserved needs of one group that u waits for.
    3. Let C be a strongly connected component of U under u -> A(u) that no edge leaves, and O the
       union of A(u) over C, without C.
    4. In a plan that holds some of C, let v be the first of them to be done. What it waits for is
       served by an item of A(v) outside C, so by one of O.
    5. So x(u) <= sum of x(o) over o in O, for every u in C.
    6. X violates it: F serves none of these needs and no edge leaves C, so no o in O is in X.
    """
    stuck = sorted(chosen - set(reach.order))
    waiting_for = {item: find_blocking_group(model, item, reach) for item in stuck}
    edges = {
        item: tuple(
            other
            for other in achievers_of_group(model, waiting_for[item], reach)
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
            for provider in achievers_of_group(model, waiting_for[item], reach)
            if provider not in members
        }
        for item in component:
            yield {item: 1.0, **dict.fromkeys(sorted(outside), -1.0)}


def find_blocking_group(model: Model, item: int, reach: Reach) -> int:
    """Return, of the groups that an item waits for in vain, the one with the fewest achievers.

    Why the fewest: it makes the tightest constraint.
    """
    world = model.world
    blocking = [
        group
        for group in world.groups_of[item]
        if sum(reach.serves(need) for need in world.group_needs[group]) < world.counts[group]
    ]
    return min(blocking, key=lambda group: (len(achievers_of_group(model, group, reach)), group))


def achievers_of_group(model: Model, group: int, reach: Reach) -> tuple[int, ...]:
    """List who could serve the needs of a group that are not served."""
    return tuple(
        dict.fromkeys(
            provider
            for need in model.world.group_needs[group]
            if not reach.serves(need)
            for provider in model.first_achievers[need]
        )
    )


def find_components(edges: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components, each after all those it leads to (Tarjan, 1972).

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

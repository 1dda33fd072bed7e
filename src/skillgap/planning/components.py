"""Strongly connected components: what could justify itself in a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


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

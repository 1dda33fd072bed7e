from __future__ import annotations

from skillgap.planning.search.cuts import find_components


def test_circles_are_found_and_what_they_lead_to_comes_first():
    edges = {0: (1,), 1: (2, 3), 2: (0,), 3: (4,), 4: (3,), 5: ()}
    assert find_components(edges) == [[3, 4], [0, 1, 2], [5]]


def test_a_chain_longer_than_the_stack_is_walked():
    length = 5000
    edges = {node: (node + 1,) for node in range(length)} | {length: (0,)}
    assert find_components(edges) == [list(range(length + 1))]

from __future__ import annotations

from skillgap.domain.stack import Electives, Stack
from skillgap.planning.graph.world import Memberships, memberships_of
from skillgap.planning.question import ask


def test_stacks_are_found_by_way_of_those_inside_them():
    stacks = Memberships(
        [
            (5, ["a", "b"], ("inner", "diploma")),
            (6, ["inner", "inner"], ("middle",)),
            (7, ["diploma", "a"], ("outer",)),
            (8, ["middle", "outer", "top"], ("top",)),
        ]
    )
    assert stacks.above("b") == {5, 6, 7, 8}
    assert stacks.above("middle") == {8}
    assert stacks.above("top") == {8}
    assert stacks.above("nobody") == set()
    assert stacks.asking == {
        "a": [5, 7],
        "b": [5],
        "inner": [6],
        "diploma": [7],
        "middle": [8],
        "outer": [8],
        "top": [8],
    }


def test_items_are_numbered_as_they_are(credential, catalog, request_for):
    offers = [credential(each, "sql:1") for each in ("a", "b")]
    pair = Stack("pair", all_of=("a",), choose=Electives(1, ("b",)))
    items = ask(catalog(offers, "sql:1", [pair]), request_for()).world.items
    assert [item.id for item in items] == ["a", "b", "pair"]
    assert memberships_of(items).asking == {"a": [2], "b": [2]}

from __future__ import annotations

from random import Random

from skillgap.domain.stack import Discount, Stack
from skillgap.planning.graph.build import build_world, restrict
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.graph.world import skill_need
from skillgap.planning.question import ask


def test_items_are_wired_to_the_needs_they_serve(credential, catalog, request_for):
    basics, advanced = credential("basics", "sql:1"), credential("next", "sql:3", after="sql:1")
    items = ask(catalog([basics, advanced], "sql:3"), request_for()).world.items
    world = build_world(items, [skill_need(["sql"], 3)])
    assert world.needs == ((("sql", 1),), (("sql", 3),))
    assert world.provides == ((0,), (0, 1))
    assert world.achievers == ((0, 1), (1,))
    assert find_reach(world).order == (0, 1)


def test_a_world_made_smaller_is_the_one_wired_from_less(credential, catalog, request_for):
    offers = [
        credential("a", "sql:1", price=9.0),
        credential("b", "sql:3", after="sql:1", price=8.0),
        credential("c", "sql:3", holding="a", corequisites=("d",)),
        credential("d", "python:2", after="sql:1 r:1"),
        credential("e", "r:1 python:1", after="python:1"),
        credential("f", "r:2"),
    ]
    stacks = [
        Stack("pair", all_of=("a", "b"), discount=Discount(amount=12.0)),
        Stack("share", all_of=("b", "c"), discount=Discount(percent=50.0)),
    ]
    question = ask(catalog(offers, "sql:3 python:2", stacks), request_for())
    world, dice, sizes = question.world, Random(1), set()
    roots = [target.need for target in question.targets]
    for _ in range(60):
        kept = sorted(dice.sample(range(len(world.items)), dice.randint(0, len(world.items))))
        items = tuple(world.items[each] for each in kept)
        assert restrict(world, kept, roots) == build_world(items, roots)
        sizes.add(len(kept))
    assert len(sizes) > 5
    assert world.rebates

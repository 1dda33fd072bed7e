from __future__ import annotations

from skillgap.planning.graph.build import build_world
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.graph.world import skill_need
from skillgap.planning.question import ask


def test_items_are_connected_with_the_needs_they_serve(credential, catalog, request_for):
    basics, advanced = credential("basics", "sql:1"), credential("next", "sql:3", after="sql:1")
    items = ask(catalog([basics, advanced], "sql:3"), request_for()).world.items
    world = build_world(items, [skill_need(["sql"], 3)])
    assert world.needs == ((("sql", 1),), (("sql", 3),))
    assert world.provides == ((0,), (0, 1))
    assert world.achievers == ((0, 1), (1,))
    assert find_reach(world).order == (0, 1)

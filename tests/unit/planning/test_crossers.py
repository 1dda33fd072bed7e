from __future__ import annotations

from skillgap.planning.crossers import find_circular_items, find_first_crossers
from skillgap.planning.question import ask


def crossers_of(question):
    """Who can be first, by need."""
    world = question.world
    return {
        need: [world.items[each].id for each in found]
        for need, found in zip(world.needs, find_first_crossers(world), strict=True)
    }


def test_whoever_asks_for_a_level_is_never_the_first_to_reach_it(credential, catalog, request_for):
    basics, advanced = credential("basics", "sql:1"), credential("next", "sql:3", after="sql:1")
    question = ask(catalog([basics, advanced], "sql:3"), request_for())
    assert crossers_of(question)[("sql", 1),] == ["basics"]
    assert crossers_of(question)[("sql", 3),] == ["next"]


def test_whoever_depends_on_a_skill_by_way_of_others_is_not_first_either(
    credential, catalog, request_for
):
    basics = credential("basics", "sql:1")
    bridge = credential("bridge", "python:1", after="sql:1")
    round_about = credential("round-about", "sql:1 r:2", after="python:1")
    question = ask(catalog([basics, bridge, round_about], "sql:1 r:2"), request_for())
    assert crossers_of(question)[("sql", 1),] == ["basics"]
    assert len(find_circular_items(question.world)) == 2


def test_without_circles_every_provider_can_be_first(credential, catalog, request_for):
    question = ask(
        catalog([credential("one", "sql:1"), credential("two", "sql:2")], "sql:1"), request_for()
    )
    assert crossers_of(question)[("sql", 1),] == ["one", "two"]
    assert find_circular_items(question.world) == frozenset()

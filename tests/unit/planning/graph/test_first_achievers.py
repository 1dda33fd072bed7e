from __future__ import annotations

from skillgap.planning.graph.reach import find_first_achievers
from skillgap.planning.question import ask


def achievers_of(question):
    """Who can be first, by need."""
    world = question.world
    return {
        need: [world.items[each].id for each in found]
        for need, found in zip(world.needs, find_first_achievers(world), strict=True)
    }


def test_whoever_asks_for_a_level_is_never_the_first_to_reach_it(credential, catalog, request_for):
    basics, advanced = credential("basics", "sql:1"), credential("next", "sql:3", after="sql:1")
    question = ask(catalog([basics, advanced], "sql:3"), request_for())
    assert achievers_of(question)[("sql", 1),] == ["basics"]
    assert achievers_of(question)[("sql", 3),] == ["next"]


def test_whoever_asks_for_less_than_a_level_can_be_the_first_to_reach_it(
    credential, catalog, request_for
):
    question = ask(
        catalog([credential("one", "sql:1"), credential("two", "sql:2", after="sql:1")], "sql:2"),
        request_for(),
    )
    assert achievers_of(question) == {(("sql", 1),): ["one"], (("sql", 2),): ["two"]}


def test_whatever_is_held_who_asks_for_a_need_itself_is_not_the_first(
    credential, catalog, request_for
):
    offers = [
        credential("basics", "sql:1"),
        credential("next", "sql:3", after="sql:2"),
        credential("bridge", "python:1", after="sql:1"),
        credential("round-about", "sql:2", after="python:1"),
    ]
    world = ask(catalog(offers, "sql:3"), request_for()).world
    possible = {
        need: [world.items[each].id for each in found]
        for need, found in zip(world.needs, find_first_achievers(world), strict=True)
    }
    assert possible[("sql", 1),] == ["basics", "round-about"]
    assert possible[("sql", 2),] == ["round-about"]
    assert possible[("sql", 3),] == ["next"]

from __future__ import annotations

from skillgap.domain.stack import Electives, Stack
from skillgap.planning.graph.reach import find_first_achievers, find_possible_achievers
from skillgap.planning.question import ask


def crossers_of(question):
    """Who can be first, by need."""
    world = question.world
    return {
        need: [world.items[each].id for each in found]
        for need, found in zip(world.needs, find_first_achievers(world), strict=True)
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


def test_without_circles_every_provider_can_be_first(credential, catalog, request_for):
    question = ask(
        catalog([credential("one", "sql:1"), credential("two", "sql:2")], "sql:1"), request_for()
    )
    assert crossers_of(question)[("sql", 1),] == ["one", "two"]


def test_where_something_opens_the_circle_everybody_can_be_first(credential, catalog, request_for):
    offers = [
        credential("x-after-y", "x:1", after="y:1"),
        credential("y-after-x", "y:1", after="x:1"),
        credential("x", "x:1"),
        credential("y", "y:1"),
    ]
    question = ask(catalog(offers, "x:1 y:1"), request_for())
    assert crossers_of(question)[("x", 1),] == ["x", "x-after-y"]
    assert crossers_of(question)[("y", 1),] == ["y", "y-after-x"]


def test_who_waits_for_some_of_many_can_be_first_without_the_need(credential, catalog, request_for):
    offers = [
        credential("a", "p:1"),
        credential("b", "p:2 sql:1"),
        credential("c", "q:1", holding="diploma"),
        credential("last", "sql:2", after="q:1"),
    ]
    two = Stack.of("two", choose=Electives(2, ("a", "b", "c")), earns=("diploma",))
    question = ask(catalog(offers, "sql:2 p:2 q:1", [two]), request_for())
    assert crossers_of(question)[("sql", 2),] == ["last"]
    assert crossers_of(question)[("sql", 1),] == ["b"]


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
        for need, found in zip(world.needs, find_possible_achievers(world), strict=True)
    }
    assert possible[("sql", 1),] == ["basics", "round-about"]
    assert possible[("sql", 2),] == ["round-about"]
    assert possible[("sql", 3),] == ["next"]

from __future__ import annotations

from skillgap.domain.stack import Electives, Stack
from skillgap.gap import find_holdings
from skillgap.planning.graph.build import build_world
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.graph.world import all_items
from skillgap.planning.offers import screen


def world_of(catalog, request):
    """Everything in a catalog, wired."""
    holdings = find_holdings(request.learner, catalog, request.start)
    return build_world(all_items(catalog, screen(catalog, request, holdings).offers, holdings), ())


def ids(world, reach):
    """The ids in the order of a reach."""
    return [world.items[each].id for each in reach.order]


def test_everything_is_done_once_its_needs_are_served(credential, catalog, request_for):
    third = credential("a-third", "r:1", holding="b-second")
    second = credential("b-second", "python:1", after="sql:1")
    world = world_of(catalog([third, second, credential("c-first", "sql:1")], "r:1"), request_for())
    reach = find_reach(world)
    assert ids(world, reach) == ["c-first", "b-second", "a-third"]
    assert [reach.serves(need) for need in range(len(world.needs))] == [True, True]


def test_only_what_is_allowed_is_done(credential, catalog, request_for):
    second = credential("second", "python:1", after="sql:1")
    world = world_of(catalog([second, credential("first", "sql:1")], "sql:1"), request_for())
    assert ids(world, find_reach(world, {1})) == []
    assert ids(world, find_reach(world, {0})) == ["first"]


def test_a_credential_had_in_two_ways_counts_once_toward_electives(
    credential, catalog, request_for
):
    earning = Stack.of("earning", all_of=("x",), earns=("a",))
    electives = Stack("electives", choose=Electives(2, ("a", "b")))
    members = [credential(each, "sql:1") for each in ("a", "b", "x")]
    world = world_of(catalog(members, "sql:1", [earning, electives]), request_for())
    assert ids(world, find_reach(world, {0, 2, 3, 4})) == ["a", "x", "earning"]
    assert ids(world, find_reach(world)) == ["a", "b", "x", "electives", "earning"]

from __future__ import annotations

from skillgap.planning.graph.reach import chain
from skillgap.planning.question import ask
from skillgap.planning.search.stages import Bar


def test_a_bar_asks_for_one_of_its_credentials_to_be_dropped(credential, catalog, request_for):
    world = ask(
        catalog([credential(each, "sql:1") for each in "abc"], "sql:1"), request_for()
    ).world
    bar = Bar.of(world, chain(world, {0, 2}))
    assert bar == Bar(frozenset({"a", "c"}))
    assert bar.as_row(world) == ({0: 1.0, 2: 1.0}, float("-inf"), 1.0)


def test_a_bar_forbids_what_holds_all_of_it():
    bar = Bar(frozenset({"a", "b"}))
    assert bar.forbids(Bar(frozenset({"a", "b", "c"})))
    assert not bar.forbids(Bar(frozenset({"a", "c"})))

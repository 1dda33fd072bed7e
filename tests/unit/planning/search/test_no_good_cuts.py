from __future__ import annotations

from skillgap.planning.graph.reach import find_reach
from skillgap.planning.question import ask
from skillgap.planning.search.stages import NoGoodCut


def test_a_bar_asks_for_one_of_its_credentials_to_be_dropped(credential, catalog, request_for):
    world = ask(
        catalog([credential(each, "sql:1") for each in "abc"], "sql:1"), request_for()
    ).world
    cut = NoGoodCut.of(world, find_reach(world, {0, 2}))
    assert cut == NoGoodCut(frozenset({"a", "c"}))
    assert cut.as_constraint(world) == ({0: 1.0, 2: 1.0}, float("-inf"), 1.0)


def test_a_bar_forbids_what_holds_all_of_it():
    cut = NoGoodCut(frozenset({"a", "b"}))
    assert cut.forbids(NoGoodCut(frozenset({"a", "b", "c"})))
    assert not cut.forbids(NoGoodCut(frozenset({"a", "c"})))

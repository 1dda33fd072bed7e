from __future__ import annotations

from skillgap.planning.followups.alternatives import Worth, find_worth
from skillgap.planning.planner import plan_path
from skillgap.planning.request import Preference


def test_a_step_is_worth_what_the_path_without_it_costs_more(credential, catalog, request_for):
    offers = [
        credential("only", "sql:2", price=5.0),
        credential("good", "python:1", price=5.0),
        credential("dear", "python:1", price=12.0),
    ]
    asked = request_for(prefer=Preference.CHEAPEST)
    world = catalog(offers, "sql:2 python:1")
    found = find_worth(world, plan_path(world, asked))
    assert set(found) == {Worth("only", None), Worth("good", 7.0)}
    fewer = catalog(offers[:2], "sql:2 python:1")
    assert set(find_worth(fewer, plan_path(fewer, asked))) == {
        Worth("only", None),
        Worth("good", None),
    }


def test_a_limit_leaves_no_other_way(credential, catalog, request_for):
    world = catalog(
        [credential("good", "sql:1", price=5.0), credential("dear", "sql:1", price=12.0)], "sql:1"
    )
    path = plan_path(world, request_for(budget=10.0))
    assert find_worth(world, path) == (Worth("good", None),)


def test_what_is_included_or_not_proven_is_not_judged(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1"), credential("b", "sql:1")], "sql:1")
    assert find_worth(world, plan_path(world, request_for(include=("a",)))) == ()
    assert find_worth(world, plan_path(world, request_for(time_limit=0.0))) == ()

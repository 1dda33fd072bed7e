from __future__ import annotations

import datetime as dt

from skillgap.planning.explain.gaps import find_excess, find_relaxations, full_coverage
from skillgap.planning.facts import LimitName, LimitsTogether, OverLimit, Relaxation
from skillgap.planning.planner import plan_path
from skillgap.planning.question import ask
from skillgap.planning.solver.stopping import Deadline


def solve_lp(catalog, request):
    """All relaxations for full coverage."""
    return find_relaxations(ask(catalog, request), full_coverage, Deadline.after(60.0))


def test_each_limit_is_changed_alone_and_the_changed_plan_is_whole(
    credential, catalog, request_for
):
    world = catalog(
        [
            credential("quick", "a:1", price=100.0),
            credential("slow", "a:1", price=10.0, hours=70.0),
        ],
        "a:1",
    )
    request = request_for(budget=50.0, by=dt.date(2026, 1, 20))
    found = solve_lp(world, request)
    assert found == (
        Relaxation(LimitName.BUDGET, 100.0),
        Relaxation(LimitName.BY, dt.date(2026, 2, 22)),
    )
    for fields in ({"budget": 100.0}, {"by": dt.date(2026, 2, 22)}):
        again = request_for(**{"budget": 50.0, "by": dt.date(2026, 1, 20), **fields})
        assert plan_path(world, again).covers_essentials


def test_no_change_is_named_where_none_is_enough(credential, catalog, request_for):
    world = catalog([credential("a", "a:1", price=10.0)], "a:1 b:1")
    assert solve_lp(world, request_for(budget=5.0)) == ()


def test_excess_is_told_by_the_limits_that_forbid_it_alone_first(credential, catalog, request_for):
    world = catalog(
        [credential("a", "a:1", price=30.0), credential("b", "b:1", price=30.0)], "a:1 b:1"
    )
    question = ask(world, request_for(budget=50.0, max_credentials=5))
    needs = full_coverage(question)
    assert find_excess(question, needs, Deadline.after(60.0)) == (
        OverLimit(LimitName.BUDGET, 60.0, 50.0),
    )


def test_limits_together_hold_none_that_could_be_spared(credential, catalog, request_for):
    world = catalog(
        [
            credential("a-quick", "a:1", price=40.0),
            credential("a-slow", "a:1", price=10.0, hours=40.0),
            credential("b-quick", "b:1", price=40.0),
            credential("b-slow", "b:1", price=10.0, hours=40.0),
        ],
        "a:1 b:1",
    )
    question = ask(world, request_for(budget=45.0, hours=45.0, max_credentials=3))
    assert find_excess(question, full_coverage(question), Deadline.after(60.0)) == (
        LimitsTogether((LimitName.BUDGET, LimitName.HOURS)),
    )

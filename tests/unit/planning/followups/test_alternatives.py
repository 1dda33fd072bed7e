from __future__ import annotations

from skillgap.planning.followups.alternatives import Difference, find_alternatives, find_worth
from skillgap.planning.planner import plan_path
from skillgap.planning.request import Preference
from skillgap.planning.solver.stopping import Deadline


def test_each_next_path_is_told_with_what_it_costs_more(credential, catalog, request_for):
    prices = {"a": 5.0, "b": 9.0, "c": 20.0}
    world = catalog(
        [credential(each, "sql:1", price=price) for each, price in prices.items()], "sql:1"
    )
    found = find_alternatives(world, request_for(prefer=Preference.CHEAPEST), 5)
    assert [each.more for each in found.paths] == [
        Difference(4.0, 0.0, 0.0, 0, 4.0, ("b",), ("a",)),
        Difference(15.0, 0.0, 0.0, 0, 15.0, ("c",), ("a",)),
    ]
    assert found.is_complete


def test_something_free_on_top_is_no_other_path(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1"), credential("b", "sql:1 python:1")], "sql:1 python:1")
    found = find_alternatives(world, request_for(prefer=Preference.CHEAPEST), 5)
    assert (found.paths, found.is_complete) == ((), True)


def test_a_path_that_covers_less_is_no_alternative(credential, catalog, request_for):
    world = catalog([credential("a", "sql:2"), credential("b", "sql:1")], "sql:2")
    assert find_alternatives(world, request_for(), 5).paths == ()


def test_nothing_to_do_has_no_alternative(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1")], "sql:1")
    found = find_alternatives(world, request_for("sql:1"), 2)
    assert (found.paths, found.is_complete) == ((), True)


def test_where_no_path_keeps_the_limits_there_is_none(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1", price=9.0)], "sql:1")
    found = find_alternatives(world, request_for(include=("a",), budget=1.0), 2)
    assert (found.paths, found.is_complete) == ((), True)


def test_a_deadline_that_others_have_used_up_ends_this_as_well(credential, catalog, request_for):
    offers = [credential("one", "sql:1"), credential("two", "sql:1", price=30.0)]
    world, asked = catalog(offers, "sql:1"), request_for()
    found = find_alternatives(world, asked, 3, Deadline.after(0.0))
    assert (found.paths, found.is_complete, found.ran_out_of_time) == ((), False, True)
    in_time = find_alternatives(world, asked, 3)
    assert [each.path.steps[0].credential for each in in_time.paths] == ["two"]
    assert find_worth(world, plan_path(world, asked), Deadline.after(0.0)) == ()

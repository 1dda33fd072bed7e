from __future__ import annotations

from skillgap.planning.followups.alternatives import Difference, find_alternatives
from skillgap.planning.request import Preference


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

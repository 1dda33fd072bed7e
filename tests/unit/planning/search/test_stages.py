from __future__ import annotations

import pytest

from skillgap.planning.question import ask
from skillgap.planning.request import Preference
from skillgap.planning.search.stages import find_best, keep_independent
from skillgap.planning.solver.stopping import Deadline


def find(question, seconds=60.0, **options):
    """The best path as ids with its value, bound and proof."""
    found = find_best(question, Deadline.after(seconds), **options)
    if found is None:
        return None
    ids = [question.world.items[each].id for each in found.reach.order]
    return sorted(ids), found.value, found.bound, found.is_proven


@pytest.fixture
def shop(credential, catalog):
    return catalog(
        [
            credential("ab", "a:1 b:1", price=70.0, hours=1.0),
            credential("a", "a:1", price=30.0, hours=1.0),
            credential("b", "b:1", price=35.0, hours=50.0),
            credential("c", "c:1", price=10.0, hours=1.0),
        ],
        "a:1 b:1 c:1",
    )


@pytest.mark.parametrize("with_package", [False, True], ids=["library", "package"])
def test_both_ways_to_the_engine_find_the_same(shop, request_for, with_package):
    for prefer, expected in {
        Preference.CHEAPEST: (["a", "b", "c"], 7500, 7500, True),
        Preference.FEWEST: (["ab", "c"], 2, 2, True),
        Preference.FASTEST: (["ab", "c"], 2, 2, True),
    }.items():
        question = ask(shop, request_for(prefer=prefer))
        assert find(question, with_package=with_package) == expected


@pytest.fixture
def pairs(credential, catalog):
    """Any two of three serve all, and none has ways that outweigh it."""
    return catalog(
        [
            credential("ab", "a:1 b:1", price=30.0, hours=1.0),
            credential("ac", "a:1 c:1", price=31.0, hours=1.0),
            credential("bc", "b:1 c:1", price=32.0, hours=1.0),
        ],
        "a:1 b:1 c:1",
    )


def test_without_any_time_there_is_still_a_path(pairs, request_for):
    question = ask(pairs, request_for(prefer=Preference.CHEAPEST))
    ids, value, bound, is_proven = find(question, seconds=0.0)
    assert (ids, value, is_proven) == (["ab", "ac"], 6100, False)
    assert bound <= 6100


def test_without_any_time_limits_are_kept(pairs, request_for):
    question = ask(pairs, request_for(prefer=Preference.CHEAPEST, budget=45.0))
    ids, value, _, is_proven = find(question, seconds=0.0)
    assert (ids, value, is_proven) == (["ab"], 3000, False)


def test_what_needs_no_search_is_proven_without_any_time(shop, request_for):
    question = ask(shop, request_for(prefer=Preference.CHEAPEST))
    assert find(question, seconds=0.0) == (["a", "b", "c"], 7500, 7500, True)


def test_includes_that_break_a_limit_leave_no_path(shop, request_for):
    question = ask(shop, request_for(budget=60.0, include=("a", "b")))
    assert find(question) is None
    assert find(question, seconds=0.0) is None


def test_goals_that_earlier_ones_decide_are_dropped():
    cheapest, balanced, fewest = {0: 2, 1: 3}, {0: 7, 1: 8}, {0: 1, 1: 1}
    assert keep_independent([cheapest, balanced, fewest]) == [cheapest, balanced]
    assert keep_independent([cheapest, {0: 4, 1: 6}, fewest]) == [cheapest, fewest]
    assert keep_independent([{}, fewest]) == [{}, fewest]

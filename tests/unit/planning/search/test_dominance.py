from __future__ import annotations

import pytest

from skillgap.domain.stack import Stack
from skillgap.planning.question import ask
from skillgap.planning.request import Preference
from skillgap.planning.search.presolve import find_dominated


def dominated(world, asked):
    question = ask(world, asked)
    return {question.world.items[each].id for each in find_dominated(question)}


@pytest.mark.parametrize(
    ("better", "worse", "is_dominated"),
    [
        ({"price": 5.0}, {"price": 6.0}, True),
        ({"price": 5.0}, {"price": 6.0, "hours": 9.0}, False),
        ({"price": 5.0, "after": "r:1"}, {"price": 6.0}, False),
        ({"price": 5.0, "after": "r:1"}, {"price": 6.0, "after": "r:1"}, True),
        ({"price": 5.0, "min_weeks": 3.0}, {"price": 6.0}, False),
    ],
)
def test_only_what_is_no_better_by_anything_is_dominated(
    credential, catalog, request_for, better, worse, is_dominated
):
    offers = [credential("good", "sql:1", **better), credential("bad", "sql:1", **worse)]
    world = catalog([*offers, credential("root", "r:1")], "sql:1")
    assert ("bad" in dominated(world, request_for())) == is_dominated


def test_one_of_two_equals_stays(credential, catalog, request_for):
    world = catalog([credential(each, "sql:1") for each in "ab"], "sql:1")
    assert len(dominated(world, request_for())) == 1


def test_what_awards_more_that_counts_stays(credential, catalog, request_for):
    offers = [credential("good", "sql:1"), credential("bad", "sql:2", price=5.0)]
    assert dominated(catalog(offers, "sql:2"), request_for()) == set()
    assert dominated(catalog(offers, "sql:1"), request_for()) == {"bad"}


def test_what_is_asked_for_by_name_stays(credential, catalog, request_for):
    offers = [credential("good", "sql:1"), credential("bad", "sql:1", price=5.0)]
    after = credential("next", "r:1", holding="bad")
    assert dominated(catalog([*offers, after], "sql:1 r:1"), request_for()) == set()
    stack = Stack("pair", all_of=("bad", "good"))
    assert dominated(catalog(offers, "sql:1", [stack]), request_for()) == set()
    assert dominated(catalog(offers, "sql:1"), request_for(include=("bad",))) == set()
    assert dominated(catalog(offers, "sql:1"), request_for(prefer=Preference.FASTEST)) == {"bad"}

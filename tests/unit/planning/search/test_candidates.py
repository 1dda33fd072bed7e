from __future__ import annotations

import datetime as dt

import pytest

from skillgap.domain.stack import Discount, Stack
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.planner import plan_path
from skillgap.planning.question import ask
from skillgap.planning.request import Preference
from skillgap.planning.search.heuristics import find_supporters
from skillgap.planning.search.pool import find_candidates


def kept(world, asked) -> list[str]:
    """The ids of the candidates that can be reached without the others."""
    question = ask(world, asked)
    candidates = find_candidates(question)
    reach = find_reach(question.world, candidates | question.world.stacks)
    return [question.world.items[each].id for each in sorted(reach.order)]


def two_ways(credential, catalog, price: float):
    """One offer for two skills, or one for each at 30 and 40."""
    return catalog(
        [
            credential("both", "a:1 b:1", price=price, hours=0.0),
            credential("one", "a:1", price=30.0, hours=0.0),
            credential("other", "b:1", price=40.0, hours=0.0),
        ],
        "a:1 b:1",
    )


def test_what_ways_of_their_own_dominate_is_left_out(credential, catalog, request_for):
    cheapest = request_for(prefer=Preference.CHEAPEST)
    assert kept(two_ways(credential, catalog, 71.0), cheapest) == ["one", "other"]
    assert kept(two_ways(credential, catalog, 69.0), cheapest) == ["both", "one", "other"]


def test_where_the_preference_is_equal_the_balanced_value_decides(credential, catalog, request_for):
    cheapest = request_for(prefer=Preference.CHEAPEST)
    assert kept(two_ways(credential, catalog, 70.0), cheapest) == ["both", "one", "other"]
    world = catalog([credential("long", "a:1", hours=9.0), credential("brief", "a:1")], "a:1")
    assert kept(world, request_for(prefer=Preference.CHEAPEST)) == ["long"]


def test_ways_that_take_more_of_a_limit_dominate_nothing(credential, catalog, request_for):
    world = two_ways(credential, catalog, 500.0)
    assert kept(world, request_for(max_credentials=2)) == ["both", "one", "other"]
    assert kept(world, request_for(budget=600.0)) == ["one", "other"]


def test_prerequisites_are_paid_for_with_the_way(credential, catalog, request_for):
    def world(price: float):
        return catalog(
            [
                credential("alone", "a:1", price=price),
                credential("after", "a:1", after="r:1", price=10.0),
                credential("root", "r:1", price=10.0),
            ],
            "a:1",
        )

    asked = request_for(prefer=Preference.CHEAPEST)
    assert kept(world(21.0), asked) == ["after", "root"]
    assert kept(world(19.0), asked) == ["after", "alone", "root"]


def test_what_only_opens_what_is_left_out_goes_with_it(credential, catalog, request_for):
    world = catalog(
        [
            credential("dear", "a:1", price=900.0, after="r:1"),
            credential("root", "r:1 a:1", price=800.0),
            credential("near", "a:1"),
        ],
        "a:1",
    )
    assert kept(world, request_for()) == ["near"]


def test_nobody_is_first_to_serve_what_they_ask_for(credential, catalog, request_for):
    world = catalog(
        [credential("next", "a:2", after="a:1"), credential("first", "a:1", price=50.0)], "a:1"
    )
    assert kept(world, request_for()) == ["first"]


def test_what_a_stack_could_be_worth_counts_for_its_members(credential, catalog, request_for):
    offers = [credential("member", "a:1", price=20.0), credential("other", "a:1")]
    stack = Stack("pair", all_of=("member", "more"))
    more = credential("more", "b:1")
    assert "member" in kept(catalog([*offers, more], "a:1 b:1", [stack]), request_for())
    assert "member" not in kept(catalog([*offers, more], "a:1 b:1"), request_for())


def test_what_something_is_off_stays(credential, catalog, request_for):
    offers = [credential("member", "a:1", price=900.0), credential("other", "a:1")]
    stack = Stack("sale", all_of=("member",), discount=Discount(percent=100.0))
    assert kept(catalog(offers, "a:1", [stack]), request_for()) == ["member", "other", "sale"]


def test_what_cannot_be_taken_alone_dominates_nothing(credential, catalog, request_for):
    offers = [
        credential("dear", "a:1", price=900.0),
        credential("paired", "a:1", corequisites=("beside",)),
        credential("beside", "z:1", price=5000.0),
    ]
    assert kept(catalog(offers, "a:1"), request_for()) == ["beside", "dear", "paired"]


@pytest.mark.parametrize(
    "asked", [{"prefer": Preference.FASTEST}, {"by": dt.date(2026, 12, 31)}], ids=str
)
def test_nothing_is_left_out_where_a_schedule_could_get_longer(
    credential, catalog, request_for, asked
):
    world = two_ways(credential, catalog, 500.0)
    assert kept(world, request_for(at_once=2, **asked)) == ["both", "one", "other"]


def test_ways_add_up_what_their_prerequisites_take(credential, catalog, request_for):
    world = catalog(
        [
            credential("top", "a:1", after="r:1 s:1"),
            credential("r", "r:1"),
            credential("s", "s:1", after="r:1"),
        ],
        "a:1",
    )
    question = ask(world, request_for())
    supporters = find_supporters(question.world, dict.fromkeys(question.offers(), 1), None)
    hours = {number: offer.minutes // 60 for number, offer in question.offers().items()}
    named = {need[0][0]: number for need, number in question.world.number_of.items()}
    sums = supporters.add_up(question.world, hours)
    assert {name: sums[named[name]] for name in "ars"} == {"a": 40, "r": 10, "s": 20}
    assert {name: supporters.cost[named[name]] for name in "ars"} == {"a": 4, "r": 1, "s": 2}


def test_what_is_earned_anyhow_is_not_taken_for_a_discount(credential, catalog, request_for):
    offers = [
        credential("goal", "a:1", price=50.0),
        credential("earned", "b:1", price=50.0, holding="earned"),
    ]
    stacks = [
        Stack.of("first", all_of=("goal",), earns=("earned",)),
        Stack(
            "sale", all_of=("first",), discount=Discount(amount=60.0, members=("goal", "earned"))
        ),
    ]
    world = catalog(offers, "a:1", stacks)
    assert kept(world, request_for()) == ["goal", "first", "sale"]
    assert plan_path(world, request_for(prefer=Preference.CHEAPEST)).totals.money == 0.0

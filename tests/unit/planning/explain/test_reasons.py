from __future__ import annotations

from skillgap.domain.stack import Stack
from skillgap.planning.planner import plan_path
from skillgap.planning.result import Closing, Reason, ReasonKind


def test_an_alternative_takes_away_the_only_way(credential, catalog, request_for):
    one, two = credential("one", "sql:2", price=5.0), credential("two", "sql:2", price=9.0)
    alone = plan_path(catalog([one], "sql:2"), request_for())
    beside = plan_path(catalog([one, two], "sql:2"), request_for())
    beyond = plan_path(catalog([one, two], "sql:2"), request_for(budget=6.0))
    assert alone.steps[0].reason.kind is ReasonKind.ONLY_WAY
    assert beside.steps[0].reason.kind is ReasonKind.BEST_WAY
    assert beyond.steps[0].reason.kind is ReasonKind.ONLY_WAY


def test_a_stack_counts_with_the_step_that_completes_it(credential, catalog, request_for):
    stack = Stack.of("pair", all_of=("a", "b"), awards=credential("x", "sql:2").awards)
    world = catalog([credential("a", "r:1"), credential("b", "r:1")], "sql:2", [stack])
    first, last = plan_path(world, request_for()).steps
    assert (first.closes, last.closes) == ((), (Closing("sql", 0, 2),))
    assert first.reason == Reason(ReasonKind.COMPLETES_STACK, stacks=("pair",))
    assert last.reason == Reason(ReasonKind.ONLY_WAY, ("sql",), stacks=("pair",))


def test_whoever_is_included_is_there_for_that(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1"), credential("b", "z:1")], "sql:1")
    steps = plan_path(world, request_for(include=("b",))).steps
    assert {step.credential: step.reason.kind for step in steps} == {
        "a": ReasonKind.ONLY_WAY,
        "b": ReasonKind.INCLUDED,
    }


def test_rivals_that_ask_for_what_they_award_leave_the_only_way(credential, catalog, request_for):
    one = credential("one", "sql:2")
    renewal = credential("renewal", "sql:2", after="sql:2")
    walled = credential("walled", "sql:2", after="r:1")
    for rivals, kind in (
        ([renewal], ReasonKind.ONLY_WAY),
        ([walled], ReasonKind.ONLY_WAY),
        ([walled, credential("door", "r:1", price=5.0)], ReasonKind.BEST_WAY),
        ([credential("paired", "sql:2", corequisites=("nowhere",))], ReasonKind.ONLY_WAY),
    ):
        path = plan_path(catalog([one, *rivals], "sql:2"), request_for())
        assert [step.reason.kind for step in path.steps] == [kind]


def test_a_stack_is_a_rival_too(credential, catalog, request_for):
    offers = [credential("one", "sql:2"), credential("member", "r:1", price=9.0)]
    stack = Stack.of("whole", all_of=("member",), awards=offers[0].awards)
    for stacks, kind in (([], ReasonKind.ONLY_WAY), ([stack], ReasonKind.BEST_WAY)):
        path = plan_path(catalog(offers, "sql:2", stacks), request_for())
        assert [step.reason.kind for step in path.steps] == [kind]

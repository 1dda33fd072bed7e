from __future__ import annotations

from skillgap.domain.stack import Electives, Stack
from skillgap.planning.explain.stacks import members_within
from skillgap.planning.planner import plan_path
from skillgap.planning.result import StackAdvice


def test_members_count_through_stacks_inside_and_what_they_earn(credential, catalog):
    world = catalog(
        [credential(each, "sql:1") for each in ("a", "b", "c", "earned")],
        "sql:1",
        [
            Stack("inner", all_of=("a",)),
            Stack.of("earning", all_of=("b",), earns=("earned",)),
            Stack("outer", all_of=("inner", "earned"), choose=Electives(1, ("c", "outer"))),
        ],
    )
    assert members_within(world, "outer") == {"a", "b", "c", "inner", "earned", "outer"}


def advice(catalog, request_for, credentials, stacks, **limits):
    path = plan_path(catalog(credentials, "sql:1", stacks), request_for(**limits))
    assert [step.credential for step in path.steps] == ["need"]
    return path.advice


def test_the_cheapest_electives_are_advised_and_the_shortest_advice_comes_first(
    credential, catalog, request_for
):
    offers = [
        credential("need", "sql:1"),
        credential("dear", "r:1", price=90.0),
        credential("cheap", "r:1", price=20.0),
        credential("more", "r:1", price=30.0),
    ]
    stacks = [
        Stack("two-more", all_of=("need", "dear", "more")),
        Stack("one-more", all_of=("need",), choose=Electives(1, ("dear", "cheap"))),
    ]
    assert advice(catalog, request_for, offers, stacks) == (
        StackAdvice("one-more", ("cheap",), 20.0, 10.0),
        StackAdvice("two-more", ("dear", "more"), 120.0, 20.0),
    )
    assert advice(catalog, request_for, offers, stacks, exclude=("dear",)) == (
        StackAdvice("one-more", ("cheap",), 20.0, 10.0),
    )


def test_a_member_that_cannot_be_begun_is_not_advised(credential, catalog, request_for):
    offers = [credential("need", "sql:1"), credential("locked", "r:1", after="python:2")]
    assert advice(catalog, request_for, offers, [Stack("s", all_of=("need", "locked"))]) == ()


def test_what_takes_many_more_is_no_advice(credential, catalog, request_for):
    more = ("a", "b", "c", "d")
    offers = [credential("need", "sql:1"), *(credential(each, "r:1") for each in more)]
    assert advice(catalog, request_for, offers, [Stack("s", all_of=("need", *more))]) == ()

from __future__ import annotations

import pytest

from skillgap.domain.stack import Stack
from skillgap.planning.question import ask
from skillgap.planning.request import Preference
from skillgap.planning.search import branching
from skillgap.planning.search.branching import BranchOutcome, branch, more_is_worse
from skillgap.planning.search.model import build_model
from skillgap.planning.search.search import open_search
from skillgap.planning.solver.stopping import Deadline

BROKEN = "ab bc ca"
"""Any two of three: in fractions half of each."""


def branched(question, times: int = 1):
    """What a few solves say of a question, as ids with value, proof and being the only one."""
    needs = sorted({question.number(each.need) for each in question.targets})
    model = build_model(question.world, needs, question.limits())
    with open_search(model, Deadline.after(60.0), required=needs) as search:
        for _ in range(times):
            found = branch(search, question.costs(question.request.prefer))
    ids = found.reach and sorted(question.world.items[each].id for each in found.reach.order)
    return ids, found.value, found.is_proven, found.is_only


@pytest.fixture
def triangle(credential, catalog):
    """Three offers for two skills each, at the prices given."""

    def make(*prices: float):
        offers = [
            credential(name, f"{name[0]}:1 {name[1]}:1", price=price)
            for name, price in zip(BROKEN.split(), prices, strict=True)
        ]
        return catalog(offers, "a:1 b:1 c:1")

    return make


def test_what_is_broken_is_tried_whole(triangle, request_for):
    question = ask(triangle(30.0, 31.0, 32.0), request_for(prefer=Preference.CHEAPEST))
    assert branched(question) == (["ab", "bc"], 6100, True, True)


def test_another_path_as_good_is_noticed(triangle, request_for):
    question = ask(triangle(30.0, 31.0, 31.0), request_for(prefer=Preference.CHEAPEST))
    _, value, is_proven, is_only = branched(question)
    assert (value, is_proven, is_only) == (6100, True, False)


def test_the_problem_is_left_as_it_was(triangle, request_for):
    question = ask(triangle(30.0, 31.0, 32.0), request_for(prefer=Preference.CHEAPEST))
    assert branched(question, times=3) == branched(question)


def test_a_whole_answer_that_another_equals_is_not_the_only_one(credential, catalog, request_for):
    def world(price: float):
        return catalog(
            [credential("one", "a:1", price=5.0), credential("two", "a:1", price=price)], "a:1"
        )

    cheapest = request_for(prefer=Preference.CHEAPEST)
    assert branched(ask(world(6.0), cheapest)) == (["one"], 500, True, True)
    _, value, is_proven, is_only = branched(ask(world(5.0), cheapest))
    assert (value, is_proven, is_only) == (500, True, False)


def test_a_path_that_cannot_be_is_told(triangle, request_for):
    asked = request_for(prefer=Preference.CHEAPEST, budget=60.5)
    question = ask(triangle(30.0, 31.0, 32.0), asked)
    assert branched(question) == (None, 0, True, False)


def test_circles_are_cut_off_on_the_way(credential, catalog, request_for):
    offers = [
        credential("x-after-y", "x:1", after="y:1", price=1.0),
        credential("y-after-x", "y:1", after="x:1", price=1.0),
        credential("x", "x:1", price=100.0),
        credential("y", "y:1", price=90.0),
    ]
    question = ask(catalog(offers, "x:1 y:1"), request_for(prefer=Preference.CHEAPEST))
    assert branched(question) == (["x-after-y", "y"], 9100, True, True)


def test_after_so_many_solves_the_best_so_far_is_given(triangle, request_for, monkeypatch):
    question = ask(triangle(30.0, 31.0, 32.0), request_for(prefer=Preference.CHEAPEST))
    monkeypatch.setattr(branching, "MOST_SOLVES", 0)
    assert branched(question) == (None, 0, False, False)
    monkeypatch.setattr(branching, "MOST_SOLVES", 2)
    ids, value, is_proven, _ = branched(question)
    assert (ids, value, is_proven) == (["ab", "bc"], 6100, False)


def test_what_could_pay_for_itself_says_nothing_of_others(credential, catalog, request_for):
    def is_worse(hours: float, *stacks: Stack) -> bool:
        offers = [credential("goal", "a:1"), credential("more", "a:1 b:1", hours=hours)]
        question = ask(catalog(offers, "a:1 b:1", stacks), request_for())
        model = build_model(question.world, [], {})
        with open_search(model, Deadline.after(60.0)) as search:
            return more_is_worse(search, question.costs(Preference.BALANCED))

    assert is_worse(0.0)
    assert is_worse(0.0, Stack("pair", all_of=("goal", "more")))
    many = [Stack(f"s{number}", all_of=("goal", "more")) for number in range(5)]
    assert not is_worse(0.0, *many)
    assert is_worse(10.0, *many)


def test_nothing_to_take_is_a_path(credential, catalog, request_for):
    question = ask(catalog([credential("one", "a:1")], "a:1"), request_for())
    model = build_model(question.world, [], {})
    with open_search(model, Deadline.after(60.0)) as search:
        found = branch(search, question.costs(Preference.BALANCED))
    assert found == BranchOutcome(found.reach, 0, is_proven=True, is_only=True)
    assert found.reach is not None
    assert found.reach.order == ()

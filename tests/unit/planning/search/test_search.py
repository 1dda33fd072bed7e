from __future__ import annotations

from skillgap.planning.question import ask
from skillgap.planning.search import branching
from skillgap.planning.search.constraints import scale
from skillgap.planning.search.model import build_model
from skillgap.planning.search.search import open_search
from skillgap.planning.solver.problem import SolutionStatus
from skillgap.planning.solver.stopping import Deadline


def test_circles_are_cut_off_until_the_answer_can_be_walked(
    credential, catalog, request_for, monkeypatch
):
    monkeypatch.setattr(branching, "MOST_SOLVES", 0)
    offers = [
        credential("a-egg", "hen:1", after="egg:1"),
        credential("b-hen", "egg:1", after="hen:1"),
        credential("c-farm", "hen:1"),
        credential("d-shop", "egg:1"),
    ]
    question = ask(catalog(offers, "egg:1 hen:1"), request_for())
    egg, hen = question.number((("egg", 1),)), question.number((("hen", 1),))
    model = build_model(question.world, [egg, hen], {})
    assert (model.first_achievers[egg], model.first_achievers[hen]) == ((1, 3), (0, 2))
    with open_search(model, Deadline.after(60.0), required=[egg, hen]) as search:
        constraints = search.session.add_constraint({0: 1.0}, 0.0, 1.0)
        outcome = search.minimize({0: 1, 1: 1, 2: 100, 3: 90})
        assert search.session.add_constraint({0: 1.0}, 0.0, 1.0) > constraints + 1
    assert outcome.status is SolutionStatus.OPTIMAL
    assert outcome.reach is not None
    assert outcome.reach.order == (3, 0)
    assert (outcome.value, outcome.bound) == (91, 91)


def test_a_settled_goal_stays_settled(credential, catalog, request_for):
    offers = [credential(each, "sql:1", price=price) for each, price in (("a", 5.0), ("b", 7.0))]
    question = ask(catalog(offers, "sql:1"), request_for())
    target = question.number((("sql", 1),))
    model = build_model(question.world, [target], {})
    with open_search(model, Deadline.after(60.0), required=[target]) as search:
        assert search.minimize({0: 500, 1: 700}).value == 500
        search.fix_goal({0: 500, 1: 700}, 500)
        assert search.minimize({0: 9, 1: 1}).value == 9


def test_a_deadline_in_the_past_leaves_no_time():
    assert Deadline.after(-1.0).seconds_left == 0.0


def test_costs_are_proven_in_their_own_unit():
    assert scale({0: 4900, 1: 0, 2: -2500}) == (100, {0: 49.0, 2: -25.0})
    assert scale({}) == (1, {})

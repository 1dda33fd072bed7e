from __future__ import annotations

from skillgap.planning.graph.reach import find_reach
from skillgap.planning.question import ask
from skillgap.planning.search.heuristics import cover_within_limits, fits, trim
from skillgap.planning.search.model import build_model


def ids(question, reach):
    """The ids of a path."""
    return sorted(question.world.items[each].id for each in reach.order)


def test_what_serves_nothing_is_taken_away_the_dearest_first(credential, catalog, request_for):
    world = catalog(
        [
            credential("cheap", "sql:1", price=5.0),
            credential("dear", "sql:1", price=50.0),
            credential("late", "r:1", after="sql:1", price=70.0),
        ],
        "sql:1 r:1",
    )
    question = ask(world, request_for())
    model = build_model(question.world, [], {})
    costs = {at: offer.cents for at, offer in question.offers().items()}
    trimmed = trim(question, model, find_reach(question.world), [costs])
    assert ids(question, trimmed) == ["cheap", "late"]


def test_a_path_within_the_limits_is_made_of_the_best_bargains(credential, catalog, request_for):
    world = catalog(
        [
            credential("bargain", "a:1 b:1", price=20.0),
            credential("dear", "c:1", price=40.0),
            credential("must", "z:1", price=10.0),
        ],
        "a:1 b:1 c:1",
    )
    question = ask(world, request_for(budget=35.0, include=("must",)))
    reach = cover_within_limits(question, build_model(question.world, [], question.limits()))
    assert reach is not None
    assert ids(question, reach) == ["bargain", "must"]
    assert fits(question.world, question.limits(), reach)


def test_includes_beyond_the_limits_leave_nothing(credential, catalog, request_for):
    world = catalog([credential("a", "a:1", price=20.0), credential("b", "b:1", price=20.0)], "a:1")
    question = ask(world, request_for(budget=35.0, include=("a", "b")))
    model = build_model(question.world, [], question.limits())
    assert cover_within_limits(question, model) is None

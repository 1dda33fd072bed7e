from __future__ import annotations

import datetime as dt

import pytest

from skillgap.errors import InternalError
from skillgap.planning.question import ask
from skillgap.planning.schedule import make_schedule


def lay(question):
    """Lay out every offer there is."""
    return make_schedule(question, question.offers().values())


def test_low_levels_come_first_then_the_cheap_then_the_first_by_id(
    credential, catalog, request_for
):
    world = catalog(
        [
            credential("a-high", "sql:3"),
            credential("b-dear", "r:1", price=9.0),
            credential("d-cheap", "python:1"),
            credential("c-cheap", "excel:1"),
        ],
        "sql:3 r:1 python:1 excel:1",
    )
    schedule = lay(ask(world, request_for()))
    assert [scheduled.id for scheduled in schedule] == ["c-cheap", "d-cheap", "b-dear", "a-high"]


def test_one_credential_at_a_time_without_a_day_between(credential, catalog, request_for):
    world = catalog(
        [credential("a", "sql:1", hours=0.0), credential("b", "r:1", hours=11.0)], "sql:1 r:1"
    )
    schedule = lay(ask(world, request_for()))
    assert [(scheduled.starts, scheduled.ends) for scheduled in schedule] == [
        (dt.date(2026, 1, 5), dt.date(2026, 1, 5)),
        (dt.date(2026, 1, 6), dt.date(2026, 1, 13)),
    ]


def test_circular_recommendations_do_not_hold_anything_up(credential, catalog, request_for):
    world = catalog(
        [
            credential("a", "sql:1", recommends=("b",)),
            credential("b", "r:1", recommends=("a",)),
            credential("c", "python:1", recommends=("a",)),
        ],
        "sql:1 r:1 python:1",
    )
    assert [scheduled.id for scheduled in lay(ask(world, request_for()))] == ["a", "b", "c"]


def test_a_path_that_cannot_be_done_is_our_fault(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1"), credential("b", "r:1", after="sql:1")], "sql:1 r:1")
    question = ask(world, request_for())
    offers = [each for each in question.offers().values() if each.credential.id == "b"]
    with pytest.raises(InternalError, match="cannot be done: b"):
        make_schedule(question, offers)

from __future__ import annotations

import pytest

from skillgap.errors import InternalError
from skillgap.planning.offers import Offer
from skillgap.planning.schedule import makespan_of, schedule_offers


@pytest.fixture
def offer(credential):
    def make(id_, days, work_days, **fields):
        record = credential(id_, "sql:1", **fields)
        return Offer(record, 0, 0, days, 0, 0, work_days)

    return make


def laid(offers, at_once, needs=()):
    """Lay offers out, some of which need others."""
    needed = dict(needs)
    slots = schedule_offers(
        offers, at_once, lambda each, done: needed.get(each.credential.id, set()) <= done
    )
    return {slot.offer.credential.id: (slot.first, slot.end) for slot in slots}


def test_one_at_a_time_follows_right_after_another(offer):
    offers = [offer("a", 7, 7), offer("b", 14, 2), offer("c", 3, 3)]
    assert laid(offers, 1) == {"a": (0, 7), "b": (7, 21), "c": (21, 24)}


def test_waiting_overlaps_and_work_does_not(offer):
    offers = [offer("a", 28, 7), offer("b", 28, 7), offer("work", 14, 14)]
    assert laid(offers, 3) == {"a": (0, 28), "b": (0, 28), "work": (14, 28)}


def test_no_more_than_are_allowed_run_at_once(offer):
    offers = [offer(each, 10, 1) for each in "abc"]
    assert laid(offers, 2) == {"a": (0, 10), "b": (0, 10), "c": (10, 20)}


def test_what_waits_for_another_begins_when_that_is_done(offer):
    offers = [offer("early", 5, 1), offer("late", 5, 1), offer("other", 20, 1)]
    assert laid(offers, 3, {"late": {"early"}}) == {
        "early": (0, 5),
        "late": (5, 10),
        "other": (0, 20),
    }


def test_nothing_is_longer_than_alone_nor_a_path_than_one_at_a_time(offer):
    offers = [offer(f"c{number}", 3 + 5 * number % 11, 1 + number % 3) for number in range(8)]
    alone = sum(each.days for each in offers)
    for at_once in (2, 3, 8):
        slots = schedule_offers(offers, at_once, lambda _offer, _done: True)
        assert all(slot.end - slot.first == slot.offer.days for slot in slots)
        assert makespan_of(slots) <= alone


def test_what_can_never_begin_is_our_fault(offer):
    with pytest.raises(InternalError, match="cannot be done: late"):
        laid([offer("late", 5, 1)], 2, {"late": {"missing"}})

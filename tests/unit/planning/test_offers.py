from __future__ import annotations

import datetime as dt

import pytest

from skillgap.domain.credential import Delivery
from skillgap.domain.money import Price, PricePer
from skillgap.gap import find_holdings
from skillgap.planning.facts import FigureUnknown, LimitName, OverLimit, RuledOut
from skillgap.planning.offers import (
    cents_available,
    days_available,
    duration_days,
    is_spoken,
    last_day,
    screen,
)
from skillgap.planning.request import Limits


@pytest.mark.parametrize(
    ("hours", "min_weeks", "per_week", "days"),
    [(0, None, 10, 1), (10, None, 10, 7), (10.1, None, 10, 8), (1, 2, 10, 14), (3, None, 7, 3)],
)
def test_a_credential_takes_whole_days_at_least_one(hours, min_weeks, per_week, days):
    assert duration_days(hours, min_weeks, per_week) == days


def test_days_are_counted_with_the_first_and_the_last():
    start = dt.date(2026, 1, 5)
    assert days_available(Limits(by=start), start) == 1
    assert days_available(Limits(by=start - dt.timedelta(days=9)), start) == 0
    assert days_available(Limits(), start) is None
    assert last_day(start, 1) == start
    assert last_day(start, 10**9) == dt.date.max


def test_a_budget_in_floats_is_kept_to_the_cent():
    assert cents_available(Limits(budget=0.29)) == 29
    assert cents_available(Limits(budget=4.999)) == 499


@pytest.mark.parametrize(
    ("language", "spoken", "answer"),
    [
        ("en", ("en",), True),
        ("en-GB", ("en",), True),
        ("EN", ("en-us",), True),
        ("eng", ("en",), False),
        ("de", ("en",), False),
    ],
)
def test_languages_are_compared_by_their_tags(language, spoken, answer):
    assert is_spoken(language, spoken) is answer


def test_everything_is_an_offer_or_left_out_for_a_reason(credential, catalog, request_for):
    world = catalog(
        [
            credential("dear", "sql:1", price=60.0),
            credential("excluded", "sql:1"),
            credential("foreign", "sql:1", delivery=Delivery(languages=("de",))),
            credential("held", "sql:1"),
            credential("other-money", "sql:1").__class__(
                id="other-money",
                title="Other money",
                issuer="school",
                awards=(),
                workload_hours=1.0,
                price=Price(5.0, currency="CHF"),
            ),
        ],
        "sql:1",
    )
    request = request_for(budget=50.0, exclude=("excluded",), languages=("en",))
    holdings = find_holdings(request.learner, world, request.start)
    screening = screen(world, request, holdings)
    assert set(screening.offers) == {"dear", "held"}
    assert screening.oversized == {"dear": OverLimit(LimitName.BUDGET, 60.0, 50.0, "dear")}
    assert screening.left_out == {
        "excluded": RuledOut("excluded", LimitName.EXCLUDE),
        "foreign": RuledOut("foreign", LimitName.LANGUAGE),
        "other-money": FigureUnknown("other-money", "price"),
    }


def test_a_month_is_paid_for_as_long_as_the_credential_takes(credential, catalog, request_for):
    monthly = credential("monthly", "sql:1", hours=100.0)
    monthly = monthly.__class__(
        id="monthly",
        title="Monthly",
        issuer="school",
        awards=monthly.awards,
        workload_hours=100.0,
        price=Price(49.0, PricePer.MONTH),
    )
    world = catalog([monthly], "sql:1")
    cents = {}
    for pace in (5.0, 10.0, 50.0):
        request = request_for(hours_per_week=pace)
        holdings = find_holdings(request.learner, world, request.start)
        cents[pace] = screen(world, request, holdings).offers["monthly"].cents
    assert cents == {5.0: 5 * 4900, 10.0: 3 * 4900, 50.0: 4900}

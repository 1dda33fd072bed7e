from __future__ import annotations

import datetime as dt

import pytest

from skillgap.domain.credential import Assessment, AssessmentKind, Delivery, Renewal
from skillgap.domain.learner import Holiday
from skillgap.domain.money import Price, PricePer
from skillgap.gap import find_holdings
from skillgap.planning.facts import FigureUnknown, LimitName, OverLimit, RuledOut
from skillgap.planning.offers import (
    cents_available,
    days_available,
    duration_days,
    is_spoken,
    screen,
)
from skillgap.planning.request import Limits


@pytest.mark.parametrize(
    ("hours", "min_weeks", "per_week", "days"),
    [(0, None, 10, 1), (10, None, 10, 7), (10.1, None, 10, 8), (1, 2, 10, 14), (3, None, 7, 3)],
)
def test_a_credential_takes_whole_days_at_least_one(hours, min_weeks, per_week, days):
    assert duration_days(hours, min_weeks, per_week) == days


def test_days_are_counted_with_the_first_and_the_last(request_for):
    start = request_for().start
    assert days_available(request_for(by=start)) == 1
    assert days_available(request_for(by=start - dt.timedelta(days=9))) == 0
    assert days_available(request_for()) is None
    away = (Holiday(start, start + dt.timedelta(days=2)),)
    assert days_available(request_for(by=start + dt.timedelta(days=4), holidays=away)) == 2


def test_what_is_little_recognized_or_mere_theory_can_be_ruled_out(
    credential, catalog, request_for
):
    practical = credential(
        "practical", "sql:1", assessment=Assessment(AssessmentKind.PROJECT, proctored=True)
    )
    theory = credential("theory", "sql:1", assessment=Assessment(AssessmentKind.MIXED))
    world = catalog([practical, theory], "sql:1")

    def left_out(**limits):
        request = request_for(**limits)
        holdings = find_holdings(request.learner, world, request.start)
        return dict(screen(world, request, holdings).left_out)

    assert left_out(hands_on=True) == {"theory": RuledOut("theory", LimitName.HANDS_ON)}
    assert left_out(min_recognition=0.2) == {
        "theory": RuledOut("theory", LimitName.MIN_RECOGNITION)
    }
    assert left_out(min_recognition=0.15) == {}


def test_renewals_within_the_horizon_are_paid_for(credential, catalog, request_for):
    yearly = credential("yearly", "sql:1", price=100.0, renewal=Renewal(12, Price(30.0), hours=2.0))
    unknown = credential("unknown", "sql:1", renewal=Renewal(36))
    world = catalog([yearly, unknown], "sql:1")

    def screened(months):
        request = request_for(horizon_months=months)
        return screen(world, request, find_holdings(request.learner, world, request.start))

    offer = screened(35).offers["yearly"]
    assert (offer.cents, offer.minutes, offer.renewals, offer.price_cents) == (16000, 840, 2, 10000)
    assert screened(11).offers["yearly"].cents == 10000
    assert screened(35).left_out == {}
    assert screened(36).left_out == {"unknown": FigureUnknown("unknown", "renewal")}


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
    assert screening.over_limit == {"dear": OverLimit(LimitName.BUDGET, 60.0, 50.0, "dear")}
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

import datetime as dt

import pytest

from skillgap.cli.heard import PersonOptions
from skillgap.cli.person import understand
from skillgap.cli.plan_request import PlanOptions, build_request, read_holidays
from skillgap.domain.learner import Holiday
from skillgap.errors import UserError
from skillgap.planning.request import Limits, Preference

START = dt.date(2026, 11, 2)
PROFILE = """
schema_version: 1
role: data analyst
hours_per_week: 4
at_once: 3
holidays: [{from: 2026-12-24, to: 2027-01-01}]
budget: 100
by: 2027-05-01
prefer: fastest
languages: [en]
"""


def request(profile="", **options):
    asked = PersonOptions(
        START,
        role=None if profile else "data-analyst",
        profile="me.yaml" if profile else None,
        catalogs=("catalog.yaml",),
        roles=("roles",),
    )
    return build_request(PlanOptions(START, **options), understand(asked, is_told=False))


@pytest.fixture(autouse=True)
def profile_file(world):
    (world / "me.yaml").write_text(PROFILE, encoding="utf-8")


def test_every_option_reaches_the_request():
    made = request(
        budget="300",
        hours="200",
        by="2027-12-31",
        max_credentials="3",
        issuers=("OpenLab",),
        languages=("en",),
        exclude=("sql-more",),
        include=("SQL Start",),
        free_only=True,
        verifiable_only=True,
        min_recognition="0.4",
        hands_on=True,
        toward=("SQL Stack",),
        at_once="2",
        holidays=("2027-07-01..2027-07-21", "2027-12-24"),
        horizon_months="24",
        prefer="hands-on",
        include_optional=True,
        hours_per_week="7.5",
        hour_value="0",
        time_limit="5",
    )
    assert made.limits == Limits(
        budget=300.0,
        hours=200.0,
        by=dt.date(2027, 12, 31),
        max_credentials=3,
        issuers=("openlab",),
        languages=("en",),
        exclude=("sql-more",),
        include=("sql-start",),
        free_only=True,
        verifiable_only=True,
        min_recognition=0.4,
        hands_on=True,
        toward=("sql-stack",),
    )
    assert (made.at_once, made.horizon_months) == (2, 24)
    assert made.holidays == (
        Holiday(dt.date(2027, 7, 1), dt.date(2027, 7, 21)),
        Holiday(dt.date(2027, 12, 24), dt.date(2027, 12, 24)),
    )
    assert (made.prefer, made.include_optional) == (Preference.HANDS_ON, True)
    assert (made.hours_per_week, made.hour_value, made.time_limit) == (7.5, 0.0, 5.0)


def test_the_profile_stands_in_for_what_is_not_typed():
    made = request(profile="me.yaml")
    assert made.limits == Limits(budget=100.0, by=dt.date(2027, 5, 1), languages=("en",))
    assert (made.prefer, made.hours_per_week) == (Preference.FASTEST, 4.0)
    assert made.at_once == 3
    assert made.holidays == (Holiday(dt.date(2026, 12, 24), dt.date(2027, 1, 1)),)


def test_zero_is_a_budget():
    assert request(profile="me.yaml", budget="0").limits.budget == 0.0


def test_a_day_before_the_start_is_refused():
    with pytest.raises(UserError, match="before the first day"):
        request(by="2026-11-01")
    assert request(by="2026-11-02").limits.by == START


def test_nothing_is_both_in_and_out():
    with pytest.raises(UserError, match="both included and excluded"):
        request(include=("sql-more",), exclude=("SQL, and More",))


def test_figures_are_checked_before_files_are_read():
    with pytest.raises(UserError, match="--hours"):
        PlanOptions(START, hours="many").checked()


@pytest.mark.parametrize("hours", ["0.001", "0.4"])
def test_a_profile_keeps_to_the_same_bounds(world, hours):
    profile = PROFILE.replace("hours_per_week: 4", f"hours_per_week: {hours}")
    (world / "me.yaml").write_text(profile, encoding="utf-8")
    with pytest.raises(UserError, match="the profile's hours_per_week"):
        request(profile="me.yaml")


@pytest.mark.parametrize("text", ["2027-07-21..2027-07-01", "summer", "2027-07-01..x", "..", ""])
def test_a_holiday_that_is_no_range_of_days_is_refused(text):
    with pytest.raises(UserError, match="--holiday"):
        read_holidays((text,))

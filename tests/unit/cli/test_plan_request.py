"""What a plan is asked for: what is typed goes before what the profile says."""

from __future__ import annotations

import datetime as dt

import pytest

from skillgap.domain.learner import Holiday
from skillgap.planning.request import Limits, PlanRequest, Preference

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


@pytest.fixture
def asked(run, monkeypatch):
    """Give the request that a command line makes, or what it says where it makes none."""

    def note(_catalog, request, **_):
        made.append(request)
        raise KeyboardInterrupt

    made = []
    monkeypatch.setattr("skillgap.api.plan_path", note)

    def ask(*words, profile=False) -> PlanRequest | str:
        made.clear()
        who = ["--profile", "me.yaml"] if profile else ["--role", "data-analyst"]
        _, _, told = run("plan", *who, "--start", str(START), *words)
        return made[0] if made else told

    return ask


@pytest.fixture(autouse=True)
def profile_file(world):
    (world / "me.yaml").write_text(PROFILE, encoding="utf-8")


def test_every_option_reaches_the_request(asked):
    made = asked(
        *("--budget", "300", "--hours", "200", "--by", "2027-12-31", "--max-credentials", "3"),
        *("--issuer", "OpenLab", "--language", "en", "--exclude", "sql-more"),
        *("--include", "SQL Start", "--free-only", "--verifiable-only"),
        *("--min-recognition", "0.4", "--hands-on", "--toward", "SQL Stack", "--at-once", "2"),
        *("--holiday", "2027-07-01..2027-07-21", "--holiday", "2027-12-24"),
        *("--horizon-months", "24", "--prefer", "hands-on", "--optional"),
        *("--hours-per-week", "7.5", "--hour-value", "0", "--time-limit", "5"),
    )
    assert made == PlanRequest(
        role="data-analyst",
        learner=made.learner,
        start=START,
        limits=Limits(
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
        ),
        prefer=Preference.HANDS_ON,
        include_optional=True,
        hours_per_week=7.5,
        hour_value=0.0,
        time_limit=5.0,
        holidays=(
            Holiday(dt.date(2027, 7, 1), dt.date(2027, 7, 21)),
            Holiday(dt.date(2027, 12, 24), dt.date(2027, 12, 24)),
        ),
        at_once=2,
        horizon_months=24,
    )


def test_nothing_typed_is_the_usual(asked):
    made = asked()
    assert made == PlanRequest(role="data-analyst", learner=made.learner, start=START)


def test_the_profile_stands_in_for_what_is_not_typed(asked):
    made = asked(profile=True)
    assert made == PlanRequest(
        role="data-analyst",
        learner=made.learner,
        start=START,
        limits=Limits(budget=100.0, by=dt.date(2027, 5, 1), languages=("en",)),
        prefer=Preference.FASTEST,
        hours_per_week=4.0,
        holidays=(Holiday(dt.date(2026, 12, 24), dt.date(2027, 1, 1)),),
        at_once=3,
    )


def test_zero_is_a_budget(asked):
    assert asked("--budget", "0", profile=True).limits.budget == 0.0


def test_a_day_before_the_start_is_refused(asked):
    assert "`--by` is 2026-11-01, before the first day" in asked("--by", "2026-11-01")
    assert asked("--by", "2026-11-02").limits.by == START


def test_the_profile_may_name_no_day_before_the_start_either(asked):
    told = asked("--start", "2027-05-02", profile=True)
    assert "the profile's `by` is 2027-05-01, before the first day of study" in told


def test_nothing_is_both_in_and_out(asked):
    told = asked("--include", "sql-more", "--exclude", "SQL, and More")
    assert "`sql-more` is both included and excluded" in told


def test_figures_are_read_before_files_are(asked):
    assert asked("--hours", "many", "--catalog", "nowhere.yaml").startswith("error: `--hours`")


@pytest.mark.parametrize("hours", ["0.001", "0.4"])
def test_a_profile_keeps_to_the_same_bounds(world, asked, hours):
    profile = PROFILE.replace("hours_per_week: 4", f"hours_per_week: {hours}")
    (world / "me.yaml").write_text(profile, encoding="utf-8")
    assert "the profile's hours_per_week" in asked(profile=True)

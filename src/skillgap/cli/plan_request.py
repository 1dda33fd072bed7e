"""The options of a plan, read and put together with the profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, Self

import msgspec

from skillgap.cli.choices import find_credentials, find_issuers, find_stacks
from skillgap.cli.person import Person
from skillgap.cli.values import read_choice, read_date, read_languages, read_number
from skillgap.domain.learner import Holiday
from skillgap.errors import UserError
from skillgap.planning.request import (
    DEFAULT_HOUR_VALUE,
    DEFAULT_HOURS_PER_WEEK,
    DEFAULT_TIME_LIMIT_SECONDS,
    Limits,
    PlanRequest,
    Preference,
)
from skillgap.text import clean

MOST_MONEY: Final = 1_000_000_000
MOST_HOURS: Final = 1_000_000
MOST_CREDENTIALS: Final = 10_000
LEAST_HOURS_PER_WEEK: Final = 0.5
HOURS_IN_A_WEEK: Final = 168
LEAST_SECONDS: Final = 0.1
MOST_SECONDS: Final = 86_400
MOST_AT_ONCE: Final = 10
MOST_MONTHS: Final = 1_200


class PlanOptions(msgspec.Struct, frozen=True):
    """What was typed about a plan; None where nothing was."""

    start: dt.date
    hours_per_week: str | None = None
    budget: str | None = None
    hours: str | None = None
    by: str | None = None
    max_credentials: str | None = None
    issuers: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    min_recognition: str | None = None
    hands_on: bool = False
    at_once: str | None = None
    holidays: tuple[str, ...] = ()
    horizon_months: str | None = None
    free_only: bool = False
    verifiable_only: bool = False
    prefer: str | None = None
    include_optional: bool = False
    hour_value: str | None = None
    time_limit: str | None = None

    def checked(self) -> Self:
        """Give the options back once every figure in them can be read.

        Why: a slip of the finger is told before files are read, not after.
        """
        read_hours_per_week(self.hours_per_week)
        read_budget(self.budget)
        read_hours(self.hours)
        read_by(self.by, self.start)
        read_max_credentials(self.max_credentials)
        read_hour_value(self.hour_value)
        read_time_limit(self.time_limit)
        read_min_recognition(self.min_recognition)
        read_at_once(self.at_once)
        read_horizon(self.horizon_months)
        read_holidays(self.holidays)
        read_prefer(self.prefer)
        read_languages(self.languages)
        return self


def build_request(options: PlanOptions, person: Person) -> PlanRequest:
    """Put the question together; what was typed goes before what the profile says.

    Raises `UserError` for an id that the catalog lacks or a day that lies before the start.
    """
    catalog, profile = person.understanding.catalog, person.profile
    by = read_by(options.by, options.start)
    max_credentials = read_max_credentials(options.max_credentials)
    budget = read_budget(options.budget)
    if by is None and profile.by is not None:
        by = not_before(profile.by, options.start, "the profile's `by`")
    limits = Limits(
        budget=profile.budget if budget is None else budget,
        hours=read_hours(options.hours),
        by=by,
        max_credentials=None if max_credentials is None else int(max_credentials),
        issuers=find_issuers("--issuer", options.issuers, catalog),
        languages=read_languages(options.languages) or profile.languages,
        exclude=find_credentials("--exclude", options.exclude, catalog),
        include=find_credentials("--include", options.include, catalog),
        toward=find_stacks("--toward", options.toward, catalog),
        min_recognition=read_min_recognition(options.min_recognition),
        hands_on=options.hands_on,
        free_only=options.free_only,
        verifiable_only=options.verifiable_only,
    )
    both = sorted(set(limits.exclude) & set(limits.include))
    if both:
        raise UserError(f"`{both[0]}` is both included and excluded", hint="leave one of them out")
    hours_per_week = read_hours_per_week(options.hours_per_week)
    if hours_per_week is None and profile.hours_per_week is not None:
        hours_per_week = read_number(
            "the profile's hours_per_week",
            f"{profile.hours_per_week:f}",
            at_least=LEAST_HOURS_PER_WEEK,
            at_most=HOURS_IN_A_WEEK,
        )
    hour_value = read_hour_value(options.hour_value)
    return PlanRequest(
        role=person.understanding.role.id,
        learner=person.learner,
        start=options.start,
        limits=limits,
        prefer=read_prefer(options.prefer or profile.prefer),
        include_optional=options.include_optional,
        hours_per_week=hours_per_week or DEFAULT_HOURS_PER_WEEK,
        hour_value=DEFAULT_HOUR_VALUE if hour_value is None else hour_value,
        time_limit=read_time_limit(options.time_limit) or DEFAULT_TIME_LIMIT_SECONDS,
        holidays=(*profile.holidays, *read_holidays(options.holidays)),
        at_once=int(read_at_once(options.at_once) or profile.at_once or 1),
        horizon_months=int(read_horizon(options.horizon_months) or 0),
    )


def read_budget(text: str | None) -> float | None:
    """Read `--budget`."""
    return read_number("--budget", text, at_least=0, at_most=MOST_MONEY)


def read_hours(text: str | None) -> float | None:
    """Read `--hours`."""
    return read_number("--hours", text, at_least=0, at_most=MOST_HOURS)


def read_hours_per_week(text: str | None) -> float | None:
    """Read `--hours-per-week`."""
    return read_number(
        "--hours-per-week", text, at_least=LEAST_HOURS_PER_WEEK, at_most=HOURS_IN_A_WEEK
    )


def read_max_credentials(text: str | None) -> float | None:
    """Read `--max-credentials`."""
    return read_number(
        "--max-credentials", text, at_least=0, at_most=MOST_CREDENTIALS, is_whole=True
    )


def read_min_recognition(text: str | None) -> float | None:
    """Read `--min-recognition`."""
    return read_number("--min-recognition", text, at_least=0, at_most=1)


def read_at_once(text: str | None) -> float | None:
    """Read `--at-once`."""
    return read_number("--at-once", text, at_least=1, at_most=MOST_AT_ONCE, is_whole=True)


def read_horizon(text: str | None) -> float | None:
    """Read `--horizon-months`."""
    return read_number("--horizon-months", text, at_least=0, at_most=MOST_MONTHS, is_whole=True)


def read_holidays(texts: Iterable[str]) -> tuple[Holiday, ...]:
    """Read every `--holiday`: one day, or the first and the last."""
    found = []
    for text in texts:
        first, _, last = text.partition("..")
        days = [read_date("--holiday", each.strip()) for each in (first, last or first)]
        if days[0] is None or days[1] is None or days[1] < days[0]:
            raise UserError(
                f"`--holiday` ends before it begins: `{clean(text)[:40]}`",
                hint="write the first day first: `--holiday 2027-07-01..2027-07-21`",
            )
        found.append(Holiday(days[0], days[1]))
    return tuple(found)


def read_hour_value(text: str | None) -> float | None:
    """Read `--hour-value`."""
    return read_number("--hour-value", text, at_least=0, at_most=MOST_HOURS)


def read_time_limit(text: str | None) -> float | None:
    """Read `--time-limit`."""
    return read_number("--time-limit", text, at_least=LEAST_SECONDS, at_most=MOST_SECONDS)


def read_by(text: str | None, start: dt.date) -> dt.date | None:
    """Read `--by`, which may not lie before the start."""
    by = read_date("--by", text)
    return None if by is None else not_before(by, start, "`--by`")


def not_before(by: dt.date, start: dt.date, what: str) -> dt.date:
    """Give the day back unless it lies before the start."""
    if by < start:
        raise UserError(
            f"{what} is {by}, before the first day of study, {start}",
            hint="give a later day with `--by`, or an earlier one with `--start`",
        )
    return by


def read_prefer(text: str | None) -> Preference:
    """Read `--prefer`."""
    if text is None:
        return Preference.BALANCED
    return Preference(read_choice("--prefer", text, [each.value for each in Preference]))

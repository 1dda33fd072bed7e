"""What a person asks of a plan: the role, what they hold, and within which limits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

import msgspec

from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, StackId
from skillgap.domain.learner import Holiday, Learner

DEFAULT_HOURS_PER_WEEK: Final = 10.0
"""Study beside a full-time job; a person's own figure always replaces it."""

DEFAULT_HOUR_VALUE: Final = 20.0
"""What an hour of study weighs against money, in the catalog's currency."""

DEFAULT_TIME_LIMIT_SECONDS: Final = 60.0


class Preference(StrEnum):
    """What the best of the paths with equal coverage minimizes."""

    BALANCED = "balanced"
    CHEAPEST = "cheapest"
    FASTEST = "fastest"
    FEWEST = "fewest"
    RECOGNIZED = "recognized"
    HANDS_ON = "hands-on"


class LimitName(StrEnum):
    """A person's own limit, by the option that sets it; a flag of `Limits` is called alike."""

    BUDGET = "budget"
    HOURS = "hours"
    BY = "by"
    MAX_CREDENTIALS = "max-credentials"
    ISSUER = "issuer"
    LANGUAGE = "language"
    EXCLUDE = "exclude"
    INCLUDE = "include"
    FREE_ONLY = "free-only"
    VERIFIABLE_ONLY = "verifiable-only"
    MIN_RECOGNITION = "min-recognition"
    HANDS_ON = "hands-on"
    TOWARD = "toward"


class Limits(msgspec.Struct, frozen=True):
    """What a path may not go beyond; None is no limit.

    `budget` is in the catalog's currency, `hours` is workload, `by` the last day a step may end.
    `exclude` and `include` name credentials, `toward` stacks that are complete in the end;
    `issuers` and `languages` keep only what they list. `min_recognition` is the least score of a
    credential, 0-1; `hands_on` keeps what rests on practice that is done or assessed.
    """

    budget: float | None = None
    hours: float | None = None
    by: dt.date | None = None
    max_credentials: int | None = None
    issuers: tuple[IssuerId, ...] = ()
    languages: tuple[str, ...] = ()
    exclude: tuple[CredentialId, ...] = ()
    include: tuple[CredentialId, ...] = ()
    toward: tuple[StackId, ...] = ()
    free_only: bool = False
    verifiable_only: bool = False
    min_recognition: float | None = None
    hands_on: bool = False


class PlanRequest(msgspec.Struct, frozen=True):
    """One question to the planner; `start` is the first day of study and the day `held` is as of.

    `time_limit` is in seconds of wall time over all solves together; nobody studies on `holidays`,
    and no more than `at_once` credentials run on any day. Renewals that come due within
    `horizon_months` of earning a credential count in its money and hours. Traits, which are
    requirements of transversal skills alone, are planned for with `include_transversal` only.
    """

    role: RoleId
    learner: Learner
    start: dt.date
    limits: Limits = Limits()
    prefer: Preference = Preference.BALANCED
    include_optional: bool = False
    hours_per_week: float = DEFAULT_HOURS_PER_WEEK
    hour_value: float = DEFAULT_HOUR_VALUE
    time_limit: float = DEFAULT_TIME_LIMIT_SECONDS
    holidays: tuple[Holiday, ...] = ()
    at_once: int = 1
    horizon_months: int = 0
    include_transversal: bool = False

    @property
    def study_days(self) -> StudyDays:
        """The days of study."""
        return StudyDays(self.start, self.holidays)


class StudyDays(msgspec.Struct, frozen=True):
    """Days of study, numbered from 1; `holidays` may overlap and stand in any order."""

    start: dt.date
    holidays: tuple[Holiday, ...] = ()

    def breaks(self) -> Iterator[tuple[dt.date, dt.date]]:
        """Return the holidays from the start on, in order and without overlap."""
        following = self.start
        for each in sorted(self.holidays, key=lambda holiday: (holiday.first, holiday.last)):
            first = max(each.first, following)
            if first <= each.last:
                yield first, each.last
                if each.last == dt.date.max:
                    return
                following = each.last + dt.timedelta(days=1)

    def date_of(self, number: int) -> dt.date:
        """Return the date of a day of study; the latest date there is, if beyond it.

        Day 0 is the day before the first.
        """
        try:
            day = self.start + dt.timedelta(days=number - 1)
            for first, last in self.breaks() if number > 0 else ():
                if day < first:
                    break
                day += last - first + dt.timedelta(days=1)
        except OverflowError:
            return dt.date.max
        return day

    def count_until(self, day: dt.date) -> int:
        """Count the days of study up to a date, it included."""
        if day < self.start:
            return 0
        whole = (day - self.start).days + 1
        lost = ((min(last, day) - first).days + 1 for first, last in self.breaks() if first <= day)
        return whole - sum(lost)

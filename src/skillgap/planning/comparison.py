"""One path beside another: what is taken instead, and what that costs."""

from __future__ import annotations

import datetime as dt

import msgspec

from skillgap.domain.identifiers import CredentialId
from skillgap.planning.result import LearningPath


class Difference(msgspec.Struct, frozen=True):
    """What a path has more than another, less where below 0.

    `money` is in the catalog's currency, `value` in the unit of the preference. `added` and
    `dropped` are the credentials that only the one and only the other has.
    """

    money: float
    hours: float
    weeks: float
    credentials: int
    value: float
    added: tuple[CredentialId, ...]
    dropped: tuple[CredentialId, ...]


def compare(path: LearningPath, other: LearningPath) -> Difference:
    """Set `path` against `other`."""
    mine = [step.credential for step in path.steps]
    its = [step.credential for step in other.steps]
    return Difference(
        money=round(path.totals.money - other.totals.money, 2),
        hours=round(path.totals.hours - other.totals.hours, 6),
        weeks=round(path.totals.weeks - other.totals.weeks, 6),
        credentials=path.totals.credentials - other.totals.credentials,
        value=round(path.objective - other.objective, 6),
        added=tuple(each for each in mine if each not in its),
        dropped=tuple(each for each in its if each not in mine),
    )


def last_day_of(path: LearningPath) -> dt.date:
    """Give the day a path is done: the last day of any step, the start where there is none."""
    return max((step.ends for step in path.steps), default=path.request.start)

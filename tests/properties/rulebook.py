"""The rules of `docs/explanation/how-planning-works.md`, written once more, plainly and slowly.

Nothing here is the planner's: points are read off the page itself, and time passes day by day.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from skillgap.domain.credential import MicroCredential
from skillgap.domain.issuer import Issuer
from skillgap.domain.learner import Learner

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "how-planning-works.md"
ROW = re.compile(r"\| ([^|]+) \| ([^|]+) \| (-?\d+) \|")

NEVER = 10**9

PRACTICE = ("project", "portfolio", "lab")


def read_points(page: str) -> dict[tuple[str, str], int]:
    """What everything that can be known of a part earns, in thousandths."""
    return {
        (part, known): int(points)
        for part, several, points in ROW.findall(page)
        for known in several.split(", ")
    }


POINTS: Mapping[tuple[str, str], int] = read_points(PAGE.read_text(encoding="utf-8"))


def points(part: str, known: str | None) -> int:
    """What one part earns, nothing where it is not known."""
    return 0 if known is None else POINTS[part, known]


def recognition(credential: MicroCredential, issuer: Issuer | None) -> int:
    """How much others recognize a credential, in thousandths."""
    counted = (None, "one", "several")[min(2, len({each.by for each in credential.recognition}))]
    standing = issuer and ("accredited" if issuer.accreditations else issuer.kind)
    months = credential.valid_months
    expiry = next((each for each in (12, 24, 36) if months and months <= each), None)
    assessment = credential.assessment
    return max(
        0,
        points("counted by others", counted)
        + points("issuer's standing", standing)
        + points("assessment", assessment.kind)
        + points("assessment", "proctored" if assessment.proctored else None)
        + points("verification", credential.verification)
        + points("achievement type", credential.achievement_type)
        + points("expiry", expiry and f"within {expiry} months"),
    )


def practice(credential: MicroCredential) -> int:
    """How far a credential rests on practice that is assessed, in thousandths."""
    kind, stated = credential.assessment.kind, credential.assessment.hands_on
    is_hands_on = kind in PRACTICE if stated is None else stated
    judged = 400 if kind in PRACTICE else 200 if kind == "mixed" else 0
    return 600 * is_hands_on + judged


@cache
def tie_weight(id_: str) -> int:
    """What an id weighs where all else is equal."""
    return 1 + int(hashlib.sha256(id_.encode()).hexdigest()[:16], 16) % 2**20


def credentials_in_force(
    learner: Learner, day: dt.date, valid_months: Mapping[str, int | None]
) -> frozenset[str]:
    """The credentials that a person holds on a day."""
    found = set()
    for each in learner.credentials:
        months = valid_months.get(each.credential)
        last = each.expires
        if last is None and each.earned is not None and months is not None:
            last = months_later(each.earned, months)
        if last is None or day <= last:
            found.add(each.credential)
    return frozenset(found)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last there is in that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return dt.date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


def skills_named(learner: Learner) -> dict[str, int]:
    """The best level that a person names of each skill."""
    named = sorted((each.level, each.skill) for each in learner.skills)
    return {skill: level for level, skill in named}


@dataclass(frozen=True, slots=True)
class Study:
    """A credential as the calendar sees it: days from first to last, days of work, what it costs.

    `level` is the highest that it awards.
    """

    id: str
    days: int
    work: int
    cents: int
    level: int
    recommends: frozenset[str]
    last: int | None = None
    needed_by: frozenset[str] = frozenset()


def days_at_once(
    studies: Iterable[Study],
    most: int,
    can_begin: Callable[[str, frozenset[str]], bool],
) -> int | None:
    """How many days studies take with at most so many at once; None where they never end.

    Where some begin after their offers have ended, what ends first is picked first instead, and
    what it may need; that counts if fewer are late.
    """
    studies = tuple(studies)
    usual = spread_at_once(studies, most, can_begin, {})
    if usual is None:
        return None
    last = {each.id: each.last for each in studies if each.last is not None}
    late = {id_ for id_, (first, _) in usual.items() if id_ in last and first > last[id_]}
    if late:
        urgent = dict(last)
        for _ in studies:
            for each in studies:
                for other in each.needed_by & urgent.keys():
                    urgent[each.id] = min(urgent.get(each.id, urgent[other]), urgent[other])
        hurried = spread_at_once(studies, most, can_begin, urgent)
        assert hurried is not None
        if sum(first > last[id_] for id_, (first, _) in hurried.items() if id_ in last) < len(late):
            usual = hurried
    return max((end for _, end in usual.values()), default=0)


def spread_at_once(
    studies: Iterable[Study],
    most: int,
    can_begin: Callable[[str, frozenset[str]], bool],
    urgent: Mapping[str, int],
) -> dict[str, tuple[int, int]] | None:
    """When each study begins and is over, what is urgent first; None where they never end.

    Day after day: whatever is done by then opens what waits for it; while there is room the next
    is picked, and begins on the first day from which all its work fits in, behind all work that
    was picked before.
    """
    waiting = {each.id: each for each in studies}
    ends: dict[str, int] = {}
    firsts: dict[str, int] = {}
    behind = 0
    day = 0
    while waiting:
        done = frozenset(each for each, end in ends.items() if end <= day)
        ready = [each for each in waiting.values() if can_begin(each.id, done)]
        if not ready and len(done) == len(ends):
            return None
        if not ready or len(ends) - len(done) >= most:
            day += 1
            continue
        picked = min(
            ready,
            key=lambda each: (
                urgent.get(each.id, NEVER),
                bool(each.recommends & waiting.keys()),
                each.level,
                each.cents,
                each.id,
            ),
        )
        del waiting[picked.id]
        first = day
        while max(first, behind) + picked.work > first + picked.days:
            first += 1
        behind = max(first, behind) + picked.work
        firsts[picked.id], ends[picked.id] = first, first + picked.days
    return {each: (firsts[each], ends[each]) for each in ends}

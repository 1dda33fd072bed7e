"""The next best paths, one after another, and what each costs more."""

from __future__ import annotations

import datetime as dt

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.planning.graph.scope import cut_to_scope
from skillgap.planning.objective import UNITS
from skillgap.planning.planner import describe
from skillgap.planning.question import ask
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import LearningPath, PlanStatus
from skillgap.planning.search.stages import NoGoodCut, coverage, find_best
from skillgap.planning.solver.stopping import Deadline


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
    """Return what `path` has more than `other`."""
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
    """Return the day a path is done: the last day of any step, the start where there is none."""
    return max((step.ends for step in path.steps), default=path.request.start)


class Alternative(msgspec.Struct, frozen=True):
    """A path that covers as much as the best, and what it has more than that."""

    path: LearningPath
    more: Difference


class Alternatives(msgspec.Struct, frozen=True):
    """The next best paths in their order.

    `is_complete` says that there are no others; `ran_out_of_time` that there may be.
    """

    paths: tuple[Alternative, ...]
    is_complete: bool = False
    ran_out_of_time: bool = False


def find_alternatives(
    catalog: Catalog, request: PlanRequest, count: int, deadline: Deadline | None = None
) -> Alternatives:
    """Find the next best paths after the best, as many as `count`, each proven like the best.

    They cover as much as the best one, essential and, if asked for, optional. None has a part that
    is as good by itself: what is merely added to a path is no other path. Raises UserError like
    `plan_path`.
    """
    deadline = deadline or Deadline.after(request.time_limit)
    question = ask(cut_to_scope(catalog, request), request)
    best = find_best(question, deadline)
    if best is None:
        return Alternatives((), is_complete=True)
    covered = coverage(question, best.reach)
    path = describe(question, best, deadline, explains_open=False)
    cuts = [NoGoodCut.of(question.world, best.reach)]
    found: list[Alternative] = []
    while len(found) < count:
        if not cuts[-1].credentials:
            return Alternatives(tuple(found), is_complete=True)
        following = find_best(question, deadline, cuts=cuts)
        if following is None or coverage(question, following.reach) != covered:
            is_complete = deadline.seconds_left > 0
            return Alternatives(tuple(found), is_complete, ran_out_of_time=not is_complete)
        cut = NoGoodCut.of(question.world, following.reach)
        if any(each.forbids(cut) for each in cuts):
            is_complete = deadline.seconds_left > 0
            return Alternatives(tuple(found), is_complete, ran_out_of_time=not is_complete)
        cuts.append(cut)
        other = describe(question, following, deadline, explains_open=False)
        found.append(Alternative(other, compare(other, path)))
    return Alternatives(tuple(found))


class Worth(msgspec.Struct, frozen=True):
    """What a path without a step has more of the chosen preference, in its unit.

    `extra` is None where no path without it covers as much within the limits.
    """

    credential: CredentialId
    extra: float | None


def find_worth(
    catalog: Catalog, path: LearningPath, deadline: Deadline | None = None
) -> tuple[Worth, ...]:
    """Return of each step what it saves.

    Left out are steps that the person includes and those for which time ran out. Nothing is said of
    a path that is not proven: a better one may be without its steps anyway.
    """
    if path.status is not PlanStatus.OPTIMAL or not path.steps:
        return ()
    request = path.request
    deadline = deadline or Deadline.after(request.time_limit)
    question = ask(cut_to_scope(catalog, request), request)
    best = find_best(question, deadline, breaks_ties=False)
    if best is None or not best.is_proven:
        return ()
    covered, unit = coverage(question, best.reach), UNITS[request.prefer]
    found: list[Worth] = []
    for step in path.steps:
        if step.credential in request.limits.include:
            continue
        cut = NoGoodCut(frozenset({step.credential}))
        without = find_best(question, deadline, cuts=(cut,), breaks_ties=False)
        if deadline.seconds_left == 0 or (without is not None and not without.is_proven):
            continue
        covers = (
            without is not None
            and not cut.forbids(NoGoodCut.of(question.world, without.reach))
            and coverage(question, without.reach) == covered
        )
        extra = (without.value - best.value) / unit if without is not None and covers else None
        found.append(Worth(step.credential, extra))
    return tuple(found)

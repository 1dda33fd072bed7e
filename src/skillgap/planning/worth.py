"""What each step is worth: the best path without it, found by solving again."""

from __future__ import annotations

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.planning.bars import Bar
from skillgap.planning.deadline import Deadline
from skillgap.planning.narrowing import narrow
from skillgap.planning.objective import UNITS
from skillgap.planning.question import ask
from skillgap.planning.result import LearningPath, PlanStatus
from skillgap.planning.stages import coverage, find_best


class Worth(msgspec.Struct, frozen=True):
    """What a path without a step has more of the chosen preference, in its unit.

    `extra` is None where no path without it covers as much within the limits.
    """

    credential: CredentialId
    extra: float | None


def find_worth(catalog: Catalog, path: LearningPath) -> tuple[Worth, ...]:
    """Say of each step what it saves; steps the person includes, and what time ran out for, not.

    Nothing is said of a path that is not proven: a better one may be without them anyway.
    """
    if path.status is not PlanStatus.OPTIMAL or not path.steps:
        return ()
    request = path.request
    deadline = Deadline.after(request.time_limit)
    question = ask(narrow(catalog, request), request)
    best = find_best(question, deadline, breaks_ties=False)
    if best is None or not best.is_proven:
        return ()
    covered, unit = coverage(question, best.reach), UNITS[request.prefer]
    found: list[Worth] = []
    for step in path.steps:
        if step.credential in request.limits.include:
            continue
        bar = Bar(frozenset({step.credential}))
        without = find_best(question, deadline, bars=(bar,), breaks_ties=False)
        if deadline.seconds_left == 0 or (without is not None and not without.is_proven):
            continue
        covers = (
            without is not None
            and not bar.forbids(Bar.of(question.world, without.reach))
            and coverage(question, without.reach) == covered
        )
        extra = (without.value - best.value) / unit if without is not None and covers else None
        found.append(Worth(step.credential, extra))
    return tuple(found)

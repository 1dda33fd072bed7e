"""The next best paths, one after another, and what each costs more."""

from __future__ import annotations

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.planning.bars import Bar
from skillgap.planning.comparison import Difference, compare
from skillgap.planning.deadline import Deadline
from skillgap.planning.narrowing import narrow
from skillgap.planning.planner import describe
from skillgap.planning.question import ask
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import LearningPath
from skillgap.planning.stages import coverage, find_best


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


def find_alternatives(catalog: Catalog, request: PlanRequest, count: int) -> Alternatives:
    """Find the next best paths after the best, as many as `count`, each proven like the best.

    They cover as much as the best one, essential and, if asked for, optional. None has a part that
    is as good by itself: what is merely added to a path is no other path. Raises UserError like
    `plan_path`.
    """
    deadline = Deadline.after(request.time_limit)
    question = ask(narrow(catalog, request), request)
    best = find_best(question, deadline)
    if best is None:
        return Alternatives((), is_complete=True)
    covered = coverage(question, best.reach)
    path = describe(question, best, deadline, explains_open=False)
    bars = [Bar.of(question.world, best.reach)]
    found: list[Alternative] = []
    while len(found) < count:
        if not bars[-1].credentials:
            return Alternatives(tuple(found), is_complete=True)
        following = find_best(question, deadline, bars=bars)
        if following is None or coverage(question, following.reach) != covered:
            is_complete = deadline.seconds_left > 0
            return Alternatives(tuple(found), is_complete, ran_out_of_time=not is_complete)
        bar = Bar.of(question.world, following.reach)
        if any(each.forbids(bar) for each in bars):
            is_complete = deadline.seconds_left > 0
            return Alternatives(tuple(found), is_complete, ran_out_of_time=not is_complete)
        bars.append(bar)
        other = describe(question, following, deadline, explains_open=False)
        found.append(Alternative(other, compare(other, path)))
    return Alternatives(tuple(found))

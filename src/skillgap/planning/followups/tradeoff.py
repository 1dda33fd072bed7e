"""The frontier of money against time: what being done earlier costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Final

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.planning.followups.alternatives import last_day_of
from skillgap.planning.graph.scope import cut_to_scope
from skillgap.planning.planner import describe
from skillgap.planning.question import ask
from skillgap.planning.request import PlanRequest, Preference
from skillgap.planning.result import LearningPath, PlanStatus
from skillgap.planning.search.stages import coverage, find_best
from skillgap.planning.solver.stopping import Deadline

POINTS_BY_DEFAULT: Final = 8


class TradeoffPoint(msgspec.Struct, frozen=True):
    """A path than which none that covers as much is both cheaper and done as early."""

    money: float
    ends: dt.date
    path: LearningPath


class Tradeoff(msgspec.Struct, frozen=True):
    """Points of the frontier, from the earliest to the cheapest.

    `is_complete` says that no point lies between them, `is_proven` that every one is on the
    frontier.
    """

    points: tuple[TradeoffPoint, ...]
    is_complete: bool
    is_proven: bool


class Covering(msgspec.Struct, frozen=True):
    """A path and the importance-weighted levels it covers."""

    path: LearningPath
    covered: list[int]


def find_tradeoff(
    catalog: Catalog,
    request: PlanRequest,
    deadline: Deadline | None = None,
    *,
    at_most: int | None = POINTS_BY_DEFAULT,
) -> Tradeoff | None:
    """Find what being done earlier costs, among the paths that cover the most.

    Each point is the cheapest path that is done by a day, and of those the one done first. Where
    there are more than `at_most` (2 or more; None for all), as many days are asked about, spread
    evenly between the two ends. None where no path keeps the limits. Raises UserError like
    `plan_path`.
    """
    deadline = deadline or Deadline.after(request.time_limit)
    catalog = cut_to_scope(catalog, request)
    fastest = solve(catalog, replace(request, prefer=Preference.FASTEST), deadline)
    cheapest = solve(catalog, replace(request, prefer=Preference.CHEAPEST), deadline)
    if fastest is None or cheapest is None:
        return None
    first, last = last_day_of(fastest.path), last_day_of(cheapest.path)
    frontier = Frontier(catalog, request, deadline, fastest.covered)
    points = {each.ends: each for each in islice(frontier.back_from(last, first), at_most)}
    is_complete = first in points or min(points, default=first) < first
    if not is_complete and deadline.seconds_left > 0:
        found = (
            frontier.cheapest_by(day) for day in spread(first, last, at_most or POINTS_BY_DEFAULT)
        )
        points = {each.ends: each for each in found if each is not None}
    kept = tuple(points[each] for each in sorted(points))
    is_proven = all(
        each.status is PlanStatus.OPTIMAL
        for each in (fastest.path, cheapest.path, *(point.path for point in kept))
    )
    return Tradeoff(kept, is_complete and is_proven, is_proven)


def spread(first: dt.date, last: dt.date, count: int) -> list[dt.date]:
    """Return `count` days from `first` to `last`, as evenly spread as whole days allow."""
    span, steps = (last - first).days, max(1, count - 1)
    return sorted({first + dt.timedelta(days=span * step // steps) for step in range(steps + 1)})


def solve(catalog: Catalog, request: PlanRequest, deadline: Deadline) -> Covering | None:
    """Find the best path, what stays open not explained."""
    question = ask(catalog, request)
    found = find_best(question, deadline)
    if found is None:
        return None
    path = describe(question, found, deadline, explains_open=False)
    return Covering(path, coverage(question, found.reach))


class Frontier:
    """The frontier of money against time, point by point, under one deadline."""

    def __init__(
        self, catalog: Catalog, request: PlanRequest, deadline: Deadline, covered: list[int]
    ) -> None:
        """Start with what every point must cover."""
        self.catalog = catalog
        self.request = request
        self.deadline = deadline
        self.covered = covered

    def back_from(self, by: dt.date, first: dt.date) -> Iterator[TradeoffPoint]:
        """Yield every point from the cheapest end back to the earliest."""
        while True:
            point = self.cheapest_by(by)
            if point is None:
                return
            yield point
            if point.ends <= first:
                return
            by = point.ends - dt.timedelta(days=1)

    def cheapest_by(self, by: dt.date) -> TradeoffPoint | None:
        """Find the cheapest path done by a day, and of those the one done first."""
        own = self.request.limits.by
        limits = replace(self.request.limits, by=by if own is None else min(by, own))
        cheap = self.solve(replace(self.request, limits=limits, prefer=Preference.CHEAPEST))
        if cheap is None:
            return None
        limits = replace(limits, budget=cheap.totals.money)
        early = self.solve(replace(self.request, limits=limits, prefer=Preference.FASTEST))
        path = early or cheap
        return TradeoffPoint(path.totals.money, last_day_of(path), path)

    def solve(self, request: PlanRequest) -> LearningPath | None:
        """Find the best path; None where none covers as much, or time has run out."""
        if self.deadline.seconds_left == 0:
            return None
        found = solve(self.catalog, request, self.deadline)
        return found.path if found is not None and found.covered == self.covered else None

"""Solving a model for one goal after another, every answer in an order that can be walked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

import msgspec

from skillgap.planning.facts import LimitName
from skillgap.planning.graph.reach import Reach, chain, walk
from skillgap.planning.search.branching import Branched, branch
from skillgap.planning.search.constraints import HALF, Demands, scale
from skillgap.planning.search.cuts import find_cuts
from skillgap.planning.search.model import Model, column_values
from skillgap.planning.solver.open import open_session
from skillgap.planning.solver.problem import (
    INFINITY,
    NO_NODE_LIMIT,
    Solution,
    SolutionStatus,
)
from skillgap.planning.solver.stopping import Deadline
from skillgap.planning.totals import add_up, days_taken

MOST_CLOCK_CUTS: Final = 100
"""So many answers that take longer than they seemed to are forbidden one by one."""


class Outcome(msgspec.Struct, frozen=True):
    """The best that a search found for one goal.

    `reach` is the answer in an order that can be walked, None where there is none; `value` is
    counted from it in whole numbers, and `bound` is what no answer can go below. `is_only` says
    that no other path is as good.
    """

    status: SolutionStatus
    reach: Reach | None = None
    value: int = 0
    bound: int = 0
    ran_out_of_time: bool = False
    is_only: bool = False


class Search(Demands):
    """Finds the least of a goal among the answers that keep all that is demanded."""

    def minimize(
        self,
        costs: Mapping[int, int],
        *,
        start: Reach | None = None,
        node_limit: int = NO_NODE_LIMIT,
        is_timed: bool = True,
    ) -> Outcome:
        """Find the least sum of costs; circles are cut off until the answer can be walked.

        Stopped by the clock, the answer is the best walkable part of what was found.
        """
        self.relaxed = None
        too_dear: set[int] = set()
        is_open = not is_timed or self.deadline.seconds_left > 0
        if is_open and not self.heeds_clock(costs) and self.narrowing_row is None:
            branched = branch(self, costs)
            if branched.is_proven:
                return proven(branched)
            if branched.reach is not None:
                start = branched.reach
                too_dear = self.find_too_dear(costs, branched.value) - self.ruled_out
        self.rule_out(too_dear)
        try:
            return self.minimize_whole(costs, start, node_limit, is_timed=is_timed)
        finally:
            self.rule_out(too_dear, is_out=False)

    def minimize_whole(
        self, costs: Mapping[int, int], start: Reach | None, node_limit: int, *, is_timed: bool
    ) -> Outcome:
        """Search for the least sum of costs among whole numbers, from a path that is known."""
        unit, scaled = scale(costs)
        stacks = self.model.world.stacks
        hint: Sequence[float] = column_values(self.model, start) if start else ()
        bound = least_possible(costs)
        if not is_timed:
            self.widen()
        while True:
            time_limit = self.deadline.seconds_left if is_timed else INFINITY
            solution = self.session.minimize(
                scaled, hint=hint, time_limit=time_limit, node_limit=node_limit
            )
            ran_out_of_time = solution.ran_out_of_time or self.deadline.is_stopped
            is_narrowed = self.narrowing_row is not None
            if not is_narrowed and math.isfinite(solution.bound):
                bound = max(bound, math.ceil(round(solution.bound, 6)) * unit)
            if not solution.values:
                is_unknown = is_narrowed and solution.status is SolutionStatus.INFEASIBLE
                status = SolutionStatus.UNKNOWN if is_unknown else solution.status
                return Outcome(status, ran_out_of_time=ran_out_of_time)
            chosen = {
                item for item in range(len(self.model.world.items)) if solution.values[item] > HALF
            }
            reach = walk(self.model.world, chosen | stacks)
            if chosen.issubset(reach.order):
                reach, cut = self.check_clock(solution, reach, costs)
                if cut is None:
                    return self.outcome(solution, reach, costs, bound)
                self.session.add_row(*cut)
                if is_timed and self.clock_cuts > MOST_CLOCK_CUTS:
                    self.narrow()
            else:
                for circle in find_cuts(self.model, chosen, reach):
                    self.session.add_row(circle, -INFINITY, 0.0)
            self.relaxed = None
            if ran_out_of_time or (is_timed and self.deadline.seconds_left == 0):
                return Outcome(SolutionStatus.UNKNOWN, ran_out_of_time=True)

    def is_only_path(self, costs: Mapping[int, int], value: int, reach: Reach) -> bool:
        """Say whether a path is the only one with `value`, the least sum of costs.

        It is if every other offer is too dear, and to go without one of the path's own would save
        more than all its stacks are worth, with what they take off. Where days are counted by a
        timetable, going without one may save nothing.
        """
        if self.model.world.clock in costs:
            return False
        stacks = self.model.world.stacks
        own = set(reach.order) - stacks
        others = set(range(len(self.model.world.items))) - stacks - own
        worth = sum(costs.get(item, 0) for item in own) - self.count(costs, reach)
        return all(costs.get(item, 0) > worth for item in own) and (
            others <= self.ruled_out | self.find_too_dear(costs, value)
        )

    def check_clock(
        self, solution: Solution, reach: Reach, costs: Mapping[int, int]
    ) -> tuple[Reach, tuple[dict[int, float], float, float] | None]:
        """Hold an answer against its timetable, idle steps dropped where that is what it takes.

        Gives a row that forbids the answer where it takes longer than the engine took it to: these
        offers and no others take that long.

        Why: the rows know the days a path takes from below only.
        """
        world = self.model.world
        clock = world.clock
        is_goal = clock in costs
        if clock is None or not (is_goal or math.isfinite(self.days_allowed)):
            return reach, None
        allowed = round(solution.values[clock]) if is_goal else self.days_allowed
        days = days_taken(world, reach)
        if days <= allowed:
            return reach, None
        shorter = self.without_idle(reach, costs)
        if days_taken(world, shorter) <= allowed:
            return shorter, None
        self.clock_cuts += 1
        chosen = set(reach.order)
        offers = [at for at, item in enumerate(world.items) if item.offer is not None]
        row = {at: float(-days if at in chosen else days) for at in offers}
        count = sum(at in chosen for at in offers)
        return reach, ({clock: 1.0, **row}, float(days - days * count), INFINITY)

    def without_idle(self, reach: Reach, costs: Mapping[int, int]) -> Reach:
        """Drop the offers without which nothing is lost that was demanded, settled or sought."""
        world, stacks = self.model.world, self.model.world.stacks
        goals = [*self.settled, (costs, self.count(costs, reach))]
        for item in sorted(set(reach.order) - stacks, reverse=True):
            shorter = chain(world, stacks.union(reach.order) - {item})
            if (
                all(shorter.serves(need) for need in self.required)
                and all(self.count(goal, shorter) <= value for goal, value in goals)
                and all(
                    add_up(world, measure, shorter) <= most
                    for limit, (measure, most) in self.model.limits.items()
                    if limit is not LimitName.BY
                )
            ):
                reach = shorter
        return reach

    def outcome(
        self, solution: Solution, reach: Reach, costs: Mapping[int, int], bound: int
    ) -> Outcome:
        """Tell what a solve has found; `bound` is what it has shown, in whole numbers."""
        value = self.count(costs, reach)
        status = solution.status
        if status is SolutionStatus.OPTIMAL and self.narrowing_row is not None:
            status = SolutionStatus.FEASIBLE
        if status is SolutionStatus.OPTIMAL:
            bound = value
        ran_out_of_time = solution.ran_out_of_time or self.deadline.is_stopped
        return Outcome(status, reach, value, min(value, bound), ran_out_of_time)


def proven(branched: Branched) -> Outcome:
    """Tell what a few solves in fractions have settled."""
    if branched.reach is None:
        return Outcome(SolutionStatus.INFEASIBLE)
    value = branched.value
    return Outcome(SolutionStatus.OPTIMAL, branched.reach, value, value, is_only=branched.is_only)


def least_possible(costs: Mapping[int, int]) -> int:
    """Give what no sum of costs can go below, whatever is chosen."""
    return sum(cost for cost in costs.values() if cost < 0)


@contextmanager
def open_search(
    model: Model,
    deadline: Deadline,
    *,
    required: Iterable[int] = (),
    with_package: bool = False,
) -> Iterator[Search]:
    """Hand a model to the engine for a while, some needs demanded from the start."""
    with open_session(model.problem, with_package=with_package) as session:
        search = Search(model, session, deadline)
        search.require(required)
        yield search


CORE_FROM: Final = 1_000
"""From how many items on this is quicker than to give the engine all of them at once."""

CORE_SIZE: Final = 600


def minimize_by_core(
    search: Search, costs: Mapping[int, int], *, start: Reach | None = None
) -> Outcome:
    """Find the least sum of costs as `Search.minimize` does, with no other answer.

    The relaxation says of every item how much taking it adds at least. First only the most
    promising are searched. What they give is an upper bound, and every item that by itself goes
    beyond it is ruled out before the rest is searched for the proof (reduced cost fixing; the
    first part is the core problem of Balas and Zemel, 1980).
    """
    count = len(search.model.world.items)
    if count < CORE_FROM or search.model.world.clock is not None:
        return search.minimize(costs, start=start)
    unit, scaled = scale(costs)
    relaxed = search.session.relax(scaled)
    if relaxed is None:
        return search.minimize(costs, start=start)
    kept = {search.column_of(need) for need in search.required} | search.ruled_out
    free = [item for item in range(count) if item not in kept]
    free.sort(key=lambda item: (relaxed.values[item] < HALF / 1000, relaxed.reduced_costs[item]))
    outside = free[CORE_SIZE:]
    search.rule_out(outside)
    first = search.minimize(
        costs, start=start if start and not set(start.order) & set(outside) else None
    )
    if first.reach is None:
        search.rule_out(outside, is_out=False)
        return search.minimize(costs, start=start)
    room = first.value / unit + HALF - relaxed.objective
    inside = [item for item in outside if relaxed.reduced_costs[item] <= room]
    search.rule_out(inside, is_out=False)
    search.rule_out(
        item for item in free if relaxed.values[item] < HALF and relaxed.reduced_costs[item] > room
    )
    return search.minimize(costs, start=first.reach)

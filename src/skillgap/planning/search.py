"""Solving a model for one goal after another, every answer in an order that can be walked."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from skillgap.frozen import dataclass
from skillgap.planning.chaining import Reach, chain
from skillgap.planning.circles import find_cuts
from skillgap.planning.engine import (
    INFINITY,
    NO_NODE_LIMIT,
    Relaxed,
    Session,
    Solution,
    SolutionStatus,
    open_session,
)
from skillgap.planning.model import Measure, Model, column_values, stacks_of

WHOLE: Final = 1e-9
"""How far from a whole number a column may be and still count as one."""

HALF: Final = 0.5
"""Between two whole numbers: where a column is taken to be 1, and where a fixed value is fenced."""


@dataclass(slots=True)
class Deadline:
    """The time that all solves together may still take, in seconds; infinite for none."""

    ends: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """Start the clock."""
        return cls(time.monotonic() + seconds)

    @property
    def seconds_left(self) -> float:
        """How much is left, never below 0."""
        return max(0.0, self.ends - time.monotonic())


@dataclass(frozen=True, slots=True)
class Outcome:
    """The best that a search found for one goal.

    `reach` is the answer in an order that can be walked, None where there is none; `value` is
    counted from it in whole numbers, and `bound` is what no answer can go below.
    """

    status: SolutionStatus
    reach: Reach | None = None
    value: int = 0
    bound: int = 0
    ran_out_of_time: bool = False


class Search:
    """A model inside the engine, with the goals that have been settled on the way as rows."""

    def __init__(self, model: Model, session: Session, deadline: Deadline) -> None:
        """Start with nothing settled."""
        self.model = model
        self.session = session
        self.deadline = deadline
        self.ruled_out: set[int] = set()
        self.relaxed: tuple[Mapping[int, float], Relaxed | None] | None = None

    def require(self, needs: Iterable[int]) -> None:
        """Demand that these needs are served."""
        for need in needs:
            self.session.set_column_bounds(self.column_of(need), 1.0, 1.0)

    def release(self, needs: Iterable[int]) -> None:
        """Demand it no longer."""
        for need in needs:
            self.session.set_column_bounds(self.column_of(need), 0.0, 1.0)

    def column_of(self, need: int) -> int:
        """Give the column that says whether a need is served."""
        return self.model.need_columns[need]

    def set_limit(self, row: int, allowed: float) -> None:
        """Change what a limit allows."""
        self.session.set_row_bounds(row, -INFINITY, allowed)

    def settle(self, costs: Mapping[int, int], value: int) -> None:
        """Demand that the sum of costs is no more than a value already reached.

        Items that would by themselves take it beyond are ruled out first, by what the relaxation
        says of them: few are left for the next goal, and its proof is that much shorter.
        """
        unit, scaled = scale(costs)
        for item in sorted(self.find_too_dear(costs, value)):
            self.session.set_column_bounds(item, 0.0, 0.0)
            self.ruled_out.add(item)
        self.relaxed = None
        self.session.add_row(dict(sorted(scaled.items())), -INFINITY, value / unit + HALF)

    def find_too_dear(self, costs: Mapping[int, int], value: int) -> set[int]:
        """Find items that would by themselves take the sum of costs beyond a value."""
        unit, scaled = scale(costs)
        relaxed = self.relax(scaled)
        if relaxed is None:
            return set()
        room = value / unit + HALF - relaxed.objective
        return {
            item
            for item in range(len(self.model.world.items))
            if relaxed.values[item] < HALF and relaxed.reduced_costs[item] > room
        }

    def need_costs(self, weights: Measure) -> dict[int, int]:
        """Turn what each need is worth into costs of columns, to be minimized."""
        costs: dict[int, int] = {}
        for need, weight in sorted(weights.items()):
            column = self.column_of(need)
            costs[column] = costs.get(column, 0) - weight
        return costs

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
        unit, scaled = scale(costs)
        self.relaxed = None
        if not is_timed or self.deadline.seconds_left > 0:
            whole = self.minimize_relaxed(costs)
            if whole is not None:
                return whole
        stacks = stacks_of(self.model)
        hint: Sequence[float] = column_values(self.model, start) if start else ()
        while True:
            time_limit = self.deadline.seconds_left if is_timed else INFINITY
            solution = self.session.minimize(
                scaled, hint=hint, time_limit=time_limit, node_limit=node_limit
            )
            if not solution.values:
                return Outcome(solution.status, ran_out_of_time=solution.ran_out_of_time)
            chosen = {
                item for item in range(len(self.model.world.items)) if solution.values[item] > HALF
            }
            reach = chain(self.model.world, chosen | stacks)
            if chosen.issubset(reach.order):
                return self.outcome(solution, reach, costs, unit)
            self.relaxed = None
            for cut in find_cuts(self.model, chosen, reach):
                self.session.add_row(cut, -INFINITY, 0.0)
            if solution.ran_out_of_time or (is_timed and self.deadline.seconds_left == 0):
                return Outcome(SolutionStatus.UNKNOWN, ran_out_of_time=True)

    def relax(self, scaled: Mapping[int, float]) -> Relaxed | None:
        """Solve in fractions, once for the same costs under the same bounds and rows."""
        if self.relaxed is None or self.relaxed[0] != scaled:
            self.relaxed = scaled, self.session.relax(scaled)
        return self.relaxed[1]

    def minimize_relaxed(self, costs: Mapping[int, int]) -> Outcome | None:
        """Find the least sum of costs in fractions; None unless it comes out whole and walkable.

        Why first: it mostly does, and is a proof then, for a fraction of a search.
        """
        unit, scaled = scale(costs)
        relaxed = self.relax(scaled)
        if relaxed is None:
            return None
        items = range(len(self.model.world.items))
        if any(WHOLE < relaxed.values[item] < 1 - WHOLE for item in items):
            return None
        chosen = {item for item in items if relaxed.values[item] > HALF}
        reach = chain(self.model.world, chosen | stacks_of(self.model))
        value = self.count(costs, reach)
        if not chosen.issubset(reach.order) or value / unit > relaxed.objective + HALF:
            return None
        return Outcome(SolutionStatus.OPTIMAL, reach, value, value)

    def is_only_path(self, costs: Mapping[int, int], value: int, reach: Reach) -> bool:
        """Say whether a path is the only one with `value`, the least sum of costs.

        It is if every other offer is too dear, and to go without one of the path's own would save
        more than all its stacks are worth.
        """
        stacks = stacks_of(self.model)
        own = set(reach.order) - stacks
        others = set(range(len(self.model.world.items))) - stacks - own
        worth = sum(-costs.get(item, 0) for item in reach.order if item in stacks)
        return all(costs.get(item, 0) > worth for item in own) and (
            others <= self.ruled_out | self.find_too_dear(costs, value)
        )

    def count(self, costs: Mapping[int, int], reach: Reach) -> int:
        """Count the sum of costs in whole numbers, from what can be walked."""
        values = column_values(self.model, reach)
        return sum(cost for column, cost in costs.items() if values[column] > HALF)

    def outcome(
        self, solution: Solution, reach: Reach, costs: Mapping[int, int], unit: int
    ) -> Outcome:
        """Tell what a solve has found, and the bound in whole numbers."""
        value = self.count(costs, reach)
        if solution.status is SolutionStatus.OPTIMAL:
            bound = value
        elif math.isfinite(solution.bound):
            bound = min(value, math.ceil(round(solution.bound, 6)) * unit)
        else:
            bound = min(value, least_possible(costs))
        return Outcome(solution.status, reach, value, bound, solution.ran_out_of_time)


def scale(costs: Mapping[int, int]) -> tuple[int, dict[int, float]]:
    """Divide costs by their greatest common divisor: a proof to within one unit is the shorter."""
    unit = math.gcd(*costs.values()) or 1
    return unit, {column: cost / unit for column, cost in costs.items() if cost}


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

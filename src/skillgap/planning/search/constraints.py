"""What is demanded of every answer: needs, limits, and the goals settled on the way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from skillgap.planning.facts import LimitName
from skillgap.planning.graph.reach import Reach
from skillgap.planning.graph.world import Measure
from skillgap.planning.search.model import Model, column_values
from skillgap.planning.solver.problem import INFINITY, Relaxed, Session
from skillgap.planning.solver.stopping import Deadline

WHOLE: Final = 1e-9
"""How far from a whole number a column may be and still count as one."""

HALF: Final = 0.5
"""Between two whole numbers: where a column is taken to be 1, and where a fixed value is fenced."""


class Demands:
    """A model inside the engine, with the goals that have been settled on the way as rows."""

    def __init__(self, model: Model, session: Session, deadline: Deadline) -> None:
        """Start with nothing settled."""
        self.model = model
        self.session = session
        self.deadline = deadline
        self.required: set[int] = set()
        self.ruled_out: set[int] = set()
        self.days_allowed = model.days_allowed
        self.settled: list[tuple[Mapping[int, int], int]] = []
        self.clock_cuts = 0
        self.narrowing_row: int | None = None
        self.relaxed: tuple[Mapping[int, float], Relaxed | None] | None = None

    def require(self, needs: Iterable[int]) -> None:
        """Demand that these needs are served."""
        self.relaxed = None
        for need in needs:
            self.required.add(need)
            self.session.set_column_bounds(self.column_of(need), 1.0, 1.0)

    def rule_out(self, items: Iterable[int], *, is_out: bool = True) -> None:
        """Demand that these items are not taken, or no longer."""
        self.relaxed = None
        for item in sorted(items):
            (self.ruled_out.add if is_out else self.ruled_out.discard)(item)
            self.session.set_column_bounds(item, 0.0, 0.0 if is_out else 1.0)

    def release(self, needs: Iterable[int]) -> None:
        """Demand it no longer."""
        self.relaxed = None
        for need in needs:
            self.required.discard(need)
            self.session.set_column_bounds(self.column_of(need), 0.0, 1.0)

    def column_of(self, need: int) -> int:
        """Give the column that says whether a need is served."""
        return self.model.need_columns[need]

    def set_limit(self, row: int, allowed: float) -> None:
        """Change what a limit allows."""
        self.relaxed = None
        self.session.set_row_bounds(row, -INFINITY, allowed)
        if row == self.model.limit_rows.get(LimitName.BY):
            self.days_allowed = allowed

    def settle(self, costs: Mapping[int, int], value: int) -> None:
        """Demand that the sum of costs is no more than a value already reached.

        Items that would by themselves take it beyond are ruled out first, by what the relaxation
        says of them: few are left for the next goal, and its proof is that much shorter.
        """
        unit, scaled = scale(costs)
        if costs.keys() == {self.model.world.clock}:
            self.days_allowed = min(self.days_allowed, value)
        self.settled.append((costs, value))
        self.rule_out(self.find_too_dear(costs, value))
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

    def count(self, costs: Mapping[int, int], reach: Reach) -> int:
        """Count the sum of costs in whole numbers, from what can be walked."""
        values = column_values(self.model, reach)
        return sum(cost * round(values[column]) for column, cost in costs.items())

    def heeds_clock(self, costs: Mapping[int, int]) -> bool:
        """Say whether the days that an answer takes are sought or limited."""
        clock = self.model.world.clock
        return clock is not None and (clock in costs or math.isfinite(self.days_allowed))

    def relax(self, scaled: Mapping[int, float]) -> Relaxed | None:
        """Solve in fractions, once for the same costs under the same bounds and rows."""
        if self.relaxed is None or self.relaxed[0] != scaled:
            self.relaxed = scaled, self.session.relax(scaled)
        return self.relaxed[1]

    def narrow(self) -> None:
        """Demand from now on that paths are short enough even one step at a time.

        Why: where very many paths that seem quick enough are not, some that surely is has to do.
        """
        world = self.model.world
        if self.narrowing_row is None and world.clock is not None:
            spans = {
                at: float(item.offer.days) for at, item in enumerate(world.items) if item.offer
            }
            row = {**spans, world.clock: -1.0}
            self.narrowing_row = self.session.add_row(row, -INFINITY, 0.0)

    def widen(self) -> None:
        """Demand it no longer."""
        if self.narrowing_row is not None:
            self.session.set_row_bounds(self.narrowing_row, -INFINITY, INFINITY)
            self.narrowing_row = None


def scale(costs: Mapping[int, int]) -> tuple[int, dict[int, float]]:
    """Divide costs by their greatest common divisor: a proof to within one unit is the shorter."""
    unit = math.gcd(*costs.values()) or 1
    return unit, {column: cost / unit for column, cost in costs.items() if cost}

"""What every answer must keep: needs, limits, and the goals fixed on the way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from skillgap.planning.graph.reach import Reach
from skillgap.planning.graph.world import Measure
from skillgap.planning.request import LimitName
from skillgap.planning.search.model import Model, variable_values
from skillgap.planning.solver.problem import INFINITY, LpSolution
from skillgap.planning.solver.session import Session
from skillgap.planning.solver.stopping import Deadline

INTEGRALITY_TOLERANCE: Final = 1e-9
"""How far from a whole number a variable may be and still count as one."""

LEAST_LP_SECONDS: Final = 0.25
"""What an LP relaxation may take where no time is left: without one there is no bound."""

HALF: Final = 0.5
"""From where on a variable counts as 1, and how far a fixed value may be exceeded."""


class ConstrainedModel:
    """A model inside the engine, with the goals fixed so far as constraints."""

    def __init__(self, model: Model, session: Session, deadline: Deadline) -> None:
        """Start with no goal fixed."""
        self.model = model
        self.session = session
        self.deadline = deadline
        self.required: set[int] = set()
        self.ruled_out: set[int] = set()
        self.days_allowed = model.days_allowed
        self.fixed_goals: list[tuple[Mapping[int, int], int]] = []
        self.makespan_cuts = 0
        self.sequential_constraint: int | None = None
        self.lp: tuple[Mapping[int, float], LpSolution | None] | None = None
        self.support: set[int] = set()

    def require(self, needs: Iterable[int]) -> None:
        """Require that these needs are served."""
        self.lp = None
        for need in needs:
            self.required.add(need)
            self.session.set_variable_bounds(self.variable_of(need), 1.0, 1.0)

    def rule_out(self, items: Iterable[int], *, is_out: bool = True) -> None:
        """Require that these items are not taken; with `is_out` false, no longer."""
        self.lp = None
        for item in sorted(items):
            (self.ruled_out.add if is_out else self.ruled_out.discard)(item)
            self.session.set_variable_bounds(item, 0.0, 0.0 if is_out else 1.0)

    def release(self, needs: Iterable[int]) -> None:
        """Require these needs no longer."""
        self.lp = None
        for need in needs:
            self.required.discard(need)
            self.session.set_variable_bounds(self.variable_of(need), 0.0, 1.0)

    def variable_of(self, need: int) -> int:
        """Return the variable that says whether a need is served."""
        return self.model.need_variables[need]

    def set_limit(self, constraint: int, allowed: float) -> None:
        """Change what a limit allows."""
        self.lp = None
        self.session.set_constraint_bounds(constraint, -INFINITY, allowed)
        if constraint == self.model.limit_constraints.get(LimitName.BY):
            self.days_allowed = allowed

    def fix_goal(self, costs: Mapping[int, int], value: int) -> None:
        """Require that the sum of costs is no more than a value already reached.

        Items that would by themselves take it beyond are ruled out first: few are left for the next
        goal, and its proof is that much shorter.
        """
        unit, scaled = scale(costs)
        if costs.keys() == {self.model.world.makespan}:
            self.days_allowed = min(self.days_allowed, value)
        self.fixed_goals.append((costs, value))
        self.rule_out(self.find_too_costly(costs, value))
        self.session.add_constraint(dict(sorted(scaled.items())), -INFINITY, value / unit + HALF)

    def keeps_goals(self, reach: Reach) -> bool:
        """Return whether a path serves what is required and is no worse in any fixed goal."""
        return all(map(reach.serves, self.required)) and all(
            self.count(costs, reach) <= value for costs, value in self.fixed_goals
        )

    def find_too_costly(self, costs: Mapping[int, int], value: int) -> set[int]:
        """Find items that would by themselves take the sum of costs beyond a value.

        1. Let z be the value of the LP relaxation, r(i) the reduced cost of item i, v the value,
           all in units of the costs.
        2. Every plan with item i costs at least z + r(i).
        3. So if z + r(i) > v + 1/2, no plan of value v holds item i.
        """
        unit, scaled = scale(costs)
        lp = self.solve_lp(scaled)
        if lp is None:
            return set()
        room = value / unit + HALF - lp.objective
        return {
            item
            for item in range(len(self.model.world.items))
            if lp.values[item] < HALF and lp.reduced_costs[item] > room
        }

    def need_costs(self, weights: Measure) -> dict[int, int]:
        """Return the costs whose least sum serves the needs of most weight."""
        costs: dict[int, int] = {}
        for need, weight in sorted(weights.items()):
            variable = self.variable_of(need)
            costs[variable] = costs.get(variable, 0) - weight
        return costs

    def count(self, costs: Mapping[int, int], reach: Reach) -> int:
        """Count the sum of costs of a path in whole numbers."""
        values = variable_values(self.model, reach)
        return sum(cost * round(values[variable]) for variable, cost in costs.items())

    def concerns_makespan(self, costs: Mapping[int, int]) -> bool:
        """Return whether the makespan of an answer is minimized or limited."""
        makespan = self.model.world.makespan
        return makespan is not None and (makespan in costs or math.isfinite(self.days_allowed))

    def solve_lp(self, scaled: Mapping[int, float]) -> LpSolution | None:
        """Solve the LP relaxation, once for the same costs under the same constraints."""
        if self.lp is None or self.lp[0] != scaled:
            self.lp = (
                scaled,
                self.session.solve_lp(scaled, max(LEAST_LP_SECONDS, self.deadline.seconds_left)),
            )
        return self.lp[1]

    def require_sequential(self) -> None:
        """Require from now on that a path is short enough even one step at a time.

        Why: where very many paths that seem short enough are not, one that surely is has to do.
        """
        world = self.model.world
        if self.sequential_constraint is None and world.makespan is not None:
            spans = {
                at: float(item.offer.days) for at, item in enumerate(world.items) if item.offer
            }
            constraint = {**spans, world.makespan: -1.0}
            self.sequential_constraint = self.session.add_constraint(constraint, -INFINITY, 0.0)

    def allow_overlap(self) -> None:
        """Require it no longer."""
        if self.sequential_constraint is not None:
            self.session.set_constraint_bounds(self.sequential_constraint, -INFINITY, INFINITY)
            self.sequential_constraint = None


def scale(costs: Mapping[int, int]) -> tuple[int, dict[int, float]]:
    """Divide costs by their greatest common divisor: a proof to within one unit is the shorter."""
    unit = math.gcd(*costs.values()) or 1
    return unit, {variable: cost / unit for variable, cost in costs.items() if cost}

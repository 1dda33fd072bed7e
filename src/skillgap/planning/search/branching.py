"""Branch and bound for small models, by solving LP relaxations alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from skillgap.planning.graph.reach import Reach, reach_in_order
from skillgap.planning.graph.world import memberships_of
from skillgap.planning.search.constraints import (
    HALF,
    INTEGRALITY_TOLERANCE,
    ConstrainedModel,
    scale,
)
from skillgap.planning.search.cuts import find_loop_cuts
from skillgap.planning.solver.problem import INFINITY, PRESOLVED_FROM, LpSolution

MOST_SOLVES: Final = 48
"""So many LP relaxations take no longer than the engine takes to begin its own search."""

NO_MORE: Final = 0.01
"""How far the value of an LP relaxation may be from the integral number that it stands for."""

Fixed = tuple[tuple[int, float], ...]
"""Variables and the values tried for them."""


class BranchOutcome(msgspec.Struct, frozen=True):
    """The best path found; `is_proven`: none is better; `is_only`: no other is as good.

    Proven without a path: there is none.
    """

    reach: Reach | None = None
    value: int = 0
    is_proven: bool = False
    is_only: bool = False


def branch(constrained: ConstrainedModel, costs: Mapping[int, int]) -> BranchOutcome:
    """Find the least sum of costs under all constraints, as far as a few solves take it.

    Where a solution has a fractional variable, both of its values are tried, 1 first (Land and
    Doig, 1960). A path that is found is forbidden by a no-good cut, and what is left then says
    whether another is as good.

    Why beside the search of the engine: that takes some milliseconds before it begins, and an
    everyday question is settled by then.
    """
    unit, scaled = scale(costs)
    answer = constrained.solve_lp(scaled)
    if answer is None:
        return BranchOutcome()
    tree = BranchAndBound(constrained, costs, unit)
    try:
        return tree.search(answer)
    finally:
        tree.undo()


class BranchAndBound:
    """The branches still to be tried, and the incumbent."""

    def __init__(self, constrained: ConstrainedModel, costs: Mapping[int, int], unit: int) -> None:
        """Start with one branch, in which nothing is fixed."""
        model = constrained.model
        self.constrained = constrained
        self.costs = costs
        self.unit = unit
        self.integral = [
            *range(len(model.world.items)),
            *model.allocations.values(),
        ]
        self.waiting: list[Fixed] = [()]
        self.fixed: dict[int, float] = {}
        self.cuts: list[int] = []
        self.can_cut = more_is_worse(constrained, costs)
        self.best: Reach | None = None
        self.value = 0
        self.is_tied = False
        is_small = model.problem.variable_count < PRESOLVED_FROM
        self.solves_left = MOST_SOLVES if is_small else 0

    def search(self, answer: LpSolution) -> BranchOutcome:
        """Try whatever could be as good as the incumbent, from the solution `answer` on."""
        while self.waiting:
            fixed = self.waiting.pop()
            if answer.objective <= self.most() and not self.look_at(answer, fixed):
                return BranchOutcome(self.best, self.value)
            if not self.waiting:
                break
            if self.solves_left == 0:
                return BranchOutcome(self.best, self.value)
            self.solves_left -= 1
            self.fix(self.waiting[-1])
            again = self.constrained.session.solve_lp_again()
            if again is None:
                return BranchOutcome(self.best, self.value)
            answer = again
        is_only = self.best is not None and self.can_cut and not self.is_tied
        return BranchOutcome(self.best, self.value, is_proven=True, is_only=is_only)

    def most(self) -> float:
        """Return the value up to which a branch could still be as good as the incumbent."""
        if self.best is None:
            return INFINITY
        return self.value / self.unit + (NO_MORE if self.can_cut else NO_MORE - 1)

    def look_at(self, answer: LpSolution, fixed: Fixed) -> bool:
        """Branch on a solution, cut it off or keep it; False where none of these is possible."""
        if answer.objective == INFINITY:
            return True
        values, model = answer.values, self.constrained.model
        fractional = [
            at
            for at in self.integral
            if INTEGRALITY_TOLERANCE < values[at] < 1 - INTEGRALITY_TOLERANCE
        ]
        if fractional:
            variable = max(fractional, key=values.__getitem__)
            self.waiting += (*fixed, (variable, 0.0)), (*fixed, (variable, 1.0))
            return True
        stacks = model.world.stacks
        chosen = {at for at in range(len(model.world.items)) if values[at] > HALF}
        reach = reach_in_order(model.world, chosen | stacks)
        if not chosen.issubset(reach.order):
            for loop_cut in find_loop_cuts(model, chosen, reach):
                self.constrained.session.add_constraint(loop_cut, -INFINITY, 0.0)
            self.waiting.append(fixed)
            return True
        value = self.constrained.count(self.costs, reach)
        if value / self.unit > answer.objective + HALF:
            return False
        if self.best is None or value < self.value:
            self.best, self.value, self.is_tied = reach, value, False
        elif value == self.value:
            self.is_tied = True
        if self.can_cut and not stacks.issuperset(chosen):
            self.cut(chosen - stacks)
            self.waiting.append(fixed)
        return True

    def cut(self, offers: set[int]) -> None:
        """Forbid a path and all that contain it."""
        constraint = dict.fromkeys(sorted(offers), 1.0)
        self.cuts.append(
            self.constrained.session.add_constraint(constraint, -INFINITY, len(offers) - 1.0)
        )

    def fix(self, fixed: Fixed) -> None:
        """Fix these variables at these values, and no others."""
        wanted = dict(fixed)
        for variable in self.fixed.keys() - wanted.keys():
            self.constrained.session.set_variable_bounds(variable, 0.0, 1.0)
        for variable, value in fixed:
            if self.fixed.get(variable) != value:
                self.constrained.session.set_variable_bounds(variable, value, value)
        self.fixed = wanted

    def undo(self) -> None:
        """Leave the model as it was, but for loop cuts, which hold for every plan."""
        self.fix(())
        for constraint in self.cuts:
            self.constrained.session.set_constraint_bounds(constraint, -INFINITY, INFINITY)


def more_is_worse(constrained: ConstrainedModel, costs: Mapping[int, int]) -> bool:
    """Return whether a path that contains another is worse, whatever stacks it completes."""
    world = constrained.model.world
    if world.rebates:
        return False
    memberships = memberships_of(world.items)
    return all(
        costs.get(at, 0) > memberships.most_bonus(item.id, lambda stack: -costs.get(stack, 0))
        for at, item in enumerate(world.items)
        if item.offer is not None
    )

"""Small problems solved in fractions alone: what comes out broken is tried whole, either way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from skillgap.planning.graph.reach import Reach, walk
from skillgap.planning.graph.world import memberships_of
from skillgap.planning.search.constraints import HALF, WHOLE, Demands, scale
from skillgap.planning.search.cuts import find_cuts
from skillgap.planning.solver.problem import INFINITY, PRESOLVED_FROM, Relaxed

MOST_SOLVES: Final = 48
"""So many solves in fractions take no longer than the engine takes to begin its own search."""

NO_MORE: Final = 0.01
"""How far a solve in fractions may be from the whole number that it stands for."""

Fixed = tuple[tuple[int, float], ...]
"""Columns and the values tried for them."""


class Branched(msgspec.Struct, frozen=True):
    """The best path found; `is_proven` that there is no better one, and `is_only` none as good.

    Proven without a path: there is none.
    """

    reach: Reach | None = None
    value: int = 0
    is_proven: bool = False
    is_only: bool = False


def branch(demands: Demands, costs: Mapping[int, int]) -> Branched:
    """Find the least sum of costs that keeps all demands, as far as a few solves take it.

    Where an answer in fractions breaks a column, both of its values are tried, the higher first
    (Land and Doig, 1960). A path that is found is forbidden with all that contain it, and what is
    left then says whether another is as good.

    Why beside the engine's own search: that one takes some milliseconds before it begins, and an
    everyday question is settled by then.
    """
    unit, scaled = scale(costs)
    answer = demands.relax(scaled)
    if answer is None:
        return Branched()
    tree = Tree(demands, costs, unit)
    try:
        return tree.search(answer)
    finally:
        tree.undo()


class Tree:
    """What is still to be tried, and the best found so far."""

    def __init__(self, demands: Demands, costs: Mapping[int, int], unit: int) -> None:
        """Start with everything to be tried."""
        model = demands.model
        self.demands = demands
        self.costs = costs
        self.unit = unit
        self.whole = [
            *range(len(model.world.items) + len(model.world.rebates)),
            *model.shares.values(),
        ]
        self.waiting: list[Fixed] = [()]
        self.fixed: dict[int, float] = {}
        self.barred: list[int] = []
        self.can_bar = more_is_worse(demands, costs)
        self.best: Reach | None = None
        self.value = 0
        self.is_tied = False
        is_small = model.problem.column_count < PRESOLVED_FROM
        self.solves_left = MOST_SOLVES if is_small else 0

    def search(self, answer: Relaxed) -> Branched:
        """Try whatever could be better than the best, from the answer to everything on."""
        while self.waiting:
            fixed = self.waiting.pop()
            if answer.objective <= self.most() and not self.look_at(answer, fixed):
                return Branched(self.best, self.value)
            if not self.waiting:
                break
            if self.solves_left == 0:
                return Branched(self.best, self.value)
            self.solves_left -= 1
            self.fix(self.waiting[-1])
            again = self.demands.session.relax_again()
            if again is None:
                return Branched(self.best, self.value)
            answer = again
        is_only = self.best is not None and self.can_bar and not self.is_tied
        return Branched(self.best, self.value, is_proven=True, is_only=is_only)

    def most(self) -> float:
        """Give what an answer may come to that could still be as good as the best."""
        if self.best is None:
            return INFINITY
        return self.value / self.unit + (NO_MORE if self.can_bar else NO_MORE - 1)

    def look_at(self, answer: Relaxed, fixed: Fixed) -> bool:
        """Take an answer for what it is; False where it cannot be made use of."""
        if answer.objective == INFINITY:
            return True
        values, model = answer.values, self.demands.model
        broken = [at for at in self.whole if WHOLE < values[at] < 1 - WHOLE]
        if broken:
            column = max(broken, key=values.__getitem__)
            self.waiting += (*fixed, (column, 0.0)), (*fixed, (column, 1.0))
            return True
        stacks = model.world.stacks
        chosen = {at for at in range(len(model.world.items)) if values[at] > HALF}
        reach = walk(model.world, chosen | stacks)
        if not chosen.issubset(reach.order):
            for circle in find_cuts(model, chosen, reach):
                self.demands.session.add_row(circle, -INFINITY, 0.0)
            self.waiting.append(fixed)
            return True
        value = self.demands.count(self.costs, reach)
        if value / self.unit > answer.objective + HALF:
            return False
        if self.best is None or value < self.value:
            self.best, self.value, self.is_tied = reach, value, False
        elif value == self.value:
            self.is_tied = True
        if self.can_bar and not stacks.issuperset(chosen):
            self.bar(chosen - stacks)
            self.waiting.append(fixed)
        return True

    def bar(self, offers: set[int]) -> None:
        """Forbid a path and all that contain it."""
        row = dict.fromkeys(sorted(offers), 1.0)
        self.barred.append(self.demands.session.add_row(row, -INFINITY, len(offers) - 1.0))

    def fix(self, fixed: Fixed) -> None:
        """Let these columns have just these values, and no others."""
        wanted = dict(fixed)
        for column in self.fixed.keys() - wanted.keys():
            self.demands.session.set_column_bounds(column, 0.0, 1.0)
        for column, value in fixed:
            if self.fixed.get(column) != value:
                self.demands.session.set_column_bounds(column, value, value)
        self.fixed = wanted

    def undo(self) -> None:
        """Leave the problem as it was, but for what can never be walked."""
        self.fix(())
        for row in self.barred:
            self.demands.session.set_row_bounds(row, -INFINITY, INFINITY)


def more_is_worse(demands: Demands, costs: Mapping[int, int]) -> bool:
    """Say whether a path that contains another is worse than it, whatever stacks it completes."""
    world = demands.model.world
    if world.rebates:
        return False
    memberships = memberships_of(world.items)
    gains = {
        name: sum(-costs.get(stack, 0) for stack in memberships.above(name))
        for name in memberships.asking
    }
    return all(
        costs.get(at, 0) > gains.get(item.id, 0)
        for at, item in enumerate(world.items)
        if item.offer is not None
    )

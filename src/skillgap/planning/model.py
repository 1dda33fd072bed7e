"""The world as columns and rows: what a path may be, for the engine."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

import msgspec

from skillgap.planning.chaining import Reach
from skillgap.planning.counting import days_taken, share_out
from skillgap.planning.crossers import find_first_crossers
from skillgap.planning.engine import INFINITY, Problem
from skillgap.planning.facts import LimitName
from skillgap.planning.rows import add_clock, add_rebates
from skillgap.planning.world import World

Measure = Mapping[int, int]
"""What each item adds to a limit or an objective, in whole numbers; items left out add 0.

What completed stacks take off is numbered on from the items.
"""


class Model(msgspec.Struct, frozen=True):
    """A problem whose first columns are the items; `need_columns` say whether a need is served.

    A need that only one item serves has no column of its own: the item's stands for it. Rebates
    follow the items; `shares` say which member serves which rebate.
    """

    problem: Problem
    world: World
    need_columns: Mapping[int, int]
    crossers: tuple[tuple[int, ...], ...]
    limit_rows: Mapping[LimitName, int]
    shares: Mapping[tuple[int, int], int]
    limits: Mapping[LimitName, tuple[Measure, int]]

    @property
    def days_allowed(self) -> float:
        """What a limit allows the clock to show, infinite where there is none."""
        has_limit = self.world.clock is not None and LimitName.BY in self.limits
        return self.limits[LimitName.BY][1] if has_limit else INFINITY


def build_model(
    world: World, targets: Iterable[int], limits: Mapping[LimitName, tuple[Measure, int]]
) -> Model:
    """Write the rows: needs before what asks for them, electives by number, and the limits.

    `targets` are the needs that objectives will speak of.
    """
    problem = Problem()
    for _ in (*world.items, *world.rebates):
        problem.add_column(is_integral=True)
    if world.clock is not None:
        add_clock(problem, world)
    crossers = find_first_crossers(world)
    asked_by = count_asking(world, targets)
    need_columns: dict[int, int] = {}
    for need, count in enumerate(asked_by):
        providers = crossers[need]
        if len(providers) == 1:
            need_columns[need] = providers[0]
        elif count > 1:
            column = problem.add_column(is_integral=False)
            need_columns[need] = column
            problem.add_row([(column, 1.0), *((each, -1.0) for each in providers)], upper=0.0)
    for group, owner in enumerate(world.owners):
        needs, count = world.group_needs[group], world.counts[group]
        if len(needs) == 1 and needs[0] not in need_columns:
            served_by = crossers[needs[0]]
        else:
            served_by = tuple(need_columns[need] for need in needs)
        problem.add_row([(owner, float(count)), *((each, -1.0) for each in served_by)], upper=0.0)
    add_corequisites(problem, world, need_columns)
    shares = add_rebates(problem, world)
    limit_rows = {
        limit: problem.add_row(
            ((item, float(amount)) for item, amount in sorted(measure.items()) if amount),
            upper=float(allowed),
        )
        for limit, (measure, allowed) in limits.items()
    }
    return Model(problem, world, need_columns, crossers, limit_rows, shares, limits)


def count_asking(world: World, targets: Iterable[int]) -> list[int]:
    """Count for every need the rows that speak of it; above 1 it is worth a column."""
    asked_by = [len(each) for each in world.watchers]
    for target in targets:
        asked_by[target] += 2
    for needs in world.corequisites.values():
        for need in needs:
            asked_by[need] += 2
    for needs in world.group_needs:
        if len(needs) > 1:
            for need in needs:
                asked_by[need] += 2
    return asked_by


def add_corequisites(problem: Problem, world: World, need_columns: Mapping[int, int]) -> None:
    """Write that an item is taken only with what goes with it."""
    for item, needs in world.corequisites.items():
        for need in needs:
            column = need_columns.get(need)
            problem.add_row([(item, 1.0), *([] if column is None else [(column, -1.0)])], upper=0.0)


def column_values(model: Model, reach: Reach) -> array[float]:
    """Give the values that a chosen and ordered set of items means for every column."""
    values = array("d", bytes(8 * model.problem.column_count))
    for item in reach.order:
        values[item] = 1.0
    for need, column in model.need_columns.items():
        if reach.serves(need):
            values[column] = 1.0
    if model.world.clock is not None:
        values[model.world.clock] = days_taken(model.world, reach)
    if model.shares:
        for number, members in share_out(model.world, reach).items():
            values[len(model.world.items) + number] = 1.0
            for member in members:
                values[model.shares[number, member]] = 1.0
    return values

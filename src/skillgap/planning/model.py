"""The world as columns and rows: what a path may be, for the engine."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from skillgap.frozen import dataclass
from skillgap.planning.chaining import Reach
from skillgap.planning.crossers import find_first_crossers
from skillgap.planning.engine import Problem
from skillgap.planning.facts import LimitName
from skillgap.planning.world import World

Measure = Mapping[int, int]
"""What each item adds to a limit or an objective, in whole numbers; items left out add 0."""


@dataclass(frozen=True, slots=True)
class Model:
    """A problem whose first columns are the items; `need_columns` say whether a need is served.

    A need that only one item serves has no column of its own: the item's stands for it.
    """

    problem: Problem
    world: World
    need_columns: Mapping[int, int]
    crossers: tuple[tuple[int, ...], ...]
    limit_rows: Mapping[LimitName, int]


def build_model(
    world: World, targets: Iterable[int], limits: Mapping[LimitName, tuple[Measure, int]]
) -> Model:
    """Write the rows: needs before what asks for them, electives by number, and the limits.

    `targets` are the needs that objectives will speak of.
    """
    problem = Problem()
    for _ in world.items:
        problem.add_column(is_integral=True)
    crossers = find_first_crossers(world)
    asked_by = [len(each) for each in world.watchers]
    for target in targets:
        asked_by[target] += 2
    for needs in world.group_needs:
        if len(needs) > 1:
            for need in needs:
                asked_by[need] += 2
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
    limit_rows = {
        limit: problem.add_row(
            ((item, float(amount)) for item, amount in sorted(measure.items()) if amount),
            upper=float(allowed),
        )
        for limit, (measure, allowed) in limits.items()
    }
    return Model(problem, world, need_columns, crossers, limit_rows)


def column_values(model: Model, reach: Reach) -> array[float]:
    """Give the values that a chosen and ordered set of items means for every column."""
    values = array("d", bytes(8 * model.problem.column_count))
    for item in reach.order:
        values[item] = 1.0
    for need, column in model.need_columns.items():
        if reach.serves(need):
            values[column] = 1.0
    return values


def stacks_of(model: Model) -> set[int]:
    """Give the stacks, which complete by themselves."""
    return {number for number, item in enumerate(model.world.items) if item.offer is None}

"""The world as columns and rows: what a path may be, for the engine."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Final

import msgspec

from skillgap.planning.facts import LimitName
from skillgap.planning.graph.reach import Reach, find_first_crossers
from skillgap.planning.graph.world import Measure, World
from skillgap.planning.solver.problem import INFINITY, Problem
from skillgap.planning.totals import days_taken, price_of, share_out

MOST_DAYS: Final = 10_000_000
"""Longer than any path: all that a column of days may hold."""


def add_clock(problem: Problem, world: World) -> None:
    """Write the days a path takes, from below: what no timetable of its offers can beat.

    All work one after another; all time shared out among as many as run at once; and for every
    offer the time until it can be done at the earliest.
    """
    clock = problem.add_column(is_integral=True, upper=float(MOST_DAYS))
    offers = {at: item.offer for at, item in enumerate(world.items) if item.offer is not None}
    work = [(at, float(offer.work_days)) for at, offer in offers.items()]
    problem.add_row([(clock, -1.0), *work], upper=0.0)
    spans = [(at, float(offer.days)) for at, offer in offers.items()]
    problem.add_row([(clock, -float(world.at_once)), *spans], upper=0.0)
    for at, end in earliest_ends(world).items():
        if world.items[at].offer is not None:
            problem.add_row([(at, float(end)), (clock, -1.0)], upper=0.0)


def earliest_ends(world: World) -> dict[int, int]:
    """Give for every item that can be done the day before which it cannot be, with no limit."""
    waits, missing = list(world.waits), list(world.counts)
    served = bytearray(len(world.needs))
    ends: dict[int, int] = {}
    agenda = [(days_of(world, at), at) for at, wait in enumerate(waits) if wait == 0]
    heapify(agenda)
    while agenda:
        end, item = heappop(agenda)
        ends[item] = end
        for need in world.provides[item]:
            if served[need]:
                continue
            served[need] = 1
            for group in world.watchers[need]:
                missing[group] -= 1
                if missing[group] == 0:
                    owner = world.owners[group]
                    waits[owner] -= 1
                    if waits[owner] == 0:
                        heappush(agenda, (end + days_of(world, owner), owner))
    return ends


def days_of(world: World, item: int) -> int:
    """Give the days an item takes, none for a stack."""
    offer = world.items[item].offer
    return 0 if offer is None else offer.days


def add_rebates(problem: Problem, world: World) -> dict[tuple[int, int], int]:
    """Write what completed stacks take off; gives the column of each rebate and member of it.

    A rebate on one member is its own such column. Each is given only with its stack and its
    members, an amount only where its members cost that much, and no member serves two.
    """
    shares: dict[tuple[int, int], int] = {}
    serving: dict[int, list[int]] = {}
    for number, rebate in enumerate(world.rebates):
        given = len(world.items) + number
        problem.add_row([(given, 1.0), (rebate.stack, -1.0)], upper=0.0)
        for member in rebate.members:
            share = problem.add_column(is_integral=True) if rebate.is_amount else given
            shares[number, member] = share
            serving.setdefault(member, []).append(share)
            problem.add_row([(share, 1.0), (member, -1.0)], upper=0.0)
        if rebate.is_amount:
            covered = [
                (shares[number, member], -float(price_of(world, member)))
                for member in rebate.members
            ]
            problem.add_row([(given, float(rebate.cents)), *covered], upper=0.0)
    for columns in serving.values():
        if len(columns) > 1:
            problem.add_row([(each, 1.0) for each in columns], upper=1.0)
    return shares


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

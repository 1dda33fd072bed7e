"""The world as variables and constraints: what a path may be, for the engine."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Final

import msgspec

from skillgap.planning.graph.reach import Reach, find_first_achievers
from skillgap.planning.graph.world import Measure, World
from skillgap.planning.request import LimitName
from skillgap.planning.solver.problem import INFINITY, Problem
from skillgap.planning.totals import allocate_rebates, find_makespan, price_of

MOST_DAYS: Final = 10_000_000
"""Longer than any path: the upper bound of the makespan."""


class Model(msgspec.Struct, frozen=True):
    """A problem whose first variables are the items, and after them the rebates.

    `need_variables` say whether a need is served; where only one item serves it, the variable of
    that item stands for it. `allocations` say which member serves which rebate.
    """

    problem: Problem
    world: World
    need_variables: Mapping[int, int]
    first_achievers: tuple[tuple[int, ...], ...]
    limit_constraints: Mapping[LimitName, int]
    allocations: Mapping[tuple[int, int], int]
    limits: Mapping[LimitName, tuple[Measure, int]]

    @property
    def days_allowed(self) -> float:
        """The makespan that a limit allows, infinite where there is none."""
        has_limit = self.world.makespan is not None and LimitName.BY in self.limits
        return self.limits[LimitName.BY][1] if has_limit else INFINITY


def build_model(
    world: World, targets: Iterable[int], limits: Mapping[LimitName, tuple[Measure, int]]
) -> Model:
    """Write the constraints: needs before what asks for them, electives by number, and limits.

    `targets` are the needs that objectives will speak of.
    """
    problem = Problem()
    for _ in world.items:
        problem.add_variable(is_integral=True)
    for rebate in world.rebates:
        problem.add_variable(is_integral=False, upper=float(rebate.cents // rebate.step))
    if world.makespan is not None:
        add_makespan(problem, world)
    first_achievers = find_first_achievers(world)
    asked_by = count_asking(world, targets)
    need_variables: dict[int, int] = {}
    for need, count in enumerate(asked_by):
        achievers = first_achievers[need]
        if len(achievers) == 1:
            need_variables[need] = achievers[0]
        elif count > 1:
            variable = problem.add_variable(is_integral=False)
            need_variables[need] = variable
            problem.add_constraint(
                [(variable, 1.0), *((each, -1.0) for each in achievers)], upper=0.0
            )
    for group, owner in enumerate(world.owners):
        needs, count = world.group_needs[group], world.counts[group]
        if len(needs) == 1 and needs[0] not in need_variables:
            served_by = first_achievers[needs[0]]
        else:
            served_by = tuple(need_variables[need] for need in needs)
        problem.add_constraint(
            [(owner, float(count)), *((each, -1.0) for each in served_by)], upper=0.0
        )
    add_corequisites(problem, world, need_variables)
    allocations = add_rebates(problem, world)
    limit_constraints = {
        limit: problem.add_constraint(
            ((item, float(amount)) for item, amount in sorted(measure.items()) if amount),
            upper=float(allowed),
        )
        for limit, (measure, allowed) in limits.items()
    }
    return Model(
        problem, world, need_variables, first_achievers, limit_constraints, allocations, limits
    )


def count_asking(world: World, targets: Iterable[int]) -> list[int]:
    """Count for every need the constraints that speak of it; above 1 it is worth a variable."""
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


def add_corequisites(problem: Problem, world: World, need_variables: Mapping[int, int]) -> None:
    """Write that an item is taken only with its corequisites."""
    for item, needs in world.corequisites.items():
        for need in needs:
            variable = need_variables.get(need)
            problem.add_constraint(
                [(item, 1.0), *([] if variable is None else [(variable, -1.0)])], upper=0.0
            )


def add_rebates(problem: Problem, world: World) -> dict[tuple[int, int], int]:
    """Write the rebates; returns the variable of each rebate and member of it.

    1. Let s be the stack of a rebate r of at most c cents, p(m) the price of its member m, and
       a(m, r) whether m serves r.
    2. r <= c x(s): it is given only with its stack.
    3. r <= sum of min(c, p(m)) a(m, r): it is never more than what serves it costs.
    4. a(m, r) <= x(m), and the sum of a(m, r) over all r is at most 1.

    Where all else is whole, 2 and 3 allow for whole steps of r, so it may be a fraction before.
    """
    allocations: dict[tuple[int, int], int] = {}
    serving: dict[int, list[int]] = {}
    for number, rebate in enumerate(world.rebates):
        given, step = len(world.items) + number, float(rebate.step)
        problem.add_constraint([(given, step), (rebate.stack, -float(rebate.cents))], upper=0.0)
        covered = [(given, step)]
        for member in rebate.members:
            allocation = problem.add_variable(is_integral=True)
            allocations[number, member] = allocation
            serving.setdefault(member, []).append(allocation)
            covered.append((allocation, -float(min(rebate.cents, price_of(world, member)))))
            problem.add_constraint([(allocation, 1.0), (member, -1.0)], upper=0.0)
        problem.add_constraint(covered, upper=0.0)
    for variables in serving.values():
        if len(variables) > 1:
            problem.add_constraint([(each, 1.0) for each in variables], upper=1.0)
    return allocations


def add_makespan(problem: Problem, world: World) -> None:
    """Write lower bounds of the makespan, which no schedule of the offers can beat.

    - All days of work, one after another.
    - All days, shared out among as many offers as run at once.
    - For every offer the days until it can be done at the earliest.
    """
    makespan = problem.add_variable(is_integral=True, upper=float(MOST_DAYS))
    offers = {at: item.offer for at, item in enumerate(world.items) if item.offer is not None}
    work = [(at, float(offer.work_days)) for at, offer in offers.items()]
    problem.add_constraint([(makespan, -1.0), *work], upper=0.0)
    spans = [(at, float(offer.days)) for at, offer in offers.items()]
    problem.add_constraint([(makespan, -float(world.at_once)), *spans], upper=0.0)
    for at, end in earliest_ends(world).items():
        if world.items[at].offer is not None:
            problem.add_constraint([(at, float(end)), (makespan, -1.0)], upper=0.0)


def earliest_ends(world: World) -> dict[int, int]:
    """Return for every item the number of days in which it can be done at the earliest."""
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
    """Return the days an item takes, none for a stack."""
    offer = world.items[item].offer
    return 0 if offer is None else offer.days


def variable_values(model: Model, reach: Reach) -> array[float]:
    """Return the value of every variable in a path."""
    values = array("d", bytes(8 * model.problem.variable_count))
    for item in reach.order:
        values[item] = 1.0
    for need, variable in model.need_variables.items():
        if reach.serves(need):
            values[variable] = 1.0
    if model.world.makespan is not None:
        values[model.world.makespan] = find_makespan(model.world, reach)
    if model.allocations:
        for number, given in allocate_rebates(model.world, reach).items():
            step = model.world.rebates[number].step
            values[len(model.world.items) + number] = given.cents / step
            for member in given.members:
                values[model.allocations[number, member]] = 1.0
    return values

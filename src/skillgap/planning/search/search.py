"""A model solved for one goal after another, every answer in an order that can be done."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

import msgspec

from skillgap.planning.graph.reach import Reach, find_reach, reach_in_order
from skillgap.planning.graph.world import memberships_of
from skillgap.planning.request import LimitName
from skillgap.planning.search.branching import BranchOutcome, branch
from skillgap.planning.search.constraints import (
    HALF,
    INTEGRALITY_TOLERANCE,
    ConstrainedModel,
    scale,
)
from skillgap.planning.search.cuts import find_loop_cuts
from skillgap.planning.search.model import Model, variable_values
from skillgap.planning.solver.open import open_session
from skillgap.planning.solver.problem import (
    INFINITY,
    NO_NODE_LIMIT,
    Solution,
    SolutionStatus,
)
from skillgap.planning.solver.stopping import Deadline
from skillgap.planning.totals import add_up, find_makespan, price_of

MOST_MAKESPAN_CUTS: Final = 100
"""So many answers that take longer than they seemed to are forbidden one by one."""

BOUND_TOLERANCE: Final = 1e-7
"""How far a bound may be from the number that it stands for, relative to it."""

CORE_FROM: Final = 1_000
"""From how many items on a core problem is quicker than all of them at once."""

CORE_SIZE: Final = 600


class Outcome(msgspec.Struct, frozen=True):
    """The best that a search found for one goal.

    `reach` is the answer, None where there is none; `value` is counted from it in whole numbers,
    and `bound` is what no answer can go below. `is_only` says that no other path is as good.
    """

    status: SolutionStatus
    reach: Reach | None = None
    value: int = 0
    bound: int = 0
    ran_out_of_time: bool = False
    is_only: bool = False


@contextmanager
def open_search(
    model: Model,
    deadline: Deadline,
    *,
    required: Iterable[int] = (),
    with_package: bool = False,
) -> Iterator[Search]:
    """Hand a model to the engine for a while, with some needs required from the start."""
    with open_session(model.problem, with_package=with_package) as session:
        search = Search(model, session, deadline)
        search.require(required)
        yield search


def minimize_by_core(
    search: Search, costs: Mapping[int, int], *, incumbent: Reach | None = None
) -> Outcome:
    """Find the least sum of costs as `Search.minimize` does, with no other answer.

    1. Let z be the value of the LP relaxation and r(i) the reduced cost of item i.
    2. The core problem, the items with r(i) least, gives a path of value v (Balas and Zemel, 1980).
    3. Every plan with item i costs at least z + r(i); so where that is more than v, item i is in no
       better plan (reduced cost fixing).
    4. What is left of the items is searched for the proof, with the path of 2 as the incumbent.
    """
    count = len(search.model.world.items)
    if count < CORE_FROM or search.model.world.makespan is not None:
        return search.minimize(costs, incumbent=incumbent)
    unit, scaled = scale(costs)
    lp = search.solve_lp(scaled)
    if lp is None:
        return search.minimize(costs, incumbent=incumbent)
    kept = {search.variable_of(need) for need in search.required} | search.ruled_out
    free = [item for item in range(count) if item not in kept]
    free.sort(key=lambda item: (lp.values[item] < HALF / 1000, lp.reduced_costs[item]))
    outside = free[CORE_SIZE:]
    search.rule_out(outside)
    first = search.minimize(
        costs,
        incumbent=incumbent if incumbent and not set(incumbent.order) & set(outside) else None,
    )
    if first.reach is None:
        search.rule_out(outside, is_out=False)
        return search.minimize(costs, incumbent=incumbent)
    room = first.value / unit + HALF - lp.objective
    inside = [item for item in outside if lp.reduced_costs[item] <= room]
    search.rule_out(inside, is_out=False)
    search.rule_out(
        item for item in free if lp.values[item] < HALF and lp.reduced_costs[item] > room
    )
    return search.minimize(costs, incumbent=first.reach)


class Search(ConstrainedModel):
    """Finds the least of a goal among the answers that keep all constraints."""

    def minimize(
        self,
        costs: Mapping[int, int],
        *,
        incumbent: Reach | None = None,
        node_limit: int = NO_NODE_LIMIT,
        is_timed: bool = True,
    ) -> Outcome:
        """Find the least sum of costs; loop cuts are added until the answer can be done.

        Stopped by its deadline, the answer is the best that was found and can be done.
        """
        self.lp = None
        too_costly: set[int] = set()
        is_open = not is_timed or self.deadline.seconds_left > 0
        bound = self.find_bound(costs)
        if is_open and not self.concerns_makespan(costs) and self.sequential_constraint is None:
            branched = branch(self, costs)
            if branched.is_proven:
                return proven(branched)
            if branched.reach is not None:
                incumbent = branched.reach
                too_costly = self.find_too_costly(costs, branched.value) - self.ruled_out
        self.rule_out(too_costly)
        try:
            return self.minimize_whole(costs, incumbent, bound, node_limit, is_timed=is_timed)
        finally:
            self.rule_out(too_costly, is_out=False)

    def find_bound(self, costs: Mapping[int, int]) -> int:
        """Return what no answer can go below, by the LP relaxation where there is time for it."""
        unit, scaled = scale(costs)
        lp = self.solve_lp(scaled)
        if lp is None:
            return trivial_bound(self.model, costs)
        self.support = {at for at, value in enumerate(lp.values) if value > INTEGRALITY_TOLERANCE}
        return round_up(lp.objective) * unit

    def minimize_whole(
        self,
        costs: Mapping[int, int],
        incumbent: Reach | None,
        bound: int,
        node_limit: int,
        *,
        is_timed: bool,
    ) -> Outcome:
        """Find the least sum of costs by the search of the engine, from an incumbent on."""
        unit, scaled = scale(costs)
        stacks = self.model.world.stacks
        incumbent_values: Sequence[float] = (
            variable_values(self.model, incumbent) if incumbent else ()
        )
        if not is_timed:
            self.allow_overlap()
        while True:
            time_limit = self.deadline.seconds_left if is_timed else INFINITY
            solution = self.session.minimize(
                scaled, incumbent=incumbent_values, time_limit=time_limit, node_limit=node_limit
            )
            ran_out_of_time = solution.ran_out_of_time or self.deadline.is_stopped
            is_sequential = self.sequential_constraint is not None
            if not is_sequential and math.isfinite(solution.bound):
                bound = max(bound, round_up(solution.bound) * unit)
            if not solution.values:
                is_unknown = is_sequential and solution.status is SolutionStatus.INFEASIBLE
                status = SolutionStatus.UNKNOWN if is_unknown else solution.status
                return Outcome(status, bound=bound, ran_out_of_time=ran_out_of_time)
            chosen = {
                item for item in range(len(self.model.world.items)) if solution.values[item] > HALF
            }
            reach = reach_in_order(self.model.world, chosen | stacks)
            if chosen.issubset(reach.order):
                reach, cut = self.check_makespan(solution, reach, costs)
                if cut is None:
                    return self.outcome(solution, reach, costs, bound)
                self.session.add_constraint(*cut)
                if is_timed and self.makespan_cuts > MOST_MAKESPAN_CUTS:
                    self.require_sequential()
            else:
                for loop_cut in find_loop_cuts(self.model, chosen, reach):
                    self.session.add_constraint(loop_cut, -INFINITY, 0.0)
            self.lp = None
            if ran_out_of_time or (is_timed and self.deadline.seconds_left == 0):
                return Outcome(SolutionStatus.UNKNOWN, bound=bound, ran_out_of_time=True)

    def is_only_path(self, costs: Mapping[int, int], value: int, reach: Reach) -> bool:
        """Return whether a path is the only one with `value`, the least sum of costs.

        It is if every other offer is too costly, and to go without one of its own would save more
        than all its stacks are worth, with their discounts. Not where the makespan is the cost:
        going without a step may save no day.
        """
        if self.model.world.makespan in costs:
            return False
        stacks = self.model.world.stacks
        own = set(reach.order) - stacks
        others = set(range(len(self.model.world.items))) - stacks - own
        worth = sum(costs.get(item, 0) for item in own) - self.count(costs, reach)
        return all(costs.get(item, 0) > worth for item in own) and (
            others <= self.ruled_out | self.find_too_costly(costs, value)
        )

    def check_makespan(
        self, solution: Solution, reach: Reach, costs: Mapping[int, int]
    ) -> tuple[Reach, tuple[dict[int, float], float, float] | None]:
        """Compare an answer with its schedule; redundant steps are dropped where that helps.

        Returns a cut where the schedule takes longer than the answer says: these offers, and no
        others, take that long.

        Why: the constraints know the makespan from below only.
        """
        world = self.model.world
        makespan = world.makespan
        is_goal = makespan in costs
        if makespan is None or not (is_goal or math.isfinite(self.days_allowed)):
            return reach, None
        allowed = round(solution.values[makespan]) if is_goal else self.days_allowed
        days = find_makespan(world, reach)
        if days <= allowed:
            return reach, None
        shorter = self.without_redundant(reach, costs)
        if find_makespan(world, shorter) <= allowed:
            return shorter, None
        self.makespan_cuts += 1
        chosen = set(reach.order)
        offers = [at for at, item in enumerate(world.items) if item.offer is not None]
        constraint = {at: float(-days if at in chosen else days) for at in offers}
        count = sum(at in chosen for at in offers)
        return reach, ({makespan: 1.0, **constraint}, float(days - days * count), INFINITY)

    def without_redundant(self, reach: Reach, costs: Mapping[int, int]) -> Reach:
        """Drop the offers without which no need, limit or goal is lost."""
        world, stacks = self.model.world, self.model.world.stacks
        goals = [*self.fixed_goals, (costs, self.count(costs, reach))]
        for item in sorted(set(reach.order) - stacks, reverse=True):
            shorter = find_reach(world, stacks.union(reach.order) - {item})
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
        """Return the outcome of a solve; `bound` is what it has shown, in whole numbers."""
        value = self.count(costs, reach)
        status = solution.status
        if status is SolutionStatus.OPTIMAL and self.sequential_constraint is not None:
            status = SolutionStatus.FEASIBLE
        if status is SolutionStatus.OPTIMAL:
            bound = value
        ran_out_of_time = solution.ran_out_of_time or self.deadline.is_stopped
        return Outcome(status, reach, value, min(value, bound), ran_out_of_time)


def proven(branched: BranchOutcome) -> Outcome:
    """Return what branch and bound has proven as an outcome."""
    if branched.reach is None:
        return Outcome(SolutionStatus.INFEASIBLE)
    value = branched.value
    return Outcome(SolutionStatus.OPTIMAL, branched.reach, value, value, is_only=branched.is_only)


def trivial_bound(model: Model, costs: Mapping[int, int]) -> int:
    """Return what no sum of costs can go below, whatever is chosen.

    1. Every rebate is at most the price of the members that serve it, and no member serves two.
    2. Every completed stack is above an offer that is taken, or above one that asks for nothing.
    3. So an offer o adds at least c(o) - p(o) - b(o): its cost, its price if a rebate is on it,
       and the bonuses of the stacks above it; and where that is more than 0, it can be left out.
    """
    world = model.world
    memberships = memberships_of(world.items)
    first, after = len(world.items), len(world.items) + len(world.rebates)
    has_rebates = any(each in costs for each in range(first, after))
    rebated = {each for rebate in world.rebates for each in rebate.members if has_rebates}
    least = sum(min(0, cost) for variable, cost in costs.items() if variable >= after)

    def bonus(stack: int) -> int:
        return max(0, -costs.get(stack, 0))

    for at, item in enumerate(world.items):
        above = sum(memberships.most_bonus(name, bonus) for name in item.gives)
        if item.offer is not None:
            price = price_of(world, at) if at in rebated else 0
            least += min(0, costs.get(at, 0) - price - above)
        elif not item.groups:
            least -= bonus(at) + above
    return least


def round_up(value: float) -> int:
    """Return the least whole number that a value which is nearly exact can stand for."""
    return math.ceil(value - BOUND_TOLERANCE * max(1.0, abs(value)))

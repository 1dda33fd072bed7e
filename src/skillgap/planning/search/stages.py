"""The best path, one goal after another, each proven and fixed before the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from skillgap.domain.identifiers import CredentialId
from skillgap.planning.graph.reach import Reach, find_reach
from skillgap.planning.graph.world import Target, World
from skillgap.planning.objective import tie_break_cost
from skillgap.planning.question import Question
from skillgap.planning.request import Preference
from skillgap.planning.search.heuristics import cover_within_limits, trim
from skillgap.planning.search.model import build_model
from skillgap.planning.search.pool import presolve, translate_reach
from skillgap.planning.search.search import (
    Outcome,
    Search,
    minimize_by_core,
    open_search,
    trivial_bound,
)
from skillgap.planning.solver.problem import SolutionStatus
from skillgap.planning.solver.stopping import Deadline

TIE_BREAK_WORK: Final = 500_000

FEWEST_TIE_BREAK_NODES: Final = 20

MOST_TIE_BREAK_NODES: Final = 1000
"""How long a goal below the chosen preference may be searched, in nodes of the engine.

So much work, over the number of coefficients in the model, within bounds. Why nodes: by time the
answer would depend on how busy the machine is.
"""

PRESOLVED_UP_TO: Final = 2_500
"""Below so many items a question is made smaller before it is searched.

Why: of 200 by 1,000 set covering takes a fifth of the time then, and of 300 by 3,000 half as much
again, where the engine's own presolve does as well.
"""

NO_LOWER_BOUND: Final = float("-inf")

Costs = dict[int, int]


class Found(msgspec.Struct, frozen=True):
    """The items of the best path, in an order in which they can be done.

    `value` and `bound` are of the chosen preference, in whole numbers. `is_proven` says that
    coverage and preference are.
    """

    reach: Reach
    is_proven: bool
    value: int
    bound: int


class NoGoodCut(msgspec.Struct, frozen=True):
    """Forbids every path that holds all of `credentials`.

    1. Let P be a path that was found, and Q one that holds all of P and more.
    2. When P was found, Q was allowed too, or an earlier cut forbade it. So P is as good as Q,
       bonuses of stacks counted, and what Q adds is redundant: Q is no other path.
    3. A path that contains none of those found is not forbidden, and the best of these is found
       next.
    """

    credentials: frozenset[CredentialId]

    @classmethod
    def of(cls, world: World, reach: Reach) -> NoGoodCut:
        """Forbid what was found."""
        offers = (world.items[each].offer for each in reach.order)
        return cls(frozenset(each.credential.id for each in offers if each is not None))

    def forbids(self, other: NoGoodCut) -> bool:
        """Return whether another path is one of those forbidden."""
        return self.credentials <= other.credentials

    def as_constraint(self, world: World) -> tuple[dict[int, float], float, float]:
        """Return the coefficients and bounds by which one of the credentials is dropped."""
        coefficients = {
            number: 1.0
            for number, item in enumerate(world.items)
            if item.offer is not None and item.offer.credential.id in self.credentials
        }
        return coefficients, NO_LOWER_BOUND, float(len(coefficients) - 1)


def find_best(
    question: Question,
    deadline: Deadline,
    *,
    with_package: bool = False,
    cuts: Sequence[NoGoodCut] = (),
    breaks_ties: bool = True,
    is_presolved: bool = False,
) -> Found | None:
    """Find the best path; None where no path at all keeps the limits and the includes.

    `cuts` are paths that the answer may not be; None then also says that, no limit standing in the
    way, nothing else covers as much. Without `breaks_ties` any path of the best value will do.
    `is_presolved` says that the question holds little else than candidates.
    """
    if not all(question.is_within_reach(need) for need in question.includes):
        return None
    if not (cuts or is_presolved) and len(question.world.items) < PRESOLVED_UP_TO:
        smaller = presolve(question)
        if smaller is not question:
            found = find_best(smaller, deadline, with_package=with_package, breaks_ties=breaks_ties)
            return found and replace(
                found, reach=translate_reach(found.reach, smaller.world, question.world)
            )
    if not question.world.items:
        return Found(find_reach(question.world), is_proven=True, value=0, bound=0)
    model = build_model(question.world, map(question.number, question.needs), question.limits())
    with open_search(model, deadline, with_package=with_package) as search:
        for cut in cuts:
            search.session.add_constraint(*cut.as_constraint(question.world))
        return run_stages(question, search, breaks_ties=breaks_ties)


def run_stages(question: Question, search: Search, *, breaks_ties: bool = True) -> Found | None:
    """Prove coverage, the chosen preference and the tie-breaks, in this order."""
    search.require(question.number(need) for need in question.includes)
    costs = question.costs(question.request.prefer)
    is_coverage_proven = True
    best = cover_everything(question, search, costs)
    if best is not None and best.status is SolutionStatus.INFEASIBLE:
        return None
    if best is None:
        incumbent: Reach | None = None
        for is_essential in (True, False):
            part = [each for each in question.targets if each.is_essential is is_essential]
            outcome = cover_most(question, search, part, incumbent)
            if outcome.status is SolutionStatus.INFEASIBLE:
                return None
            is_coverage_proven = is_coverage_proven and outcome.status is SolutionStatus.OPTIMAL
            incumbent = outcome.reach or incumbent
        best = search.minimize(costs, incumbent=incumbent)
        if best.reach is None and incumbent is not None:
            best = unsearched(search, costs, incumbent, best.bound)
    if best.status is not SolutionStatus.OPTIMAL or not is_coverage_proven:
        reach = find_any(question, search, costs, best.reach)
        if reach is None:
            return None
        if reach is not best.reach:
            best = unsearched(search, costs, reach, best.bound)
    preferences = (Preference.BALANCED, Preference.FEWEST) if breaks_ties else ()
    return break_ties(
        question, search, costs, best, preferences, is_coverage_proven=is_coverage_proven
    )


def cover_everything(question: Question, search: Search, costs: Costs) -> Outcome | None:
    """Find the best path that covers all that is within reach; None where limits forbid it.

    Why first: this is what people mostly get, and it needs no search for the most coverage. With no
    limit on sums it is always possible.
    """
    goals = highest_goals(question, question.targets)
    search.require(goals)
    outcome = minimize_by_core(search, costs)
    if outcome.status in (SolutionStatus.OPTIMAL, SolutionStatus.FEASIBLE):
        return outcome
    if not search.model.limit_constraints:
        return outcome
    search.release(goals)
    search.require(question.number(need) for need in question.includes)
    return None


def cover_most(
    question: Question, search: Search, targets: list[Target], incumbent: Reach | None
) -> Outcome:
    """Find the most importance-weighted levels that the limits allow, and fix them from then on."""
    weights: dict[int, int] = {}
    for target in targets:
        number = question.number(target.need)
        if question.is_within_reach(target.need):
            weights[number] = weights.get(number, 0) + target.weight
    costs = search.need_costs(weights)
    if not costs and incumbent is not None:
        return Outcome(SolutionStatus.OPTIMAL, incumbent)
    outcome = minimize_by_core(search, costs, incumbent=incumbent)
    if outcome.reach is not None and costs:
        if outcome.value == sum(costs.values()):
            search.require(highest_goals(question, targets))
        else:
            search.fix_goal(costs, outcome.value)
    return outcome


def highest_goals(question: Question, targets: Iterable[Target]) -> list[int]:
    """Return, for each requirement, the need of its highest level within reach."""
    highest = {
        target.requirement: question.number(target.need)
        for target in targets
        if question.is_within_reach(target.need)
    }
    return sorted(set(highest.values()))


def coverage(question: Question, reach: Reach) -> list[int]:
    """Return the importance-weighted levels of a path, essential first."""
    return [
        sum(
            target.weight
            for target in question.targets
            if target.is_essential is is_essential and reach.serves(question.number(target.need))
        )
        for is_essential in (True, False)
    ]


def find_any(question: Question, search: Search, costs: Costs, found: Reach | None) -> Reach | None:
    """Find some path where time ran out; of this and `found` the one that covers more for less.

    Only where nothing else yields one is the engine asked for any path at all, however long it
    takes: None means that there is none.
    """
    other = cover_within_limits(question, search.model, search.support)
    if found is None:
        return other or search.minimize({}, is_timed=False).reach
    if other is None:
        return found

    def worth(reach: Reach) -> tuple[list[int], int]:
        return coverage(question, reach), -search.count(costs, reach)

    return other if worth(other) > worth(found) else found


def unsearched(search: Search, costs: Costs, reach: Reach, bound: int) -> Outcome:
    """Return a path that no search has found as an outcome: proven only where it meets its bound.

    `bound` is what no path can go below that keeps all that the search requires.
    """
    value = search.count(costs, reach)
    if not search.keeps_goals(reach):
        bound = trivial_bound(search.model, costs)
    if value <= bound:
        return Outcome(SolutionStatus.OPTIMAL, reach, value, value)
    return Outcome(SolutionStatus.FEASIBLE, reach, value, bound, ran_out_of_time=True)


def break_ties(
    question: Question,
    search: Search,
    costs: Costs,
    best: Outcome,
    preferences: Sequence[Preference],
    *,
    is_coverage_proven: bool,
) -> Found | None:
    """Return of the paths equal in coverage and preference the best by the other goals.

    The first path stands where time stops a goal: half an answer would change from run to run.
    """
    if best.reach is None:
        return None
    preference = question.request.prefer
    goals: list[Costs] = []
    if preferences and not best.is_only:
        goals = [question.costs(each) for each in preferences if each is not preference]
        goals.append(tie_break_costs(question))
        goals = keep_independent([costs, *goals])[1:]
    reach, fixed_goals, settled_value = best.reach, costs, best.value
    is_whole, is_only = best.status is SolutionStatus.OPTIMAL, best.is_only
    size = len(search.model.problem.indices) + 1
    node_limit = min(MOST_TIE_BREAK_NODES, max(FEWEST_TIE_BREAK_NODES, TIE_BREAK_WORK // size))
    for goal in goals if is_whole and reach.order else ():
        if is_only or (is_whole and search.is_only_path(fixed_goals, settled_value, reach)):
            break
        search.fix_goal(fixed_goals, settled_value)
        outcome = search.minimize(goal, incumbent=reach, node_limit=node_limit)
        is_whole = is_whole and outcome.status is SolutionStatus.OPTIMAL
        is_only = is_whole and outcome.is_only
        if outcome.reach is None or outcome.ran_out_of_time:
            break
        reach, fixed_goals, settled_value = outcome.reach, goal, outcome.value
    if not is_whole:
        reach = trim(question, search.model, reach, [costs, *goals])
    value = search.count(costs, reach)
    return Found(
        reach=reach,
        is_proven=is_coverage_proven and best.status is SolutionStatus.OPTIMAL,
        value=value,
        bound=min(value, best.bound),
    )


def tie_break_costs(question: Question) -> Costs:
    """Return what each item adds to the last tie-break."""
    return {
        number: tie_break_cost(offer.credential.id) for number, offer in question.offers().items()
    }


def keep_independent(goals: Sequence[Costs]) -> list[Costs]:
    """Drop every goal, but the first, that earlier goals decide already.

    A goal that is a linear combination of earlier ones is equal for all paths that are equal in
    those.
    """
    items = sorted({item for goal in goals for item in goal})
    kept = [goals[0]]
    reduced: list[tuple[int, list[int]]] = []
    for goal in goals:
        vector = [goal.get(item, 0) for item in items]
        for pivot, other in reduced:
            mine, its = vector[pivot], other[pivot]
            if mine:
                vector = [its * a - mine * b for a, b in zip(vector, other, strict=True)]
        first = next((at for at, each in enumerate(vector) if each), None)
        if first is not None:
            reduced.append((first, vector))
            if goal is not goals[0]:
                kept.append(goal)
    return kept

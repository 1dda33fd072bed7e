"""The best path, one goal after another, each settled before the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from skillgap.domain.identifiers import CredentialId
from skillgap.planning.graph.reach import Reach, chain
from skillgap.planning.graph.world import Target, World
from skillgap.planning.objective import tie_break_weight
from skillgap.planning.question import Question
from skillgap.planning.request import Preference
from skillgap.planning.search.heuristics import cover_within_limits, trim
from skillgap.planning.search.model import build_model
from skillgap.planning.search.pruning import carry, find_dominated, focus
from skillgap.planning.search.search import (
    Outcome,
    Search,
    least_possible,
    minimize_by_core,
    open_search,
)
from skillgap.planning.solver.problem import PRESOLVED_FROM, SolutionStatus
from skillgap.planning.solver.stopping import Deadline

NO_LOWER_BOUND: Final = float("-inf")


class Bar(msgspec.Struct, frozen=True):
    """Forbids every path that holds all of `credentials`.

    Why also what holds more: an earlier path is at least as good as any that contains it whole,
    the bonuses of stacks counted, so the rest of such a one is idle. Nothing else is lost: the
    best path that keeps all bars has no part that is as good by itself.
    """

    credentials: frozenset[CredentialId]

    @classmethod
    def of(cls, world: World, reach: Reach) -> Bar:
        """Forbid what was found."""
        offers = (world.items[each].offer for each in reach.order)
        return cls(frozenset(each.credential.id for each in offers if each is not None))

    def forbids(self, other: Bar) -> bool:
        """Say whether another path is one of those forbidden."""
        return self.credentials <= other.credentials

    def as_row(self, world: World) -> tuple[dict[int, float], float, float]:
        """Give the row for the engine, one of the credentials to be dropped, and its bounds."""
        entries = {
            number: 1.0
            for number, item in enumerate(world.items)
            if item.offer is not None and item.offer.credential.id in self.credentials
        }
        return entries, NO_LOWER_BOUND, float(len(entries) - 1)


TIE_BREAK_WORK: Final = 500_000
FEWEST_TIE_BREAK_NODES: Final = 20
MOST_TIE_BREAK_NODES: Final = 1000
"""How long a goal below the chosen preference may be searched: so much work, over the number of
entries in the model, in nodes of the engine's search, within bounds.

Why nodes: a clock would make the answer depend on the machine's mood.
"""

Costs = dict[int, int]


class Found(msgspec.Struct, frozen=True):
    """The items of the best path, in an order that can be walked.

    `value` and `bound` are of the chosen preference, in whole numbers. `is_proven` says that
    coverage and preference are.
    """

    reach: Reach
    is_proven: bool
    value: int
    bound: int


def find_best(
    question: Question,
    deadline: Deadline,
    *,
    with_package: bool = False,
    bars: Sequence[Bar] = (),
    breaks_ties: bool = True,
    is_focused: bool = False,
) -> Found | None:
    """Find the best path; None where no path at all keeps the limits and the includes.

    `bars` are paths that the answer may not be, see `Bar`; None then also says that, no limit
    standing in the way, nothing else covers as much. Without `breaks_ties` any path of the
    best value will do. `is_focused` says that the question holds little else than contenders.
    """
    if not all(question.is_within_reach(need) for need in question.includes):
        return None
    if bars or is_focused:
        return find_best_within(
            question, deadline, with_package=with_package, bars=bars, breaks_ties=breaks_ties
        )
    focused = focus(question)
    found = find_best_within(focused, deadline, with_package=with_package, breaks_ties=breaks_ties)
    return found and replace(found, reach=carry(found.reach, focused.world, question.world))


def find_best_within(
    question: Question,
    deadline: Deadline,
    *,
    with_package: bool,
    bars: Sequence[Bar] = (),
    breaks_ties: bool,
) -> Found | None:
    """Find the best path in the whole of a question's world; see `find_best`."""
    if not question.world.items:
        return Found(chain(question.world), is_proven=True, value=0, bound=0)
    model = build_model(question.world, map(question.number, question.needs), question.limits())
    with open_search(model, deadline, with_package=with_package) as search:
        for bar in bars:
            search.session.add_row(*bar.as_row(question.world))
        if not bars and model.problem.column_count >= PRESOLVED_FROM:
            search.rule_out(find_dominated(question))
        return run_stages(question, search, breaks_ties=breaks_ties)


def run_stages(question: Question, search: Search, *, breaks_ties: bool = True) -> Found | None:
    """Settle coverage, the chosen preference and the tie-breaks, in this order."""
    search.require(question.number(need) for need in question.includes)
    costs = question.costs(question.request.prefer)
    is_coverage_proven = True
    best = cover_everything(question, search, costs)
    if best is not None and best.status is SolutionStatus.INFEASIBLE:
        return None
    if best is None:
        start: Reach | None = None
        for is_essential in (True, False):
            part = [each for each in question.targets if each.is_essential is is_essential]
            outcome = cover_most(question, search, part, start)
            if outcome.status is SolutionStatus.INFEASIBLE:
                return None
            is_coverage_proven = is_coverage_proven and outcome.status is SolutionStatus.OPTIMAL
            start = outcome.reach or start
        best = search.minimize(costs, start=start)
        if best.reach is None and start is not None:
            best = unproven(search, costs, start)
    if best.reach is None or not is_coverage_proven:
        within = find_any(question, search, best.reach)
        if within is None:
            return None
        if within is not best.reach:
            best = unproven(search, costs, within)
    preferences = (Preference.BALANCED, Preference.FEWEST) if breaks_ties else ()
    return break_ties(
        question, search, costs, best, preferences, is_coverage_proven=is_coverage_proven
    )


def find_any(question: Question, search: Search, found: Reach | None) -> Reach | None:
    """Find some path where time ran out, and keep the one that covers more.

    Only where nothing else gives one is the engine asked for any path at all, however long it
    takes: None means that there is none.
    """
    within = cover_within_limits(question, search.model)
    if found is None:
        return within or search.minimize({}, is_timed=False).reach
    if within is None or coverage(question, within) <= coverage(question, found):
        return found
    return within


def coverage(question: Question, reach: Reach) -> list[int]:
    """Count the importance-weighted levels of a path, essential first."""
    return [
        sum(
            target.weight
            for target in question.targets
            if target.is_essential is is_essential and reach.serves(question.number(target.need))
        )
        for is_essential in (True, False)
    ]


def unproven(search: Search, costs: Costs, reach: Reach) -> Outcome:
    """Make do with an answer about which nothing has been shown."""
    value = search.count(costs, reach)
    bound = min(value, least_possible(costs))
    return Outcome(SolutionStatus.FEASIBLE, reach, value, bound, ran_out_of_time=True)


def tie_break_costs(question: Question) -> Costs:
    """Give what each item adds to the last tie-break."""
    return {
        number: tie_break_weight(offer.credential.id) for number, offer in question.offers().items()
    }


def cover_everything(question: Question, search: Search, costs: Costs) -> Outcome | None:
    """Find the best path that covers all that is within reach; None where limits forbid it.

    Why first: this is what people mostly get, and it needs no search for the most coverage. With
    no limit on sums it is always possible.
    """
    goals = highest_goals(question, question.targets)
    search.require(goals)
    outcome = minimize_by_core(search, costs)
    if outcome.status in (SolutionStatus.OPTIMAL, SolutionStatus.FEASIBLE):
        return outcome
    if not search.model.limit_rows:
        return outcome
    search.release(goals)
    search.require(question.number(need) for need in question.includes)
    return None


def highest_goals(question: Question, targets: Iterable[Target]) -> list[int]:
    """Give, for each requirement, the need of the highest level of it that is within reach."""
    highest = {
        target.requirement: question.number(target.need)
        for target in targets
        if question.is_within_reach(target.need)
    }
    return sorted(set(highest.values()))


def cover_most(
    question: Question, search: Search, targets: list[Target], start: Reach | None
) -> Outcome:
    """Find the most importance-weighted levels that the limits allow, and demand them from now."""
    weights: dict[int, int] = {}
    for target in targets:
        number = question.number(target.need)
        if question.is_within_reach(target.need):
            weights[number] = weights.get(number, 0) + target.weight
    costs = search.need_costs(weights)
    if not costs and start is not None:
        return Outcome(SolutionStatus.OPTIMAL, start)
    outcome = minimize_by_core(search, costs, start=start)
    if outcome.reach is not None and costs:
        if outcome.value == sum(costs.values()):
            search.require(highest_goals(question, targets))
        else:
            search.settle(costs, outcome.value)
    return outcome


def keep_independent(goals: Sequence[Costs]) -> list[Costs]:
    """Drop every goal, but the first, that earlier goals decide already.

    A goal that adds up from earlier ones is the same for all paths that are equal in those.
    """
    items = sorted({item for goal in goals for item in goal})
    kept = [goals[0]]
    reduced: list[tuple[int, list[int]]] = []
    for goal in goals:
        row = [goal.get(item, 0) for item in items]
        for pivot, other in reduced:
            mine, its = row[pivot], other[pivot]
            if mine:
                row = [its * a - mine * b for a, b in zip(row, other, strict=True)]
        first = next((at for at, each in enumerate(row) if each), None)
        if first is not None:
            reduced.append((first, row))
            if goal is not goals[0]:
                kept.append(goal)
    return kept


def break_ties(
    question: Question,
    search: Search,
    costs: Costs,
    best: Outcome,
    preferences: Sequence[Preference],
    *,
    is_coverage_proven: bool,
) -> Found | None:
    """Among paths equal in coverage and preference, take the best by others, and of those the one.

    The first path stands where the clock stops a goal: half an answer would change from run to run.
    """
    if best.reach is None:
        return None
    preference = question.request.prefer
    goals: list[Costs] = []
    if preferences and not best.is_only:
        goals = [question.costs(each) for each in preferences if each is not preference]
        goals.append(tie_break_costs(question))
        goals = keep_independent([costs, *goals])[1:]
    reach, settled, settled_value = best.reach, costs, best.value
    is_whole, is_only = best.status is SolutionStatus.OPTIMAL, best.is_only
    entries = len(search.model.problem.indices) + 1
    node_limit = min(MOST_TIE_BREAK_NODES, max(FEWEST_TIE_BREAK_NODES, TIE_BREAK_WORK // entries))
    for goal in goals if is_whole and reach.order else ():
        if is_only or (is_whole and search.is_only_path(settled, settled_value, reach)):
            break
        search.settle(settled, settled_value)
        outcome = search.minimize(goal, start=reach, node_limit=node_limit)
        is_whole = is_whole and outcome.status is SolutionStatus.OPTIMAL
        is_only = is_whole and outcome.is_only
        if outcome.reach is None or outcome.ran_out_of_time:
            break
        reach, settled, settled_value = outcome.reach, goal, outcome.value
    if not is_whole:
        reach = trim(question, search.model, reach, [costs, *goals])
    value = search.count(costs, reach)
    return Found(
        reach=reach,
        is_proven=is_coverage_proven and best.status is SolutionStatus.OPTIMAL,
        value=value,
        bound=min(value, best.bound),
    )

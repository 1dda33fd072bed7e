"""The one door of the room: a request in, the best path out, proven and explained."""

from __future__ import annotations

from skillgap.domain.catalog import Catalog
from skillgap.gap import Holdings, find_gap, readiness
from skillgap.planning.explanation import explain_infeasible, explain_uncovered
from skillgap.planning.itinerary import Leg, lay_out
from skillgap.planning.narrowing import narrow
from skillgap.planning.objective import UNITS
from skillgap.planning.offers import screen
from skillgap.planning.question import Question, Screen, ask
from skillgap.planning.reasons import find_closings, find_reason, find_unlocked
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import (
    Infeasible,
    LearningPath,
    PlanStatus,
    StackProgress,
    Step,
    Totals,
)
from skillgap.planning.search import Deadline
from skillgap.planning.stages import Found, find_best


def plan_path(catalog: Catalog, request: PlanRequest) -> LearningPath | Infeasible:
    """Find the best path from what the learner holds to what the role asks.

    Best is lexicographic: the most importance-weighted essential coverage, then optional if it is
    asked for, then the preference, then fixed tie-breaks. The same catalog and request give the
    same answer, however the catalog is ordered. Raises UserError where the request names a role or
    an included credential that is not in the catalog; Ctrl-C comes out as KeyboardInterrupt.
    """
    return plan_within(narrow(catalog, request), request)


def plan_within(
    catalog: Catalog, request: PlanRequest, screen: Screen = screen
) -> LearningPath | Infeasible:
    """Find the best path in a catalog as it stands; see `plan_path` and, for `screen`, `ask`."""
    deadline = Deadline.after(request.time_limit)
    question = ask(catalog, request, screen)
    found = find_best(question, deadline)
    if found is None:
        return explain_infeasible(question, deadline)
    return describe(question, found, deadline)


def describe(question: Question, found: Found, deadline: Deadline) -> LearningPath:
    """Tell a path that was found: steps with dates and reasons, totals, and what stays open."""
    items = question.world.items
    chosen = [offer for each in found.reach.order if (offer := items[each].offer) is not None]
    legs = lay_out(question, chosen)
    final = legs[-1].after if legs else question.holdings
    gaps_after = find_gap(question.role, final)
    uncovered, relaxations = explain_uncovered(question, gaps_after, deadline)
    unit = UNITS[question.request.prefer]
    include_optional = question.request.include_optional
    return LearningPath(
        request=question.request,
        role=question.role.id,
        status=PlanStatus.OPTIMAL if found.is_proven else PlanStatus.FEASIBLE,
        objective=found.value / unit,
        bound=found.bound / unit,
        readiness_before=readiness(question.gaps, include_optional=include_optional),
        readiness_after=readiness(gaps_after, include_optional=include_optional),
        gaps_before=question.gaps,
        gaps_after=gaps_after,
        steps=describe_steps(question, legs),
        stacks=describe_stacks(question, final),
        totals=add_up(question, legs),
        uncovered=uncovered,
        relaxations=relaxations,
    )


def describe_steps(question: Question, legs: tuple[Leg, ...]) -> tuple[Step, ...]:
    """Tell each step."""
    steps = []
    for at, leg in enumerate(legs):
        closes = find_closings(question, leg)
        unlocks = find_unlocked(question, legs, at)
        steps.append(
            Step(
                order=at + 1,
                credential=leg.id,
                closes=closes,
                unlocks=unlocks,
                reason=find_reason(question, legs, at, closes, unlocks),
                money=leg.offer.cents / 100,
                hours=leg.offer.minutes / 60,
                starts=leg.starts,
                ends=leg.ends,
            )
        )
    return tuple(steps)


def describe_stacks(question: Question, final: Holdings) -> tuple[StackProgress, ...]:
    """Tell how far each stack comes that has a member held or taken."""
    found = []
    for id_, stack in sorted(question.catalog.stacks.items()):
        counts = []
        for credentials in (question.holdings.credentials, final.credentials):
            done = len(credentials.intersection(stack.all_of))
            if stack.choose is not None:
                chosen = credentials.intersection(stack.choose.options)
                done += min(len(chosen), stack.choose.count)
            counts.append(done)
        if counts[1]:
            found.append(StackProgress(id_, counts[0], counts[1], stack.members_needed))
    return tuple(found)


def add_up(question: Question, legs: tuple[Leg, ...]) -> Totals:
    """Add the path up."""
    return Totals(
        money=sum(leg.offer.cents for leg in legs) / 100,
        currency=question.catalog.currency,
        hours=sum(leg.offer.minutes for leg in legs) / 60,
        weeks=sum(leg.offer.days for leg in legs) / 7,
        credentials=len(legs),
    )

"""From a request to the best path, proven and explained."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache, partial

from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, StackId
from skillgap.gap import Holdings, find_gap, readiness
from skillgap.planning.explain.gaps import explain_infeasible, explain_uncovered
from skillgap.planning.explain.reasons import (
    ServedWithout,
    find_closings,
    find_reason,
    find_step_notes,
    find_unlocked,
)
from skillgap.planning.explain.stacks import add_up_credits, find_advice
from skillgap.planning.graph.scope import cut_to_scope
from skillgap.planning.objective import UNITS, stack_reward
from skillgap.planning.offers import screen
from skillgap.planning.question import Question, Screen, ask
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import (
    DiscountGiven,
    Infeasible,
    LearningPath,
    LongestChain,
    PlanStatus,
    StackProgress,
    Step,
    Totals,
)
from skillgap.planning.schedule import ScheduledStep, make_schedule
from skillgap.planning.search.pool import CandidatePool, served_without, translate_reach
from skillgap.planning.search.stages import Found, find_best
from skillgap.planning.solver.stopping import Deadline
from skillgap.planning.totals import allocate_rebates


def plan_path(
    catalog: Catalog, request: PlanRequest, deadline: Deadline | None = None
) -> LearningPath | Infeasible:
    """Find the best path from what the learner holds to what the role asks.

    Best is lexicographic: the most importance-weighted essential coverage, then optional if it is
    asked for, then the preference, then fixed tie-breaks. The same catalog and request give the
    same answer, however the catalog is ordered. Raises UserError where the request names a role or
    an included credential that is not in the catalog; Ctrl-C comes out as KeyboardInterrupt. At the
    `deadline`, by default as the request has it, the best path found by then is returned.
    """
    deadline = deadline or Deadline.after(request.time_limit)
    return plan_within(cut_to_scope(catalog, request), request, deadline)


def plan_within(
    catalog: Catalog,
    request: PlanRequest,
    deadline: Deadline,
    screen: Screen = screen,
    pool: CandidatePool | None = None,
) -> LearningPath | Infeasible:
    """Find the best path in a catalog as it stands; see `plan_path` and, for `screen`, `ask`.

    With a `pool` that was found for the same request the search has less to look at. What stays
    open is explained from the whole catalog all the same.
    """
    question = ask(catalog, request, screen, None if pool is None else pool.offers)
    found = find_best(question, deadline, is_presolved=pool is not None)
    if pool is not None and not (found and serves_all(question, found)):
        whole = ask(catalog, request, screen)
        found = found and replace(
            found, reach=translate_reach(found.reach, question.world, whole.world)
        )
        question, pool = whole, None
    if found is None:
        return explain_infeasible(question, deadline)
    if pool is None:
        return describe(question, found, deadline)
    ask_all = cache(lambda: ask(catalog, request, screen))
    elsewhere = (pool.served_without, lambda each: served_without(ask_all(), each))
    return describe(question, found, deadline, elsewhere=elsewhere)


def serves_all(question: Question, found: Found) -> bool:
    """Return whether a path serves everything that is asked."""
    return all(found.reach.serves(question.number(target.need)) for target in question.targets)


def describe(
    question: Question,
    found: Found,
    deadline: Deadline,
    *,
    explains_open: bool = True,
    elsewhere: Sequence[ServedWithout] = (),
) -> LearningPath:
    """Return a found path in full: steps with dates and reasons, totals, and what stays open.

    Why something stays open takes searches of its own, and is left out without `explains_open`.
    `elsewhere` says what is served without a step, where the question does not hold all that is
    within reach; the first of them is asked first.
    """
    items = question.world.items
    chosen = [offer for each in found.reach.order if (offer := items[each].offer) is not None]
    schedule = make_schedule(question, chosen)
    final = schedule[-1].after if schedule else question.holdings
    steps = describe_steps(question, schedule, elsewhere or (partial(served_without, question),))
    discounts = describe_discounts(question, found)
    gaps_after = schedule[-1].gaps_after if schedule else question.gaps
    uncovered, relaxations = explain_uncovered(
        question, gaps_after, deadline, is_explained=explains_open
    )
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
        steps=steps,
        stacks=describe_stacks(question, final),
        totals=add_up(question, schedule, discounts),
        uncovered=uncovered,
        relaxations=relaxations,
        discounts=discounts,
        advice=find_advice(question, schedule) if explains_open else (),
        longest_chain=find_longest_chain(steps, schedule),
        was_stopped=deadline.is_stopped and not found.is_proven,
        traits_before=find_gap(question.traits, question.holdings),
        traits_after=find_gap(question.traits, final),
    )


def describe_steps(
    question: Question, schedule: tuple[ScheduledStep, ...], elsewhere: Sequence[ServedWithout]
) -> tuple[Step, ...]:
    """Return each step with its dates and reasons."""
    steps = []
    for at, scheduled in enumerate(schedule):
        closes = find_closings(scheduled)
        unlocks = find_unlocked(question, schedule, at)
        steps.append(
            Step(
                order=at + 1,
                credential=scheduled.id,
                closes=closes,
                unlocks=unlocks,
                reason=find_reason(question, schedule, at, closes, unlocks, elsewhere),
                money=scheduled.offer.cents / 100,
                hours=scheduled.offer.minutes / 60,
                starts=scheduled.starts,
                ends=scheduled.ends,
                notes=find_step_notes(question.catalog, schedule, scheduled),
            )
        )
    return tuple(steps)


def find_longest_chain(
    steps: tuple[Step, ...], schedule: tuple[ScheduledStep, ...]
) -> LongestChain | None:
    """Find the steps that wait for one another and take the most days; None where none waits."""
    longest: dict[CredentialId, tuple[int, tuple[CredentialId, ...]]] = {}
    for scheduled in schedule:
        before = [longest[step.credential] for step in steps if scheduled.id in step.unlocks]
        days, find_reach = max(before, default=(0, ()))
        longest[scheduled.id] = days + scheduled.offer.days, (*find_reach, scheduled.id)
    days, credentials = max(longest.values(), default=(0, ()), key=lambda each: each[0])
    return LongestChain(credentials, days / 7) if len(credentials) > 1 else None


def describe_stacks(question: Question, final: Holdings) -> tuple[StackProgress, ...]:
    """Return how far each stack comes that has a member held or taken."""
    found = []
    preference = question.request.prefer
    for id_, stack in sorted(question.catalog.stacks.items()):
        counts = []
        for credentials in (question.holdings.credentials, final.credentials):
            done = len(credentials.intersection(stack.all_of))
            if stack.choose is not None:
                chosen = credentials.intersection(stack.choose.options)
                done += min(len(chosen), stack.choose.count)
            counts.append(done)
        if counts[1]:
            is_new = id_ in final.stacks and id_ not in question.holdings.stacks
            bonus = stack_reward(preference) / UNITS[preference] if is_new else 0.0
            found.append(StackProgress(id_, counts[0], counts[1], stack.members_needed, bonus))
    return tuple(found)


def describe_discounts(question: Question, found: Found) -> tuple[DiscountGiven, ...]:
    """Return the discounts that completed stacks give, one for each stack."""
    items = question.world.items
    given: dict[StackId, tuple[int, tuple[CredentialId, ...]]] = {}
    for number, rebate in sorted(allocate_rebates(question.world, found.reach).items()):
        stack = StackId(items[question.world.rebates[number].stack].id)
        cents, credentials = given.get(stack, (0, ()))
        more = (CredentialId(items[each].id) for each in rebate.members)
        given[stack] = cents + rebate.cents, (*credentials, *more)
    return tuple(
        DiscountGiven(stack, cents / 100, credentials)
        for stack, (cents, credentials) in given.items()
    )


def add_up(
    question: Question, schedule: tuple[ScheduledStep, ...], discounts: tuple[DiscountGiven, ...]
) -> Totals:
    """Add the path up."""
    discount = sum(round(each.money * 100) for each in discounts)
    first = question.request.start
    last = max((scheduled.ends for scheduled in schedule), default=first - dt.timedelta(days=1))
    return Totals(
        money=(sum(scheduled.offer.cents for scheduled in schedule) - discount) / 100,
        currency=question.catalog.currency,
        hours=sum(scheduled.offer.minutes for scheduled in schedule) / 60,
        weeks=((last - first).days + 1) / 7,
        credentials=len(schedule),
        credits=add_up_credits(question, schedule),
    )

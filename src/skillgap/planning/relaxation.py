"""The smallest change to each limit that would be enough, verified by solving again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from msgspec.structs import replace

from skillgap.domain.identifiers import CredentialId, StackId
from skillgap.planning.chaining import chain
from skillgap.planning.deadline import Deadline
from skillgap.planning.engine import SolutionStatus
from skillgap.planning.facts import Fact, LimitName, LimitsTogether, OverLimit, Relaxation
from skillgap.planning.model import build_model
from skillgap.planning.question import Question, ask
from skillgap.planning.recognition import FULL, recognition_score
from skillgap.planning.request import Limits
from skillgap.planning.search import Search, open_search
from skillgap.planning.world import Need, skill_need

Goal = Callable[[Question], tuple[Need, ...]]
"""What a path must serve to count as enough, for any question."""


def full_coverage(question: Question) -> tuple[Need, ...]:
    """Every essential requirement that is not held, in full, and every include."""
    return (
        tuple(
            skill_need(gap.requirement.skills, gap.requirement.level)
            for gap in question.gaps
            if gap.short_by and gap.requirement.is_essential
        )
        + question.includes
    )


def includes_alone(question: Question) -> tuple[Need, ...]:
    """Nothing but the includes."""
    return question.includes


def find_relaxations(question: Question, goal: Goal, deadline: Deadline) -> tuple[Relaxation, ...]:
    """Find, for each limit that is set, the smallest change to it alone that is enough.

    A limit for which none is, or was proven in time, is left out.
    """
    return (
        *relax_sums(question, goal(question), deadline),
        *relax_filters(question, goal, deadline),
    )


def relax_sums(
    question: Question, needs: Sequence[Need], deadline: Deadline
) -> Iterator[Relaxation]:
    """Find the least that each limit on a sum would have to be."""
    limits = question.limits()
    if not limits or not is_reachable(question, needs):
        return
    with open_needs(question, needs, deadline) as search:
        for limit, (measure, allowed) in limits.items():
            row = search.model.limit_rows[limit]
            search.set_limit(row, float("inf"))
            outcome = search.minimize(measure)
            search.set_limit(row, allowed)
            if outcome.status is SolutionStatus.OPTIMAL and outcome.value > allowed:
                yield Relaxation(limit, in_own_unit(question, limit, outcome.value))


def relax_filters(question: Question, goal: Goal, deadline: Deadline) -> Iterator[Relaxation]:
    """Find which filter, lifted for one credential or altogether, is enough."""
    limits = question.request.limits
    enough = set()
    for limit, value, lifted in single_lifts(limits):
        if is_enough(question, lifted, goal, deadline):
            enough.add(limit)
            yield Relaxation(limit, value)
    for limit, lifted in (
        (LimitName.EXCLUDE, replace(limits, exclude=())),
        (LimitName.INCLUDE, replace(limits, include=())),
        (LimitName.TOWARD, replace(limits, toward=())),
    ):
        if limit in enough or lifted == limits:
            continue
        if is_enough(question, lifted, goal, deadline):
            yield Relaxation(limit)
    if limits.min_recognition is not None:
        yield from lower_recognition(question, goal, deadline)


def lower_recognition(question: Question, goal: Goal, deadline: Deadline) -> Iterator[Relaxation]:
    """Find the highest recognition that could be asked for, by halving the scores there are.

    Asking for less never lets in fewer, so what is enough at one score is so at every lower one.
    """
    catalog, limits = question.catalog, question.request.limits
    scores = sorted(
        {
            recognition_score(each, catalog.issuers.get(each.issuer)) / FULL
            for each in catalog.credentials.values()
        }
    )
    lower = [each for each in scores if each < (limits.min_recognition or 0)]

    def suffices(score: float) -> bool:
        return is_enough(question, replace(limits, min_recognition=score), goal, deadline)

    if not lower or not suffices(lower[0]):
        return
    enough, too_high = 0, len(lower)
    while too_high - enough > 1:
        middle = (enough + too_high) // 2
        if suffices(lower[middle]):
            enough = middle
        else:
            too_high = middle
    yield Relaxation(LimitName.MIN_RECOGNITION, lower[enough])


def single_lifts(
    limits: Limits,
) -> Iterator[tuple[LimitName, CredentialId | StackId | None, Limits]]:
    """List the smallest steps that lift a filter, with the limits each leaves."""
    for each in sorted(set(limits.exclude)):
        rest = tuple(other for other in limits.exclude if other != each)
        yield LimitName.EXCLUDE, each, replace(limits, exclude=rest)
    for each in sorted(set(limits.include)):
        rest = tuple(other for other in limits.include if other != each)
        yield LimitName.INCLUDE, each, replace(limits, include=rest)
    for stack in sorted(set(limits.toward)):
        rest_of_stacks = tuple(other for other in limits.toward if other != stack)
        yield LimitName.TOWARD, stack, replace(limits, toward=rest_of_stacks)
    if limits.issuers:
        yield LimitName.ISSUER, None, replace(limits, issuers=())
    if limits.languages:
        yield LimitName.LANGUAGE, None, replace(limits, languages=())
    if limits.free_only:
        yield LimitName.FREE_ONLY, None, replace(limits, free_only=False)
    if limits.verifiable_only:
        yield LimitName.VERIFIABLE_ONLY, None, replace(limits, verifiable_only=False)
    if limits.hands_on:
        yield LimitName.HANDS_ON, None, replace(limits, hands_on=False)


def is_enough(question: Question, limits: Limits, goal: Goal, deadline: Deadline) -> bool:
    """Say whether other limits allow what is wanted, by asking and solving again.

    Where time has run out, that has not been shown.
    """
    if deadline.seconds_left == 0:
        return False
    variant = ask(question.catalog, replace(question.request, limits=limits))
    needs = goal(variant)
    if not is_reachable(variant, needs):
        return False
    if not needs or not variant.limits():
        return True
    with open_needs(variant, needs, deadline) as search:
        return search.minimize({}).reach is not None


def is_reachable(question: Question, needs: Sequence[Need]) -> bool:
    """Say whether all needs can be served, sums left aside."""
    reach = chain(question.world)
    return all(
        need in question.world.number_of and reach.serves(question.number(need)) for need in needs
    )


def open_needs(
    question: Question, needs: Sequence[Need], deadline: Deadline
) -> AbstractContextManager[Search]:
    """Open a search in which these needs are demanded."""
    numbers = [question.number(need) for need in needs]
    model = build_model(question.world, numbers, question.limits())
    return open_search(model, deadline, required=numbers)


def find_excess(question: Question, needs: Sequence[Need], deadline: Deadline) -> tuple[Fact, ...]:
    """Say by which limits on sums some needs, each within reach, cannot all be served.

    Each limit that forbids it alone, with the least that it would take; where none does, the
    limits that forbid it together, none of which could be spared.
    """
    limits = question.limits()
    if not limits or not needs:
        return ()
    with open_needs(question, needs, deadline) as search:
        rows = search.model.limit_rows
        for row in rows.values():
            search.set_limit(row, float("inf"))
        alone: list[Fact] = []
        for limit, (measure, allowed) in limits.items():
            outcome = search.minimize(measure)
            if outcome.status is SolutionStatus.OPTIMAL and outcome.value > allowed:
                alone.append(
                    OverLimit(
                        limit,
                        in_own_unit(question, limit, outcome.value),
                        allowed_in_own_unit(question.request.limits, limit),
                    )
                )
        if alone:
            return tuple(alone)
        for limit, (_, allowed) in limits.items():
            search.set_limit(rows[limit], allowed)
        if search.minimize({}).status is not SolutionStatus.INFEASIBLE:
            return ()
        together = list(limits)
        for limit in tuple(together):
            search.set_limit(rows[limit], float("inf"))
            if search.minimize({}).status is SolutionStatus.INFEASIBLE:
                together.remove(limit)
            else:
                search.set_limit(rows[limit], limits[limit][1])
        return (LimitsTogether(tuple(together)),)


def in_own_unit(question: Question, limit: LimitName, value: int) -> float | dt.date:
    """Give a sum in whole numbers in the unit in which a person states the limit."""
    match limit:
        case LimitName.BUDGET:
            return value / 100
        case LimitName.HOURS:
            return value / 60
        case LimitName.BY:
            return question.request.study_days.date_of(value)
        case _:
            return value


def allowed_in_own_unit(limits: Limits, limit: LimitName) -> float | dt.date:
    """Give a limit on a sum as the person stated it."""
    allowed = {
        LimitName.BUDGET: limits.budget,
        LimitName.HOURS: limits.hours,
        LimitName.BY: limits.by,
        LimitName.MAX_CREDENTIALS: limits.max_credentials,
    }[limit]
    return 0 if allowed is None else allowed

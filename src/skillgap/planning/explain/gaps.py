"""Why something stays open, as a chain of facts each of which is true, and what would close it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Final

import msgspec
from msgspec.structs import replace

from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.gap import SkillGap, find_gap, raise_level, readiness
from skillgap.planning.facts import (
    CorequisiteOutOfReach,
    Fact,
    LimitsTogether,
    NothingAwards,
    OnlyAwardedBy,
    OverLimit,
    PrerequisiteOutOfReach,
    Relaxation,
    RoleNeeds,
    RuledOut,
    StackOutOfReach,
)
from skillgap.planning.graph.build import build_world
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.graph.world import Need, all_items, skill_need
from skillgap.planning.question import Question, ask
from skillgap.planning.recognition import FULL, recognition_score
from skillgap.planning.request import LimitName, Limits
from skillgap.planning.result import Infeasible, Uncovered
from skillgap.planning.search.model import build_model
from skillgap.planning.search.search import Search, open_search
from skillgap.planning.solver.problem import SolutionStatus
from skillgap.planning.solver.stopping import Deadline

EXPLANATION_SECONDS: Final = 5.0
"""What an explanation may take at most where the search has used up the time."""

Goal = Callable[[Question], tuple[Need, ...]]
"""What a path must serve to count as enough, for any question."""


def explain_uncovered(
    question: Question,
    gaps_after: tuple[SkillGap, ...],
    deadline: Deadline,
    *,
    is_explained: bool = True,
) -> tuple[tuple[Uncovered, ...], tuple[Relaxation, ...]]:
    """Explain every requirement that stays open, and find what would close the essential ones.

    Without `is_explained` they are only listed.
    """
    still_open = [
        gap
        for gap in gaps_after
        if gap.short_by and (gap.requirement.is_essential or question.request.include_optional)
    ]
    if not still_open:
        return (), ()
    if not is_explained:
        return tuple(Uncovered(gap.requirement, gap.held, ()) for gap in still_open), ()
    deadline = extend(deadline, question.request.time_limit)
    excess = {
        is_essential: find_excess(
            question,
            [
                target.need
                for target in question.targets
                if (target.is_essential or not is_essential)
                and question.is_within_reach(target.need)
            ]
            + list(question.includes),
            deadline,
        )
        for is_essential in sorted({gap.requirement.is_essential for gap in still_open})
    }
    within_reach = find_within_reach(question)
    uncovered = tuple(
        Uncovered(
            requirement=gap.requirement,
            reached=gap.held,
            because=(
                RoleNeeds(question.role.id, gap.requirement),
                *FactChain(
                    question, within_reach, excess[gap.requirement.is_essential]
                ).why_unserved(gap.requirement.skills, gap.requirement.level),
            ),
        )
        for gap in still_open
    )
    if not any(gap.requirement.is_essential for gap in still_open):
        return uncovered, ()
    return uncovered, find_relaxations(question, full_coverage, deadline)


def explain_infeasible(question: Question, deadline: Deadline) -> Infeasible:
    """Explain why the includes cannot all be taken, and find what would let them."""
    deadline = extend(deadline, question.request.time_limit)
    facts: list[Fact] = []
    for need in question.includes:
        if not question.is_within_reach(need):
            facts += FactChain(question, find_within_reach(question), ()).why_no_member(need[0][0])
    if not facts:
        facts += find_excess(question, question.includes, deadline)
    return Infeasible(
        request=question.request,
        role=question.role.id,
        readiness_before=readiness(
            question.gaps, include_optional=question.request.include_optional
        ),
        gaps_before=question.gaps,
        because=tuple(dict.fromkeys(facts)),
        limits=tuple(dict.fromkeys([*asking_limits(question), *limits_named(facts)])),
        relaxations=find_relaxations(question, includes_alone, deadline),
        traits_before=find_gap(question.traits, question.holdings),
    )


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


def extend(deadline: Deadline, time_limit: float) -> Deadline:
    """Return a deadline that leaves explanations some time of their own."""
    seconds = max(deadline.seconds_left, min(EXPLANATION_SECONDS, 0.5 + time_limit / 10))
    return Deadline.after(seconds, deadline.stop)


def asking_limits(question: Question) -> Iterator[LimitName]:
    """List the limits that ask for something."""
    limits = question.request.limits
    if limits.include:
        yield LimitName.INCLUDE
    if limits.toward:
        yield LimitName.TOWARD


def limits_named(facts: Iterable[Fact]) -> Iterator[LimitName]:
    """List the limits that facts speak of."""
    for fact in facts:
        match fact:
            case RuledOut(limit=limit) | OverLimit(limit=limit):
                yield limit
            case LimitsTogether(limits=limits):
                yield from limits
            case _:
                pass


class FactChain:
    """One chain of facts, in which nothing is repeated.

    `excess` is what forbids serving everything at once, for what is within reach by itself and
    still left out.
    """

    def __init__(
        self, question: Question, within_reach: WithinReach, excess: tuple[Fact, ...]
    ) -> None:
        """Start with no fact."""
        self.question = question
        self.excess = excess
        self.within_reach = within_reach
        self.named: set[object] = set()

    def is_new(self, subject: object) -> bool:
        """Return whether a subject is new to the chain, and note it."""
        if subject in self.named:
            return False
        self.named.add(subject)
        return True

    def why_unserved(self, skills: Iterable[SkillId], level: int) -> Iterator[Fact]:
        """Yield who awards any of the skills at a level, and why none of them is taken."""
        for skill in skills:
            if not self.is_new((skill, level)):
                continue
            credentials, stacks, best_level = self.find_awarding(skill, level)
            if not (credentials or stacks):
                yield NothingAwards(skill, level, best_level)
                continue
            yield OnlyAwardedBy(skill, level, credentials, stacks)
            for credential in credentials:
                yield from self.why_not(credential)
            for stack in stacks:
                yield from self.why_incomplete(stack)

    def find_awarding(
        self, skill: SkillId, level: int
    ) -> tuple[tuple[CredentialId, ...], tuple[StackId, ...], int]:
        """List the credentials and stacks that award a skill, and the best level there is."""
        catalog = self.question.catalog
        levels: dict[CredentialId, int] = {}
        for id_, credential in sorted(catalog.credentials.items()):
            for award in credential.awards:
                if award.skill == skill:
                    levels[id_] = max(levels.get(id_, 0), award.level)
        stack_levels: dict[StackId, int] = {}
        for stack_id, stack in sorted(catalog.stacks.items()):
            for award in stack.awards:
                if award.skill == skill:
                    stack_levels[stack_id] = max(stack_levels.get(stack_id, 0), award.level)
            gives = (*stack.earns, CredentialId(stack_id))
            earned = [levels[each] for each in gives if each in levels]
            if earned:
                stack_levels[stack_id] = max(stack_levels.get(stack_id, 0), *earned)
        return (
            tuple(id_ for id_, best in levels.items() if best >= level),
            tuple(id_ for id_, best in stack_levels.items() if best >= level),
            max((*levels.values(), *stack_levels.values()), default=0),
        )

    def why_not(self, credential: CredentialId) -> Iterator[Fact]:
        """Yield why a credential is not taken."""
        screening = self.question.screening
        if not self.is_new(credential):
            return
        if credential in screening.left_out:
            yield screening.left_out[credential]
        elif credential in screening.over_limit:
            yield screening.over_limit[credential]
            yield from self.why_closed(credential)
        elif credential in self.within_reach.credentials:
            yield from (fact for fact in self.excess if self.is_new(fact))
        elif credential in screening.offers:
            yield from self.why_closed(credential)

    def why_closed(self, credential: CredentialId) -> Iterator[Fact]:
        """Yield which prerequisites of a credential are out of reach, and why they are."""
        question = self.question
        asked = question.catalog.credentials[credential].prerequisites
        for options in asked.skills:
            if any(
                self.within_reach.levels.get(each, 0) >= options.level for each in options.skills
            ):
                continue
            first, *others = options.skills
            yield PrerequisiteOutOfReach(credential, first, options.level, (), tuple(others))
            yield from self.why_unserved(options.skills, options.level)
        for needed in asked.credentials:
            if self.within_reach.credentials.intersection(needed):
                continue
            yield PrerequisiteOutOfReach(credential, needed=needed)
            for each in needed:
                yield from self.why_no_member(each)
        for each in question.catalog.credentials[credential].corequisites:
            if each not in self.within_reach.credentials:
                yield CorequisiteOutOfReach(credential, each)
                yield from self.why_not(each)

    def why_incomplete(self, stack_id: StackId) -> Iterator[Fact]:
        """Yield why a stack is not completed."""
        if not self.is_new((stack_id, "stack")):
            return
        if stack_id in self.within_reach.stacks:
            yield from (fact for fact in self.excess if self.is_new(fact))
            return
        yield StackOutOfReach(stack_id)
        for member in self.question.catalog.stacks[stack_id].members:
            if member not in self.within_reach.credentials:
                yield from self.why_no_member(member)

    def why_no_member(self, member: str) -> Iterator[Fact]:
        """Yield why a credential or a stack, by its id, cannot be held."""
        catalog = self.question.catalog
        if member in catalog.credentials:
            yield from self.why_not(CredentialId(member))
        elif member in catalog.stacks:
            yield from self.why_incomplete(StackId(member))


class WithinReach(msgspec.Struct, frozen=True):
    """What could be held in the end, over the whole catalog, by what keeps every limit by itself.

    Why not the world of the search: that leaves out what leads nowhere, and an explanation speaks
    of just that.
    """

    levels: Mapping[SkillId, int]
    credentials: frozenset[CredentialId]
    stacks: frozenset[StackId]


def find_within_reach(question: Question) -> WithinReach:
    """Find what could be held in the end."""
    screening, holdings = question.screening, question.holdings
    offers = {
        id_: offer for id_, offer in screening.offers.items() if id_ not in screening.over_limit
    }
    world = build_world(all_items(question.catalog, offers, holdings), ())
    levels = dict(holdings.skills)
    credentials, stacks = set(holdings.credentials), set(holdings.stacks)
    for number in find_reach(world).order:
        item = world.items[number]
        credentials.update(item.gives)
        if item.stack is not None:
            stacks.add(item.stack)
        for award in item.awards:
            raise_level(levels, award)
    return WithinReach(levels, frozenset(credentials), frozenset(stacks))


def find_excess(question: Question, needs: Sequence[Need], deadline: Deadline) -> tuple[Fact, ...]:
    """Return the limits on sums under which some needs, each within reach, cannot all be served.

    Each limit that forbids it alone, with the least that it would take; where none does, the limits
    that forbid it together, a set from which none can be left out.
    """
    limits = question.limits()
    if not limits or not needs:
        return ()
    with open_needs(question, needs, deadline) as search:
        constraints = search.model.limit_constraints
        for constraint in constraints.values():
            search.set_limit(constraint, float("inf"))
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
            search.set_limit(constraints[limit], allowed)
        if search.minimize({}).status is not SolutionStatus.INFEASIBLE:
            return ()
        together = list(limits)
        for limit in tuple(together):
            search.set_limit(constraints[limit], float("inf"))
            if search.minimize({}).status is SolutionStatus.INFEASIBLE:
                together.remove(limit)
            else:
                search.set_limit(constraints[limit], limits[limit][1])
        return (LimitsTogether(tuple(together)),)


def in_own_unit(question: Question, limit: LimitName, value: int) -> float | dt.date:
    """Return a sum in whole numbers in the unit in which a person states the limit."""
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
    """Return a limit on a sum as the person stated it."""
    allowed = {
        LimitName.BUDGET: limits.budget,
        LimitName.HOURS: limits.hours,
        LimitName.BY: limits.by,
        LimitName.MAX_CREDENTIALS: limits.max_credentials,
    }[limit]
    return 0 if allowed is None else allowed


def find_relaxations(question: Question, goal: Goal, deadline: Deadline) -> tuple[Relaxation, ...]:
    """Find, for each limit that is set, the smallest change to it alone that is enough.

    A limit for which there is none, or none was proven in time, is left out.
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
            constraint = search.model.limit_constraints[limit]
            search.set_limit(constraint, float("inf"))
            outcome = search.minimize(measure)
            search.set_limit(constraint, allowed)
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
    for name in LimitName:
        flag = name.replace("-", "_")
        if getattr(limits, flag, None) is True:
            yield name, None, replace(limits, **{flag: False})


def lower_recognition(question: Question, goal: Goal, deadline: Deadline) -> Iterator[Relaxation]:
    """Find the highest recognition that could be asked for, by halving the scores there are.

    Asking for less never lets in fewer, so what is enough at one score is enough at every lower
    one.
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


def is_enough(question: Question, limits: Limits, goal: Goal, deadline: Deadline) -> bool:
    """Return whether other limits allow what is wanted, by asking and solving again.

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
    """Return whether all needs can be served, sums left aside."""
    reach = find_reach(question.world)
    return all(
        need in question.world.number_of and reach.serves(question.number(need)) for need in needs
    )


def open_needs(
    question: Question, needs: Sequence[Need], deadline: Deadline
) -> AbstractContextManager[Search]:
    """Open a search in which these needs are required."""
    numbers = [question.number(need) for need in needs]
    model = build_model(question.world, numbers, question.limits())
    return open_search(model, deadline, required=numbers)

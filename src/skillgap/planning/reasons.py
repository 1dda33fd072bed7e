"""Why each step is on the path."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.gap import find_gap
from skillgap.planning.chaining import chain
from skillgap.planning.completion import members_within
from skillgap.planning.itinerary import Leg, hold_also, is_open
from skillgap.planning.question import Question
from skillgap.planning.result import Closing, Reason, ReasonKind


def find_closings(question: Question, leg: Leg) -> tuple[Closing, ...]:
    """List the skills of the role that a step raises, as far as the role asks.

    In a group the skill named is the one that brings the group there. A stack that the step
    completes counts with it.
    """
    closings: dict[SkillId, Closing] = {}
    before = find_gap(question.role, leg.before)
    after = find_gap(question.role, leg.after)
    for old, new in zip(before, after, strict=True):
        level = new.requirement.level
        to_level = min(new.held, level)
        if to_level <= min(old.held, level):
            continue
        closing = Closing(new.skill, min(old.held, level), to_level)
        known = closings.get(new.skill)
        if known is None or known.to_level < closing.to_level:
            closings[new.skill] = closing
    return tuple(closings.values())


def find_unlocked(question: Question, legs: Sequence[Leg], at: int) -> tuple[CredentialId, ...]:
    """List the later steps that could not be taken in their place without this one."""
    unlocked = []
    this = legs[at]
    for later in range(at + 1, len(legs)):
        credential = legs[later].offer.credential
        if is_open(credential, question.holdings):
            continue
        others = [leg.id for leg in legs[:later] if leg.id != this.id]
        without = hold_also(
            question.request.learner, others, question.catalog, question.request.start
        )
        if not is_open(credential, without):
            unlocked.append(credential.id)
    return tuple(unlocked)


def find_stacks(question: Question, leg: Leg, final: frozenset[StackId]) -> tuple[StackId, ...]:
    """List the stacks that the path completes and that a step counts toward."""
    return tuple(
        stack_id
        for stack_id in sorted(final - question.holdings.stacks)
        if leg.id in members_within(question.catalog, stack_id)
    )


def find_accompanied(legs: Sequence[Leg], at: int) -> tuple[CredentialId, ...]:
    """List the other steps that a step is a corequisite of."""
    return tuple(leg.id for leg in legs if legs[at].id in leg.offer.credential.corequisites)


def find_irreplaceable(question: Question, leg: Leg) -> tuple[SkillId, ...]:
    """List the skills of the role that nothing else within reach closes as far as this step does.

    Within reach is what the filters let in and what keeps every limit by itself.
    """
    if not leg.after.skills:
        return ()
    rest = {
        item for item in question.within_reach.order if question.world.items[item].id != leg.id
    } | {number for number, item in enumerate(question.world.items) if item.offer is None}
    without = chain(question.world, rest)
    before = find_gap(question.role, leg.before)
    after = find_gap(question.role, leg.after)
    found: dict[SkillId, None] = {}
    for target in question.targets:
        old, new = before[target.requirement], after[target.requirement]
        if old.held < target.level <= new.held and not without.serves(question.number(target.need)):
            found[new.skill] = None
    return tuple(found)


def find_reason(
    question: Question,
    legs: Sequence[Leg],
    at: int,
    closes: Sequence[Closing],
    unlocks: tuple[CredentialId, ...],
) -> Reason:
    """Give the strongest reason that holds for a step, with all that speaks for it."""
    leg = legs[at]
    final = legs[-1].after.stacks
    stacks = find_stacks(question, leg, final)
    accompanies = find_accompanied(legs, at)
    irreplaceable = find_irreplaceable(question, leg) if closes else ()
    skills = irreplaceable or tuple(closing.skill for closing in closes)
    if irreplaceable:
        kind = ReasonKind.ONLY_WAY
    elif leg.id in question.request.limits.include:
        kind = ReasonKind.INCLUDED
    elif closes:
        kind = ReasonKind.BEST_WAY
    elif unlocks:
        kind = ReasonKind.UNLOCKS
    elif accompanies:
        kind = ReasonKind.ACCOMPANIES
    else:
        kind = ReasonKind.COMPLETES_STACK
    return Reason(kind, skills, unlocks, stacks, accompanies)

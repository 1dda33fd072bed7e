"""Why each step is on the path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.dates import add_months
from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.planning.explain.stacks import members_within
from skillgap.planning.graph.world import Need
from skillgap.planning.offers import Offer, renewal_cents
from skillgap.planning.question import Question
from skillgap.planning.result import Closing, NoteKind, Reason, ReasonKind, StepNote
from skillgap.planning.schedule import ScheduledStep, hold_also, is_open

ANY_LEVEL: Final = 1_000
"""Higher than any level: what does not help with a need."""

ServedWithout = Callable[[CredentialId], Callable[[Need], bool]]
"""What is served without a credential."""


def find_reason(
    question: Question,
    schedule: Sequence[ScheduledStep],
    at: int,
    closes: Sequence[Closing],
    unlocks: tuple[CredentialId, ...],
    elsewhere: Sequence[ServedWithout],
) -> Reason:
    """Return the strongest reason that holds for a step, with all that speaks for it."""
    scheduled = schedule[at]
    final = schedule[-1].after.stacks
    stacks = find_stacks(question, scheduled, final)
    accompanies = find_accompanied(schedule, at)
    irreplaceable = find_irreplaceable(question, scheduled, elsewhere) if closes else ()
    skills = irreplaceable or tuple(closing.skill for closing in closes)
    if irreplaceable:
        kind = ReasonKind.ONLY_WAY
    elif scheduled.id in question.request.limits.include:
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


def find_closings(scheduled: ScheduledStep) -> tuple[Closing, ...]:
    """List the skills of the role that a step raises, as far as the role asks.

    In a group the skill named is the one that brings the group there, and the level it comes from
    is its own: another member may be held at more. A stack that the step completes counts with it.
    """
    closings: dict[SkillId, Closing] = {}
    for old, new in zip(scheduled.gaps_before, scheduled.gaps_after, strict=True):
        level = new.requirement.level
        to_level = min(new.held, level)
        if to_level <= min(old.held, level):
            continue
        own = scheduled.before.level_of(new.skill)
        closing = Closing(new.skill, own, to_level)
        known = closings.get(new.skill)
        if known is None or known.to_level < closing.to_level:
            closings[new.skill] = closing
    return tuple(closings.values())


def find_unlocked(
    question: Question, schedule: Sequence[ScheduledStep], at: int
) -> tuple[CredentialId, ...]:
    """List the later steps that could not be taken in their place without this one."""
    unlocked = []
    this = schedule[at]
    for later in range(at + 1, len(schedule)):
        credential = schedule[later].offer.credential
        if is_open(credential, question.holdings):
            continue
        others = [scheduled.id for scheduled in schedule[:later] if scheduled.id != this.id]
        without = hold_also(
            question.request.learner, others, question.catalog, question.request.start
        )
        if not is_open(credential, without):
            unlocked.append(credential.id)
    return tuple(unlocked)


def find_stacks(
    question: Question, scheduled: ScheduledStep, final: frozenset[StackId]
) -> tuple[StackId, ...]:
    """List the stacks that the path completes and that a step counts toward."""
    return tuple(
        stack_id
        for stack_id in sorted(final - question.holdings.stacks)
        if scheduled.id in members_within(question.catalog, stack_id)
    )


def find_accompanied(schedule: Sequence[ScheduledStep], at: int) -> tuple[CredentialId, ...]:
    """List the other steps that a step is a corequisite of."""
    return tuple(
        scheduled.id
        for scheduled in schedule
        if schedule[at].id in scheduled.offer.credential.corequisites
    )


def find_irreplaceable(
    question: Question, scheduled: ScheduledStep, elsewhere: Sequence[ServedWithout]
) -> tuple[SkillId, ...]:
    """List the skills of the role that nothing else within reach closes as far as this step does.

    Within reach is what the filters let in and what keeps every limit by itself.
    """
    before, after = scheduled.gaps_before, scheduled.gaps_after
    raised = [
        target
        for target in question.targets
        if before[target.requirement].held < target.level <= after[target.requirement].held
    ]
    left = [each for each in raised if not has_open_rival(question, scheduled, each.need)]
    unsure = [each for each in left if has_rival(question, scheduled, each.need)]
    only = [each for each in left if each not in unsure]
    for served_without in elsewhere:
        if unsure:
            is_served = served_without(scheduled.id)
            unsure = [each for each in unsure if not is_served(each.need)]
    return tuple(
        dict.fromkeys(
            after[each.requirement].skill for each in left if each in only or each in unsure
        )
    )


def has_open_rival(question: Question, scheduled: ScheduledStep, need: Need) -> bool:
    """Return whether something else serves a need and can be started at once, by itself.

    Why asked first: mostly there is, and then no reach has to be found.
    """
    return any(
        not offer.credential.corequisites and is_open(offer.credential, question.holdings)
        for offer in find_rivals(question, scheduled, need)
    )


def has_rival(question: Question, scheduled: ScheduledStep, need: Need) -> bool:
    """Return whether anything else at all serves a need, within reach or not."""
    catalog = question.catalog
    return any(find_rivals(question, scheduled, need)) or any(
        award.skill == skill and award.level >= level
        for skill, level in need
        for stack in catalog.stacks.values()
        for award in (
            *stack.awards,
            *(
                each
                for given in (*stack.earns, CredentialId(stack.id))
                if given in catalog.credentials
                for each in catalog.credentials[given].awards
            ),
        )
    )


def find_rivals(question: Question, scheduled: ScheduledStep, need: Need) -> Iterator[Offer]:
    """List the other offers that could be the first to serve a need, each within every limit."""
    least = {SkillId(skill): level for skill, level in need}
    for skill, level in least.items():
        for offer in question.screening.awarding.get(skill, ()):
            credential = offer.credential
            serves = any(
                award.skill == skill and award.level >= level for award in credential.awards
            )
            asks_for_it = any(
                all(least.get(each, ANY_LEVEL) <= options.level for each in options.skills)
                for options in credential.prerequisites.skills
            )
            if credential.id != scheduled.id and serves and not asks_for_it:
                yield offer


def find_step_notes(
    catalog: Catalog, schedule: Sequence[ScheduledStep], scheduled: ScheduledStep
) -> tuple[StepNote, ...]:
    """Find the notes to one of the steps of a path."""
    last = max(each.ends for each in schedule)
    return (
        *audit_notes(scheduled),
        *offer_notes(scheduled),
        *renewal_notes(catalog, last, scheduled),
    )


def audit_notes(scheduled: ScheduledStep) -> Iterator[StepNote]:
    """Yield a note where the learning is free and only the certificate is paid for."""
    price = scheduled.offer.credential.price
    if price.free_audit and scheduled.offer.price_cents:
        yield StepNote(NoteKind.FREE_AUDIT, money=scheduled.offer.price_cents / 100)


def offer_notes(scheduled: ScheduledStep) -> Iterator[StepNote]:
    """Yield the last day of an offer where the step starts after it."""
    until = scheduled.offer.credential.offered_until
    if until is not None and until < scheduled.starts:
        yield StepNote(NoteKind.OFFER_ENDED, until)


def renewal_notes(catalog: Catalog, last: dt.date, scheduled: ScheduledStep) -> Iterator[StepNote]:
    """Yield the renewals that are counted, and what comes due before the end and is not."""
    credential = scheduled.offer.credential
    if scheduled.offer.renewals:
        first = add_months(scheduled.ends, every_months(credential))
        money = scheduled.offer.renewal_cents / 100
        yield StepNote(NoteKind.RENEWALS_COUNTED, first, money, scheduled.offer.renewals)
        return
    if credential.renewal is not None:
        due = add_months(scheduled.ends, credential.renewal.every_months)
        if due <= last:
            cents = renewal_cents(catalog, credential)
            yield StepNote(NoteKind.RENEWAL_DUE, due, None if cents is None else cents / 100)
    elif credential.valid_months is not None:
        due = add_months(scheduled.ends, credential.valid_months)
        if due <= last:
            yield StepNote(NoteKind.EXPIRES, due)


def every_months(credential: MicroCredential) -> int:
    """Return how often a credential is renewed."""
    return 0 if credential.renewal is None else credential.renewal.every_months

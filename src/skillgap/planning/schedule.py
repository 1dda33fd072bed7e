"""The credentials of a path in the order they are taken, with dates, checked step by step."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.learner import HeldCredential, Learner
from skillgap.errors import InternalError
from skillgap.gap import Holdings, SkillGap, find_gap, find_holdings
from skillgap.planning.offers import Offer
from skillgap.planning.question import Question

IsOpen = Callable[[Offer, frozenset[CredentialId]], bool]
"""Whether an offer can be started once these credentials are done."""


class ScheduledStep(msgspec.Struct, frozen=True):
    """An offer in its place: when it is taken, and what is held and still open around it."""

    offer: Offer
    starts: dt.date
    ends: dt.date
    before: Holdings
    after: Holdings
    gaps_before: tuple[SkillGap, ...]
    gaps_after: tuple[SkillGap, ...]

    @property
    def id(self) -> CredentialId:
        """The credential's id."""
        return self.offer.credential.id


def make_schedule(question: Question, chosen: Iterable[Offer]) -> tuple[ScheduledStep, ...]:
    """Order the offers, date them, and check each step by the rules of the catalog.

    Why checked by `find_holdings` and not by the model: what is printed is verified by rules that
    know nothing of how it was found.
    """
    request, days = question.request, question.request.study_days
    known = {frozenset[CredentialId](): question.holdings}

    def hold(done: Iterable[CredentialId]) -> Holdings:
        ids = frozenset(done)
        if ids not in known:
            known[ids] = hold_also(request.learner, sorted(ids), question.catalog, request.start)
        return known[ids]

    placed = schedule_offers(
        chosen, request.at_once, lambda offer, done: is_open(offer.credential, hold(done))
    )
    taken = [each.offer.credential.id for each in placed]
    held_at = [hold(taken[:at]) for at in range(len(taken) + 1)]
    gaps_at = [find_gap(question.role, each) for each in held_at]
    schedule = tuple(
        ScheduledStep(
            offer=each.offer,
            starts=days.date_of(each.first + 1),
            ends=days.date_of(each.end),
            before=held_at[at],
            after=held_at[at + 1],
            gaps_before=gaps_at[at],
            gaps_after=gaps_at[at + 1],
        )
        for at, each in enumerate(placed)
    )
    held = held_at[-1].credentials
    alone = [
        scheduled.id
        for scheduled in schedule
        if not held.issuperset(scheduled.offer.credential.corequisites)
    ]
    if alone:
        raise InternalError(f"a path without what goes with it: {', '.join(alone)}")
    return schedule


def is_open(credential: MicroCredential, held: Holdings) -> bool:
    """Return whether everything a credential asks for is held."""
    asked = credential.prerequisites
    return all(
        any(held.level_of(skill) >= options.level for skill in options.skills)
        for options in asked.skills
    ) and all(held.credentials.intersection(options) for options in asked.credentials)


def hold_also(
    learner: Learner, taken: Sequence[CredentialId], catalog: Catalog, day: dt.date
) -> Holdings:
    """Compute what is held once some credentials are taken as well."""
    credentials = (*learner.credentials, *(HeldCredential(each) for each in taken))
    return find_holdings(replace(learner, credentials=credentials), catalog, day)


class ScheduledOffer(msgspec.Struct, frozen=True):
    """An offer and when it runs: from day `first` to before day `end`, counted from 0."""

    offer: Offer
    first: int
    end: int


def schedule_offers(
    offers: Iterable[Offer], at_once: int, is_open: IsOpen
) -> tuple[ScheduledOffer, ...]:
    """Place offers in time, each as long as by itself, at most `at_once` on any day.

    1. An offer takes `days`, of which `work_days` are work. Days of work never overlap: they are
       done offer by offer, in the order in which the offers are picked. The rest is waiting, which
       may.
    2. Whenever fewer than `at_once` are running, the open offer with the least `start_priority` is
       picked and started as soon as its days of work can end with it.
    3. If by then some are no longer on offer, what is on offer for the shortest time, or needed by
       it, is picked first; that order is kept if fewer start too late.

    So an offer takes as long, and costs as much by the month, as alone; with one at a time nothing
    overlaps; and a path is never longer than with one at a time.
    """
    offers = tuple(offers)
    usual = place(offers, at_once, is_open, {})
    if not any(map(is_late, usual)):
        return usual
    hurried = place(offers, at_once, is_open, find_last_starts(offers))
    return min(usual, hurried, key=lambda schedule: sum(map(is_late, schedule)))


def place(
    offers: Iterable[Offer], at_once: int, is_open: IsOpen, last_starts: Mapping[CredentialId, int]
) -> tuple[ScheduledOffer, ...]:
    """Place offers in time, those with the earliest of `last_starts` first."""
    waiting = sorted(offers, key=lambda offer: offer.credential.id)
    placed: list[ScheduledOffer] = []
    now = worked_until = 0
    while waiting:
        done = frozenset(each.offer.credential.id for each in placed if each.end <= now)
        running = [each.end for each in placed if each.end > now]
        has_room = len(running) < at_once
        ready = [offer for offer in waiting if is_open(offer, done)] if has_room else []
        if not ready:
            if not running:
                names = ", ".join(offer.credential.id for offer in waiting)
                raise InternalError(f"a path that cannot be done: {names}")
            now = min(running)
            continue
        ids = {offer.credential.id for offer in waiting}
        offer = min(
            ready,
            key=lambda each: (
                last_starts.get(each.credential.id, math.inf),
                start_priority(each, ids),
            ),
        )
        waiting.remove(offer)
        first = max(now, worked_until + offer.work_days - offer.days)
        worked_until = max(first, worked_until) + offer.work_days
        placed.append(ScheduledOffer(offer, first, first + offer.days))
    return tuple(sorted(placed, key=lambda each: each.first))


def is_late(each: ScheduledOffer) -> bool:
    """Return whether an offer has ended by the day on which it would be started."""
    return each.offer.last_start is not None and each.first > each.offer.last_start


def find_last_starts(offers: Sequence[Offer]) -> Mapping[CredentialId, int]:
    """Return the last start of each offer, or of what it may be needed for where earlier."""
    waiting = [each for each in offers if each.last_start is not None]
    found = {each.credential.id: each.last_start or 0 for each in waiting}
    for later in waiting:
        asked = later.credential.prerequisites
        skills = {skill for options in asked.skills for skill in options.skills}
        named = {each for options in asked.credentials for each in options}
        last = found[later.credential.id]
        for each in offers:
            id_ = each.credential.id
            serves = id_ in named or any(award.skill in skills for award in each.credential.awards)
            if serves and last < found.get(id_, math.inf):
                found[id_] = last
                waiting.append(each)
    return found


def start_priority(offer: Offer, waiting: set[CredentialId]) -> tuple[bool, int, int, CredentialId]:
    """Return the key by which the next credential is picked, the least first."""
    credential = offer.credential
    return (
        not waiting.isdisjoint(credential.recommends),
        max((award.level for award in credential.awards), default=0),
        offer.cents,
        credential.id,
    )


def makespan_of(placed: Iterable[ScheduledOffer]) -> int:
    """Return the days from the first to the last day of all."""
    return max((each.end for each in placed), default=0)

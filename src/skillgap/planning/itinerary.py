"""The chosen credentials in the order to take them, with dates, walked through and verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

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
from skillgap.planning.totals import arrange


class Leg(msgspec.Struct, frozen=True):
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


def lay_out(question: Question, chosen: Iterable[Offer]) -> tuple[Leg, ...]:
    """Order the offers, give them their dates and walk them by the catalog's own rules.

    Why walked by `find_holdings` and not by the model: what is printed is verified by rules that
    know nothing of how it was found.
    """
    request, days = question.request, question.request.study_days
    known = {frozenset[CredentialId](): question.holdings}

    def hold(done: Iterable[CredentialId]) -> Holdings:
        ids = frozenset(done)
        if ids not in known:
            known[ids] = hold_also(request.learner, sorted(ids), question.catalog, request.start)
        return known[ids]

    slots = arrange(
        chosen, request.at_once, lambda offer, done: is_open(offer.credential, hold(done))
    )
    taken = [slot.offer.credential.id for slot in slots]
    held_at = [hold(taken[:at]) for at in range(len(taken) + 1)]
    gaps_at = [find_gap(question.role, each) for each in held_at]
    legs = tuple(
        Leg(
            offer=slot.offer,
            starts=days.date_of(slot.first + 1),
            ends=days.date_of(slot.end),
            before=held_at[at],
            after=held_at[at + 1],
            gaps_before=gaps_at[at],
            gaps_after=gaps_at[at + 1],
        )
        for at, slot in enumerate(slots)
    )
    held = held_at[-1].credentials
    alone = [leg.id for leg in legs if not held.issuperset(leg.offer.credential.corequisites)]
    if alone:
        raise InternalError(f"a path without what goes with it: {', '.join(alone)}")
    return legs


def is_open(credential: MicroCredential, held: Holdings) -> bool:
    """Say whether everything a credential asks for is held."""
    asked = credential.prerequisites
    return all(
        any(held.level_of(skill) >= options.level for skill in options.skills)
        for options in asked.skills
    ) and all(held.credentials.intersection(options) for options in asked.credentials)


def hold_also(
    learner: Learner, taken: Sequence[CredentialId], catalog: Catalog, day: dt.date
) -> Holdings:
    """Work out what is held once some credentials are taken as well."""
    credentials = (*learner.credentials, *(HeldCredential(each) for each in taken))
    return find_holdings(replace(learner, credentials=credentials), catalog, day)

"""The chosen credentials in the order to take them, with dates, walked through and verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.learner import HeldCredential, Learner
from skillgap.errors import InternalError
from skillgap.frozen import dataclass
from skillgap.gap import Holdings, find_holdings
from skillgap.planning.offers import Offer, last_day
from skillgap.planning.question import Question


@dataclass(frozen=True, slots=True)
class Leg:
    """An offer in its place: when it is taken, and what is held before and after it."""

    offer: Offer
    starts: dt.date
    ends: dt.date
    before: Holdings
    after: Holdings

    @property
    def id(self) -> CredentialId:
        """The credential's id."""
        return self.offer.credential.id


def lay_out(question: Question, chosen: Iterable[Offer]) -> tuple[Leg, ...]:
    """Order the offers and walk them by the catalog's own rules, one at a time.

    Of those that can be taken next, one whose recommended predecessors are done comes first, then
    the one at the lower level, the cheaper, the first by id.

    Why walked by `find_holdings` and not by the model: what is printed is verified by rules that
    know nothing of how it was found.
    """
    catalog, start = question.catalog, question.request.start
    waiting = sorted(chosen, key=lambda offer: offer.credential.id)
    held, legs, day = question.holdings, list[Leg](), 0
    while waiting:
        ready = [offer for offer in waiting if is_open(offer.credential, held)]
        if not ready:
            names = ", ".join(offer.credential.id for offer in waiting)
            raise InternalError(f"a path that cannot be walked: {names}")
        open_ids = {offer.credential.id for offer in waiting}
        offer = min(ready, key=lambda each: preference_to_start(each, open_ids))
        waiting.remove(offer)
        taken = (*(leg.id for leg in legs), offer.credential.id)
        after = hold_also(question.request.learner, taken, catalog, start)
        legs.append(
            Leg(
                offer=offer,
                starts=last_day(start, day + 1),
                ends=last_day(start, day + offer.days),
                before=held,
                after=after,
            )
        )
        held, day = after, day + offer.days
    return tuple(legs)


def preference_to_start(
    offer: Offer, waiting: set[CredentialId]
) -> tuple[bool, int, int, CredentialId]:
    """Give the key by which the next credential is picked, the least first."""
    credential = offer.credential
    return (
        not waiting.isdisjoint(credential.recommends),
        max((award.level for award in credential.awards), default=0),
        offer.cents,
        credential.id,
    )


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

"""When each step runs, several at once where that is allowed: list scheduling."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from skillgap.domain.identifiers import CredentialId
from skillgap.errors import InternalError
from skillgap.planning.offers import Offer

IsOpen = Callable[[Offer, frozenset[CredentialId]], bool]
"""Says whether an offer can be begun once these credentials are done."""


class Slot(msgspec.Struct, frozen=True):
    """An offer and when it runs: from day `first` to before day `end`, counted from 0."""

    offer: Offer
    first: int
    end: int


def arrange(offers: Iterable[Offer], at_once: int, is_open: IsOpen) -> tuple[Slot, ...]:
    """Lay offers out in time, each as long as by itself, at most `at_once` on any day.

    The days of work are nobody's twice: each offer's are done one after another, in the order in
    which the offers are picked, and what is left of its time is waiting, which may overlap with
    other work. Whenever there is room, the next of those that can be begun is picked (see
    `preference_to_start`) and begun as soon as its days of work still end with it. So an offer
    takes no longer, and costs no more by the month, than alone; with one at a time nothing
    overlaps; and never is a path longer than one at a time.
    """
    waiting = sorted(offers, key=lambda offer: offer.credential.id)
    slots: list[Slot] = []
    now = worked_until = 0
    while waiting:
        done = frozenset(slot.offer.credential.id for slot in slots if slot.end <= now)
        running = [slot.end for slot in slots if slot.end > now]
        has_room = len(running) < at_once
        ready = [offer for offer in waiting if is_open(offer, done)] if has_room else []
        if not ready:
            if not running:
                names = ", ".join(offer.credential.id for offer in waiting)
                raise InternalError(f"a path that cannot be walked: {names}")
            now = min(running)
            continue
        ids = {offer.credential.id for offer in waiting}
        offer = min(ready, key=lambda each: preference_to_start(each, ids))
        waiting.remove(offer)
        first = max(now, worked_until + offer.work_days - offer.days)
        worked_until = max(first, worked_until) + offer.work_days
        slots.append(Slot(offer, first, first + offer.days))
    return tuple(sorted(slots, key=lambda slot: slot.first))


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


def length_of(slots: Iterable[Slot]) -> int:
    """Give the days from the first to the last day of all."""
    return max((slot.end for slot in slots), default=0)

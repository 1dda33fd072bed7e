"""What a person should know about a step beside what it is for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.planning.itinerary import Leg
from skillgap.planning.offers import renewal_cents
from skillgap.planning.result import NoteKind, StepNote

MONTHS_A_YEAR = 12


def find_step_notes(catalog: Catalog, legs: Sequence[Leg], leg: Leg) -> tuple[StepNote, ...]:
    """Find the notes to one of the steps of a path."""
    last = max(each.ends for each in legs)
    return (*audit_notes(leg), *renewal_notes(catalog, last, leg))


def audit_notes(leg: Leg) -> Iterator[StepNote]:
    """Say where the learning is free and only the certificate is paid for."""
    price = leg.offer.credential.price
    if price.free_audit and leg.offer.price_cents:
        yield StepNote(NoteKind.FREE_AUDIT, money=leg.offer.price_cents / 100)


def renewal_notes(catalog: Catalog, last: dt.date, leg: Leg) -> Iterator[StepNote]:
    """Say which renewals are counted, and what comes due before the path ends and is not."""
    credential = leg.offer.credential
    if leg.offer.renewals:
        first = add_months(leg.ends, every_months(credential))
        money = leg.offer.renewal_cents / 100
        yield StepNote(NoteKind.RENEWALS_COUNTED, first, money, leg.offer.renewals)
        return
    if credential.renewal is not None:
        due = add_months(leg.ends, credential.renewal.every_months)
        if due <= last:
            cents = renewal_cents(catalog, credential)
            yield StepNote(NoteKind.RENEWAL_DUE, due, None if cents is None else cents / 100)
    elif credential.valid_months is not None:
        due = add_months(leg.ends, credential.valid_months)
        if due <= last:
            yield StepNote(NoteKind.EXPIRES, due)


def every_months(credential: MicroCredential) -> int:
    """Give how often a credential is renewed."""
    return 0 if credential.renewal is None else credential.renewal.every_months


def add_months(day: dt.date, months: int) -> dt.date:
    """Give the same day so many months on, the last of the month where it has no such day."""
    import calendar

    whole = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = whole // MONTHS_A_YEAR, whole % MONTHS_A_YEAR + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))

"""Credentials as the planner sees them: what each takes of money and time, and who is left out."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Verification
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.money import cost_in_cents
from skillgap.frozen import dataclass
from skillgap.gap import Holdings
from skillgap.planning.facts import (
    Fact,
    FigureUnknown,
    LimitName,
    NoLongerOffered,
    OverLimit,
    RuledOut,
)
from skillgap.planning.recognition import assessed_practice, recognition_score
from skillgap.planning.request import Limits, PlanRequest

FLOAT_NOISE_DIGITS = 6
"""Where a rounding error ends and a figure begins."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A credential that can be planned with, in whole cents, minutes, days and thousandths."""

    credential: MicroCredential
    cents: int
    minutes: int
    days: int
    recognition: int
    practice: int


@dataclass(frozen=True, slots=True)
class Screening:
    """The offers by id, and for every other credential the fact that keeps it out.

    `oversized` are offers that go beyond a limit all by themselves.
    """

    offers: Mapping[CredentialId, Offer]
    left_out: Mapping[CredentialId, Fact]
    oversized: Mapping[CredentialId, OverLimit]


def days_available(limits: Limits, start: dt.date) -> int | None:
    """Count the days of study from `start` to the last one allowed, both included."""
    return None if limits.by is None else max(0, (limits.by - start).days + 1)


def cents_available(limits: Limits) -> int | None:
    """Give the budget in whole cents, what is less than a cent left out."""
    return None if limits.budget is None else math.floor(round(limits.budget * 100, 6))


def minutes_available(limits: Limits) -> int | None:
    """Give the hours allowed in whole minutes, what is less than a minute left out."""
    return None if limits.hours is None else math.floor(round(limits.hours * 60, 6))


def duration_days(hours: float, min_weeks: float | None, hours_per_week: float) -> int:
    """Count the calendar days a credential takes at a pace, at least one."""
    by_pace = math.ceil(round(7 * hours / hours_per_week, FLOAT_NOISE_DIGITS))
    by_rule = math.ceil(round(7 * (min_weeks or 0), FLOAT_NOISE_DIGITS))
    return max(1, by_pace, by_rule)


def screen(catalog: Catalog, request: PlanRequest, holdings: Holdings) -> Screening:
    """Sort the catalog into what can be planned with and what cannot, each with its reason."""
    offers: dict[CredentialId, Offer] = {}
    left_out: dict[CredentialId, Fact] = {}
    oversized: dict[CredentialId, OverLimit] = {}
    for id_ in sorted(catalog.credentials):
        if id_ in holdings.credentials:
            continue
        credential = catalog.credentials[id_]
        reason = find_reason_against(credential, request)
        offer = None if reason else find_offer(catalog, credential, request.hours_per_week)
        if isinstance(offer, Offer):
            offers[id_] = offer
            beyond = find_limit_exceeded(offer, request)
            if beyond is not None:
                oversized[id_] = beyond
        else:
            left_out[id_] = reason or offer or FigureUnknown(id_, "price")
    return Screening(offers, left_out, oversized)


def find_reason_against(credential: MicroCredential, request: PlanRequest) -> Fact | None:
    """Name the first of the person's filters that a credential fails, or that it is gone.

    A credential that states no language passes: most that do not are in the language of their
    page. Free means that the certificate itself is, not only an audit of the lessons.
    """
    limits = request.limits
    languages = credential.delivery.languages
    fails = {
        LimitName.EXCLUDE: credential.id in limits.exclude,
        LimitName.ISSUER: bool(limits.issuers) and credential.issuer not in limits.issuers,
        LimitName.LANGUAGE: bool(limits.languages)
        and bool(languages)
        and not any(is_spoken(each, limits.languages) for each in languages),
        LimitName.VERIFIABLE_ONLY: limits.verifiable_only
        and credential.verification in (None, Verification.NONE),
        LimitName.FREE_ONLY: limits.free_only
        and credential.price.amount is not None
        and credential.price.amount > 0,
    }
    for limit, does_fail in fails.items():
        if does_fail:
            return RuledOut(credential.id, limit)
    if credential.offered_until is not None and credential.offered_until < request.start:
        return NoLongerOffered(credential.id, credential.offered_until)
    return None


def is_spoken(language: str, spoken: tuple[str, ...]) -> bool:
    """Say whether a language tag is among those spoken: `en` speaks `en-GB` and the other way."""
    tag = language.casefold()
    return any(
        tag == each or tag.startswith(f"{each}-") or each.startswith(f"{tag}-")
        for each in (name.casefold() for name in spoken)
    )


def find_offer(
    catalog: Catalog, credential: MicroCredential, hours_per_week: float
) -> Offer | FigureUnknown:
    """Work out what a credential takes, or say which figure is not known.

    A price by the month is paid for as long as the credential itself takes at the person's pace.
    """
    hours = credential.workload_hours
    if hours is None:
        return FigureUnknown(credential.id, "workload_hours")
    cents = cost_in_cents(
        credential.price,
        weeks=max(hours / hours_per_week, credential.min_weeks or 0),
        currency=catalog.currency,
        rates=catalog.exchange_rates,
    )
    if cents is None:
        return FigureUnknown(credential.id, "price")
    return Offer(
        credential=credential,
        cents=cents,
        minutes=round(hours * 60),
        days=duration_days(hours, credential.min_weeks, hours_per_week),
        recognition=recognition_score(credential, catalog.issuers.get(credential.issuer)),
        practice=assessed_practice(credential),
    )


def find_limit_exceeded(offer: Offer, request: PlanRequest) -> OverLimit | None:
    """Name the first limit that a credential goes beyond all by itself."""
    limits, id_ = request.limits, offer.credential.id
    cents, minutes = cents_available(limits), minutes_available(limits)
    days = days_available(limits, request.start)
    if limits.budget is not None and cents is not None and offer.cents > cents:
        return OverLimit(LimitName.BUDGET, offer.cents / 100, limits.budget, id_)
    if limits.hours is not None and minutes is not None and offer.minutes > minutes:
        return OverLimit(LimitName.HOURS, offer.minutes / 60, limits.hours, id_)
    if limits.by is not None and days is not None and offer.days > days:
        return OverLimit(LimitName.BY, last_day(request.start, offer.days), limits.by, id_)
    return None


def last_day(start: dt.date, days: int) -> dt.date:
    """Give the last of `days` days from `start` on; the latest date there is, if beyond it."""
    try:
        return start + dt.timedelta(days=days - 1)
    except OverflowError:
        return dt.date.max

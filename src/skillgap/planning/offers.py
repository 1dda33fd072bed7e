"""Credentials as the planner sees them: what each takes of money and time, and who is left out."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Verification
from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price, cost_in_cents
from skillgap.domain.stack import Stack
from skillgap.gap import Holdings
from skillgap.planning.facts import Fact, FigureUnknown, NoLongerOffered, OverLimit, RuledOut
from skillgap.planning.recognition import (
    FULL,
    PRACTICE_ASSESSED,
    assessed_practice,
    recognition_score,
)
from skillgap.planning.request import LimitName, Limits, PlanRequest

Key = TypeVar("Key", bound=Hashable)

LEAST_PRACTICE: Final = PRACTICE_ASSESSED
"""Where `hands_on` draws the line: work that is done, or a project, portfolio or lab that is
judged; a mix of assessments alone is not enough.
"""

FLOAT_NOISE_DIGITS = 6
"""Where a rounding error ends and a figure begins."""


class Offer(msgspec.Struct, frozen=True):
    """A credential that can be planned with, in whole cents, minutes, days and thousandths.

    `days` is how long it takes, `work_days` how many of them the work fills. `renewals` come due
    within the horizon; their money and hours are in `cents` and `minutes`. `last_start` is the last
    day of study on which it can be started, counted from 0; None where no end of it is known.
    """

    credential: MicroCredential
    cents: int
    minutes: int
    days: int
    recognition: int
    practice: int
    work_days: int = 0
    renewals: int = 0
    renewal_cents: int = 0
    last_start: int | None = None

    @property
    def price_cents(self) -> int:
        """What earning it costs, without renewals."""
        return self.cents - self.renewal_cents


class Screening(msgspec.Struct, frozen=True):
    """The offers by id, and for every other credential the fact that keeps it out.

    `oversized` are offers that go beyond a limit all by themselves; `awarding` lists for each skill
    all others that award it.
    """

    offers: Mapping[CredentialId, Offer]
    left_out: Mapping[CredentialId, Fact]
    over_limit: Mapping[CredentialId, OverLimit]
    awarding: Mapping[SkillId, Sequence[Offer]]


def screen(catalog: Catalog, request: PlanRequest, holdings: Holdings) -> Screening:
    """Sort the catalog into what can be planned with and what cannot, each with its reason."""
    offers: dict[CredentialId, Offer] = {}
    left_out: dict[CredentialId, Fact] = {}
    over_limit: dict[CredentialId, OverLimit] = {}
    awarding: dict[SkillId, list[Offer]] = {}
    discounts = index_discounts(
        find_discount_terms(each, catalog) for each in catalog.stacks.values()
    )
    for id_ in sorted(catalog.credentials):
        if id_ in holdings.credentials:
            continue
        credential = catalog.credentials[id_]
        issuer = catalog.issuers.get(credential.issuer)
        reason = find_reason_against(credential, request, issuer)
        offer = None if reason else find_offer(catalog, credential, request)
        if isinstance(offer, Offer):
            offers[id_] = offer
            least = offer.renewal_cents + least_cents(offer.price_cents, discounts.get(id_, ()))
            beyond = find_limit_exceeded(offer, request, least)
            if beyond is not None:
                over_limit[id_] = beyond
                continue
            for award in credential.awards:
                awarding.setdefault(award.skill, []).append(offer)
        else:
            left_out[id_] = reason or offer or FigureUnknown(id_, "price")
    return Screening(offers, left_out, over_limit, awarding)


def find_reason_against(
    credential: MicroCredential, request: PlanRequest, issuer: Issuer | None = None
) -> Fact | None:
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
        LimitName.HANDS_ON: limits.hands_on and assessed_practice(credential) < LEAST_PRACTICE,
        LimitName.MIN_RECOGNITION: limits.min_recognition is not None
        and recognition_score(credential, issuer) < round(limits.min_recognition * FULL),
    }
    for limit, does_fail in fails.items():
        if does_fail:
            return RuledOut(credential.id, limit)
    if credential.offered_until is not None and credential.offered_until < request.start:
        return NoLongerOffered(credential.id, credential.offered_until)
    return None


def is_spoken(language: str, spoken: tuple[str, ...]) -> bool:
    """Return whether a language tag is among those spoken; `en` speaks `en-GB` and the reverse."""
    tag = language.casefold()
    return any(
        tag == each or tag.startswith(f"{each}-") or each.startswith(f"{tag}-")
        for each in (name.casefold() for name in spoken)
    )


def find_offer(
    catalog: Catalog, credential: MicroCredential, request: PlanRequest
) -> Offer | FigureUnknown:
    """Compute what a credential takes, or name the figure that is not known.

    A price by the month is paid for as long as the credential itself takes at the person's pace.
    """
    hours, hours_per_week = credential.workload_hours, request.hours_per_week
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
    renewal = credential.renewal
    times = 0 if renewal is None else request.horizon_months // renewal.every_months
    each = renewal_cents(catalog, credential) if times else 0
    more_hours = 0.0 if renewal is None or not times else renewal.hours
    if each is None or more_hours is None:
        return FigureUnknown(credential.id, "renewal")
    return Offer(
        credential=credential,
        cents=cents + times * each,
        minutes=round(hours * 60) + times * round(more_hours * 60),
        days=duration_days(hours, credential.min_weeks, hours_per_week),
        recognition=recognition_score(credential, catalog.issuers.get(credential.issuer)),
        practice=assessed_practice(credential),
        work_days=days_of_work(hours, hours_per_week),
        renewals=times,
        renewal_cents=times * each,
        last_start=None
        if credential.offered_until is None
        else request.study_days.count_until(credential.offered_until) - 1,
    )


def renewal_cents(catalog: Catalog, credential: MicroCredential) -> int | None:
    """Return what one renewal costs, None where that is not known; a month of what is by month."""
    if credential.renewal is None or credential.renewal.price is None:
        return None
    return cost_in_cents(
        credential.renewal.price, weeks=0, currency=catalog.currency, rates=catalog.exchange_rates
    )


def duration_days(hours: float, min_weeks: float | None, hours_per_week: float) -> int:
    """Count the calendar days a credential takes at a pace, at least one."""
    by_rule = math.ceil(round(7 * (min_weeks or 0), FLOAT_NOISE_DIGITS))
    return max(1, days_of_work(hours, hours_per_week), by_rule)


def days_of_work(hours: float, hours_per_week: float) -> int:
    """Count the days that so many hours fill at a pace."""
    return math.ceil(round(7 * hours / hours_per_week, FLOAT_NOISE_DIGITS))


def find_limit_exceeded(
    offer: Offer, request: PlanRequest, least: int | None = None
) -> OverLimit | None:
    """Name the first limit that a credential goes beyond all by itself.

    `least` is what its price can come to under the largest discount on it, in cents.
    """
    least = offer.cents if least is None else least
    limits, id_ = request.limits, offer.credential.id
    cents, minutes = cents_available(limits), minutes_available(limits)
    days = days_available(request)
    if limits.budget is not None and cents is not None and least > cents:
        return OverLimit(LimitName.BUDGET, least / 100, limits.budget, id_)
    if limits.hours is not None and minutes is not None and offer.minutes > minutes:
        return OverLimit(LimitName.HOURS, offer.minutes / 60, limits.hours, id_)
    if limits.by is not None and days is not None and offer.days > days:
        return OverLimit(LimitName.BY, request.study_days.date_of(offer.days), limits.by, id_)
    return None


def cents_available(limits: Limits) -> int | None:
    """Return the budget in whole cents, what is less than a cent left out."""
    return None if limits.budget is None else math.floor(round(limits.budget * 100, 6))


def minutes_available(limits: Limits) -> int | None:
    """Return the hours allowed in whole minutes, what is less than a minute left out."""
    return None if limits.hours is None else math.floor(round(limits.hours * 60, 6))


def days_available(request: PlanRequest) -> int | None:
    """Count the days of study from the first to the last one allowed, both included."""
    by = request.limits.by
    return None if by is None else request.study_days.count_until(by)


class DiscountTerms(msgspec.Struct, frozen=True):
    """What a stack takes off the price of `members`: an amount in `cents`, or a percentage."""

    members: frozenset[CredentialId]
    cents: int = 0
    percent: float = 0.0

    def savings(self, prices: Mapping[Key, int]) -> Iterator[tuple[tuple[Key, ...], int]]:
        """Yield what is off which of these prices, in cents; never more than they come to.

        An amount is off all of them together, a percentage off each, rounded down.
        """
        if self.cents:
            yield tuple(prices), min(self.cents, sum(prices.values()))
            return
        for key, cents in prices.items():
            yield (key,), math.floor(round(cents * self.percent / 100, 6))


def find_discount_terms(stack: Stack, catalog: Catalog) -> DiscountTerms | None:
    """Compute a stack's discount in the catalog's currency; None where none is known.

    A stack among its members stands for its own members.
    """
    discount = stack.discount
    if discount is None:
        return None
    members = frozenset(find_credentials(discount.members or stack.members, catalog))
    if discount.percent is not None:
        return DiscountTerms(members, percent=discount.percent)
    price = Price(discount.amount, currency=discount.currency)
    cents = cost_in_cents(price, weeks=0, currency=catalog.currency, rates=catalog.exchange_rates)
    return DiscountTerms(members, cents=cents) if cents else None


def find_credentials(names: Iterable[CredentialId], catalog: Catalog) -> Iterator[CredentialId]:
    """Yield the credentials of these ids, a stack's members in its place."""
    waiting, seen = list(names), set(names)
    for each in waiting:
        stack = catalog.stacks.get(StackId(each))
        if stack is None:
            yield each
            continue
        fresh = [member for member in stack.members if member not in seen]
        waiting += fresh
        seen.update(fresh)


def index_discounts(
    discounts: Iterable[DiscountTerms | None],
) -> Mapping[CredentialId, Sequence[DiscountTerms]]:
    """List for each credential the discounts that could be on it."""
    found: dict[CredentialId, list[DiscountTerms]] = {}
    for discount in discounts:
        if discount is not None:
            for member in discount.members:
                found.setdefault(member, []).append(discount)
    return found


def least_cents(cents: int, discounts: Iterable[DiscountTerms]) -> int:
    """Return the least that a price of so many cents can come to.

    No credential serves two discounts.
    """
    saved = (each for discount in discounts for _, each in discount.savings({None: cents}))
    return cents - max(saved, default=0)

"""Shapes of a catalog's records to nouns.

A form that a mold has made has the fields of its shape, and serves as well.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from skillgap.domain.credential import (
    Assessment,
    Credits,
    Delivery,
    MicroCredential,
    OtherCredit,
    Prerequisites,
    Recognition,
    Renewal,
)
from skillgap.domain.identifiers import CredentialId, IssuerId, SkillId, StackId
from skillgap.domain.issuer import Accreditation, Issuer
from skillgap.domain.money import ExchangeRates, Price
from skillgap.domain.skill import Alignment, Skill, SkillLevel, SkillOptions
from skillgap.domain.source import Source
from skillgap.domain.stack import Discount, Electives, Stack

if TYPE_CHECKING:
    from skillgap.loading.shapes.catalog import ExchangeRatesShape
    from skillgap.loading.shapes.credential import CredentialShape, PrerequisitesShape, RenewalShape
    from skillgap.loading.shapes.issuer import IssuerShape
    from skillgap.loading.shapes.record import (
        CreditsShape,
        PriceShape,
        SkillOptionsShape,
        SourceShape,
    )
    from skillgap.loading.shapes.skill import SkillShape
    from skillgap.loading.shapes.stack import DiscountShape, StackShape


def to_source(shape: SourceShape | None) -> Source | None:
    """Convert a source."""
    if shape is None:
        return None
    return Source(shape.basis, shape.as_of, shape.url, shape.confidence, shape.note)


def to_price(shape: PriceShape, currency: str | None) -> Price:
    """Convert a price; `currency` is its file's, of prices that name none."""
    return Price(shape.amount, shape.per, shape.currency or currency, shape.free_audit)


def to_exchange_rates(shape: ExchangeRatesShape | None) -> ExchangeRates:
    """Convert exchange rates, sorted by currency."""
    if shape is None:
        return ExchangeRates()
    rates = MappingProxyType(dict(sorted(shape.rates.items())))
    return ExchangeRates(rates, shape.as_of, to_source(shape.source))


def to_skill(shape: SkillShape) -> Skill:
    """Convert a skill."""
    return Skill(
        id=SkillId(shape.id),
        label=shape.label,
        kind=shape.kind,
        aliases=tuple(shape.aliases),
        broader=tuple(SkillId(each) for each in shape.broader),
        alignments=tuple(
            Alignment(each.framework, each.code, each.url, each.name) for each in shape.alignments
        ),
    )


def to_issuer(shape: IssuerShape) -> Issuer:
    """Convert an issuer."""
    return Issuer(
        id=IssuerId(shape.id),
        name=shape.name,
        kind=shape.kind,
        url=shape.url,
        aliases=tuple(shape.aliases),
        accreditations=tuple(Accreditation(each.by, each.url) for each in shape.accreditations),
    )


def to_skill_options(shape: SkillOptionsShape) -> SkillOptions:
    """Convert one skill, or any one of several, at a level."""
    return SkillOptions(skill_ids(shape), shape.level)


def skill_ids(shape: SkillOptionsShape) -> tuple[SkillId, ...]:
    """Give the skills that an entry names, as one or as several."""
    named = shape.any_of if shape.skill is None else [shape.skill]
    return tuple(SkillId(each) for each in named or ())


def to_prerequisites(shape: PrerequisitesShape) -> Prerequisites:
    """Convert what must be held before."""
    return Prerequisites(
        skills=tuple(to_skill_options(each) for each in shape.skills),
        credentials=tuple(
            (CredentialId(each),)
            if isinstance(each, str)
            else tuple(CredentialId(option) for option in each.any_of)
            for each in shape.credentials
        ),
    )


def to_renewal(shape: RenewalShape | None, currency: str | None) -> Renewal | None:
    """Convert what keeps a credential valid."""
    if shape is None:
        return None
    price = None if shape.price is None else to_price(shape.price, currency)
    return Renewal(shape.every_months, price, shape.hours)


def to_credits(shape: CreditsShape) -> Credits:
    """Convert the size of an achievement."""
    return Credits(shape.ects, tuple(OtherCredit(each.system, each.amount) for each in shape.other))


def to_credential(shape: CredentialShape, currency: str | None) -> MicroCredential:
    """Convert a credential; `currency` is its file's, of prices that name none."""
    return MicroCredential(
        id=CredentialId(shape.id),
        title=shape.title,
        issuer=IssuerId(shape.issuer),
        awards=tuple(SkillLevel(SkillId(each.skill), each.level) for each in shape.awards),
        workload_hours=shape.workload_hours,
        price=to_price(shape.price, currency),
        achievement_type=shape.achievement_type,
        aliases=tuple(shape.aliases),
        url=shape.url,
        subject=shape.subject,
        prerequisites=to_prerequisites(shape.prerequisites),
        corequisites=tuple(CredentialId(each) for each in shape.corequisites),
        recommends=tuple(CredentialId(each) for each in shape.recommends),
        min_weeks=shape.min_weeks,
        delivery=Delivery(
            shape.delivery.mode, shape.delivery.pace, tuple(shape.delivery.languages)
        ),
        assessment=Assessment(
            shape.assessment.kind, shape.assessment.proctored, shape.assessment.hands_on
        ),
        verification=shape.verification,
        valid_months=shape.valid_months,
        renewal=to_renewal(shape.renewal, currency),
        credits=to_credits(shape.credits),
        eqf_level=shape.eqf_level,
        recognition=tuple(
            Recognition(each.by, each.counts_as, each.url) for each in shape.recognition
        ),
        offered_until=shape.offered_until,
        source=to_source(shape.source),
        field_sources=MappingProxyType(
            {
                name: source
                for name, each in sorted(shape.field_sources.items())
                if (source := to_source(each)) is not None
            }
        ),
    )


def to_discount(shape: DiscountShape | None, currency: str | None) -> Discount | None:
    """Convert what is off for a whole stack; `currency` is its file's, of amounts without one."""
    if shape is None:
        return None
    on = tuple(CredentialId(each) for each in shape.members)
    own = shape.currency or currency
    return Discount(shape.amount, shape.percent, None if shape.amount is None else own, on)


def to_stack(shape: StackShape, currency: str | None = None) -> Stack:
    """Convert a stack; what it earns is parted into skills and credentials.

    `currency` is its file's, of amounts that name none.
    """
    choose = None
    if shape.choose is not None:
        options = tuple(CredentialId(each) for each in shape.choose.options)
        choose = Electives(shape.choose.count, options)
    return Stack(
        id=StackId(shape.id),
        title=shape.title,
        issuer=None if shape.issuer is None else IssuerId(shape.issuer),
        url=shape.url,
        all_of=tuple(CredentialId(each) for each in shape.all_of),
        choose=choose,
        awards=tuple(
            SkillLevel(SkillId(each.skill), each.level)
            for each in shape.awards
            if each.skill is not None and each.level is not None
        ),
        earns=tuple(
            CredentialId(each.credential) for each in shape.awards if each.credential is not None
        ),
        discount=to_discount(shape.discount, currency),
        credits=to_credits(shape.credits),
        leads_to=shape.leads_to,
        source=to_source(shape.source),
    )

"""One Credential Registry record as a credential: the fields that refer to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    Credits,
    Delivery,
    DeliveryMode,
    MicroCredential,
    OtherCredit,
    Recognition,
    Renewal,
    Verification,
)
from skillgap.domain.money import Price
from skillgap.domain.source import Source
from skillgap.importing.drafts.credentials import NO_CREDENTIAL, NO_ISSUER
from skillgap.importing.reading.durations import Duration, read_duration
from skillgap.importing.reading.jsonld import (
    Json,
    Record,
    address_of,
    as_list,
    bare_name,
    field_of,
    fields_of,
    key_of,
    label_of,
    text_of,
    texts_of,
)
from skillgap.importing.reading.values import (
    CURRENCY_CODE,
    HOURS_AT_MOST,
    LINE_LENGTH,
    MONTHS_AT_MOST,
    WEEKS_AT_MOST,
    amount_of,
    distinct,
    language_tag,
    web_address,
)
from skillgap.importing.report import Origin

NameOf = Callable[[Json], str | None]
"""Gives the name of an organization, or of what points to one."""

ENDED: Final = frozenset(("Deprecated", "Ceased", "Superseded", "Suspended", "Discontinued"))

CARRIED: Final = frozenset((
    "@context", "@id", "@type", "ctid", "name", "alternateName", "subjectWebpage", "url",
    "ownedBy", "offeredBy", "owner", "creator", "subject", "requires", "entryCondition",
    "recommends", "preparationFrom", "isPreparationFor", "estimatedCost", "estimatedDuration",
    "inLanguage", "deliveryType", "learningDeliveryType", "renewal", "renewalFrequency",
    "creditValue", "creditUnitType", "creditUnitValue", "creditUnitTypeDescription",
    "creditHourType", "creditHourValue", "hasPart", "credentialStatusType", "lifeCycleStatusType",
    "teaches", "assesses", "isProctored", "accreditedBy", "approvedBy", "recognizedBy",
))  # fmt: skip
"""The fields of a record that an import makes something of."""

RECOGNIZED_AS: Final = (
    ("accreditedBy", "accredited"),
    ("approvedBy", "approved"),
    ("recognizedBy", "recognized"),
)

ACHIEVEMENT_TYPES: Mapping[str, AchievementType] = MappingProxyType(
    {
        "Badge": AchievementType.BADGE,
        "DigitalBadge": AchievementType.BADGE,
        "OpenBadge": AchievementType.BADGE,
        "Certification": AchievementType.CERTIFICATION,
        "License": AchievementType.LICENSE,
        "MicroCredential": AchievementType.MICRO_CREDENTIAL,
        "Course": AchievementType.COURSE,
        "LearningOpportunityProfile": AchievementType.COURSE,
        "LearningProgram": AchievementType.COURSE,
        "GeneralEducationDevelopment": AchievementType.DIPLOMA,
    }
)

MODES: Mapping[str, DeliveryMode] = MappingProxyType(
    {
        "InPerson": DeliveryMode.ONSITE,
        "OnlineOnly": DeliveryMode.ONLINE,
        "BlendedDelivery": DeliveryMode.BLENDED,
    }
)

CURRENCIES: Mapping[str, str] = MappingProxyType(
    {
        "us dollar": "USD",
        "u.s. dollar": "USD",
        "united states dollar": "USD",
        "euro": "EUR",
        "pound sterling": "GBP",
        "british pound": "GBP",
        "canadian dollar": "CAD",
        "australian dollar": "AUD",
    }
)


class Found(msgspec.Struct, frozen=True):
    """One record, and where it comes from."""

    record: Record
    origin: Origin


def record_key(record: Record) -> str | None:
    """Return the key of a record: its CTID, else its address."""
    ctid = field_of(record, "ctid")
    address = ctid if isinstance(ctid, str) and ctid else address_of(record)
    return key_of(address) if address else None


def has_ended(record: Record) -> bool:
    """Say whether a record is about something that is no longer offered."""
    states = fields_of(record, "credentialStatusType", "lifeCycleStatusType")
    nodes = [field_of(each, "targetNode") if isinstance(each, dict) else each for each in states]
    return any(bare_name(address_of(node) or "") in ENDED for node in nodes)


def credential_of(
    found: Found, title: str, types: list[str], source: Source, name_of: NameOf
) -> MicroCredential:
    """Make a credential without issuer, awards and prerequisites; `source` says where it stands."""
    record, origin = found.record, found.origin
    hours, weeks = lengths_of(field_of(record, "estimatedDuration"), origin)
    renewal = renewal_of(found)
    proctored = field_of(record, "isProctored")
    delivery = field_of(record, "deliveryType") or field_of(record, "learningDeliveryType")
    page = text_of(field_of(record, "subjectWebpage")) or text_of(field_of(record, "url"))
    return MicroCredential(
        id=NO_CREDENTIAL,
        title=title,
        issuer=NO_ISSUER,
        awards=(),
        workload_hours=hours,
        price=price_of(field_of(record, "estimatedCost"), origin),
        achievement_type=achievement_type(types),
        aliases=distinct(
            each
            for each in texts_of(field_of(record, "alternateName"))
            if len(each) <= LINE_LENGTH and each != title
        ),
        url=web_address(page) or source.url,
        subject=subject_of(record),
        min_weeks=weeks,
        delivery=Delivery(
            mode=mode_of(delivery),
            languages=languages_of(field_of(record, "inLanguage"), origin),
        ),
        assessment=Assessment(proctored=proctored if isinstance(proctored, bool) else None),
        verification=Verification.OPEN_BADGE if "OpenBadge" in types else None,
        valid_months=renewal.every_months if renewal else None,
        renewal=renewal,
        credits=credits_of(record),
        recognition=recognition_of(record, name_of),
        source=source,
    )


def subject_of(record: Record) -> str | None:
    """Return the first subject that is named."""
    subjects = (
        label_of(field_of(each, "targetNodeName") if isinstance(each, dict) else each)
        for each in fields_of(record, "subject")
    )
    return next(filter(None, subjects), None)


def renewal_of(found: Found) -> Renewal | None:
    """Return what keeps a credential valid, where it says how often."""
    stated = field_of(found.record, "renewalFrequency")
    if stated is None:
        return None
    frequency = read_duration(stated)
    months = round(frequency.calendar_weeks * 12 / 52) if frequency else 0
    if not 1 <= months <= MONTHS_AT_MOST:
        found.origin.remark("bad-value", "renewalFrequency")
        return None
    costs = [
        cost
        for each in fields_of(found.record, "renewal")
        for cost in fields_of(each, "estimatedCost")
    ]
    price = price_of(costs, found.origin)
    return Renewal(months, None if price.amount is None else price)


def recognition_of(record: Record, name_of: NameOf) -> tuple[Recognition, ...]:
    """Return who counts the credential, where they have a name."""
    return tuple(
        Recognition(name, counts_as)
        for field_name, counts_as in RECOGNIZED_AS
        for each in fields_of(record, field_name)
        if (name := name_of(each))
    )


def achievement_type(types: list[str]) -> AchievementType | None:
    """Return the kind of achievement that a record's types stand for; None for none of ours."""
    for name in types:
        if name in ACHIEVEMENT_TYPES:
            return ACHIEVEMENT_TYPES[name]
        if name.endswith(("Degree", "Doctorate")):
            return AchievementType.DEGREE
        if name.endswith("Diploma"):
            return AchievementType.DIPLOMA
        if "Certificate" in name:
            return AchievementType.CERTIFICATE
    return None


def price_of(value: Json, origin: Origin) -> Price:
    """Return the one price that is stated; of several, none."""
    stated: list[tuple[float, str | None]] = []
    for cost in as_list(value):
        price = field_of(cost, "price")
        if price is None:
            continue
        amount = amount_of(price)
        if amount is None:
            origin.remark("bad-number", "price")
            continue
        stated.append((amount, currency_of(text_of(field_of(cost, "currency")))))
    prices = list(dict.fromkeys(stated))
    if len(prices) > 1:
        told = (f"{amount:g} {code or '?'}" for amount, code in prices)
        origin.remark("several-prices", ", ".join(told))
    if len(prices) != 1:
        return Price(None)
    amount, currency = prices[0]
    if currency is None and amount > 0:
        origin.remark("unknown-currency", f"{amount:g}")
        return Price(None)
    return Price(amount, currency=currency)


def currency_of(text: str | None) -> str | None:
    """Return the ISO 4217 code of a currency."""
    if text is None or CURRENCY_CODE.match(text):
        return text
    return CURRENCIES.get(text.lower())


def lengths_of(value: Json, origin: Origin) -> tuple[float | None, float | None]:
    """Return hours of work and the fewest weeks, each None where nothing says it.

    The longest of several hours is taken, and the shortest of several stretches of weeks.
    """
    durations: list[Duration] = []
    for profile in as_list(value):
        if not isinstance(profile, dict):
            profile = {"exactDuration": profile}  # noqa: PLW2901 - a bare duration stands for a profile
        for name in ("exactDuration", "minimumDuration", "maximumDuration"):
            stated = field_of(profile, name)
            if stated is None:
                continue
            duration = read_duration(stated)
            if duration is None or is_beyond(duration):
                origin.remark("bad-value", f"{name}: {str(stated)[:40]}")
            else:
                durations.append(duration)
    hours = [each.hours for each in durations if not each.is_calendar]
    weeks = [each.calendar_weeks for each in durations if each.is_calendar]
    if weeks and not hours:
        origin.remark("calendar-length", f"{min(weeks):g} weeks")
    return max(hours, default=None), min(weeks, default=None)


def is_beyond(duration: Duration) -> bool:
    """Say whether a length is more than any credential takes."""
    return duration.hours > HOURS_AT_MOST or duration.calendar_weeks > WEEKS_AT_MOST


def languages_of(value: Json, origin: Origin) -> tuple[str, ...]:
    """Return the BCP 47 tags of languages."""
    tags: dict[str, None] = {}
    for text in texts_of(value):
        tag = language_tag(text)
        if tag is not None:
            tags[tag] = None
        else:
            origin.remark("bad-value", f"language: {text[:40]}")
    return tuple(tags)


def mode_of(value: Json) -> DeliveryMode | None:
    """Return the one way of delivery; several of them are blended."""
    modes = set()
    for each in as_list(value):
        name = address_of(field_of(each, "targetNode")) or address_of(each) or ""
        mode = MODES.get(bare_name(name))
        if mode is not None:
            modes.add(mode)
    if len(modes) > 1:
        return DeliveryMode.BLENDED
    return modes.pop() if modes else None


def credits_of(record: Record) -> Credits:
    """Return the size in credits."""
    ects: float | None = None
    other: list[OtherCredit] = []
    for holder in (record, *fields_of(record, "creditValue")):
        amount = amount_of(
            field_of(holder, "creditUnitValue")
            or field_of(holder, "creditHourValue")
            or field_of(holder, "value")
        )
        unit = field_of(holder, "creditUnitTypeDescription") or field_of(holder, "creditHourType")
        system = text_of(unit) or unit_name(field_of(holder, "creditUnitType"))
        if not amount or not system:
            continue
        if "ects" in system.lower():
            ects = amount
        else:
            other.append(OtherCredit(system[:300], amount))
    return Credits(ects, tuple(other))


def unit_name(value: Json) -> str | None:
    """Return the name of a unit of credit."""
    units = [each for each in as_list(value) if isinstance(each, dict)]
    return text_of(field_of(units[0], "targetNodeName")) if units else None

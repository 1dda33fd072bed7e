"""One Credential Registry record as a credential: the fields that refer to nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

import msgspec

from skillgap.domain.credential import (
    Assessment,
    Delivery,
    MicroCredential,
    Recognition,
    Renewal,
    Verification,
)
from skillgap.domain.source import Confidence
from skillgap.importing import ctdl_values as values
from skillgap.importing.credential_drafts import NO_CREDENTIAL, NO_ISSUER
from skillgap.importing.draft_names import Place
from skillgap.importing.durations import read_duration
from skillgap.importing.imported import source_of
from skillgap.importing.jsonld import (
    Json,
    Record,
    address_of,
    as_list,
    bare_name,
    field_of,
    key_of,
    text_of,
    texts_of,
)
from skillgap.importing.words import LINE_LENGTH, distinct, web_address

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


class Found(msgspec.Struct, frozen=True):
    """One record, and where it stands."""

    record: Record
    place: Place

    def say(self, reason: str, detail: str) -> None:
        """Say that something of it was not carried."""
        self.place.table.remark(self.place.line, reason, detail)


def record_key(record: Record) -> str | None:
    """Give the key of a record: its CTID, else its address."""
    ctid = field_of(record, "ctid")
    address = ctid if isinstance(ctid, str) and ctid else address_of(record)
    return key_of(address) if address else None


def has_ended(record: Record) -> bool:
    """Say whether a record is about something that is no longer offered."""
    states = [
        *as_list(field_of(record, "credentialStatusType")),
        *as_list(field_of(record, "lifeCycleStatusType")),
    ]
    nodes = [field_of(each, "targetNode") if isinstance(each, dict) else each for each in states]
    return any(bare_name(address_of(node) or "") in ENDED for node in nodes)


def credential_of(
    found: Found, title: str, types: list[str], as_of: dt.date | None, name_of: NameOf
) -> MicroCredential:
    """Make a credential without issuer, awards and prerequisites."""
    record, say = found.record, found.say
    hours, weeks = values.lengths_of(field_of(record, "estimatedDuration"), say)
    renewal = renewal_of(found)
    proctored = field_of(record, "isProctored")
    delivery = field_of(record, "deliveryType") or field_of(record, "learningDeliveryType")
    address = web_address(address_of(record))
    page = text_of(field_of(record, "subjectWebpage")) or text_of(field_of(record, "url"))
    return MicroCredential(
        id=NO_CREDENTIAL,
        title=title,
        issuer=NO_ISSUER,
        awards=(),
        workload_hours=hours,
        price=values.price_of(field_of(record, "estimatedCost"), say),
        achievement_type=values.achievement_type(types),
        aliases=distinct(
            each
            for each in texts_of(field_of(record, "alternateName"))
            if len(each) <= LINE_LENGTH and each != title
        ),
        url=web_address(page) or address,
        subject=subject_of(record),
        min_weeks=weeks,
        delivery=Delivery(
            mode=values.mode_of(delivery),
            languages=values.languages_of(field_of(record, "inLanguage"), say),
        ),
        assessment=Assessment(proctored=proctored if isinstance(proctored, bool) else None),
        verification=Verification.OPEN_BADGE if "OpenBadge" in types else None,
        valid_months=renewal.every_months if renewal else None,
        renewal=renewal,
        credits=values.credits_of(record),
        recognition=recognition_of(record, name_of),
        source=source_of(as_of, address, Confidence.MEDIUM, "Credential Registry record (CTDL)"),
    )


def subject_of(record: Record) -> str | None:
    """Give the first subject that is named."""
    for each in as_list(field_of(record, "subject")):
        name = field_of(each, "targetNodeName") if isinstance(each, dict) else each
        text = text_of(name)
        if text and len(text) <= LINE_LENGTH:
            return text
    return None


def renewal_of(found: Found) -> Renewal | None:
    """Give what keeps a credential valid, where it says how often."""
    stated = field_of(found.record, "renewalFrequency")
    if stated is None:
        return None
    frequency = read_duration(stated)
    months = round(frequency.calendar_weeks * 12 / 52) if frequency else 0
    if not 1 <= months <= 1_200:
        found.say("bad-value", "renewalFrequency")
        return None
    costs = [
        cost
        for each in as_list(field_of(found.record, "renewal"))
        if isinstance(each, dict)
        for cost in as_list(field_of(each, "estimatedCost"))
    ]
    price = values.price_of(costs, found.say)
    return Renewal(months, None if price.amount is None else price)


def recognition_of(record: Record, name_of: NameOf) -> tuple[Recognition, ...]:
    """Give who counts the credential, where they have a name."""
    return tuple(
        Recognition(name, counts_as)
        for field_name, counts_as in RECOGNIZED_AS
        for each in as_list(field_of(record, field_name))
        if (name := name_of(each))
    )

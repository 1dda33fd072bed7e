"""CTDL's ways of stating a length, a price, a language and a mode of delivery."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from skillgap.domain.credential import AchievementType, Credits, DeliveryMode, OtherCredit
from skillgap.domain.money import Price
from skillgap.importing.durations import Duration, read_duration
from skillgap.importing.jsonld import (
    Json,
    Record,
    address_of,
    as_list,
    bare_name,
    field_of,
    text_of,
    texts_of,
)

Say = Callable[[str, str], None]
"""Told a reason and the thing it speaks of."""

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

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "arabic": "ar",
        "chinese": "zh",
        "english": "en",
        "french": "fr",
        "german": "de",
        "italian": "it",
        "japanese": "ja",
        "portuguese": "pt",
        "spanish": "es",
    }
)
HOURS_AT_MOST: Final = 100_000
WEEKS_AT_MOST: Final = 1_000
LANGUAGE_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
CURRENCY_CODE: Final = re.compile(r"[A-Z]{3}\Z")


def achievement_type(types: list[str]) -> AchievementType | None:
    """Give the kind of achievement that the types of a record stand for; None for none of ours."""
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


def amount_of(value: Json) -> float | None:
    """Read an amount, written as a number or as the text of one."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        amount = float(value)
    except (ValueError, OverflowError):
        return None
    return amount if math.isfinite(amount) and 0 <= amount <= 1e9 else None


def price_of(value: Json, say: Say) -> Price:
    """Give the one price that is stated; of several, none."""
    stated: list[tuple[float, str | None]] = []
    for cost in as_list(value):
        if not isinstance(cost, dict) or field_of(cost, "price") is None:
            continue
        amount = amount_of(field_of(cost, "price"))
        if amount is None:
            say("bad-number", "price")
            continue
        stated.append((amount, currency_of(text_of(field_of(cost, "currency")))))
    distinct = list(dict.fromkeys(stated))
    if len(distinct) > 1:
        say("several-prices", ", ".join(f"{amount:g} {code or '?'}" for amount, code in distinct))
    if len(distinct) != 1:
        return Price(None)
    amount, currency = distinct[0]
    if currency is None and amount > 0:
        say("unknown-currency", f"{amount:g}")
        return Price(None)
    return Price(amount, currency=currency)


def currency_of(text: str | None) -> str | None:
    """Give the ISO 4217 code of a currency."""
    if text is None or CURRENCY_CODE.match(text):
        return text
    return CURRENCIES.get(text.lower())


def lengths_of(value: Json, say: Say) -> tuple[float | None, float | None]:
    """Give hours of work and the fewest weeks, each None where nothing says it.

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
                say("bad-value", f"{name}: {str(stated)[:40]}")
            else:
                durations.append(duration)
    hours = [each.hours for each in durations if not each.is_calendar]
    weeks = [each.calendar_weeks for each in durations if each.is_calendar]
    if weeks and not hours:
        say("calendar-length", f"{min(weeks):g} weeks")
    return max(hours, default=None), min(weeks, default=None)


def is_beyond(duration: Duration) -> bool:
    """Say whether a length is more than any credential takes."""
    return duration.hours > HOURS_AT_MOST or duration.calendar_weeks > WEEKS_AT_MOST


def languages_of(value: Json, say: Say) -> tuple[str, ...]:
    """Give BCP 47 tags for languages, written as tags or as English names."""
    tags: dict[str, None] = {}
    for text in texts_of(value):
        tag = LANGUAGES.get(text.lower(), text)
        if LANGUAGE_TAG.match(tag):
            tags[tag] = None
        else:
            say("bad-value", f"language: {text[:40]}")
    return tuple(tags)


def mode_of(value: Json) -> DeliveryMode | None:
    """Give the one way of delivery; several of them are blended."""
    modes = set()
    for each in as_list(value):
        node = address_of(field_of(each, "targetNode")) if isinstance(each, dict) else None
        name = node or (address_of(each) or "")
        mode = MODES.get(bare_name(name))
        if mode is not None:
            modes.add(mode)
    if len(modes) > 1:
        return DeliveryMode.BLENDED
    return modes.pop() if modes else None


def credits_of(record: Record) -> Credits:
    """Give the size in credits."""
    ects: float | None = None
    other: list[OtherCredit] = []
    holders = [record, *(each for each in as_list(field_of(record, "creditValue")))]
    for holder in holders:
        if not isinstance(holder, dict):
            continue
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
    """Give the name of a unit of credit."""
    for each in as_list(value):
        if isinstance(each, dict):
            return text_of(field_of(each, "targetNodeName"))
    return None

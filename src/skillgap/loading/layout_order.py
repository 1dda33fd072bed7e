"""In which order keys stand in a file that is laid out as all others are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SOURCE: Final = ("url", "basis", "as_of", "confidence", "note")
SKILL_LEVEL: Final = ("skill", "any_of", "credential", "level")
PRICE: Final = ("amount", "per", "currency", "free_audit")

CATALOG: Final = (
    "schema_version",
    "currency",
    "exchange_rates",
    "skills",
    "issuers",
    "credentials",
    "stacks",
)
ROLE: Final = (
    "schema_version",
    "id",
    "title",
    "family",
    "aliases",
    "codes",
    "job_zone",
    "pay",
    "related",
    "source",
    "requirements",
)

RECORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "skills": ("id", "label", "kind", "aliases", "broader", "alignments"),
        "issuers": ("id", "name", "kind", "url", "aliases", "accreditations"),
        "credentials": (
            "id",
            "title",
            "issuer",
            "achievement_type",
            "aliases",
            "url",
            "subject",
            "awards",
            "workload_hours",
            "price",
            "prerequisites",
            "corequisites",
            "recommends",
            "min_weeks",
            "delivery",
            "assessment",
            "verification",
            "valid_months",
            "renewal",
            "credits",
            "eqf_level",
            "recognition",
            "offered_until",
            "source",
            "field_sources",
        ),
        "stacks": (
            "id",
            "title",
            "issuer",
            "url",
            "all_of",
            "choose",
            "awards",
            "discount",
            "credits",
            "leads_to",
            "source",
        ),
    }
)
"""Keys of the records of each section of a catalog."""

INSIDE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "accreditations": ("by", "url"),
        "alignments": ("framework", "code", "url", "name"),
        "assessment": ("kind", "proctored", "hands_on"),
        "awards": SKILL_LEVEL,
        "choose": ("count", "from"),
        "codes": ("onet_soc", "esco", "isco08"),
        "credits": ("ects", "other"),
        "delivery": ("mode", "pace", "languages"),
        "discount": ("amount", "percent", "currency", "members"),
        "esco": ("uri", "label"),
        "evidence": ("framework", "code", "name", "level", "importance"),
        "exchange_rates": ("as_of", "rates", "source"),
        "other": ("system", "amount"),
        "pay": ("amount", "currency", "per", "statistic", "area", "year", "source"),
        "prerequisites": ("skills", "credentials"),
        "price": PRICE,
        "recognition": ("by", "as", "url"),
        "renewal": ("every_months", "price", "hours"),
        "requirements": (
            "skill",
            "any_of",
            "level",
            "importance",
            "necessity",
            "evidence",
            "note",
        ),
        "skills": SKILL_LEVEL,
        "source": SOURCE,
    }
)
"""Keys of a map, or of the maps in a list, by the key it stands under."""


def key_order(place: tuple[str, ...], *, is_role: bool) -> tuple[str, ...]:
    """Give the order of the keys of a map that the keys of `place` lead to; lists do not count."""
    if not place:
        return ROLE if is_role else CATALOG
    if len(place) == 1 and not is_role and place[0] in RECORDS:
        return RECORDS[place[0]]
    if place[-2:-1] == ("field_sources",):
        return SOURCE
    return INSIDE.get(place[-1], ())

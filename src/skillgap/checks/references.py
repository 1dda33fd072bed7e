"""Ids that lead nowhere, or back to the record itself."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from skillgap.checks.mentions import Mention, mentions
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.nearest import certain_correction
from skillgap.diagnostics.places import Places, Spot
from skillgap.domain.catalog import Catalog
from skillgap.typed import Final

UNKNOWN: Final[Mapping[str, tuple[str, str]]] = {
    "skills": ("SG302", "skill"),
    "issuers": ("SG303", "issuer"),
    "credentials": ("SG304", "credential"),
    "roles": ("SG305", "role"),
    "stacks": ("SG304", "stack"),
}

COMPARISONS: Final = 50_000
"""So many pairs of ids are compared in search of the nearest; after that there is no hint.

Why a bound: a large catalog with a renamed skill would spend minutes on hints.
"""


def check_references(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find ids that no record has.

    A role without a catalog cannot be judged, nor can its relatives where it is alone.
    """
    nearest: dict[tuple[str, str], list[str]] = {}
    left = COMPARISONS
    has_catalog = bool(catalog.skills or catalog.credentials)
    for mention in mentions(catalog):
        if mention.id in records_of(catalog, mention.section):
            if mention.place[:2] == (mention.section, mention.id) and not is_prerequisite(mention):
                yield self_reference(mention, places)
        elif places.declares(mention.section, mention.id):
            continue
        elif has_catalog or (mention.section == "roles" and len(catalog.roles) > 1):
            key = (mention.section, mention.id)
            if key not in nearest and left > 0:
                nearest[key] = nearest_ids(catalog, mention)
                left -= len(records_of(catalog, mention.section))
            own = mention.place[1] if mention.place[0] == mention.section else None
            others = [each for each in nearest.get(key, []) if each != own]
            yield unknown_reference(
                *key,
                others[0] if others else None,
                places.spot(mention.place, naming=mention.id),
                places,
                certain=certain_correction(mention.id, others) is not None,
            )


def records_of(catalog: Catalog, section: str) -> Mapping[str, object]:
    """Give the records of a section by id."""
    records: Mapping[str, object] = getattr(catalog, section)
    return records


def is_prerequisite(mention: Mention) -> bool:
    """Say whether the mention is a prerequisite, whose circles have a check of their own."""
    return mention.place[2] == "prerequisites"


def self_reference(mention: Mention, places: Places) -> Diagnostic:
    """Tell of a record that mentions itself."""
    spot = places.spot(mention.place, naming=mention.id)
    message = f"`{mention.id}` refers to itself in `{mention.place[2]}`"
    return spot.diagnose("SG310", message, hint=f"delete `{mention.id}` from this list")


def nearest_ids(catalog: Catalog, mention: Mention) -> list[str]:
    """Find the three ids that are most like one that nobody has, the nearest first."""
    return difflib.get_close_matches(mention.id, records_of(catalog, mention.section), n=3)


def unknown_reference(
    section: str,
    name: str,
    nearest: str | None,
    spot: Spot,
    places: Places,
    *,
    certain: bool = False,
) -> Diagnostic:
    """Tell of an id that nobody has, with the nearest that somebody has."""
    code, noun = UNKNOWN[section]
    message = f"unknown {noun} `{name}`"
    if nearest is None:
        hint = f"add {noun} `{name}`, or name one that is there"
        return spot.diagnose(code, message, hint=hint)
    meant = places.spot((section, nearest, "id"))
    at = (
        f" ({meant.location.file}:{meant.location.line}:{meant.location.column})"
        if (meant.location)
        else ""
    )
    return spot.diagnose(
        code,
        message,
        hint=f"did you mean `{nearest}`?{at}",
        related=meant.related(f"`{nearest}` is here"),
        replacement=nearest if certain else None,
    )

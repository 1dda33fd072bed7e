"""References that lead nowhere, back to the record itself, or twice to the same."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Final

from skillgap.checks.references import Reference, references_in
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.nearest import certain_correction
from skillgap.diagnostics.places import Places, Spot
from skillgap.domain.catalog import Catalog

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
    nearest = Nearest(catalog)
    for reference in references_in(catalog):
        if reference.id in records_of(catalog, reference.section):
            if reference.place[:2] == (reference.section, reference.id) and not is_prerequisite(
                reference
            ):
                yield self_reference(reference, places)
        elif is_missing(reference.section, reference.id, catalog, places):
            own = reference.place[1] if reference.place[0] == reference.section else None
            spot = places.spot(reference.place, naming=reference.id)
            yield nearest.unknown(reference.section, reference.id, spot, places, own=own)
    for unread in places.unread_mentions():
        may_be = ("credentials", "stacks") if unread.section == "credentials" else (unread.section,)
        if all(is_missing(each, unread.id, catalog, places) for each in may_be):
            yield nearest.unknown(unread.section, unread.id, unread.find_spot(), places)


def is_missing(section: str, id_: str, catalog: Catalog, places: Places) -> bool:
    """Say whether no record has an id, where the files at hand can tell.

    A record that could not be read has its id all the same.
    """
    can_tell = bool(catalog.skills or catalog.credentials) or (
        section == "roles" and len(catalog.roles) > 1
    )
    is_known = id_ in records_of(catalog, section) or places.declares(section, id_)
    return can_tell and not is_known


class Nearest:
    """The ids that are most like one that nobody has, as far as COMPARISONS goes."""

    def __init__(self, catalog: Catalog) -> None:
        """Start with all comparisons left."""
        self.catalog = catalog
        self.left = COMPARISONS
        self.found: dict[tuple[str, str], list[str]] = {}

    def to(self, section: str, id_: str) -> list[str]:
        """Return the three nearest, the nearest first."""
        key = section, id_
        if key not in self.found and self.left > 0:
            records = records_of(self.catalog, section)
            self.found[key] = difflib.get_close_matches(id_, records, n=3)
            self.left -= len(records)
        return self.found.get(key, [])

    def unknown(
        self, section: str, id_: str, spot: Spot, places: Places, *, own: object = None
    ) -> Diagnostic:
        """Tell of an id that nobody has, with the nearest but the mentioning record's `own`."""
        others = [each for each in self.to(section, id_) if each != own]
        return unknown_reference(
            section,
            id_,
            others[0] if others else None,
            spot,
            places,
            certain=certain_correction(id_, others) is not None,
        )


def records_of(catalog: Catalog, section: str) -> Mapping[str, object]:
    """Return the records of a section by id."""
    records: Mapping[str, object] = getattr(catalog, section)
    return records


def is_prerequisite(reference: Reference) -> bool:
    """Say whether the reference is a prerequisite, whose circles have a check of their own."""
    return reference.place[2] == "prerequisites"


def self_reference(reference: Reference, places: Places) -> Diagnostic:
    """Tell of a record that mentions itself."""
    spot = places.spot(reference.place, naming=reference.id)
    message = f"`{reference.id}` refers to itself in `{reference.place[2]}`"
    return spot.diagnose("SG310", message, hint=f"delete `{reference.id}` from this list")


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


def check_repeats(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find ids that stand twice in one list."""
    seen: set[tuple[DataPath, str, str]] = set()
    for reference in references_in(catalog):
        key = (reference.together, reference.section, reference.id)
        if key in seen:
            spot = places.spot(reference.place, naming=reference.id)
            message = f"`{reference.id}` stands twice in `{reference.together[-1]}`"
            yield spot.diagnose("SG307", message, hint="keep one of the two")
        seen.add(key)


def check_orphans(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find skills that can neither be asked for nor be earned.

    Without both roles and credentials at hand it cannot be judged.
    """
    if not catalog.roles or not catalog.credentials:
        return
    mentioned = {each.id for each in references_in(catalog) if each.section == "skills"}
    for skill in catalog.skills.values():
        if skill.id not in mentioned:
            spot = places.spot(("skills", skill.id, "id"))
            message = f"nothing awards, requires or is part of `{skill.id}`"
            hint = "award it, ask for it in a role, or delete it"
            yield spot.diagnose("SG425", message, hint=hint)

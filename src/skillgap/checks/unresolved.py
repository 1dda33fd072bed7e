"""References that lead nowhere, back to the record itself, or twice to the same."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Final

from skillgap.checks.references import Reference, references_in
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.locator import LocatedPath, Locator
from skillgap.diagnostics.nearest import certain_correction
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


def check_references(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find ids that no record has.

    A role without a catalog cannot be judged, nor can its relatives where it is alone.
    """
    nearest = Nearest(catalog)
    for reference in references_in(catalog):
        if reference.id in records_of(catalog, reference.section):
            if reference.path[:2] == (reference.section, reference.id) and not is_prerequisite(
                reference
            ):
                yield self_reference(reference, locator)
        elif is_missing(reference.section, reference.id, catalog, locator):
            own = reference.path[1] if reference.path[0] == reference.section else None
            where = locator.locate(reference.path, naming=reference.id)
            yield nearest.unknown(reference.section, reference.id, where, locator, own=own)
    for unread in locator.unread_references():
        may_be = ("credentials", "stacks") if unread.section == "credentials" else (unread.section,)
        if all(is_missing(each, unread.id, catalog, locator) for each in may_be):
            yield nearest.unknown(unread.section, unread.id, unread.locate(), locator)


def is_missing(section: str, id_: str, catalog: Catalog, locator: Locator) -> bool:
    """Say whether no record has an id, where the files at hand can tell.

    A record that could not be read has its id all the same.
    """
    can_tell = bool(catalog.skills or catalog.credentials) or (
        section == "roles" and len(catalog.roles) > 1
    )
    is_known = id_ in records_of(catalog, section) or locator.declares(section, id_)
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
        self, section: str, id_: str, where: LocatedPath, locator: Locator, *, own: object = None
    ) -> Diagnostic:
        """Tell of an id that nobody has, with the nearest but the `own` one of who names it."""
        others = [each for each in self.to(section, id_) if each != own]
        return unknown_reference(
            section,
            id_,
            others[0] if others else None,
            where,
            locator,
            certain=certain_correction(id_, others) is not None,
        )


def records_of(catalog: Catalog, section: str) -> Mapping[str, object]:
    """Return the records of a section by id."""
    records: Mapping[str, object] = getattr(catalog, section)
    return records


def is_prerequisite(reference: Reference) -> bool:
    """Say whether the reference is a prerequisite, whose circles have a check of their own."""
    return reference.path[2] == "prerequisites"


def self_reference(reference: Reference, locator: Locator) -> Diagnostic:
    """Tell of a record that refers to itself."""
    where = locator.locate(reference.path, naming=reference.id)
    message = f"`{reference.id}` refers to itself in `{reference.path[2]}`"
    return where.diagnose("SG310", message, hint=f"delete `{reference.id}` from this list")


def unknown_reference(
    section: str,
    name: str,
    nearest: str | None,
    where: LocatedPath,
    locator: Locator,
    *,
    certain: bool = False,
) -> Diagnostic:
    """Tell of an id that nobody has, with the nearest that somebody has."""
    code, noun = UNKNOWN[section]
    message = f"unknown {noun} `{name}`"
    if nearest is None:
        hint = f"add {noun} `{name}`, or name one that is there"
        return where.diagnose(code, message, hint=hint)
    meant = locator.locate((section, nearest, "id"))
    at = (
        f" ({meant.location.file}:{meant.location.line}:{meant.location.column})"
        if (meant.location)
        else ""
    )
    return where.diagnose(
        code,
        message,
        hint=f"did you mean `{nearest}`?{at}",
        related=meant.related(f"`{nearest}` is here"),
        replacement=nearest if certain else None,
    )


def check_repeats(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find ids that stand twice in one list."""
    seen: set[tuple[DataPath, str, str]] = set()
    for reference in references_in(catalog):
        key = (reference.together, reference.section, reference.id)
        if key in seen:
            where = locator.locate(reference.path, naming=reference.id)
            message = f"`{reference.id}` stands twice in `{reference.together[-1]}`"
            yield where.diagnose("SG307", message, hint="keep one of the two")
        seen.add(key)


def check_orphans(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find skills that can neither be asked for nor be earned.

    Without both roles and credentials at hand it cannot be judged.
    """
    if not catalog.roles or not catalog.credentials:
        return
    referred_to = {each.id for each in references_in(catalog) if each.section == "skills"}
    for skill in catalog.skills.values():
        if skill.id not in referred_to:
            where = locator.locate(("skills", skill.id, "id"))
            message = f"nothing awards, requires or is part of `{skill.id}`"
            hint = "award it, ask for it in a role, or delete it"
            yield where.diagnose("SG425", message, hint=hint)

"""On what the figures of a path rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import msgspec

from skillgap.domain.source import Basis, Confidence, Source
from skillgap.rendering.layout.words import day
from skillgap.text import clean, counted

if TYPE_CHECKING:
    from skillgap.domain.catalog import Catalog
    from skillgap.domain.credential import MicroCredential
    from skillgap.domain.identifiers import CredentialId
    from skillgap.planning.result import LearningPath

PLANNED_FIELDS: Final = ("price", "workload_hours")
"""The figures that decide a plan."""

A_YEAR: Final = dt.timedelta(days=365)


class Footing(msgspec.Struct, frozen=True):
    """How many of `steps` rest on figures that were read, and the oldest date of any that was.

    `low` counts the steps whose figures are of low confidence, `aged` those with a figure that was
    read more than a year before the start.
    """

    steps: int
    read: int
    low: int
    aged: int
    oldest: dt.date | None

    @property
    def general_knowledge(self) -> int:
        """How many steps rest on a figure that was not read."""
        return self.steps - self.read


NO_FOOTING: Final = Footing(0, 0, 0, 0, None)


def path_footing(path: LearningPath, catalog: Catalog) -> Footing:
    """Return on what the figures of a path rest, as of the day it starts."""
    return footing(catalog, [step.credential for step in path.steps], path.request.start)


def footing(catalog: Catalog, credentials: Iterable[CredentialId], start: dt.date) -> Footing:
    """Look up on what the figures of these credentials rest, as of the day a plan starts."""
    known = [catalog.credentials[each] for each in credentials if each in catalog.credentials]
    read = [each for each in known if is_read(each)]
    low = [
        each
        for each in known
        if any(source and source.confidence is Confidence.LOW for source in sources_of(each))
    ]
    first_dates = [min(dates) for each in known if (dates := dates_read(each))]
    aged = [each for each in first_dates if start - each > A_YEAR]
    oldest = min(first_dates, default=None)
    return Footing(len(known), len(read), len(low), len(aged), oldest)


def is_read(credential: MicroCredential) -> bool:
    """Say whether every figure that decides a plan was read somewhere."""
    return all(source and source.basis is Basis.READ for source in sources_of(credential))


def sources_of(credential: MicroCredential) -> tuple[Source | None, ...]:
    """Return the source of each figure that decides a plan."""
    return tuple(credential.source_of(each) for each in PLANNED_FIELDS)


def dates_read(credential: MicroCredential) -> list[dt.date]:
    """Return of when the figures are that decide a plan, as far as they were read."""
    return [
        source.as_of
        for source in sources_of(credential)
        if source and source.basis is Basis.READ and source.as_of
    ]


def tell_footing(found: Footing) -> str:
    """Say in one line on what the figures rest."""
    if found.steps == 0:
        return ""
    if found.read == 0 and found.oldest is not None:
        return "Prices and hours rest in part on general knowledge: check before you pay"
    if found.read == 0:
        return "Prices and hours are general knowledge, not read from a page: check before you pay"
    oldest = f", the oldest as of {day(found.oldest)}" if found.oldest else ""
    if found.read == found.steps:
        return f"Prices and hours were read from their sources{oldest}"
    return (
        f"Prices and hours of {found.read} of {counted(found.steps, 'step')} were read from their"
        f" sources{oldest}; the others are general knowledge: check before you pay"
    )


def tell_age(found: Footing) -> str:
    """Say how many figures are old; nothing where none is.

    The oldest date stands in what `tell_footing` says, where that tells of figures that were read.
    """
    if not found.aged or found.oldest is None:
        return ""
    oldest = "" if found.read else f", the oldest as of {day(found.oldest)}"
    return (
        f"Prices or hours of {counted(found.aged, 'step')} were read more than a year before the"
        f" start{oldest}: look them up again"
    )


def tell_source(source: Source | None) -> str:
    """Say on what one record rests."""
    if source is None:
        return "not stated"
    parts = [source.basis.value]
    if source.as_of:
        parts.append(f"as of {day(source.as_of)}")
    if source.confidence:
        parts.append(f"{source.confidence} confidence")
    told = ", ".join(parts)
    if source.url:
        told += f": {clean(source.url)}"
    if source.note:
        told += f" ({clean(source.note)})"
    return told

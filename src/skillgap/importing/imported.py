"""What an importer is given, and what it gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.fields import is_near
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.issuer import Issuer
from skillgap.domain.role import RoleProfile
from skillgap.domain.skill import Skill
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.domain.stack import Stack
from skillgap.importing.report import ImportReport, Ledger
from skillgap.importing.tables import Progress, no_progress


class ImportOptions(msgspec.Struct, frozen=True):
    """What the import takes where a format says nothing; every figure is stated in the report.

    Levels are proficiency levels 1-5, importances 0-1. `essential_from` and `optional_from` are
    on O*NET's scale of importance, 1-5, where 3 is "important" and 2 "somewhat important". `as_of`
    is the date of a source that says none itself, `default_issuer` the name of the issuer of
    records that name none.
    """

    essential_from: float = 3.0
    optional_from: float = 2.0
    tool_level: int = 2
    in_demand_importance: float = 0.6
    hot_importance: float = 0.3
    esco_level: int = 3
    esco_essential_importance: float = 1.0
    esco_optional_importance: float = 0.5
    award_level: int = 2
    as_of: dt.date | None = None
    default_issuer: str | None = None


class Import(msgspec.Struct, frozen=True):
    """One import as it is asked for: what it is merged into, its defaults, who hears of it."""

    existing: Catalog = msgspec.field(default_factory=Catalog)
    options: ImportOptions = ImportOptions()
    progress: Progress = no_progress


ALONE: Final = Import()
"""Merged into nothing, by the defaults, unheard."""


class Imported(msgspec.Struct, frozen=True):
    """What an import adds to the catalog it was merged into, and its account.

    `additions` refers to records of that catalog by their ids, and holds none of them.
    """

    additions: Catalog
    report: ImportReport


def close_import(
    ledger: Ledger,
    asked: Import,
    *,
    skills: Mapping[SkillId, Skill] = MappingProxyType({}),
    roles: Mapping[RoleId, RoleProfile] = MappingProxyType({}),
    issuers: Mapping[IssuerId, Issuer] = MappingProxyType({}),
    credentials: Mapping[CredentialId, MicroCredential] = MappingProxyType({}),
    stacks: Mapping[StackId, Stack] = MappingProxyType({}),
    met: Mapping[str, int] = MappingProxyType({}),
) -> Imported:
    """Put the nouns and the account together."""
    additions = Catalog(
        currency=asked.existing.currency,
        skills=MappingProxyType(dict(skills)),
        issuers=MappingProxyType(dict(issuers)),
        credentials=MappingProxyType(dict(credentials)),
        stacks=MappingProxyType(dict(stacks)),
        roles=MappingProxyType(dict(roles)),
    )
    made = {
        "skills": len(skills),
        "issuers": len(issuers),
        "credentials": len(credentials),
        "stacks": len(stacks),
        "roles": len(roles),
    }
    return Imported(additions, ledger.close(positive(made), positive(met)))


def positive(counts: Mapping[str, int]) -> dict[str, int]:
    """Give the counts of what there is any of."""
    return {name: count for name, count in counts.items() if count}


def source_of(as_of: dt.date | None, url: str | None, confidence: Confidence, note: str) -> Source:
    """Give on what an imported record rests.

    Why general knowledge where there is no date: a figure that nobody can date is trusted no more
    than one that nobody has read.
    """
    if as_of is None or not is_near(as_of):
        return Source(
            Basis.GENERAL_KNOWLEDGE, None, url, Confidence.LOW, f"{note}; it states no date"
        )
    return Source(Basis.READ, as_of, url, confidence, note)

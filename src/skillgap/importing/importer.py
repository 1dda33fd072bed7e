"""What an importer is given, what it gives, and what all importers have in common."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.fields import is_near
from skillgap.domain.issuer import Issuer
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.importing.drafts.credentials import NO_ISSUER, CredentialDrafts
from skillgap.importing.drafts.roles import RoleDrafts
from skillgap.importing.drafts.skills import SkillDrafts
from skillgap.importing.reading.tables import Progress, no_progress
from skillgap.importing.report import ImportReport, Ledger


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


SECTIONS: Final = ("skills", "issuers", "credentials", "stacks", "roles")

ALONE: Final = Import()
"""Merged into nothing, by the defaults, unheard."""


class Imported(msgspec.Struct, frozen=True):
    """What an import adds to the catalog it was merged into, and its account.

    `additions` refers to records of that catalog by their ids, and holds none of them.
    """

    additions: Catalog
    report: ImportReport


class Importer:
    """One import: the account of what is read, and the records while they are gathered."""

    def __init__(self, asked: Import) -> None:
        """Begin with nothing found."""
        self.asked = asked
        self.options = asked.options
        self.ledger = Ledger()
        self.skills = SkillDrafts(asked.existing)
        self.roles = RoleDrafts(asked.existing)
        self.credentials = CredentialDrafts(asked.existing)

    def settle(self, *notes: str) -> Imported:
        """Give every draft its id, and put the records and the account together."""
        self.ledger.notes.extend(notes)
        ids, skills = self.skills.settle()
        issuers, credentials, stacks = self.credentials.settle(ids)
        additions = Catalog(
            currency=self.asked.existing.currency,
            skills=MappingProxyType(skills),
            issuers=MappingProxyType(issuers),
            credentials=MappingProxyType(credentials),
            stacks=MappingProxyType(stacks),
            roles=MappingProxyType(self.roles.settle(ids)),
        )
        made = {section: len(getattr(additions, section)) for section in SECTIONS}
        met = {
            "skills": len(self.skills.met),
            "issuers": len(self.credentials.met_issuers),
            "roles": len(self.roles.known),
        }
        return Imported(additions, self.ledger.close(made, met))

    def default_issuer(self) -> str | None:
        """Return the key of the issuer of records that name none, where the options name one."""
        name = self.options.default_issuer
        return self.credentials.add_issuer(Issuer(NO_ISSUER, name)) if name else None

    def source_of(
        self, as_of: dt.date | None, url: str | None, confidence: Confidence, note: str
    ) -> Source:
        """Return on what an imported record rests; `as_of` is what it says of its own date.

        Why general knowledge where there is no date: a figure that nobody can date is trusted no
        more than one that nobody has read.
        """
        day = as_of or self.options.as_of
        if day is None or not is_near(day):
            note = f"{note}; it states no date"
            return Source(Basis.GENERAL_KNOWLEDGE, None, url, Confidence.LOW, note)
        return Source(Basis.READ, day, url, confidence, note)

"""Microsoft Learn: modules to badges, learning paths to trophies and stacks.

Source: the YAML tree of the public documentation repositories (`learn-pr`), and the catalog that
https://learn.microsoft.com/api/catalog/ gives as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.credential import (
    AchievementType,
    Delivery,
    DeliveryMode,
    MicroCredential,
    Pace,
    Verification,
)
from skillgap.domain.issuer import Issuer, IssuerKind
from skillgap.domain.money import Price
from skillgap.domain.skill import Alignment, SkillKind
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.domain.stack import Stack
from skillgap.importing.credential_drafts import (
    NO_CREDENTIAL,
    NO_ISSUER,
    NO_STACK,
    CredentialDraft,
    CredentialDrafts,
    StackDraft,
)
from skillgap.importing.imported import ALONE, Import, Imported, source_of
from skillgap.importing.mslearn_files import Unit, read_units
from skillgap.importing.report import Ledger
from skillgap.importing.settling import settle_import
from skillgap.importing.skill_drafts import SkillDrafts
from skillgap.matching.normalize import normalize

MICROSOFT: Final = Issuer(
    NO_ISSUER, "Microsoft", IssuerKind.VENDOR, url="https://www.microsoft.com/"
)
LEVELS: Mapping[str, int] = MappingProxyType({"beginner": 1, "intermediate": 2, "advanced": 3})
DEFAULT_LEVEL: Final = 1
FREE: Final = Price(0, currency="USD")
FREE_SOURCE: Final = Source(
    Basis.GENERAL_KNOWLEDGE, confidence=Confidence.HIGH, note="Microsoft Learn is free of charge"
)
WORKLOAD_DIGITS: Final = 2
HOURS_AT_MOST: Final = 100_000


def read_mslearn(source: Path, asked: Import = ALONE) -> Imported:
    """Read a folder of the YAML tree, or the catalog as one JSON file."""
    return LearnImport(asked).read(source)


class Sum(msgspec.Struct):
    """The minutes of something that has parts; None where a part says none."""

    minutes: float | None
    missing: list[str] = msgspec.field(default_factory=list)

    @property
    def hours(self) -> float | None:
        """The minutes in hours."""
        if self.minutes is None or self.minutes / 60 > HOURS_AT_MOST:
            return None
        return round(self.minutes / 60, WORKLOAD_DIGITS)


class LearnImport:
    """One import."""

    def __init__(self, asked: Import) -> None:
        """Begin with nothing found."""
        self.asked = asked
        self.ledger = Ledger()
        self.skills = SkillDrafts(asked.existing)
        self.credentials = CredentialDrafts(asked.existing)

    def read(self, source: Path) -> Imported:
        """Carry modules first, then the paths that are made of them."""
        units = read_units(source, self.ledger, self.asked.progress)
        issuer = self.credentials.add_issuer(MICROSOFT)
        sums: dict[str, Sum] = {}
        for each in units.modules.values():
            sums[each.uid] = self.sum_minutes(
                each, {u.uid: u.minutes for u in units.parts.values()}
            )
            self.carry(each, sums[each.uid], issuer, units.names)
        modules = {uid: total.minutes for uid, total in sums.items()}
        for each in units.paths.values():
            total = self.sum_minutes(each, modules)
            self.carry(each, total, issuer, units.names)
            self.carry_stack(each, issuer)
        self.ledger.notes.append(
            "a badge awards its products and subjects: beginner at level 1, intermediate 2,"
            " advanced 3; where no level is stated, 1"
        )
        return settle_import(self.ledger, self.asked, self.skills, self.credentials)

    def sum_minutes(self, unit: Unit, minutes: Mapping[str, float | None]) -> Sum:
        """Add up the minutes of the parts; a total that is stated stands where they lack."""
        missing = [each for each in unit.parts if minutes.get(each) is None]
        if unit.parts and not missing:
            return Sum(sum(minutes[each] or 0 for each in unit.parts))
        return Sum(unit.minutes, missing)

    def carry(
        self,
        unit: Unit,
        total: Sum,
        issuer: str,
        names: Mapping[tuple[str, str], str],
    ) -> None:
        """Carry one module or path."""
        if total.minutes is None:
            detail = f"{unit.title}: {', '.join(total.missing)}"[:300]
            unit.place.table.remark(unit.place.line, "minutes-missing", detail)
        level = min((LEVELS[each] for each in unit.levels if each in LEVELS), default=DEFAULT_LEVEL)
        source = source_of(
            unit.as_of or self.asked.options.as_of,
            unit.url,
            Confidence.HIGH if total.minutes is not None else Confidence.MEDIUM,
            f"Microsoft Learn, {unit.uid}",
        )
        draft = CredentialDraft(learn_credential(unit, total, source), unit.place, issuer)
        for each in unit.products:
            label = names.get(("product", each)) or title_of(each)
            draft.awards.append((self.skill(label, each, SkillKind.TOOL), level))
        for each in unit.subjects:
            label = names.get(("subject", each)) or title_of(each)
            draft.awards.append((self.skill(label, each, SkillKind.KNOWLEDGE), level))
        self.credentials.add(unit.uid, draft)

    def skill(self, label: str, code: str, kind: SkillKind) -> str:
        """Give the key of the skill that a product or a subject is."""
        alignment = Alignment("Microsoft Learn", code, None, label)
        key = f"{kind} {normalize(label)}"
        return self.skills.add(key, label, kind=kind, alignments=(alignment,))

    def carry_stack(self, path: Unit, issuer: str) -> None:
        """Make a stack of a path: all of its badges earn the trophy."""
        source = self.credentials.drafts[path.uid].record.source
        stack = Stack(NO_STACK, path.title, url=path.url, source=source)
        self.credentials.stacks[path.uid] = StackDraft(
            stack, path.place, issuer, path.parts, (path.uid,)
        )


def learn_credential(unit: Unit, total: Sum, source: Source) -> MicroCredential:
    """Make a credential of a module or a path.

    A path can be taken by itself for the hours of its modules; who holds all the modules' badges
    holds it too, by its stack.
    """
    return MicroCredential(
        id=NO_CREDENTIAL,
        title=unit.title,
        issuer=NO_ISSUER,
        awards=(),
        workload_hours=total.hours,
        price=FREE,
        achievement_type=AchievementType.BADGE,
        url=unit.url,
        delivery=Delivery(DeliveryMode.ONLINE, Pace.SELF, unit.languages),
        verification=Verification.NONE,
        source=source,
        field_sources={"price": FREE_SOURCE},
    )


def title_of(code: str) -> str:
    """Make a name of a code such as `azure-blob-storage`."""
    return " ".join(word[:1].upper() + word[1:] for word in code.split("-") if word)[:300] or code

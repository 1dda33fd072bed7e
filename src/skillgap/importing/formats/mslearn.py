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
from skillgap.domain.skill import SkillKind
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.importing.drafts.credentials import NO_CREDENTIAL, NO_ISSUER, CredentialDraft
from skillgap.importing.drafts.skills import alignment_of
from skillgap.importing.formats.mslearn_files import Unit, read_units
from skillgap.importing.importer import ALONE, Import, Imported, Importer
from skillgap.importing.reading.values import HOURS_AT_MOST
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


class LearnImport(Importer):
    """One import."""

    def read(self, source: Path) -> Imported:
        """Carry modules first, then the paths that are made of them."""
        units = read_units(source, self.ledger, self.asked.progress)
        issuer = self.credentials.add_issuer(MICROSOFT)
        minutes = {each.uid: each.minutes for each in units.parts.values()}
        totals: dict[str, float | None] = {}
        for module in units.modules.values():
            total = self.sum_minutes(module, minutes)
            totals[module.uid] = total.minutes
            self.carry(module, total, issuer, units.names)
        for path in units.paths.values():
            self.carry(path, self.sum_minutes(path, totals), issuer, units.names)
            self.credentials.add_stack(path.uid, path.origin, path.parts, url=path.url)
        return self.settle(
            "a badge awards its products and subjects: beginner at level 1, intermediate 2,"
            " advanced 3; where no level is stated, 1"
        )

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
            unit.origin.remark("minutes-missing", detail)
        level = min((LEVELS[each] for each in unit.levels if each in LEVELS), default=DEFAULT_LEVEL)
        source = self.source_of(
            unit.as_of,
            unit.url,
            Confidence.HIGH if total.minutes is not None else Confidence.MEDIUM,
            f"Microsoft Learn, {unit.uid}",
        )
        draft = CredentialDraft(learn_credential(unit, total, source), unit.origin, issuer)
        for kind, section, codes in (
            (SkillKind.TOOL, "product", unit.products),
            (SkillKind.KNOWLEDGE, "subject", unit.subjects),
        ):
            for code in codes:
                label = names.get((section, code)) or title_of(code)
                draft.awards.append((self.skill(label, code, kind), level))
        self.credentials.add(unit.uid, draft)

    def skill(self, label: str, code: str, kind: SkillKind) -> str:
        """Return the key of the skill that a product or a subject is."""
        alignment = alignment_of("Microsoft Learn", code, None, label)
        key = f"{kind} {normalize(label)}"
        return self.skills.add(key, label, kind=kind, alignments=(alignment,))


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

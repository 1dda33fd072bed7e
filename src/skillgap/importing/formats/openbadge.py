"""Open Badges 2.0, 3.0 and CLR 2.0: achievements to credentials, and nothing of their holders.

Source: the 1EdTech specifications, https://www.imsglobal.org/spec/ob/v3p0/,
https://www.imsglobal.org/spec/clr/v2p0/ and https://w3id.org/openbadges/v2.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from skillgap.domain.credential import (
    AchievementType,
    Credits,
    Delivery,
    MicroCredential,
    OtherCredit,
    Verification,
)
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price
from skillgap.domain.skill import SkillKind
from skillgap.domain.source import Confidence
from skillgap.importing.drafts.credentials import NO_CREDENTIAL, NO_ISSUER, CredentialDraft
from skillgap.importing.drafts.skills import alignment_of
from skillgap.importing.formats.openbadge_records import (
    IS_OLDER,
    FoundAchievement,
    achievements_of,
    associations_of,
    records_of,
)
from skillgap.importing.importer import ALONE, Import, Imported, Importer
from skillgap.importing.reading.json_text import JsonText, read_json_files
from skillgap.importing.reading.jsonld import (
    Json,
    address_of,
    as_list,
    label_of,
    name_of_address,
    type_names,
)
from skillgap.importing.reading.values import amount_of, language_tag, one_line, web_address
from skillgap.importing.report import Origin
from skillgap.matching.normalize import normalize

TYPES: Final = {each.value: each for each in AchievementType}
NO_SKILL: Final = frozenset(
    ("ceterms:Credential", "CTDL", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel")
)
"""Kinds of alignment that point to something other than a skill."""

PROFILES: Final = frozenset(("Profile", "Issuer"))

EQF: Final = re.compile(r"\bEQF\b|European Qualifications Framework", re.IGNORECASE)
EQF_NAME: Final = re.compile(rf"(?:{EQF.pattern})\W*(?:level)?\W*[1-8]\Z", re.IGNORECASE)
EQF_LEVEL: Final = re.compile(r"(?<![0-9])[1-8](?![0-9])")

IS_SKILL: Final = "Competency"
CARRIED: Final = frozenset((
    "@context", "id", "type", "name", "achievementType", "creator", "alignment", "criteria",
    "creditsAvailable", "fieldOfStudy", "inLanguage", "issuer",
))  # fmt: skip


def read_openbadge(files: tuple[Path, ...], asked: Import = ALONE) -> Imported:
    """Read files of achievements, credentials of them, learner records, or lists of these."""
    return BadgeImport(asked).read(files)


class BadgeImport(Importer):
    """One import."""

    def __init__(self, asked: Import) -> None:
        """Begin with nothing found."""
        super().__init__(asked)
        self.issuer_names: dict[str, str] = {}

    def read(self, files: tuple[Path, ...]) -> Imported:
        """Carry the achievements of every file."""
        documents = []
        for document in read_json_files(files, self.ledger, self.asked.progress):
            documents.append(document)
            self.learn_names(document.data)
        for document in documents:
            self.carry_document(document)
        for document in documents:
            for path, record in records_of(document.data):
                self.carry_associations(record, document.at(path))
        level = self.options.award_level
        return self.settle(f"level {level} of every skill is the import's default")

    def learn_names(self, data: Json) -> None:
        """Note the names of profiles, which are often given once and then pointed to."""
        pending = [data]
        while pending:
            each = pending.pop()
            if isinstance(each, list):
                pending.extend(each)
            elif isinstance(each, dict):
                name, address = one_line(each.get("name")), address_of(each)
                if name and address and PROFILES.intersection(type_names(each)):
                    self.issuer_names.setdefault(address, name)
                pending.extend(each.values())

    def carry_document(self, document: JsonText) -> None:
        """Carry one file."""
        table = document.table
        for path, record in records_of(document.data):
            achievements = list(achievements_of(record, path))
            table.rows += max(1, len(achievements))
            if isinstance(record, str):
                document.at(path).leave("signed-text")
            elif not achievements:
                detail = ", ".join(type_names(record)) if isinstance(record, dict) else ""
                document.at(path).leave("not-a-credential", detail[:200])
            for found in achievements:
                self.carry(found, document.at(found.path))

    def carry(self, found: FoundAchievement, origin: Origin) -> None:
        """Carry one achievement."""
        record = found.record
        origin.table.fields.update(str(name)[:100] for name in record if name not in CARRIED)
        title = label_of(record.get("name"))
        if title is None:
            origin.leave("no-title", address_of(record) or "")
            return
        issuer = self.issuer_of(found, origin)
        if issuer is None:
            origin.leave("no-issuer", title)
            return
        draft = CredentialDraft(self.credential_of(found, title, origin), origin, issuer)
        for each in as_list(record.get("alignment")):
            self.award(draft, each)
        if not draft.awards and record.get("achievementType") == IS_SKILL:
            key = self.skills.add(f"name {normalize(title)}", title, kind=SkillKind.SKILL)
            draft.awards.append((key, self.options.award_level))
        self.credentials.add(address_of(record) or f"{issuer} {title}", draft)

    def credential_of(self, found: FoundAchievement, title: str, origin: Origin) -> MicroCredential:
        """Make a credential of the fields that refer to nothing."""
        record = found.record
        stated = record.get("achievementType")
        is_older = IS_OLDER in type_names(record)
        rests_on = "Open Badges 2.0 badge" if is_older else "Open Badges 3.0 achievement"
        kind = AchievementType.BADGE if is_older else TYPES.get(str(stated))
        if stated is not None and stated != IS_SKILL and kind is None:
            origin.remark("bad-value", f"achievementType: {str(stated)[:60]}")
        amount = amount_of(record.get("creditsAvailable"))
        language = language_tag(record.get("inLanguage"))
        address = web_address(address_of(record))
        return MicroCredential(
            id=NO_CREDENTIAL,
            title=title,
            issuer=NO_ISSUER,
            awards=(),
            workload_hours=None,
            price=Price(None),
            achievement_type=kind,
            url=web_address(address_of(record.get("criteria"))) or address,
            subject=label_of(record.get("fieldOfStudy")),
            delivery=Delivery(languages=(language,) if language else ()),
            verification=Verification.OPEN_BADGE,
            credits=Credits(other=(OtherCredit("credits", amount),) if amount else ()),
            source=self.source_of(None, address, Confidence.MEDIUM, rests_on),
        )

    def issuer_of(self, found: FoundAchievement, origin: Origin) -> str | None:
        """Return the key of who created the achievement, else of who issued the credential."""
        for holder in (found.record.get("creator"), found.issuer):
            address = address_of(holder)
            record = holder if isinstance(holder, dict) else {}
            name = label_of(record.get("name")) or self.issuer_names.get(address or "")
            if name is not None:
                url = web_address(record.get("url")) or web_address(address)
                return self.credentials.add_issuer(Issuer(NO_ISSUER, name, url=url))
        return self.default_issuer() or self.issuer_by_address(found, origin)

    def issuer_by_address(self, found: FoundAchievement, origin: Origin) -> str | None:
        """Return the key of an issuer of whom only the address is known."""
        for holder in (found.record.get("creator"), found.issuer):
            address = address_of(holder)
            name = name_of_address(address) if address else None
            if address and name:
                origin.remark("issuer-by-address", address[:200])
                issuer = Issuer(NO_ISSUER, name, url=web_address(address))
                return self.credentials.add_issuer(issuer)
        return None

    def award(self, draft: CredentialDraft, value: Json) -> None:
        """Award the skill that an alignment points to."""
        label = label_of(value.get("targetName")) if isinstance(value, dict) else None
        if label is None:
            draft.origin.remark("without-name", draft.record.title)
            return
        if str(value.get("targetType")) in NO_SKILL:
            draft.origin.remark("not-a-skill", label)
            return
        framework = label_of(value.get("targetFramework")) or "Open Badges"
        if EQF.search(f"{value.get('targetType')} {framework}") or EQF_NAME.match(label):
            level = EQF_LEVEL.search(f"{value.get('targetCode')} {label}")
            if level is None:
                draft.origin.remark("not-a-skill", label)
            else:
                draft.record = replace(draft.record, eqf_level=int(level[0]))
            return
        url = web_address(value.get("targetUrl"))
        code = label_of(value.get("targetCode"))
        alignment = alignment_of(framework, code, url, label)
        key = self.skills.add(
            url or f"name {normalize(label)}", label, kind=SkillKind.SKILL, alignments=(alignment,)
        )
        draft.awards.append((key, self.options.award_level))

    def carry_associations(self, record: Json, origin: Origin) -> None:
        """Make stacks of achievements that have parts, and order of those that precede others."""
        parts: dict[str, list[str]] = {}
        for each in associations_of(record):
            kind, source, target = (
                each.get(name) for name in ("associationType", "sourceId", "targetId")
            )
            if not isinstance(source, str) or not isinstance(target, str):
                origin.remark("wrong-type", "association")
            elif kind == "isParentOf":
                parts.setdefault(source, []).append(target)
            elif kind in ("isChildOf", "isPartOf"):
                parts.setdefault(target, []).append(source)
            elif kind == "precedes" and target in self.credentials.drafts:
                self.credentials.drafts[target].recommends.append(source)
            else:
                origin.remark("other-relation", str(kind)[:60])
        for whole, members in parts.items():
            if whole in self.credentials.drafts:
                self.credentials.add_stack(whole, origin, members)
            else:
                origin.remark("nothing-under-id", whole[:200])

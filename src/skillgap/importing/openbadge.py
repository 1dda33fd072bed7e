"""Open Badges 3.0 and CLR 2.0: achievements to credentials; nothing of the persons who hold them.

Source: the 1EdTech specifications, https://www.imsglobal.org/spec/ob/v3p0/ and
https://www.imsglobal.org/spec/clr/v2p0/.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

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
from skillgap.domain.skill import Alignment, SkillKind
from skillgap.domain.source import Confidence
from skillgap.domain.stack import Stack
from skillgap.importing.credential_drafts import (
    NO_CREDENTIAL,
    NO_ISSUER,
    NO_STACK,
    CredentialDraft,
    CredentialDrafts,
    StackDraft,
)
from skillgap.importing.ctdl_values import LANGUAGE_TAG, amount_of
from skillgap.importing.draft_names import Place
from skillgap.importing.imported import ALONE, Import, Imported, source_of
from skillgap.importing.json_text import JsonText, read_json
from skillgap.importing.jsonld import Json, address_of, as_list, text_of, type_names
from skillgap.importing.openbadge_records import (
    FoundAchievement,
    achievements_of,
    associations_of,
    records_of,
)
from skillgap.importing.report import Ledger
from skillgap.importing.settling import settle_import
from skillgap.importing.skill_drafts import SkillDrafts
from skillgap.importing.words import one_line, web_address
from skillgap.matching.normalize import normalize

TYPES: Final = {each.value: each for each in AchievementType}
NO_SKILL: Final = frozenset(
    ("ceterms:Credential", "CTDL", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel")
)
"""Kinds of alignment that point to something other than a skill."""

IS_SKILL: Final = "Competency"
CARRIED: Final = frozenset((
    "@context", "id", "type", "name", "achievementType", "creator", "alignment", "criteria",
    "creditsAvailable", "fieldOfStudy", "inLanguage",
))  # fmt: skip


def read_openbadge(files: tuple[Path, ...], asked: Import = ALONE) -> Imported:
    """Read files of achievements, credentials of them, learner records, or lists of these."""
    return BadgeImport(asked).read(files)


class BadgeImport:
    """One import."""

    def __init__(self, asked: Import) -> None:
        """Begin with nothing found."""
        self.asked = asked
        self.ledger = Ledger()
        self.skills = SkillDrafts(asked.existing)
        self.credentials = CredentialDrafts(asked.existing)
        self.issuer_names: dict[str, str] = {}

    def read(self, files: tuple[Path, ...]) -> Imported:
        """Carry the achievements of every file."""
        documents = []
        for number, file in enumerate(files):
            document = read_json(file, self.ledger)
            if document is not None:
                documents.append(document)
                self.learn_names(document.data)
            self.asked.progress(str(file), number + 1, len(files))
        for document in documents:
            self.carry_document(document)
        for document in documents:
            for place, record in records_of(document.data):
                table = self.ledger.table(document.name)
                self.carry_associations(record, Place(table, document.line(place)))
        self.ledger.notes.append(
            f"level {self.asked.options.award_level} of every skill is the import's default"
        )
        return settle_import(self.ledger, self.asked, self.skills, self.credentials)

    def learn_names(self, data: Json) -> None:
        """Note the names of profiles, which are often given once and then pointed to."""
        pending = [data]
        while pending:
            each = pending.pop()
            if isinstance(each, list):
                pending.extend(each)
            elif isinstance(each, dict):
                name, address = one_line(each.get("name")), address_of(each)
                if name and address and "Profile" in type_names(each):
                    self.issuer_names.setdefault(address, name)
                pending.extend(each.values())

    def carry_document(self, document: JsonText) -> None:
        """Carry one file."""
        table = self.ledger.table(document.name)
        for place, record in records_of(document.data):
            line = document.line(place)
            if isinstance(record, str):
                table.rows += 1
                table.leave(line, "signed-text")
                continue
            achievements = list(achievements_of(record, place))
            if not achievements:
                table.rows += 1
                detail = ", ".join(type_names(record)) if isinstance(record, dict) else ""
                table.leave(line, "not-a-credential", detail[:200])
            for found in achievements:
                table.rows += 1
                self.carry(found, Place(table, document.line(found.place)))

    def carry(self, found: FoundAchievement, place: Place) -> None:
        """Carry one achievement."""
        record = found.record
        place.table.fields.update(str(name)[:100] for name in record if name not in CARRIED)
        title = one_line(text_of(record.get("name")))
        if title is None:
            place.table.leave(place.line, "no-title", address_of(record) or "")
            return
        issuer = self.issuer_of(found)
        if issuer is None:
            place.table.leave(place.line, "no-issuer", title)
            return
        draft = CredentialDraft(self.credential_of(found, title, place), place, issuer)
        for each in as_list(record.get("alignment")):
            self.award(draft, each)
        if not draft.awards and record.get("achievementType") == IS_SKILL:
            key = self.skills.add(f"name {normalize(title)}", title, kind=SkillKind.SKILL)
            draft.awards.append((key, self.asked.options.award_level))
        self.credentials.add(address_of(record) or f"{issuer} {title}", draft)

    def credential_of(self, found: FoundAchievement, title: str, place: Place) -> MicroCredential:
        """Make a credential of the fields that refer to nothing."""
        record = found.record
        stated = record.get("achievementType")
        kind = TYPES.get(str(stated))
        if stated is not None and stated != IS_SKILL and kind is None:
            place.table.remark(place.line, "bad-value", f"achievementType: {str(stated)[:60]}")
        amount = amount_of(record.get("creditsAvailable"))
        language = record.get("inLanguage")
        tags = (language,) if isinstance(language, str) and LANGUAGE_TAG.match(language) else ()
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
            subject=one_line(text_of(record.get("fieldOfStudy"))),
            delivery=Delivery(languages=tags),
            verification=Verification.OPEN_BADGE,
            credits=Credits(other=(OtherCredit("credits", amount),) if amount else ()),
            source=source_of(
                self.asked.options.as_of, address, Confidence.MEDIUM, "Open Badges 3.0 achievement"
            ),
        )

    def issuer_of(self, found: FoundAchievement) -> str | None:
        """Give the key of who created the achievement, else of who issued the credential."""
        for holder in (found.record.get("creator"), found.issuer):
            address = address_of(holder)
            record = holder if isinstance(holder, dict) else {}
            name = one_line(text_of(record.get("name"))) or self.issuer_names.get(address or "")
            if name is not None:
                url = web_address(record.get("url")) or web_address(address)
                return self.credentials.add_issuer(Issuer(NO_ISSUER, name, url=url))
        stated = self.asked.options.default_issuer
        return self.credentials.add_issuer(Issuer(NO_ISSUER, stated)) if stated else None

    def award(self, draft: CredentialDraft, value: Json) -> None:
        """Award the skill that an alignment points to."""
        say, line = draft.place.table.remark, draft.place.line
        label = one_line(text_of(value.get("targetName"))) if isinstance(value, dict) else None
        if label is None:
            say(line, "without-name", draft.record.title)
            return
        if str(value.get("targetType")) in NO_SKILL:
            say(line, "not-a-skill", label)
            return
        url = web_address(value.get("targetUrl"))
        framework = one_line(text_of(value.get("targetFramework"))) or "Open Badges"
        if url and "data.europa.eu/esco/" in url:
            framework = "ESCO"
        code = one_line(text_of(value.get("targetCode")))
        alignment = Alignment(framework, code, url, label)
        key = self.skills.add(
            url or f"name {normalize(label)}", label, kind=SkillKind.SKILL, alignments=(alignment,)
        )
        draft.awards.append((key, self.asked.options.award_level))

    def carry_associations(self, record: Json, place: Place) -> None:
        """Make stacks of achievements that have parts, and order of those that precede others."""
        parts: dict[str, list[str]] = {}
        for each in associations_of(record):
            kind, source, target = (
                each.get(name) for name in ("associationType", "sourceId", "targetId")
            )
            if not isinstance(source, str) or not isinstance(target, str):
                place.table.remark(place.line, "wrong-type", "association")
            elif kind == "isParentOf":
                parts.setdefault(source, []).append(target)
            elif kind in ("isChildOf", "isPartOf"):
                parts.setdefault(target, []).append(source)
            elif kind == "precedes" and target in self.credentials.drafts:
                self.credentials.drafts[target].recommends.append(source)
            else:
                place.table.remark(place.line, "other-relation", str(kind)[:60])
        for whole, members in parts.items():
            draft = self.credentials.drafts.get(whole)
            if draft is None:
                place.table.remark(place.line, "nothing-under-id", whole[:200])
                continue
            stack = Stack(NO_STACK, draft.record.title, source=draft.record.source)
            self.credentials.stacks[whole] = StackDraft(
                stack, place, draft.issuer, tuple(members), (whole,)
            )

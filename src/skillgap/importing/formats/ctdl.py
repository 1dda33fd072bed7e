"""Credential Registry records (CTDL in JSON-LD): credentials, issuers, competencies.

Source: Credential Transparency Description Language, https://credreg.net/ctdl/terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from skillgap.diagnostics.location import DataPath
from skillgap.domain.issuer import Issuer
from skillgap.domain.skill import SkillKind
from skillgap.domain.source import Confidence
from skillgap.importing.drafts.credentials import NO_ISSUER, CredentialDraft
from skillgap.importing.drafts.skills import alignment_of
from skillgap.importing.formats.ctdl_credential import (
    CARRIED,
    Found,
    achievement_type,
    credential_of,
    has_ended,
    record_key,
)
from skillgap.importing.importer import ALONE, Import, Imported, Importer
from skillgap.importing.reading.json_text import JsonText, read_json_files
from skillgap.importing.reading.jsonld import (
    Json,
    Record,
    address_of,
    bare_name,
    field_of,
    fields_of,
    key_of,
    label_of,
    name_of_address,
    text_of,
    type_names,
)
from skillgap.importing.reading.values import one_line, web_address
from skillgap.matching.normalize import normalize

ORGANIZATIONS: Final = frozenset(
    ("CredentialOrganization", "QACredentialOrganization", "Organization")
)


def read_ctdl(files: tuple[Path, ...], asked: Import = ALONE) -> Imported:
    """Read files that each hold one record, a list of them, or a graph."""
    return CtdlImport(asked).read(files)


class CtdlImport(Importer):
    """One import, of records that may point to one another across files."""

    def __init__(self, asked: Import) -> None:
        """Begin with nothing found."""
        super().__init__(asked)
        self.found: dict[str, Found] = {}
        self.nameless: list[Found] = []
        self.issuers_used: set[str] = set()

    def read(self, files: tuple[Path, ...]) -> Imported:
        """Find all records, then carry those that are something of ours."""
        for document in read_json_files(files, self.ledger, self.asked.progress):
            self.find_records(document)
        everything = [*self.found.values(), *self.nameless]
        for found in everything:
            self.carry(found)
        self.read_preparations()
        self.leave_unused(everything)
        level = self.options.award_level
        return self.settle(f"level {level} of every skill is the import's default")

    def find_records(self, document: JsonText) -> None:
        """Note the records of one file by their keys."""
        for path, each in records_of(document.data):
            document.table.rows += 1
            origin = document.at(path)
            if not isinstance(each, dict) or not type_names(each):
                origin.leave("wrong-type", "no record with a type")
                continue
            found = Found(each, origin)
            key = record_key(each)
            if key is None:
                self.nameless.append(found)
            elif key in self.found:
                origin.leave("duplicate", text_of(field_of(each, "name")) or key)
            else:
                self.found[key] = found

    def record_at(self, value: Json) -> Record | None:
        """Return the record that a value points to, where it was found."""
        address = address_of(value)
        found = self.found.get(key_of(address)) if address else None
        return found.record if found else None

    def carry(self, found: Found) -> None:
        """Carry one record, or leave it out."""
        types = type_names(found.record)
        if "Competency" in types:
            if self.skill_of_competency(found.record) is None:
                found.origin.leave("without-name")
        elif achievement_type(types) is not None:
            self.carry_credential(found, types)
        elif ORGANIZATIONS.isdisjoint(types):
            found.origin.leave("not-a-credential", ", ".join(types))

    def leave_unused(self, everything: list[Found]) -> None:
        """Leave out the organizations that issue nothing here."""
        for found in everything:
            name = label_of(field_of(found.record, "name"))
            if not ORGANIZATIONS.isdisjoint(type_names(found.record)) and (
                name is None or normalize(name) not in self.issuers_used
            ):
                found.origin.leave("unused-issuer", name or "")

    def carry_credential(self, found: Found, types: list[str]) -> None:
        """Carry one credential."""
        record, origin = found.record, found.origin
        origin.table.fields.update(
            name for each in record if (name := bare_name(each)) not in CARRIED and name != "_note"
        )
        title = label_of(field_of(record, "name"))
        if title is None:
            origin.leave("no-title")
            return
        if has_ended(record):
            origin.leave("is-not-offered", title)
            return
        issuer = self.issuer_of(found)
        if issuer is None:
            origin.leave("no-issuer", title)
            return
        address = web_address(address_of(record))
        rests_on = "Credential Registry record (CTDL)"
        source = self.source_of(None, address, Confidence.MEDIUM, rests_on)
        credential = credential_of(found, title, types, source, self.name_of)
        draft = CredentialDraft(credential, origin, issuer)
        self.read_conditions(found, draft)
        for each in fields_of(record, "teaches", "assesses"):
            self.award(draft, each)
        key = record_key(record) or f"{issuer} {title}"
        self.credentials.add(key, draft)
        addresses = map(address_of, fields_of(record, "hasPart"))
        parts = [key_of(each) for each in addresses if each]
        if parts:
            self.credentials.add_stack(key, origin, parts, url=credential.url)

    def name_of(self, value: Json) -> str | None:
        """Return the name of an organization, or of what points to one."""
        return label_of(field_of(value, "name")) or label_of(
            field_of(self.record_at(value), "name")
        )

    def issuer_of(self, found: Found) -> str | None:
        """Return the key of who owns a credential, else of who offers it."""
        for holder in fields_of(found.record, "ownedBy", "owner", "creator", "offeredBy"):
            address = address_of(holder)
            page = field_of(self.record_at(holder) or holder, "subjectWebpage")
            name = self.name_of(holder)
            if name is None and address is not None:
                name = name_of_address(address)
                found.origin.remark("issuer-by-address", address[:200])
            if name is None:
                continue
            url = web_address(text_of(page)) or web_address(address)
            key = self.credentials.add_issuer(Issuer(NO_ISSUER, name, url=url))
            self.issuers_used.add(key)
            return key
        return self.default_issuer()

    def read_conditions(self, found: Found, draft: CredentialDraft) -> None:
        """Read what a credential requires, and what its assessments assess."""
        for name in ("requires", "entryCondition", "recommends", "preparationFrom"):
            for condition in fields_of(found.record, name):
                if isinstance(condition, dict):
                    self.read_condition(found, draft, condition, name)
                elif address := address_of(condition):
                    self.point_to(draft, [key_of(address)], name)

    def read_condition(
        self, found: Found, draft: CredentialDraft, condition: Record, name: str
    ) -> None:
        """Read one condition: credentials before, competencies attested, words left aside."""
        for target in ("targetCredential", "targetLearningOpportunity"):
            keys = []
            for each in fields_of(condition, target):
                if field_of(each, "teaches"):
                    for taught in fields_of(each, "teaches"):
                        self.award(draft, taught)
                elif address := address_of(each):
                    keys.append(key_of(address))
            self.point_to(draft, keys, name)
        if name == "requires":
            for each in fields_of(condition, "targetCompetency"):
                self.award(draft, each)
            for each in fields_of(condition, "targetAssessment"):
                for assessed in fields_of(self.record_at(each) or each, "assesses"):
                    self.award(draft, assessed)
        if field_of(condition, "condition") or field_of(condition, "experience"):
            found.origin.remark("condition-in-words", draft.record.title)

    def point_to(self, draft: CredentialDraft, keys: list[str], name: str) -> None:
        """Note credentials that come before, each of them binding only where it is required."""
        if name in ("requires", "entryCondition"):
            draft.requires.extend((key,) for key in keys)
        else:
            draft.recommends.extend(keys)

    def read_preparations(self) -> None:
        """Turn what a credential prepares for into what the other recommends."""
        for key, draft in self.credentials.drafts.items():
            record = self.found[key].record if key in self.found else {}
            for value in fields_of(record, "isPreparationFor"):
                targets = fields_of(value, "targetCredential") if is_profile(value) else []
                for each in targets or [value]:
                    address = address_of(each)
                    other = self.credentials.drafts.get(key_of(address)) if address else None
                    if other is None:
                        detail = address or draft.record.title
                        draft.origin.remark("nothing-under-id", detail[:200])
                    else:
                        other.recommends.append(key)

    def award(self, draft: CredentialDraft, value: Json) -> None:
        """Award a competency, given as an alignment, a competency or an address."""
        key = self.skill_of(value)
        if key is None:
            detail = address_of(value) or draft.record.title
            draft.origin.remark("without-name", detail[:200])
        else:
            draft.awards.append((key, self.options.award_level))

    def skill_of(self, value: Json) -> str | None:
        """Return the key of the skill that a competency is."""
        node = field_of(value, "targetNode") if isinstance(value, dict) else value
        if isinstance(value, dict):
            label = label_of(field_of(value, "targetNodeName"))
            if label is not None:
                return self.add_skill(label, value, address_of(node))
            if node is None:
                return self.skill_of_competency(value)
        if isinstance(node, dict) and (key := self.skill_of_competency(node)):
            return key
        known = self.record_at(node)
        return self.skill_of_competency(known) if known else None

    def skill_of_competency(self, record: Record) -> str | None:
        """Return the key of the skill that a record of a competency is; None without a name."""
        label = one_line(
            text_of(field_of(record, "competencyLabel"))
            or text_of(field_of(record, "competencyText"))
            or text_of(field_of(record, "name"))
        )
        return None if label is None else self.add_skill(label, record, address_of(record))

    def add_skill(self, label: str, record: Record, address: str | None) -> str:
        """Add a skill with a pointer to where it stands."""
        url = web_address(address)
        framework = text_of(field_of(record, "frameworkName")) or "CTDL"
        code = label_of(field_of(record, "codedNotation"))
        alignments = (alignment_of(framework[:300], code, url, label),) if url or code else ()
        key = key_of(address) if address else f"name {normalize(label)}"
        return self.skills.add(key, label, kind=SkillKind.SKILL, alignments=alignments)


def records_of(data: Json, path: DataPath = ()) -> Iterator[tuple[DataPath, Json]]:
    """Yield the records of a document, with their paths: one, a list, a graph, or envelopes."""
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from records_of(each, (*path, index))
    elif isinstance(data, dict) and isinstance(data.get("@graph"), list):
        yield from records_of(data["@graph"], (*path, "@graph"))
    elif isinstance(data, dict) and isinstance(data.get("decoded_resource"), dict):
        yield from records_of(data["decoded_resource"], (*path, "decoded_resource"))
    else:
        yield path, data


def is_profile(value: Json) -> bool:
    """Say whether a value is a condition, rather than a thing or its address."""
    return isinstance(value, dict) and "ConditionProfile" in type_names(value)

"""Credential Registry records (CTDL in JSON-LD): credentials, issuers, competencies.

Source: Credential Transparency Description Language, https://credreg.net/ctdl/terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from skillgap.diagnostics.location import DataPath
from skillgap.domain.issuer import Issuer
from skillgap.domain.stack import Stack
from skillgap.importing.credential_drafts import (
    NO_ISSUER,
    NO_STACK,
    CredentialDraft,
    CredentialDrafts,
    StackDraft,
)
from skillgap.importing.ctdl_credential import CARRIED, Found, credential_of, has_ended, record_key
from skillgap.importing.ctdl_skills import Competencies
from skillgap.importing.ctdl_values import achievement_type
from skillgap.importing.draft_names import Place
from skillgap.importing.imported import ALONE, Import, Imported
from skillgap.importing.json_text import JsonText, read_json
from skillgap.importing.jsonld import (
    CTID,
    Json,
    Record,
    address_of,
    as_list,
    bare_name,
    field_of,
    key_of,
    text_of,
    type_names,
)
from skillgap.importing.report import Ledger
from skillgap.importing.settling import settle_import
from skillgap.importing.skill_drafts import SkillDrafts
from skillgap.importing.words import one_line, web_address
from skillgap.matching.normalize import normalize

ORGANIZATIONS: Final = ("CredentialOrganization", "QACredentialOrganization", "Organization")


def read_ctdl(files: tuple[Path, ...], asked: Import = ALONE) -> Imported:
    """Read files that each hold one record, a list of them, or a graph."""
    return CtdlImport(asked).read(files)


class CtdlImport:
    """One import, of records that may point to one another across files."""

    def __init__(self, asked: Import) -> None:
        """Begin with nothing found."""
        self.asked = asked
        self.ledger = Ledger()
        self.skills = SkillDrafts(asked.existing)
        self.credentials = CredentialDrafts(asked.existing)
        self.found: dict[str, Found] = {}
        self.nameless: list[Found] = []
        self.issuers_used: set[str] = set()
        self.competencies = Competencies(self.skills, self.found, asked.options.award_level)

    def read(self, files: tuple[Path, ...]) -> Imported:
        """Find all records, then carry those that are something of ours."""
        for number, file in enumerate(files):
            document = read_json(file, self.ledger)
            if document is not None:
                self.find_records(document)
            self.asked.progress(str(file), number + 1, len(files))
        everything = [*self.found.values(), *self.nameless]
        for found in everything:
            self.carry(found)
        self.read_preparations()
        self.leave_unused(everything)
        self.ledger.notes.append(
            f"level {self.asked.options.award_level} of every skill is the import's default"
        )
        return settle_import(self.ledger, self.asked, self.skills, self.credentials)

    def find_records(self, document: JsonText) -> None:
        """Note the records of one file by their keys."""
        table = self.ledger.table(document.name)
        for place, each in records_of(document.data):
            table.rows += 1
            line = document.line(place)
            if not isinstance(each, dict) or not type_names(each):
                table.leave(line, "wrong-type", "no record with a type")
                continue
            found = Found(each, Place(table, line))
            key = record_key(each)
            if key is None:
                self.nameless.append(found)
            elif key in self.found:
                table.leave(line, "duplicate", text_of(field_of(each, "name")) or key)
            else:
                self.found[key] = found

    def carry(self, found: Found) -> None:
        """Carry one record, or leave it out."""
        types = type_names(found.record)
        place = found.place
        if "Competency" in types:
            if self.competencies.skill_of_competency(found.record) is None:
                place.table.leave(place.line, "without-name")
        elif achievement_type(types) is not None:
            self.carry_credential(found, types)
        elif not set(types) & set(ORGANIZATIONS):
            place.table.leave(place.line, "not-a-credential", ", ".join(types))

    def leave_unused(self, everything: list[Found]) -> None:
        """Leave out the organizations that issue nothing here."""
        for found in everything:
            name = one_line(text_of(field_of(found.record, "name")))
            if set(type_names(found.record)) & set(ORGANIZATIONS) and (
                name is None or normalize(name) not in self.issuers_used
            ):
                found.place.table.leave(found.place.line, "unused-issuer", name or "")

    def carry_credential(self, found: Found, types: list[str]) -> None:
        """Carry one credential."""
        record, place = found.record, found.place
        place.table.fields.update(
            name for each in record if (name := bare_name(each)) not in CARRIED and name != "_note"
        )
        title = one_line(text_of(field_of(record, "name")))
        if title is None:
            place.table.leave(place.line, "no-title")
            return
        if has_ended(record):
            place.table.leave(place.line, "is-not-offered", title)
            return
        issuer = self.issuer_of(found)
        if issuer is None:
            place.table.leave(place.line, "no-issuer", title)
            return
        key = record_key(record) or f"{issuer} {title}"
        draft = CredentialDraft(
            credential_of(found, title, types, self.asked.options.as_of, self.name_of),
            place,
            issuer,
        )
        self.read_conditions(found, draft)
        for each in (*as_list(field_of(record, "teaches")), *as_list(field_of(record, "assesses"))):
            self.competencies.award(draft, each)
        self.credentials.add(key, draft)
        parts = tuple(
            key_of(address)
            for each in as_list(field_of(record, "hasPart"))
            if (address := address_of(each))
        )
        if parts:
            stack = Stack(NO_STACK, title, url=draft.record.url, source=draft.record.source)
            self.credentials.stacks[key] = StackDraft(stack, place, issuer, parts, (key,))

    def name_of(self, value: Json) -> str | None:
        """Give the name of an organization, or of what points to one."""
        if isinstance(value, dict) and (name := one_line(text_of(field_of(value, "name")))):
            return name
        address = address_of(value)
        known = self.found.get(key_of(address)) if address else None
        return one_line(text_of(field_of(known.record, "name"))) if known else None

    def issuer_of(self, found: Found) -> str | None:
        """Give the key of who owns a credential, else of who offers it."""
        holders = [
            each
            for name in ("ownedBy", "owner", "creator", "offeredBy")
            for each in as_list(field_of(found.record, name))
        ]
        for holder in holders:
            address = address_of(holder)
            known = self.found.get(key_of(address)) if address else None
            record = holder if isinstance(holder, dict) else {}
            page = field_of(known.record if known else record, "subjectWebpage")
            name = self.name_of(holder)
            if name is None and address is not None:
                name = name_of_address(address)
                found.say("issuer-by-address", address[:200])
            if name is None:
                continue
            url = web_address(text_of(page)) or web_address(address)
            key = self.credentials.add_issuer(Issuer(NO_ISSUER, name, url=url))
            self.issuers_used.add(key)
            return key
        stated = self.asked.options.default_issuer
        return self.credentials.add_issuer(Issuer(NO_ISSUER, stated)) if stated else None

    def read_conditions(self, found: Found, draft: CredentialDraft) -> None:
        """Read what a credential requires, and what its assessments assess."""
        for name in ("requires", "entryCondition", "recommends", "preparationFrom"):
            for condition in as_list(field_of(found.record, name)):
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
            for each in as_list(field_of(condition, target)):
                if isinstance(each, dict) and field_of(each, "teaches"):
                    for taught in as_list(field_of(each, "teaches")):
                        self.competencies.award(draft, taught)
                elif address := address_of(each):
                    keys.append(key_of(address))
            self.point_to(draft, keys, name)
        if name == "requires":
            for each in as_list(field_of(condition, "targetCompetency")):
                self.competencies.award(draft, each)
            for each in as_list(field_of(condition, "targetAssessment")):
                self.competencies.read_assessment(draft, each)
        if field_of(condition, "condition") or field_of(condition, "experience"):
            found.say("condition-in-words", draft.record.title)

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
            for value in as_list(field_of(record, "isPreparationFor")):
                targets = as_list(field_of(value, "targetCredential")) if is_profile(value) else []
                for each in targets or [value]:
                    address = address_of(each)
                    other = self.credentials.drafts.get(key_of(address)) if address else None
                    if other is None:
                        detail = address or draft.record.title
                        draft.place.table.remark(draft.place.line, "nothing-under-id", detail[:200])
                    else:
                        other.recommends.append(key)


def records_of(data: Json, place: DataPath = ()) -> Iterator[tuple[DataPath, Json]]:
    """Give the records of a document, with their places: one, a list, a graph, or envelopes."""
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from records_of(each, (*place, index))
    elif isinstance(data, dict) and isinstance(data.get("@graph"), list):
        yield from records_of(data["@graph"], (*place, "@graph"))
    elif isinstance(data, dict) and isinstance(data.get("decoded_resource"), dict):
        yield from records_of(data["decoded_resource"], (*place, "decoded_resource"))
    else:
        yield place, data


def is_profile(value: Json) -> bool:
    """Say whether a value is a condition, rather than a thing or its address."""
    return isinstance(value, dict) and "ConditionProfile" in type_names(value)


def name_of_address(address: str) -> str | None:
    """Give a name to an organization of which only the address is known."""
    ctid = CTID.search(address)
    if ctid:
        return f"Organization {ctid.group(1).lower()}"
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return one_line((host or address).removeprefix("www."))

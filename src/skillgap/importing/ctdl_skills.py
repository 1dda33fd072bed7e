"""The competencies of Credential Registry records as skills."""

from __future__ import annotations

from collections.abc import Mapping

from skillgap.domain.skill import Alignment, SkillKind
from skillgap.importing.credential_drafts import CredentialDraft
from skillgap.importing.ctdl_credential import Found
from skillgap.importing.jsonld import Json, Record, address_of, as_list, field_of, key_of, text_of
from skillgap.importing.skill_drafts import SkillDrafts
from skillgap.importing.words import one_line, web_address
from skillgap.matching.normalize import normalize


class Competencies:
    """Makes skills of competencies; `found` are the records that an address may point to."""

    def __init__(self, skills: SkillDrafts, found: Mapping[str, Found], level: int) -> None:
        """Keep where skills go and what addresses lead to."""
        self.skills = skills
        self.found = found
        self.level = level

    def read_assessment(self, draft: CredentialDraft, value: Json) -> None:
        """Award what an assessment assesses, given in full or by its address."""
        address = address_of(value)
        known = self.found.get(key_of(address)) if address else None
        record = known.record if known else value
        if isinstance(record, dict):
            for each in as_list(field_of(record, "assesses")):
                self.award(draft, each)

    def award(self, draft: CredentialDraft, value: Json) -> None:
        """Award a competency, given as an alignment, a competency or an address."""
        key = self.skill_of(value)
        if key is None:
            detail = address_of(value) or draft.record.title
            draft.place.table.remark(draft.place.line, "without-name", detail[:200])
        else:
            draft.awards.append((key, self.level))

    def skill_of(self, value: Json) -> str | None:
        """Give the key of the skill that a competency is."""
        node = field_of(value, "targetNode") if isinstance(value, dict) else value
        if isinstance(value, dict):
            label = one_line(text_of(field_of(value, "targetNodeName")))
            if label is not None:
                return self.add_skill(label, value, address_of(node))
            if node is None:
                return self.skill_of_competency(value)
        if isinstance(node, dict) and (key := self.skill_of_competency(node)):
            return key
        address = address_of(node)
        known = self.found.get(key_of(address)) if address else None
        return self.skill_of_competency(known.record) if known else None

    def skill_of_competency(self, record: Record) -> str | None:
        """Give the key of the skill that a record of a competency is; None without a name."""
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
        if url and "data.europa.eu/esco/" in url:
            framework = "ESCO"
        code = one_line(text_of(field_of(record, "codedNotation")))
        alignments = (Alignment(framework[:300], code, url, label),) if url or code else ()
        key = key_of(address) if address else f"name {normalize(label)}"
        return self.skills.add(key, label, kind=SkillKind.SKILL, alignments=alignments)

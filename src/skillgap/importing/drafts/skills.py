"""Skills while they are gathered, before anybody knows which are one and the same."""

from __future__ import annotations

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import SkillId
from skillgap.domain.skill import Alignment, Skill, SkillKind
from skillgap.importing.drafts.aliases import AliasDraft, Names, settle_aliases
from skillgap.importing.drafts.known import alignment_keys, known_skills, name_key
from skillgap.importing.drafts.naming import assign_ids
from skillgap.importing.report import Origin
from skillgap.matching.normalize import normalize


class SkillDraft(msgspec.Struct):
    """One skill; `broader` are keys, each with the row that says so."""

    names: Names
    kind: SkillKind | None
    alignments: list[Alignment]
    broader: list[tuple[str, Origin]] = msgspec.field(default_factory=list)


def alignment_of(framework: str, code: str | None, url: str | None, label: str) -> Alignment:
    """Return a pointer into a framework; what lies at ESCO's addresses is ESCO's."""
    if url and "data.europa.eu/esco/" in url:
        framework = "ESCO"
    return Alignment(framework, code, url, label)


class SkillDrafts:
    """Gathers skills by key, a code or an address of their source; the same name is the same skill.

    `existing` is the catalog they are merged into: by alignment, else by normalized name.
    """

    def __init__(self, existing: Catalog) -> None:
        """Begin with what the catalog has."""
        self.existing = existing
        self.known = known_skills(existing)
        self.drafts: dict[str, SkillDraft] = {}
        self.same: dict[str, str] = {}
        self.by_name: dict[str, str] = {}
        self.met: dict[str, SkillId] = {}

    def add(
        self,
        key: str,
        label: str,
        *,
        kind: SkillKind | None = None,
        alignments: tuple[Alignment, ...] = (),
    ) -> str:
        """Add a skill, or meet one that is there; return the key it goes by.

        A skill of the existing catalog stays as it is. A second skill of the same name adds its
        alignments to the first.
        """
        if key in self.same:
            return self.same[key]
        normal = normalize(label)
        first = self.by_name.setdefault(normal or key, key)
        self.same[key] = first
        if first in self.met:
            return first
        if first != key:
            mine = self.drafts[first].alignments
            mine.extend(each for each in alignments if each not in mine)
            return first
        found = self.known.find([*alignment_keys(alignments), name_key(label)])
        if found is None:
            self.drafts[key] = SkillDraft(Names(label), kind, list(alignments))
        else:
            self.met[key] = found
        return key

    def meet(self, key: str, skill: SkillId) -> str:
        """Say that a key is a skill of the existing catalog."""
        self.same[key] = key
        self.met[key] = skill
        return key

    def add_alias(self, key: str, alias: AliasDraft) -> None:
        """Claim an alias; one for a skill of the existing catalog is refused."""
        first = self.same[key]
        if first in self.drafts:
            self.drafts[first].names.aliases.append(alias)
        else:
            alias.refuse("known-skill")

    def set_kind(self, key: str, kind: SkillKind) -> None:
        """Say what sort of thing a skill is, where it is a new one."""
        first = self.same.get(key, key)
        if first in self.drafts:
            self.drafts[first].kind = kind

    def add_broader(self, key: str, broader: str, origin: Origin) -> None:
        """Say that one skill is broader than another; the row is left out for a known skill."""
        first = self.same[key]
        if first in self.drafts:
            self.drafts[first].broader.append((broader, origin))
        else:
            origin.leave("known-skill", key)

    def settle(self) -> tuple[dict[str, SkillId], dict[SkillId, Skill]]:
        """Return the id of every key, and the new skills in the order of their ids."""
        new = assign_ids(
            ((key, draft.names.label) for key, draft in self.drafts.items()),
            "skill",
            self.existing.skills,
        )
        settled: dict[str, SkillId] = self.met | {key: SkillId(each) for key, each in new.items()}
        ids = {key: settled[first] for key, first in self.same.items()}
        aliases = settle_aliases(
            {key: draft.names for key, draft in self.drafts.items()},
            several="names-several-skills",
            clash="clashes-with-skill",
            taken=(
                name
                for skill in self.existing.skills.values()
                for name in (skill.label, *skill.aliases)
            ),
        )
        skills = {
            ids[key]: Skill(
                id=ids[key],
                label=draft.names.label,
                kind=draft.kind,
                aliases=aliases[key],
                broader=self.settle_broader(key, draft, ids),
                alignments=tuple(draft.alignments),
            )
            for key, draft in self.drafts.items()
        }
        return ids, dict(sorted(skills.items()))

    def settle_broader(
        self, key: str, draft: SkillDraft, ids: dict[str, SkillId]
    ) -> tuple[SkillId, ...]:
        """Return the ids of the broader skills; one that is not there is reported."""
        broader: dict[SkillId, None] = {}
        for other, origin in draft.broader:
            if other not in ids:
                origin.leave("unknown-skill", other)
            elif ids[other] != ids[key]:
                broader[ids[other]] = None
        return tuple(broader)

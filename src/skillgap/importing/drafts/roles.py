"""Roles while they are gathered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import RoleId, SkillId
from skillgap.domain.role import Evidence, Necessity, RoleProfile, SkillRequirement
from skillgap.importing.drafts.aliases import Names, settle_aliases
from skillgap.importing.drafts.known import code_keys, known_roles, name_key
from skillgap.importing.drafts.naming import assign_ids
from skillgap.importing.report import Origin

NO_ROLE = RoleId("")


class Ask(msgspec.Struct, frozen=True):
    """What a role asks, the skill by its key."""

    skill: str
    level: int
    importance: float
    necessity: Necessity
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None


class RoleDraft(msgspec.Struct):
    """One role; `record` has everything but its id, aliases, requirements and related roles."""

    record: RoleProfile
    origin: Origin
    names: Names
    asks: list[Ask] = msgspec.field(default_factory=list)
    related: list[str] = msgspec.field(default_factory=list)

    def set_job_zone(self, zone: int) -> None:
        """Say how much preparation the role takes."""
        self.record = replace(self.record, job_zone=zone)


class RoleDrafts:
    """Gathers roles by key, a code or an address of their source.

    A role that the existing catalog has, by code or by title, is left to it: `known` says which.
    """

    def __init__(self, existing: Catalog) -> None:
        """Begin with what the catalog has."""
        self.existing = existing
        self.index = known_roles(existing)
        self.drafts: dict[str, RoleDraft] = {}
        self.known: dict[str, RoleId] = {}

    def add(self, key: str, record: RoleProfile, origin: Origin) -> None:
        """Add a role; one that is there already is left out, with its reason."""
        found = self.index.find([*code_keys(record.codes), name_key(record.title)])
        if key in self.drafts:
            origin.leave("duplicate", key)
        elif found is not None:
            self.known[key] = found
            origin.leave("known-role", f"{record.title}: `{found}`")
        else:
            self.drafts[key] = RoleDraft(record, origin, Names(record.title))

    def of_row(self, key: str, origin: Origin) -> RoleDraft | None:
        """Return the role that a row speaks of; the row is left out where there is none."""
        draft = self.drafts.get(key)
        if draft is None:
            reason = "known-role" if key in self.known else "unknown-occupation"
            origin.leave(reason, key)
        return draft

    def drop_empty(self) -> None:
        """Leave out every role that asks for nothing."""
        for key, draft in list(self.drafts.items()):
            if not draft.asks:
                title = draft.record.title
                draft.origin.leave("no-requirements", title)
                del self.drafts[key]

    def settle(self, skills: Mapping[str, SkillId]) -> dict[RoleId, RoleProfile]:
        """Return the roles in the order of their ids."""
        titles = ((key, draft.record.title) for key, draft in self.drafts.items())
        ids = assign_ids(titles, "role", self.existing.roles)
        aliases = settle_aliases(
            {key: draft.names for key, draft in self.drafts.items()},
            several="names-several-occupations",
            clash="clashes-with-role",
            taken=(
                name
                for role in self.existing.roles.values()
                for name in (role.title, *role.aliases)
            ),
        )
        roles = {}
        for key, draft in self.drafts.items():
            role = RoleId(ids[key])
            roles[role] = replace(
                draft.record,
                id=role,
                aliases=aliases[key],
                requirements=merge_asks(draft.asks, skills),
                related=tuple(
                    RoleId(ids[each]) for each in dict.fromkeys(draft.related) if each in ids
                ),
            )
        return dict(sorted(roles.items()))


def merge_asks(asks: Iterable[Ask], skills: Mapping[str, SkillId]) -> tuple[SkillRequirement, ...]:
    """Return one requirement a skill, the most that any says, the most important first."""
    merged: dict[SkillId, SkillRequirement] = {}
    for ask in asks:
        skill = skills[ask.skill]
        new = SkillRequirement.of(
            (skill,), ask.level, ask.importance, ask.necessity, ask.evidence, ask.note
        )
        old = merged.get(skill)
        merged[skill] = new if old is None else stronger(old, new)
    return tuple(
        sorted(
            merged.values(),
            key=lambda each: (not each.is_essential, -each.importance, each.skills),
        )
    )


def stronger(one: SkillRequirement, other: SkillRequirement) -> SkillRequirement:
    """Return what satisfies both."""
    return replace(
        one,
        level=max(one.level, other.level),
        importance=max(one.importance, other.importance),
        necessity=Necessity.ESSENTIAL
        if one.is_essential or other.is_essential
        else Necessity.OPTIONAL,
        evidence=(*one.evidence, *(each for each in other.evidence if each not in one.evidence)),
        note=one.note or other.note,
    )

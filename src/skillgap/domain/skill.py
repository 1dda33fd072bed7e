"""A knowledge, skill or competence, and where other frameworks keep it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from skillgap.domain.identifiers import SkillId


class SkillKind(StrEnum):
    """What sort of thing is known; `transversal` skills serve in every occupation (ESCO)."""

    TOOL = "tool"
    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    TRANSVERSAL = "transversal"


class Alignment(msgspec.Struct, frozen=True):
    """A pointer into an outside framework (Open Badges 3.0)."""

    framework: str
    code: str | None = None
    url: str | None = None
    name: str | None = None


class Skill(msgspec.Struct, frozen=True):
    """A leaf of the taxonomy; `aliases` are the other words people use for it."""

    id: SkillId
    label: str
    kind: SkillKind | None = None
    aliases: tuple[str, ...] = ()
    broader: tuple[SkillId, ...] = ()
    alignments: tuple[Alignment, ...] = ()


class SkillLevel(msgspec.Struct, frozen=True):
    """A skill at a level: what a credential awards, or a step closes."""

    skill: SkillId
    level: int


class SkillOptions(msgspec.Struct, frozen=True):
    """Any one of `skills`, at `level` or above: what a role or a prerequisite may ask."""

    skills: tuple[SkillId, ...]
    level: int

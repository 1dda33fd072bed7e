"""A knowledge, skill or competence, and where other frameworks keep it."""

from __future__ import annotations

from enum import StrEnum

from skillgap.domain.identifiers import SkillId
from skillgap.frozen import dataclass


class SkillKind(StrEnum):
    """What sort of thing is known; `transversal` skills serve in every occupation (ESCO)."""

    TOOL = "tool"
    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    TRANSVERSAL = "transversal"


@dataclass(frozen=True, slots=True)
class Alignment:
    """A pointer into an outside framework (Open Badges 3.0)."""

    framework: str
    code: str | None = None
    url: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Skill:
    """A leaf of the taxonomy; `aliases` are the other words people use for it."""

    id: SkillId
    label: str
    kind: SkillKind | None = None
    aliases: tuple[str, ...] = ()
    broader: tuple[SkillId, ...] = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillLevel:
    """A skill at a level: what a credential awards, or a step closes."""

    skill: SkillId
    level: int


@dataclass(frozen=True, slots=True)
class SkillOptions:
    """Any one of `skills`, at `level` or above: what a role or a prerequisite may ask."""

    skills: tuple[SkillId, ...]
    level: int

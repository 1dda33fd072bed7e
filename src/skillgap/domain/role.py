"""What a role asks of a person."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from skillgap.domain.identifiers import RoleId, SkillId
from skillgap.domain.source import Source


class Necessity(StrEnum):
    """The two strengths of a requirement (ESCO)."""

    ESSENTIAL = "essential"
    OPTIONAL = "optional"


class Evidence(msgspec.Struct, frozen=True):
    """A figure of an outside framework that a requirement derives from, as it stands there.

    `level` and `importance` are on the framework's own scale: O*NET levels run 0-7, importances
    1-5.
    """

    framework: str
    code: str | None = None
    name: str | None = None
    level: float | None = None
    importance: float | None = None


class SkillRequirement(msgspec.Struct, frozen=True):
    """Any one of `skills` at `level` or above; `importance` is 0-1."""

    skills: tuple[SkillId, ...]
    level: int
    importance: float
    necessity: Necessity
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None

    @property
    def is_essential(self) -> bool:
        """Whether the role cannot be done without it."""
        return self.necessity is Necessity.ESSENTIAL


class EscoOccupation(msgspec.Struct, frozen=True):
    """An ESCO occupation, by concept URI and preferred label."""

    uri: str
    label: str | None = None


class OccupationCodes(msgspec.Struct, frozen=True):
    """The role's public names: O*NET-SOC, ESCO and ISCO-08."""

    onet_soc: tuple[str, ...] = ()
    esco: tuple[EscoOccupation, ...] = ()
    isco08: tuple[str, ...] = ()


class Pay(msgspec.Struct, frozen=True):
    """What the role pays: `amount` of `currency` per `per`, as `statistic` of `area` in `year`."""

    amount: float
    currency: str
    per: str
    statistic: str
    area: str
    year: int
    source: Source | None = None


class RoleProfile(msgspec.Struct, frozen=True):
    """A role and the skills it requires."""

    id: RoleId
    title: str
    requirements: tuple[SkillRequirement, ...]
    family: str | None = None
    aliases: tuple[str, ...] = ()
    codes: OccupationCodes = OccupationCodes()
    job_zone: int | None = None
    pay: Pay | None = None
    related: tuple[RoleId, ...] = ()
    source: Source | None = None

    def required(self, necessity: Necessity) -> tuple[SkillRequirement, ...]:
        """Give the requirements of one strength, in the role's own order."""
        return tuple(each for each in self.requirements if each.necessity is necessity)

"""The person: what they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from skillgap.domain.identifiers import CredentialId, SkillId
from skillgap.frozen import dataclass, field


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill the person has, at a level (Open Badges `achievedLevel`)."""

    skill: SkillId
    level: int


@dataclass(frozen=True, slots=True)
class HeldCredential:
    """A credential the person has; `expires` is the last day it counts."""

    credential: CredentialId
    earned: dt.date | None = None
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Learner:
    """What a person holds, in the catalog's own terms."""

    skills: tuple[HeldSkill, ...] = ()
    credentials: tuple[HeldCredential, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillWords:
    """A skill in a person's own words; `level` is None where they gave none."""

    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which nobody studies, from the first to the last."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class LearnerProfile:
    """What a person wrote in their profile, before their words are matched.

    `budget` is in the catalog's currency. `choices` are words they have settled the meaning of,
    as skill ids.
    """

    name: str | None = None
    role: str | None = None
    skills: tuple[SkillWords, ...] = ()
    credentials: tuple[HeldCredential, ...] = ()
    hours_per_week: float | None = None
    at_once: int | None = None
    holidays: tuple[Holiday, ...] = ()
    budget: float | None = None
    by: dt.date | None = None
    prefer: str | None = None
    languages: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

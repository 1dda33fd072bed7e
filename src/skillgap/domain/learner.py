"""The person: what they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.identifiers import CredentialId, SkillId


class HeldSkill(msgspec.Struct, frozen=True):
    """A skill the person has, at a level (Open Badges `achievedLevel`)."""

    skill: SkillId
    level: int


EXPIRED_ONCE: Final = dt.date.min
"""The last day of a credential that has expired on a day nobody told."""


class HeldCredential(msgspec.Struct, frozen=True):
    """A credential the person has; `expires` is the last day it counts."""

    credential: CredentialId
    earned: dt.date | None = None
    expires: dt.date | None = None


class Learner(msgspec.Struct, frozen=True):
    """What a person holds, in the catalog's own terms."""

    skills: tuple[HeldSkill, ...] = ()
    credentials: tuple[HeldCredential, ...] = ()


class SkillWords(msgspec.Struct, frozen=True):
    """A skill in a person's own words; `level` is None where they gave none."""

    text: str
    level: int | None = None


class Holiday(msgspec.Struct, frozen=True):
    """Days on which nobody studies, from the first to the last."""

    first: dt.date
    last: dt.date


class LearnerProfile(msgspec.Struct, frozen=True):
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
    choices: Mapping[str, str] = msgspec.field(default_factory=lambda: MappingProxyType({}))

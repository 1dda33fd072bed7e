"""The achievement on offer: a MicroCredential, and everything a person should weigh in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec

from skillgap.domain.identifiers import CredentialId, IssuerId
from skillgap.domain.money import Price
from skillgap.domain.skill import SkillLevel, SkillOptions
from skillgap.domain.source import Source

SkillAward = SkillLevel
"""A credential awards a skill at a level; awarded at that level or above, it counts."""


class AchievementType(StrEnum):
    """The kind of achievement, in the words of Open Badges 3.0."""

    BADGE = "Badge"
    CERTIFICATE = "Certificate"
    CERTIFICATION = "Certification"
    COURSE = "Course"
    DEGREE = "Degree"
    DIPLOMA = "Diploma"
    LICENSE = "License"
    MICRO_CREDENTIAL = "MicroCredential"


class AssessmentKind(StrEnum):
    """How the achievement is assessed."""

    NONE = "none"
    QUIZ = "quiz"
    EXAM = "exam"
    PROJECT = "project"
    PORTFOLIO = "portfolio"
    LAB = "lab"
    MIXED = "mixed"


class Verification(StrEnum):
    """How a third party can check that it was earned."""

    OPEN_BADGE = "open-badge"
    REGISTRY = "registry"
    CODE = "code"
    NONE = "none"


class DeliveryMode(StrEnum):
    """Where the learning happens."""

    ONLINE = "online"
    ONSITE = "onsite"
    BLENDED = "blended"


class Pace(StrEnum):
    """Who sets the pace: the person, or a cohort's calendar."""

    SELF = "self"
    COHORT = "cohort"


class Prerequisites(msgspec.Struct, frozen=True):
    """What must be held before: every entry of both, each entry any one of its options."""

    skills: tuple[SkillOptions, ...] = ()
    credentials: tuple[tuple[CredentialId, ...], ...] = ()


class Delivery(msgspec.Struct, frozen=True):
    """Where, at whose pace and in which languages (BCP 47) it is offered."""

    mode: DeliveryMode | None = None
    pace: Pace | None = None
    languages: tuple[str, ...] = ()


class Assessment(msgspec.Struct, frozen=True):
    """What has to be shown, and whether somebody watches."""

    kind: AssessmentKind | None = None
    proctored: bool | None = None
    hands_on: bool | None = None


class Renewal(msgspec.Struct, frozen=True):
    """What keeps the credential valid once it would expire."""

    every_months: int
    price: Price | None = None
    hours: float | None = None


class OtherCredit(msgspec.Struct, frozen=True):
    """Credit in a system other than ECTS: `ACE`, 12."""

    system: str
    amount: float


class Credits(msgspec.Struct, frozen=True):
    """The size of the achievement in credits."""

    ects: float | None = None
    other: tuple[OtherCredit, ...] = ()


class Recognition(msgspec.Struct, frozen=True):
    """Somebody who counts the achievement, and as what."""

    by: str
    counts_as: str
    url: str | None = None


class MicroCredential(msgspec.Struct, frozen=True):
    """A record of learning outcomes from a small volume of learning (EU 2022/C 243/02).

    `workload_hours` is notional learning time; `min_weeks` is the fastest that any pace allows.
    `corequisites` are held before or taken on the same path, in either order. A None stands for
    what is not known. `field_sources` says on what single fields rest where it
    differs from `source`.
    """

    id: CredentialId
    title: str
    issuer: IssuerId
    awards: tuple[SkillAward, ...]
    workload_hours: float | None
    price: Price
    achievement_type: AchievementType | None = None
    aliases: tuple[str, ...] = ()
    url: str | None = None
    subject: str | None = None
    prerequisites: Prerequisites = Prerequisites()
    corequisites: tuple[CredentialId, ...] = ()
    recommends: tuple[CredentialId, ...] = ()
    min_weeks: float | None = None
    delivery: Delivery = Delivery()
    assessment: Assessment = Assessment()
    verification: Verification | None = None
    valid_months: int | None = None
    renewal: Renewal | None = None
    credits: Credits = Credits()
    eqf_level: int | None = None
    recognition: tuple[Recognition, ...] = ()
    offered_until: dt.date | None = None
    source: Source | None = None
    field_sources: Mapping[str, Source] = msgspec.field(
        default_factory=lambda: MappingProxyType({})
    )

    def source_of(self, field_name: str) -> Source | None:
        """Give the source of one field: its own where it has one, else the record's."""
        return self.field_sources.get(field_name, self.source)

"""The achievement on offer: a MicroCredential, and everything a person should weigh in it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Literal, Self

import msgspec
from msgspec import Meta

from skillgap.domain.fields import (
    Amount,
    Hours,
    Language,
    Months,
    OneLine,
    Record,
    Url,
    require_near,
)
from skillgap.domain.identifiers import KEBAB, CredentialId, CredentialRef, IssuerRef
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


class AnyCredential(Record, frozen=True):
    """Several credentials of which one is enough."""

    any_of: Annotated[
        tuple[CredentialRef, ...], Meta(min_length=1, description="Ids of credentials.")
    ]


class Prerequisites(Record, frozen=True):
    """What must be held before."""

    skills: Annotated[tuple[SkillOptions, ...], Meta(description="Every entry must be held.")] = ()
    credential_entries: Annotated[
        tuple[CredentialRef | AnyCredential, ...],
        Meta(
            description="Every entry must be held; an entry is an id, or `any_of` several.",
            examples=[["sql-basics", {"any_of": ["python-basics", "r-basics"]}]],
        ),
    ] = msgspec.field(default=(), name="credentials")

    @classmethod
    def of(
        cls,
        skills: Iterable[SkillOptions] = (),
        credentials: Iterable[tuple[CredentialId, ...]] = (),
    ) -> Self:
        """Ask for every entry of both, an entry of `credentials` being any one of its ids."""
        entries = (each[0] if len(each) == 1 else AnyCredential(each) for each in credentials)
        return cls(tuple(skills), tuple(entries))

    @property
    def credentials(self) -> tuple[tuple[CredentialId, ...], ...]:
        """The credentials of every entry, of which one is enough."""
        if not self.credential_entries:
            return ()
        return tuple(
            each.any_of if isinstance(each, AnyCredential) else (each,)
            for each in self.credential_entries
        )


class Delivery(Record, frozen=True):
    """Where, at whose pace and in which languages it is offered."""

    mode: Annotated[DeliveryMode | None, Meta(description="Where.")] = None
    pace: Annotated[Pace | None, Meta(description="Who sets the pace.")] = None
    languages: Annotated[
        tuple[Language, ...], Meta(description="BCP 47 tags.", examples=[["en", "pt-BR"]])
    ] = ()


class Assessment(Record, frozen=True):
    """What has to be shown."""

    kind: Annotated[AssessmentKind | None, Meta(description="In which form.")] = None
    proctored: Annotated[bool | None, Meta(description="Whether somebody watches.")] = None
    hands_on: Annotated[bool | None, Meta(description="Whether something is built or done.")] = None


class Renewal(Record, frozen=True):
    """What keeps the credential valid once it would expire."""

    every_months: Annotated[Months, Meta(description="How often.")]
    price: Annotated[Price | None, Meta(description="What it costs each time.")] = None
    hours: Annotated[Hours | None, Meta(description="How many hours it takes each time.")] = None


class OtherCredit(Record, frozen=True):
    """Credit in a system other than ECTS."""

    system: Annotated[OneLine, Meta(description="Who counts it.", examples=["ACE"])]
    amount: Annotated[Amount, Meta(description="How much.", examples=[12])]


class Credits(Record, frozen=True):
    """The size of an achievement in credits."""

    ects: Annotated[Amount | None, Meta(description="Credits of the European system (ECTS).")] = (
        None
    )
    other: Annotated[tuple[OtherCredit, ...], Meta(description="Credits in other systems.")] = ()


class Recognition(Record, frozen=True):
    """Somebody who counts the achievement, and as what."""

    by: Annotated[OneLine, Meta(description="Who.", examples=["ACE"])]
    counts_as: Annotated[OneLine, Meta(description="As what.", examples=["college credit"])] = (
        msgspec.field(name="as")
    )
    url: Annotated[Url | None, Meta(description="Where they say so.")] = None


FigureName = Literal[
    "awards",
    "workload_hours",
    "price",
    "min_weeks",
    "delivery",
    "assessment",
    "verification",
    "valid_months",
    "renewal",
    "credits",
    "eqf_level",
    "recognition",
    "prerequisites",
    "corequisites",
    "offered_until",
]
"""The fields of a credential that may rest on something else than its record does."""


class MicroCredential(Record, frozen=True):
    """An achievement on offer.

    A record of learning outcomes from a small volume of learning (EU 2022/C 243/02).
    `workload_hours` is notional learning time; `min_weeks` is the fastest that any pace allows.
    `corequisites` are held before or taken on the same path, in either order. A None stands for
    what is not known. `field_sources` says on what single fields rest where it
    differs from `source`.
    """

    written_order = (
        "id",
        "title",
        "issuer",
        "achievement_type",
        "aliases",
        "url",
        "subject",
        ...,
    )

    id: Annotated[
        CredentialId,
        KEBAB,
        Meta(description="Lower-case words with hyphens.", examples=["google-data-analytics"]),
    ]
    title: Annotated[OneLine, Meta(description="The title in full, as the issuer writes it.")]
    issuer: Annotated[IssuerRef, Meta(description="The id of the issuer.", examples=["google"])]
    awards: Annotated[
        tuple[SkillAward, ...],
        Meta(
            description="The skills that it stands for, each at a level.",
            examples=[[{"skill": "sql", "level": 2}]],
        ),
    ]
    workload_hours: Annotated[
        Hours | None,
        Meta(description="Notional learning time; null where it is not known.", examples=[180]),
    ]
    price: Annotated[Price, Meta(description="What a person pays to hold it.")]
    achievement_type: Annotated[
        AchievementType | None, Meta(description="The kind of achievement (Open Badges 3.0).")
    ] = None
    aliases: Annotated[
        tuple[OneLine, ...], Meta(description="Other names, such as an exam code.")
    ] = ()
    url: Annotated[Url | None, Meta(description="Its own page.")] = None
    subject: Annotated[OneLine | None, Meta(description="The field of study.")] = None
    prerequisites: Annotated[
        Prerequisites, Meta(description="What must be held before it is started.")
    ] = Prerequisites()
    corequisites: Annotated[
        tuple[CredentialRef, ...],
        Meta(description="Ids of credentials that must be held before or taken on the same path."),
    ] = ()
    recommends: Annotated[
        tuple[CredentialRef, ...],
        Meta(description="Ids of credentials that help before it, and bind nobody."),
    ] = ()
    min_weeks: Annotated[
        Annotated[float, Meta(ge=0, le=1_000)] | None,
        Meta(description="It cannot be done faster than this, whatever the pace."),
    ] = None
    delivery: Annotated[Delivery, Meta(description="How it is offered.")] = Delivery()
    assessment: Annotated[Assessment, Meta(description="How it is assessed.")] = Assessment()
    verification: Annotated[
        Verification | None, Meta(description="How a third party can check it.")
    ] = None
    valid_months: Annotated[Months | None, Meta(description="null: it does not expire.")] = None
    renewal: Annotated[Renewal | None, Meta(description="What keeps it valid.")] = None
    credits: Annotated[Credits, Meta(description="Its size in credits.")] = Credits()
    eqf_level: Annotated[
        Annotated[int, Meta(ge=1, le=8)] | None,
        Meta(description="The level of the qualification (EQF), not of a skill."),
    ] = None
    recognition: Annotated[
        tuple[Recognition, ...], Meta(description="Who counts it, and as what.")
    ] = ()
    offered_until: Annotated[
        dt.date | None, Meta(description="The last day on which it can be begun.")
    ] = None
    source: Annotated[Source | None, Meta(description="On what the record rests.")] = None
    field_sources: Annotated[
        Mapping[FigureName, Source],
        Meta(description="On what single fields rest, where it is something else."),
    ] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a day that is far from our time."""
        require_near(self.offered_until)

    def source_of(self, field_name: FigureName) -> Source | None:
        """Return the source of one field: its own where it has one, else the record's."""
        return self.field_sources.get(field_name, self.source)

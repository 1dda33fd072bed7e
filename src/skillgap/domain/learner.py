"""The person: what they hold, and what they write of themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from skillgap.domain.fields import (
    Amount,
    Language,
    Level,
    OneLine,
    Record,
    SchemaVersion,
    require_near,
)
from skillgap.domain.gate import EducationLevel, Region, Years
from skillgap.domain.identifiers import CredentialRef, Identifier, SkillId


class HeldSkill(msgspec.Struct, frozen=True):
    """A skill the person has, at a level (Open Badges `achievedLevel`)."""

    skill: SkillId
    level: int


class HeldCredential(Record, frozen=True):
    """A credential that the person has.

    `expires` is the last day it counts, `expired` says that this has passed on whatever day it was.
    """

    credential: Annotated[CredentialRef, Meta(description="The id of a credential.")]
    earned: Annotated[
        dt.date | None, Meta(description="When it was earned.", examples=["2024-05-31"])
    ] = None
    expires: Annotated[dt.date | None, Meta(description="The last day on which it counts.")] = None
    expired: Annotated[
        bool, Meta(description="Whether it has expired, where the day is not known.")
    ] = False

    def __post_init__(self) -> None:
        """Refuse a day that is far from our time."""
        require_near(self.earned, self.expires)


class Experience(Record, frozen=True):
    """Years of work, in a field where one is said."""

    years: Annotated[Years, Meta(description="How many years.", examples=[5])]
    field: Annotated[
        OneLine | None, Meta(description="In what, in any words.", examples=["hr"])
    ] = msgspec.field(default=None, name="in")


class SpokenLanguage(Record, frozen=True):
    """A human language that the person speaks."""

    language: Annotated[Language, Meta(description="A BCP 47 tag.", examples=["es"])]
    level: Annotated[
        Literal["A1", "A2", "B1", "B2", "C1", "C2", "native"] | None,
        Meta(description="How well: a level of the CEFR, or `native`."),
    ] = None


class Learner(msgspec.Struct, frozen=True):
    """What a person holds, in the catalog's own terms.

    None for `education`, `experience` and `licences` stands for what they did not tell; an empty
    tuple, and the education `none`, say that there is none.
    """

    skills: tuple[HeldSkill, ...] = ()
    credentials: tuple[HeldCredential, ...] = ()
    education: EducationLevel | None = None
    experience: tuple[Experience, ...] | None = None
    licences: tuple[str, ...] | None = None
    region: str | None = None


class SkillWords(Record, frozen=True):
    """A skill in the person's own words, with a level.

    `level` is None where they gave none.
    """

    text: Annotated[
        OneLine, Meta(description="Any words for it.", examples=["sql", "Power BI"])
    ] = msgspec.field(name="skill")
    level: Annotated[Level | None, Meta(description="1 novice to 5 expert.")] = None


class Holiday(Record, frozen=True):
    """Days without study.

    From the first to the last.
    """

    first: Annotated[dt.date, Meta(description="The first of them.", examples=["2027-07-01"])] = (
        msgspec.field(name="from")
    )
    last: Annotated[dt.date, Meta(description="The last of them.", examples=["2027-07-21"])] = (
        msgspec.field(name="to")
    )

    def __post_init__(self) -> None:
        """Refuse a day that is far from our time."""
        require_near(self.first, self.last)


class LearnerProfile(Record, frozen=True, kw_only=True):
    """What a person has and wants.

    As they wrote it, before their words are matched. `budget` is in the catalog's currency.
    `choices` are words they have settled the meaning of, as skill ids.
    """

    schema_version: Annotated[SchemaVersion, Meta(description="The version of this shape: 1.")] = 1
    name: Annotated[OneLine | None, Meta(description="Their name, if they want to see it.")] = None
    role: Annotated[
        OneLine | None,
        Meta(description="The role they want, in any words.", examples=["data analyst"]),
    ] = None
    skill_entries: Annotated[
        tuple[OneLine | SkillWords, ...],
        Meta(
            description="The skills they have, in any words; a level after a colon.",
            examples=[["excel:3", {"skill": "sql", "level": 2}]],
        ),
    ] = msgspec.field(default=(), name="skills")
    credential_entries: Annotated[
        tuple[CredentialRef | HeldCredential, ...],
        Meta(description="The credentials they have, by id."),
    ] = msgspec.field(default=(), name="credentials")
    education: Annotated[
        EducationLevel | None,
        Meta(description="The highest schooling that they completed; null: not told."),
    ] = None
    experience: Annotated[
        tuple[Experience, ...] | None,
        Meta(
            description="Their years of work; null: not told, an empty list: none.",
            examples=[[{"years": 5, "in": "hr"}]],
        ),
    ] = None
    licences: Annotated[
        tuple[OneLine, ...] | None,
        Meta(
            description="The licences and registrations that they hold; null: not told, an empty "
            "list: none.",
            examples=[["registered nurse"]],
        ),
    ] = None
    region: Annotated[
        Region | None,
        Meta(description="Where they work, by ISO 3166.", examples=["US-CA"]),
    ] = None
    speaks: Annotated[
        tuple[SpokenLanguage, ...],
        Meta(
            description="The human languages that they speak.",
            examples=[[{"language": "es", "level": "B2"}]],
        ),
    ] = ()
    hours_per_week: Annotated[
        Annotated[float, Meta(gt=0, le=168)] | None,
        Meta(description="How many hours they can study in a week.", examples=[10]),
    ] = None
    at_once: Annotated[
        Annotated[int, Meta(ge=1, le=10)] | None,
        Meta(description="How many credentials they work on at once, at most."),
    ] = None
    holidays: Annotated[
        tuple[Holiday, ...],
        Meta(description="When they do not study, first and last day included."),
    ] = ()
    budget: Annotated[
        Amount | None,
        Meta(description="How much they can spend, in the currency of the catalog."),
    ] = None
    by: Annotated[dt.date | None, Meta(description="The day by which they want to be done.")] = None
    prefer: Annotated[
        Literal["balanced", "cheapest", "fastest", "fewest", "recognized", "hands-on"] | None,
        Meta(description="What the best path should spare."),
    ] = None
    languages: Annotated[
        tuple[Language, ...],
        Meta(description="The languages they can study in.", examples=[["en"]]),
    ] = ()
    choices: Annotated[
        Mapping[OneLine, Identifier],
        Meta(
            description="Words whose meaning they have settled, as ids of skills.",
            examples=[{"js": "javascript"}],
        ),
    ] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a day that is far from our time."""
        require_near(self.by)

    @property
    def skills(self) -> tuple[SkillWords, ...]:
        """The skills in their words; a level inside the words is left to matching."""
        return tuple(
            SkillWords(each) if isinstance(each, str) else each for each in self.skill_entries
        )

    @property
    def credentials(self) -> tuple[HeldCredential, ...]:
        """The credentials they have."""
        return tuple(
            HeldCredential(each) if isinstance(each, str) else each
            for each in self.credential_entries
        )

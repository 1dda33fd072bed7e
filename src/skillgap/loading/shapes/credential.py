"""The shape of a credential."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from skillgap.domain.credential import (
    AchievementType,
    AssessmentKind,
    DeliveryMode,
    Pace,
    Verification,
)
from skillgap.loading.shapes.fields import (
    AsMap,
    AsText,
    Day,
    Hours,
    Identifier,
    Language,
    Months,
    OneLine,
    Shape,
    TextOrMap,
    Url,
)
from skillgap.loading.shapes.record import (
    CreditsShape,
    PriceShape,
    SkillLevelShape,
    SkillOptionsShape,
    SourceShape,
    Word,
)


class AnyCredentialShape(Shape):
    """Several credentials of which one is enough."""

    any_of: Annotated[list[Identifier], Field(min_length=1)] = Field(
        description="Ids of credentials."
    )


class PrerequisitesShape(Shape):
    """What must be held before."""

    skills: list[SkillOptionsShape] = Field(default=[], description="Every entry must be held.")
    credentials: list[
        Annotated[Annotated[Identifier, AsText] | Annotated[AnyCredentialShape, AsMap], TextOrMap]
    ] = Field(
        default=[],
        description="Every entry must be held; an entry is an id, or `any_of` several.",
        examples=[["sql-basics", {"any_of": ["python-basics", "r-basics"]}]],
    )


class DeliveryShape(Shape):
    """Where, at whose pace and in which languages it is offered."""

    mode: Annotated[DeliveryMode, Word] | None = Field(default=None, description="Where.")
    pace: Annotated[Pace, Word] | None = Field(default=None, description="Who sets the pace.")
    languages: list[Language] = Field(
        default=[], description="BCP 47 tags.", examples=[["en", "pt-BR"]]
    )


class AssessmentShape(Shape):
    """What has to be shown."""

    kind: Annotated[AssessmentKind, Word] | None = Field(default=None, description="In which form.")
    proctored: bool | None = Field(default=None, description="Whether somebody watches.")
    hands_on: bool | None = Field(default=None, description="Whether something is built or done.")


class RenewalShape(Shape):
    """What keeps the credential valid once it would expire."""

    every_months: Months = Field(description="How often.")
    price: PriceShape | None = Field(default=None, description="What it costs each time.")
    hours: Hours | None = Field(default=None, description="How many hours it takes each time.")


class RecognitionShape(Shape):
    """Somebody who counts the achievement, and as what."""

    by: OneLine = Field(description="Who.", examples=["ACE"])
    counts_as: OneLine = Field(alias="as", description="As what.", examples=["college credit"])
    url: Url | None = Field(default=None, description="Where they say so.")


FieldName = Literal[
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


class CredentialShape(Shape):
    """An achievement on offer."""

    id: Identifier = Field(
        description="Lower-case words with hyphens.", examples=["google-data-analytics"]
    )
    title: OneLine = Field(description="The title in full, as the issuer writes it.")
    issuer: Identifier = Field(description="The id of the issuer.", examples=["google"])
    awards: list[SkillLevelShape] = Field(
        description="The skills that it stands for, each at a level.",
        examples=[[{"skill": "sql", "level": 2}]],
    )
    workload_hours: Hours | None = Field(
        description="Notional learning time; null where it is not known.", examples=[180]
    )
    price: PriceShape = Field(description="What a person pays to hold it.")
    achievement_type: Annotated[AchievementType, Word] | None = Field(
        default=None, description="The kind of achievement (Open Badges 3.0)."
    )
    aliases: list[OneLine] = Field(default=[], description="Other names, such as an exam code.")
    url: Url | None = Field(default=None, description="Its own page.")
    subject: OneLine | None = Field(default=None, description="The field of study.")
    prerequisites: PrerequisitesShape = Field(
        default=PrerequisitesShape(), description="What must be held before it is started."
    )
    corequisites: list[Identifier] = Field(
        default=[],
        description="Ids of credentials that must be held before or taken on the same path.",
    )
    recommends: list[Identifier] = Field(
        default=[], description="Ids of credentials that help before it, and bind nobody."
    )
    min_weeks: Annotated[float, Field(ge=0, le=1_000)] | None = Field(
        default=None, description="It cannot be done faster than this, whatever the pace."
    )
    delivery: DeliveryShape = Field(default=DeliveryShape(), description="How it is offered.")
    assessment: AssessmentShape = Field(
        default=AssessmentShape(), description="How it is assessed."
    )
    verification: Annotated[Verification, Word] | None = Field(
        default=None, description="How a third party can check it."
    )
    valid_months: Months | None = Field(default=None, description="null: it does not expire.")
    renewal: RenewalShape | None = Field(default=None, description="What keeps it valid.")
    credits: CreditsShape = Field(default=CreditsShape(), description="Its size in credits.")
    eqf_level: Annotated[int, Field(ge=1, le=8)] | None = Field(
        default=None, description="The level of the qualification (EQF), not of a skill."
    )
    recognition: list[RecognitionShape] = Field(
        default=[], description="Who counts it, and as what."
    )
    offered_until: Day | None = Field(
        default=None, description="The last day on which it can be begun."
    )
    source: SourceShape | None = Field(default=None, description="On what the record rests.")
    field_sources: dict[FieldName, SourceShape] = Field(
        default={}, description="On what single fields rest, where it is something else."
    )

"""The shape of a person's file, `skillgap.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from skillgap.loading.shapes.fields import (
    Amount,
    AsMap,
    AsText,
    Day,
    Identifier,
    Language,
    Level,
    OneLine,
    SchemaVersion,
    Shape,
    TextOrMap,
)


class SkillWordsShape(Shape):
    """A skill in the person's own words, with a level."""

    skill: OneLine = Field(description="Any words for it.", examples=["sql", "Power BI"])
    level: Level | None = Field(default=None, description="1 novice to 5 expert.")


class HeldCredentialShape(Shape):
    """A credential that the person has."""

    credential: Identifier = Field(description="The id of a credential.")
    earned: Day | None = Field(
        default=None, description="When it was earned.", examples=["2024-05-31"]
    )
    expires: Day | None = Field(default=None, description="The last day on which it counts.")


class HolidayShape(Shape):
    """Days without study."""

    first: Day = Field(alias="from", description="The first of them.", examples=["2027-07-01"])
    last: Day = Field(alias="to", description="The last of them.", examples=["2027-07-21"])


class LearnerShape(Shape):
    """What a person has and wants."""

    schema_version: SchemaVersion = Field(default=1, description="The version of this shape: 1.")
    name: OneLine | None = Field(default=None, description="Their name, if they want to see it.")
    role: OneLine | None = Field(
        default=None, description="The role they want, in any words.", examples=["data analyst"]
    )
    skills: list[
        Annotated[Annotated[OneLine, AsText] | Annotated[SkillWordsShape, AsMap], TextOrMap]
    ] = Field(
        default=[],
        description="The skills they have, in any words; a level after a colon.",
        examples=[["excel:3", {"skill": "sql", "level": 2}]],
    )
    credentials: list[
        Annotated[Annotated[Identifier, AsText] | Annotated[HeldCredentialShape, AsMap], TextOrMap]
    ] = Field(default=[], description="The credentials they have, by id.")
    hours_per_week: Annotated[float, Field(gt=0, le=168)] | None = Field(
        default=None, description="How many hours they can study in a week.", examples=[10]
    )
    at_once: Annotated[int, Field(ge=1, le=10)] | None = Field(
        default=None, description="How many credentials they work on at once, at most."
    )
    holidays: list[HolidayShape] = Field(
        default=[], description="When they do not study, first and last day included."
    )
    budget: Amount | None = Field(
        default=None, description="How much they can spend, in the currency of the catalog."
    )
    by: Day | None = Field(default=None, description="The day by which they want to be done.")
    prefer: (
        Literal["balanced", "cheapest", "fastest", "fewest", "recognized", "hands-on"] | None
    ) = Field(default=None, description="What the best path should spare.")
    languages: list[Language] = Field(
        default=[], description="The languages they can study in.", examples=[["en"]]
    )
    choices: dict[OneLine, Identifier] = Field(
        default={},
        description="Words whose meaning they have settled, as ids of skills.",
        examples=[{"js": "javascript"}],
    )

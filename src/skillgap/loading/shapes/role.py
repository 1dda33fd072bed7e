"""The shape of a role file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from skillgap.domain.role import Necessity
from skillgap.loading.shapes.fields import (
    Amount,
    Currency,
    Identifier,
    Isco08,
    OneLine,
    OnetSoc,
    Prose,
    SchemaVersion,
    Shape,
    Url,
)
from skillgap.loading.shapes.record import SkillOptionsShape, SourceShape, Word


class EvidenceShape(Shape):
    """A figure of an outside framework, on that framework's own scale."""

    framework: OneLine = Field(description="Which one.", examples=["O*NET 29.3"])
    code: OneLine | None = Field(default=None, description="The code in it.", examples=["2.B.3.e"])
    name: OneLine | None = Field(
        default=None, description="Its name in it.", examples=["Programming"]
    )
    level: Annotated[float, Field(ge=0, le=1000)] | None = Field(
        default=None, description="The level as it stands there."
    )
    importance: Annotated[float, Field(ge=0, le=1000)] | None = Field(
        default=None, description="The importance as it stands there."
    )


class RequirementShape(SkillOptionsShape):
    """A skill that the role asks for, or several of which one is enough."""

    importance: Annotated[float, Field(ge=0, le=1)] = Field(
        description="How much it weighs, from 0 to 1.", examples=[0.9]
    )
    necessity: Annotated[Necessity, Word] = Field(
        description="`essential`: the role cannot be done without it."
    )
    evidence: list[EvidenceShape] = Field(
        default=[], description="What level and importance derive from."
    )
    note: Prose | None = Field(default=None, description="What else a reader should know.")


class EscoOccupationShape(Shape):
    """An ESCO occupation."""

    uri: Url = Field(description="The concept URI.")
    label: OneLine | None = Field(default=None, description="The preferred label.")


class OccupationCodesShape(Shape):
    """The public names of the role."""

    onet_soc: list[OnetSoc] = Field(default=[], description="O*NET-SOC.", examples=[["15-2051.01"]])
    esco: list[EscoOccupationShape] = Field(default=[], description="ESCO occupations.")
    isco08: list[Isco08] = Field(default=[], description="ISCO-08, in quotes.", examples=[["2511"]])


class PayShape(Shape):
    """What the role pays."""

    amount: Amount = Field(description="How much.")
    currency: Currency = Field(description="ISO 4217.")
    per: Literal["hour", "month", "year"] = Field(
        default="year", description="For how long a time."
    )
    statistic: OneLine = Field(default="median", description="Which statistic it is.")
    area: OneLine = Field(description="Where.", examples=["US"])
    year: Annotated[int, Field(ge=1900, le=2199)] = Field(description="Of which year it is.")
    source: SourceShape | None = Field(default=None, description="On what the figure rests.")


class RoleShape(Shape):
    """A role and the skills that it requires."""

    schema_version: SchemaVersion = Field(default=1, description="The version of this shape: 1.")
    id: Identifier = Field(
        description="Lower-case words with hyphens; also the name of the file.",
        examples=["data-analyst"],
    )
    title: OneLine = Field(description="The name that people see.", examples=["Data Analyst"])
    requirements: Annotated[list[RequirementShape], Field(min_length=1)] = Field(
        description="The skills that the role asks for."
    )
    family: OneLine | None = Field(
        default=None, description="The group of roles that it belongs to."
    )
    aliases: list[OneLine] = Field(default=[], description="Other titles that people use for it.")
    codes: OccupationCodesShape = Field(
        default=OccupationCodesShape(), description="Its public names."
    )
    job_zone: Annotated[int, Field(ge=1, le=5)] | None = Field(
        default=None, description="How much preparation it takes (O*NET)."
    )
    pay: PayShape | None = Field(default=None, description="What it pays.")
    related: list[Identifier] = Field(default=[], description="Ids of roles that are near to it.")
    source: SourceShape | None = Field(default=None, description="On what the record rests.")

"""The shape of a stack."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from skillgap.loading.shapes.fields import Identifier, Level, OneLine, Shape, Url
from skillgap.loading.shapes.record import CreditsShape, SourceShape

EITHER_SKILL_OR_CREDENTIAL: JsonDict = {
    "oneOf": [{"required": ["skill", "level"]}, {"required": ["credential"]}]
}


class StackAwardShape(Shape):
    """What a whole stack earns: a skill at a level, or a credential."""

    model_config = ConfigDict(json_schema_extra=EITHER_SKILL_OR_CREDENTIAL)

    skill: Identifier | None = Field(default=None, description="The id of a skill.")
    level: Level | None = Field(default=None, description="The level of the skill, 1-5.")
    credential: Identifier | None = Field(default=None, description="The id of a credential.")

    @model_validator(mode="after")
    def name_exactly_one(self) -> Self:
        """Refuse an award that is both, or neither, or a skill without a level."""
        if (self.skill is None) == (self.credential is None):
            raise PydanticCustomError("SG212", "`skill` or `credential`")
        if (self.skill is None) != (self.level is None):
            raise PydanticCustomError("SG212", "`skill` with `level`, or `credential` alone")
        return self


class ElectivesShape(Shape):
    """A choice among credentials."""

    count: Annotated[int, Field(ge=1, le=1_000)] = Field(description="How many are needed.")
    options: Annotated[list[Identifier], Field(min_length=1)] = Field(
        alias="from", description="Ids of the credentials to choose from."
    )


class StackShape(Shape):
    """Credentials that together earn a larger qualification."""

    id: Identifier = Field(description="Lower-case words with hyphens.")
    title: OneLine | None = Field(default=None, description="The name of the larger qualification.")
    issuer: Identifier | None = Field(default=None, description="The id of its issuer.")
    url: Url | None = Field(default=None, description="The page that says so.")
    all_of: list[Identifier] = Field(default=[], description="Ids of the compulsory credentials.")
    choose: ElectivesShape | None = Field(default=None, description="Electives beside them.")
    awards: list[StackAwardShape] = Field(default=[], description="What the whole stack earns.")
    credits: CreditsShape = Field(default=CreditsShape(), description="Its size in credits.")
    leads_to: OneLine | None = Field(default=None, description="What it counts toward.")
    source: SourceShape | None = Field(default=None, description="On what the record rests.")

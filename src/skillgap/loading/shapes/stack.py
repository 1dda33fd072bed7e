"""The shape of a stack."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from skillgap.loading.shapes.fields import (
    Amount,
    Currency,
    Identifier,
    Level,
    OneLine,
    Shape,
    Url,
)
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
        alias="from", description="Ids of the credentials or stacks to choose from."
    )


EITHER_AMOUNT_OR_PERCENT: JsonDict = {
    "oneOf": [{"required": ["amount"]}, {"required": ["percent"]}]
}


class DiscountShape(Shape):
    """Money off where the whole stack is taken."""

    model_config = ConfigDict(json_schema_extra=EITHER_AMOUNT_OR_PERCENT)

    amount: Amount | None = Field(default=None, description="So much money.", examples=[50])
    percent: Annotated[float, Field(gt=0, le=100)] | None = Field(
        default=None, description="So many hundredths of the price.", examples=[20]
    )
    currency: Currency | None = Field(
        default=None, description="ISO 4217, of the amount; the catalog's where it is left out."
    )
    members: list[Identifier] = Field(
        default=[],
        description="Ids of the members whose price falls; all of them where it is left out.",
    )

    @model_validator(mode="after")
    def name_exactly_one(self) -> Self:
        """Refuse a discount that is both an amount and a share, or neither."""
        if (self.amount is None) == (self.percent is None):
            raise PydanticCustomError("SG212", "`amount` or `percent`")
        return self


class StackShape(Shape):
    """Credentials, or other stacks, that together earn a larger qualification."""

    id: Identifier = Field(description="Lower-case words with hyphens.")
    title: OneLine | None = Field(default=None, description="The name of the larger qualification.")
    issuer: Identifier | None = Field(default=None, description="The id of its issuer.")
    url: Url | None = Field(default=None, description="The page that says so.")
    all_of: list[Identifier] = Field(default=[], description="Ids of the compulsory members.")
    choose: ElectivesShape | None = Field(default=None, description="Electives beside them.")
    awards: list[StackAwardShape] = Field(default=[], description="What the whole stack earns.")
    discount: DiscountShape | None = Field(
        default=None, description="Money off for whoever takes the whole stack."
    )
    credits: CreditsShape = Field(default=CreditsShape(), description="Its size in credits.")
    leads_to: OneLine | None = Field(default=None, description="What it counts toward.")
    source: SourceShape | None = Field(default=None, description="On what the record rests.")

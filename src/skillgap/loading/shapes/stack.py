"""The shape of a stack."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from skillgap.loading.shapes.fields import (
    Amount,
    Currency,
    EitherShape,
    Identifier,
    Level,
    OneLine,
    Shape,
    Url,
    one_of,
)
from skillgap.loading.shapes.record import CreditsShape, SourceShape
from skillgap.loading.shapes.spelling import AMOUNT_OR_PERCENT, SKILL_OR_CREDENTIAL, Way


class StackAwardShape(EitherShape):
    """What a whole stack earns: a skill at a level, or a credential."""

    ways: ClassVar[tuple[Way, ...]] = SKILL_OR_CREDENTIAL
    model_config = ConfigDict(json_schema_extra=one_of(SKILL_OR_CREDENTIAL))

    skill: Identifier | None = Field(default=None, description="The id of a skill.")
    level: Level | None = Field(default=None, description="The level of the skill, 1-5.")
    credential: Identifier | None = Field(default=None, description="The id of a credential.")


class ElectivesShape(Shape):
    """A choice among credentials."""

    count: Annotated[int, Field(ge=1, le=1_000)] = Field(description="How many are needed.")
    options: Annotated[list[Identifier], Field(min_length=1)] = Field(
        alias="from", description="Ids of the credentials or stacks to choose from."
    )


class DiscountShape(EitherShape):
    """Money off where the whole stack is taken."""

    ways: ClassVar[tuple[Way, ...]] = AMOUNT_OR_PERCENT
    model_config = ConfigDict(json_schema_extra=one_of(AMOUNT_OR_PERCENT))

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

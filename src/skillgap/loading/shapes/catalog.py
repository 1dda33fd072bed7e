"""The shape of a catalog file."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from skillgap.loading.shapes.credential import CredentialShape
from skillgap.loading.shapes.fields import Currency, Day, SchemaVersion, Shape
from skillgap.loading.shapes.issuer import IssuerShape
from skillgap.loading.shapes.record import SourceShape
from skillgap.loading.shapes.skill import SkillShape
from skillgap.loading.shapes.stack import StackShape

Rate = Annotated[float, Field(gt=0, le=1_000_000)]


class ExchangeRatesShape(Shape):
    """What other currencies are worth in the currency of the catalog."""

    rates: dict[Currency, Rate] = Field(
        default={},
        description="How much of the catalog's currency one unit buys.",
        examples=[{"EUR": 1.08}],
    )
    as_of: Day | None = Field(default=None, description="The day of the rates.")
    source: SourceShape | None = Field(default=None, description="Where they come from.")


class CatalogFrame(Shape):
    """A catalog file without a look into its records.

    Why: each record is checked by itself, so that a bad one takes no other with it.
    """

    schema_version: SchemaVersion = Field(description="The version of this shape: 1.")
    currency: Currency | None = Field(
        default=None, description="ISO 4217, of prices that name none.", examples=["USD"]
    )
    exchange_rates: ExchangeRatesShape | None = Field(default=None, description="Dated rates.")
    skills: list[Any] = Field(default=[], description="What can be known.")
    issuers: list[Any] = Field(default=[], description="Who awards.")
    credentials: list[Any] = Field(default=[], description="What is on offer.")
    stacks: list[Any] = Field(default=[], description="What together earns more.")


class CatalogShape(CatalogFrame):
    """A catalog of skills, issuers, credentials and stacks."""

    # only its schema is ever asked for
    model_config = ConfigDict(defer_build=True)

    skills: list[SkillShape] = Field(default=[], description="What can be known.")
    issuers: list[IssuerShape] = Field(default=[], description="Who awards.")
    credentials: list[CredentialShape] = Field(default=[], description="What is on offer.")
    stacks: list[StackShape] = Field(default=[], description="What together earns more.")

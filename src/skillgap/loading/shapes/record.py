"""The parts that several kinds of records share."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from skillgap.domain.money import PricePer
from skillgap.domain.source import Basis, Confidence
from skillgap.loading.shapes.fields import (
    Amount,
    Currency,
    Day,
    EitherShape,
    Identifier,
    Level,
    OneLine,
    Prose,
    Shape,
    Url,
    one_of,
)
from skillgap.loading.shapes.spelling import SKILL_OR_ANY_OF, Way

Word = Field(strict=False)
"""An enumeration is written as its word; the enumeration itself does the checking."""


class SourceShape(Shape):
    """On what a record or a figure rests."""

    basis: Annotated[Basis, Word] = Field(
        description="`read`: a page, file or data set was really read; `general-knowledge`: "
        "nothing was.",
        examples=["read"],
    )
    as_of: Day | None = Field(
        default=None,
        description="The date of what was read; null where nothing was.",
        examples=["2025-03-01"],
    )
    url: Url | None = Field(default=None, description="Where it was read.")
    confidence: Annotated[Confidence, Word] | None = Field(
        default=None, description="How far to trust the figures."
    )
    note: Prose | None = Field(default=None, description="What else a reader should know.")


class PriceShape(Shape):
    """What a credential costs."""

    amount: Amount | None = Field(
        description="0 is free, null is not known.", examples=[49, 0, None]
    )
    per: Annotated[PricePer, Word] = Field(
        default=PricePer.ONCE,
        description="`once`: the amount buys the whole thing; `month`: a month of it.",
    )
    currency: Currency | None = Field(
        default=None,
        description="ISO 4217; the currency of the catalog where it is left out.",
        examples=["USD", "EUR"],
    )
    free_audit: bool | None = Field(
        default=None,
        description="Whether the content can be followed for free, without the credential.",
    )


class SkillLevelShape(Shape):
    """A skill at a level."""

    skill: Identifier = Field(description="The id of a skill.", examples=["sql"])
    level: Level = Field(
        description="1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert."
    )


class SkillOptionsShape(EitherShape):
    """One skill, or any one of several, at a level or above."""

    ways: ClassVar[tuple[Way, ...]] = SKILL_OR_ANY_OF
    model_config = ConfigDict(json_schema_extra=one_of(SKILL_OR_ANY_OF))

    skill: Identifier | None = Field(
        default=None, description="The id of a skill.", examples=["sql"]
    )
    any_of: Annotated[list[Identifier], Field(min_length=1)] | None = Field(
        default=None,
        description="Ids of skills of which one is enough.",
        examples=[["sql", "python"]],
    )
    level: Level = Field(description="The least level that counts, 1-5.")


class CreditsShape(Shape):
    """The size of an achievement in credits."""

    class OtherCreditShape(Shape):
        """Credit in a system other than ECTS."""

        system: OneLine = Field(description="Who counts it.", examples=["ACE"])
        amount: Amount = Field(description="How much.", examples=[12])

    ects: Amount | None = Field(default=None, description="Credits of the European system (ECTS).")
    other: list[OtherCreditShape] = Field(default=[], description="Credits in other systems.")

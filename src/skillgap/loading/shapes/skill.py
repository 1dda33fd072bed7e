"""The shape of a skill."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from skillgap.domain.skill import SkillKind
from skillgap.loading.shapes.fields import Identifier, OneLine, Shape, Url
from skillgap.loading.shapes.record import Word


class AlignmentShape(Shape):
    """A pointer into an outside framework."""

    framework: OneLine = Field(description="Which one.", examples=["ESCO", "O*NET 29.3"])
    code: OneLine | None = Field(default=None, description="The code in it.", examples=["2.B.3.e"])
    url: Url | None = Field(default=None, description="Its address in the framework.")
    name: OneLine | None = Field(default=None, description="Its name in the framework.")


class SkillShape(Shape):
    """A knowledge, skill or competence."""

    id: Identifier = Field(description="Lower-case words with hyphens.", examples=["power-bi"])
    label: OneLine = Field(description="The name that people see.", examples=["Power BI"])
    kind: Annotated[SkillKind, Word] | None = Field(
        default=None, description="What sort of thing it is."
    )
    aliases: list[OneLine] = Field(
        default=[], description="Other words that people use for it.", examples=[["PBI", "PowerBI"]]
    )
    broader: list[Identifier] = Field(
        default=[], description="Ids of the skills that it is a part of."
    )
    alignments: list[AlignmentShape] = Field(
        default=[], description="Where other frameworks keep it."
    )

"""The shape of an issuer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from skillgap.domain.issuer import IssuerKind
from skillgap.loading.shapes.fields import Identifier, OneLine, Shape, Url
from skillgap.loading.shapes.record import Word


class AccreditationShape(Shape):
    """Somebody who vouches for an issuer."""

    by: OneLine = Field(description="Who.")
    url: Url | None = Field(default=None, description="Where they say so.")


class IssuerShape(Shape):
    """A body that awards credentials."""

    id: Identifier = Field(description="Lower-case words with hyphens.", examples=["microsoft"])
    name: OneLine = Field(description="The name that people see.", examples=["Microsoft"])
    kind: Annotated[IssuerKind, Word] | None = Field(
        default=None, description="What sort of body it is."
    )
    url: Url | None = Field(default=None, description="Its own page.")
    aliases: list[OneLine] = Field(default=[], description="Other names that people use for it.")
    accreditations: list[AccreditationShape] = Field(default=[], description="Who vouches for it.")

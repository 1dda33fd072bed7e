"""Who awards."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from skillgap.domain.fields import OneLine, Record, Url
from skillgap.domain.identifiers import KEBAB, IssuerId


class IssuerKind(StrEnum):
    """What sort of body it is."""

    UNIVERSITY = "university"
    EMPLOYER = "employer"
    VENDOR = "vendor"
    PROFESSIONAL_BODY = "professional-body"
    GOVERNMENT = "government"
    NON_PROFIT = "non-profit"
    PROVIDER = "provider"


class Accreditation(Record, frozen=True):
    """Somebody who vouches for an issuer."""

    by: Annotated[OneLine, Meta(description="Who.")]
    url: Annotated[Url | None, Meta(description="Where they say so.")] = None


class Issuer(Record, frozen=True):
    """A body that awards credentials."""

    id: Annotated[
        IssuerId,
        KEBAB,
        Meta(description="Lower-case words with hyphens.", examples=["microsoft"]),
    ]
    name: Annotated[OneLine, Meta(description="The name that people see.", examples=["Microsoft"])]
    kind: Annotated[IssuerKind | None, Meta(description="What sort of body it is.")] = None
    url: Annotated[Url | None, Meta(description="Its own page.")] = None
    aliases: Annotated[
        tuple[OneLine, ...], Meta(description="Other names that people use for it.")
    ] = ()
    accreditations: Annotated[
        tuple[Accreditation, ...], Meta(description="Who vouches for it.")
    ] = ()

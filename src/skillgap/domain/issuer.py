"""Who awards."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from skillgap.domain.identifiers import IssuerId


class IssuerKind(StrEnum):
    """What sort of body it is."""

    UNIVERSITY = "university"
    EMPLOYER = "employer"
    VENDOR = "vendor"
    PROFESSIONAL_BODY = "professional-body"
    GOVERNMENT = "government"
    NON_PROFIT = "non-profit"
    PROVIDER = "provider"


class Accreditation(msgspec.Struct, frozen=True):
    """Somebody who vouches for the issuer."""

    by: str
    url: str | None = None


class Issuer(msgspec.Struct, frozen=True):
    """A body that awards credentials."""

    id: IssuerId
    name: str
    kind: IssuerKind | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    accreditations: tuple[Accreditation, ...] = ()

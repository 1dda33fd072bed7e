"""Who awards."""

from __future__ import annotations

from enum import StrEnum

from skillgap.domain.identifiers import IssuerId
from skillgap.frozen import dataclass


class IssuerKind(StrEnum):
    """What sort of body it is."""

    UNIVERSITY = "university"
    EMPLOYER = "employer"
    VENDOR = "vendor"
    PROFESSIONAL_BODY = "professional-body"
    GOVERNMENT = "government"
    NON_PROFIT = "non-profit"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Accreditation:
    """Somebody who vouches for the issuer."""

    by: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that awards credentials."""

    id: IssuerId
    name: str
    kind: IssuerKind | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    accreditations: tuple[Accreditation, ...] = ()

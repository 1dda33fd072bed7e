"""Everything on offer: as files list it, and as all of them together say it by id."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from skillgap.domain.credential import MicroCredential
from skillgap.domain.fields import Currency, Record, SchemaVersion
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import ExchangeRates
from skillgap.domain.role import RoleProfile
from skillgap.domain.skill import Skill
from skillgap.domain.stack import Stack

DEFAULT_CURRENCY = "USD"
NO_RATES = ExchangeRates()

RECORD_KINDS: Final[Mapping[str, type[Record]]] = MappingProxyType(
    {
        "skills": Skill,
        "issuers": Issuer,
        "credentials": MicroCredential,
        "stacks": Stack,
        "roles": RoleProfile,
    }
)
"""What the sections of a catalog are made of; roles have files of their own."""


class CatalogFile(Record, frozen=True):
    """A catalog of skills, issuers, credentials and stacks."""

    schema_version: Annotated[SchemaVersion, Meta(description="The version of this shape: 1.")]
    currency: Annotated[
        Currency | None,
        Meta(description="ISO 4217, of prices that name none.", examples=["USD"]),
    ] = None
    exchange_rates: Annotated[ExchangeRates | None, Meta(description="Dated rates.")] = None
    skills: Annotated[tuple[Skill, ...], Meta(description="What can be known.")] = ()
    issuers: Annotated[tuple[Issuer, ...], Meta(description="Who awards.")] = ()
    credentials: Annotated[tuple[MicroCredential, ...], Meta(description="What is on offer.")] = ()
    stacks: Annotated[tuple[Stack, ...], Meta(description="What together earns more.")] = ()


class Catalog(msgspec.Struct, frozen=True):
    """What the files together say; every mapping is in the order of its ids.

    Why sorted: the same facts in another order must give the same bytes.
    """

    currency: str = DEFAULT_CURRENCY
    exchange_rates: ExchangeRates = NO_RATES
    skills: Mapping[SkillId, Skill] = msgspec.field(default_factory=lambda: MappingProxyType({}))
    issuers: Mapping[IssuerId, Issuer] = msgspec.field(default_factory=lambda: MappingProxyType({}))
    credentials: Mapping[CredentialId, MicroCredential] = msgspec.field(
        default_factory=lambda: MappingProxyType({})
    )
    stacks: Mapping[StackId, Stack] = msgspec.field(default_factory=lambda: MappingProxyType({}))
    roles: Mapping[RoleId, RoleProfile] = msgspec.field(
        default_factory=lambda: MappingProxyType({})
    )

"""Everything on offer, by id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import ExchangeRates
from skillgap.domain.role import RoleProfile
from skillgap.domain.skill import Skill
from skillgap.domain.stack import Stack

DEFAULT_CURRENCY = "USD"
NO_RATES = ExchangeRates()


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

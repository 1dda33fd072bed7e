"""Credentials that together earn a larger qualification."""

from __future__ import annotations

import msgspec

from skillgap.domain.credential import Credits
from skillgap.domain.identifiers import CredentialId, IssuerId, StackId
from skillgap.domain.skill import SkillLevel
from skillgap.domain.source import Source

NO_CREDITS = Credits()


class Electives(msgspec.Struct, frozen=True):
    """Any `count` of the credentials in `options`."""

    count: int
    options: tuple[CredentialId, ...]


class Discount(msgspec.Struct, frozen=True):
    """Money off where a path completes the whole stack: an amount, or a share of 100.

    `amount` is in `currency`, the catalog's where it is None. Either is off what the credentials in
    `members` cost on the path, all of the stack where that is empty.
    """

    amount: float | None = None
    percent: float | None = None
    currency: str | None = None
    members: tuple[CredentialId, ...] = ()


class Stack(msgspec.Struct, frozen=True):
    """Complete once all of `all_of` and `choose.count` of the electives are held.

    A member is a credential or another stack, by its id. A completed stack awards `awards` (skills
    at levels) and counts as holding a credential of its own id and every one in `earns`; it costs
    nothing beyond its members, and less where it has a `discount`.
    """

    id: StackId
    title: str | None = None
    issuer: IssuerId | None = None
    url: str | None = None
    all_of: tuple[CredentialId, ...] = ()
    choose: Electives | None = None
    awards: tuple[SkillLevel, ...] = ()
    earns: tuple[CredentialId, ...] = ()
    discount: Discount | None = None
    credits: Credits = NO_CREDITS
    leads_to: str | None = None
    source: Source | None = None

    @property
    def members(self) -> tuple[CredentialId, ...]:
        """Every credential that can count, the compulsory ones first."""
        return self.all_of + (self.choose.options if self.choose else ())

    @property
    def members_needed(self) -> int:
        """How many credentials complete it."""
        return len(self.all_of) + (self.choose.count if self.choose else 0)

"""Credentials that together earn a larger qualification."""

from __future__ import annotations

from skillgap.domain.credential import Credits
from skillgap.domain.identifiers import CredentialId, IssuerId, StackId
from skillgap.domain.skill import SkillLevel
from skillgap.domain.source import Source
from skillgap.frozen import dataclass

NO_CREDITS = Credits()


@dataclass(frozen=True, slots=True)
class Electives:
    """Any `count` of the credentials in `options`."""

    count: int
    options: tuple[CredentialId, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """Complete once all of `all_of` and `choose.count` of the electives are held.

    A completed stack awards `awards` (skills at levels) and counts as holding every credential
    in `earns`; it costs nothing beyond its members.
    """

    id: StackId
    title: str | None = None
    issuer: IssuerId | None = None
    url: str | None = None
    all_of: tuple[CredentialId, ...] = ()
    choose: Electives | None = None
    awards: tuple[SkillLevel, ...] = ()
    earns: tuple[CredentialId, ...] = ()
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

"""Figures, dates and names of records, as a person reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import Credits
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.proficiency import LEVEL_NAMES, LEVELS
from skillgap.domain.role import SkillRequirement
from skillgap.text import clean, counted, number

CURRENCY_SIGNS: Final[Mapping[str, str]] = MappingProxyType({"USD": "$", "EUR": "€", "GBP": "£"})


class Names(msgspec.Struct, frozen=True):
    """Looks names up in one catalog; an id that the catalog lacks stands for itself."""

    catalog: Catalog

    def name(self, section: str, field: str, id_: str) -> str:
        """Return what a record of a section is called, cleaned."""
        known = getattr(self.catalog, section).get(id_)
        return clean((known and getattr(known, field)) or id_)

    def skill(self, skill: SkillId) -> str:
        """Return a skill's label."""
        return self.name("skills", "label", skill)

    def skill_and_id(self, skill: SkillId) -> str:
        """Return a skill's label and, so that it can be asked for, its id."""
        return f"{self.skill(skill)} ({skill})"

    def issuer_and_id(self, issuer: IssuerId) -> str:
        """Return an issuer's name and id."""
        return f"{self.issuer(issuer)} ({issuer})"

    def requirement(self, requirement: SkillRequirement, first: SkillId | None = None) -> str:
        """Return what a requirement asks; of a group, `first` leads."""
        lead = first or requirement.skills[0]
        others = [self.skill(each) for each in requirement.skills if each != lead]
        return self.skill(lead) + (f" (or {', '.join(others)})" if others else "")

    def credential(self, credential: CredentialId) -> str:
        """Return a credential's title."""
        return self.name("credentials", "title", credential)

    def member(self, member: CredentialId) -> str:
        """Return the title of a member of a stack, a credential unless only a stack has its id."""
        if member in self.catalog.credentials:
            return self.credential(member)
        return self.stack(StackId(member))

    def issuer(self, issuer: IssuerId) -> str:
        """Return an issuer's name."""
        return self.name("issuers", "name", issuer)

    def issuer_of(self, credential: CredentialId) -> str:
        """Return the name of a credential's issuer."""
        known = self.catalog.credentials.get(credential)
        return self.issuer(known.issuer) if known else ""

    def stack(self, stack: StackId) -> str:
        """Return a stack's title."""
        return self.name("stacks", "title", stack)

    def role(self, role: RoleId) -> str:
        """Return a role's title."""
        return self.name("roles", "title", role)


def money(amount: float, currency: str) -> str:
    """Write an amount: `$1,250`, `$49.50`, `CHF 400`, `free`."""
    if round(amount, 2) == 0:
        return "free"
    return cash(amount, currency)


def cash(amount: float, currency: str) -> str:
    """Write an amount that is never called free: `$0`."""
    figure = number(amount, decimals=2, fixed=True)
    sign = CURRENCY_SIGNS.get(currency)
    return f"{clean(currency)}\u00a0{figure}" if sign is None else f"{sign}{figure}"


def hours(value: float) -> str:
    """Write a workload: `40 h`."""
    return f"{number(value)}\u00a0h"


def weeks(value: float) -> str:
    """Write a duration: `1 week`, `12.5 weeks`."""
    return counted(value, "week")


def day(value: dt.date) -> str:
    """Write a day, year first."""
    return value.isoformat()


def percent(share: float) -> str:
    """Write a share of 0-1; 100% and 0% only where they are exact."""
    if 0 < share < 1:
        return f"{min(99, max(1, round(share * 100)))}%"
    return f"{round(share * 100)}%"


def tell_level(level: int) -> str:
    """Write a level with its word: `3 (competent)`."""
    return f"{level} ({LEVEL_NAMES[level]})"


def tell_levels() -> str:
    """Write all levels that something can be asked or held at, each with its word."""
    return ", ".join(f"{level} {LEVEL_NAMES[level]}" for level in LEVELS)


def tell_credits(found: Credits) -> str:
    """Return credits by their systems, `5 ECTS, 12 ACE`; nothing where there are none."""
    told = [f"{number(found.ects)} ECTS"] if found.ects is not None else []
    return ", ".join(
        [*told, *(f"{number(each.amount)} {clean(each.system)}" for each in found.other)]
    )

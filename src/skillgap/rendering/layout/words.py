"""Money, hours, dates and shares, as a person reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import Credits
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.role import SkillRequirement
from skillgap.text import clean, counted, listed, number

CURRENCY_SIGNS: Final[Mapping[str, str]] = MappingProxyType({"USD": "$", "EUR": "€", "GBP": "£"})


def money(amount: float, currency: str) -> str:
    """Write an amount: `$1,250`, `$49.50`, `CHF 400`, `free`."""
    if round(amount, 2) == 0:
        return "free"
    return cash(amount, currency)


def cash(amount: float, currency: str) -> str:
    """Write an amount that is never called free: `$0`."""
    figure = number(amount, decimals=2, fixed=True)
    sign = CURRENCY_SIGNS.get(currency)
    return f"{currency}\u00a0{figure}" if sign is None else f"{sign}{figure}"


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


def tell_credits(found: Credits) -> str:
    """Return credits by their systems, `5 ECTS, 12 ACE`; nothing where there are none."""
    told = [f"{number(found.ects)} ECTS"] if found.ects is not None else []
    return ", ".join(
        [*told, *(f"{number(each.amount)} {clean(each.system)}" for each in found.other)]
    )


class Names(msgspec.Struct, frozen=True):
    """Looks names up in one catalog; an id that the catalog lacks stands for itself."""

    catalog: Catalog

    def skill(self, skill: SkillId) -> str:
        """Give a skill's label."""
        known = self.catalog.skills.get(skill)
        return clean(known.label if known else skill)

    def skill_and_id(self, skill: SkillId) -> str:
        """Give a skill's label and, so that it can be asked for, its id."""
        return f"{self.skill(skill)} ({skill})"

    def issuer_and_id(self, issuer: IssuerId) -> str:
        """Give an issuer's name and id."""
        return f"{self.issuer(issuer)} ({issuer})"

    def skills(self, skills: Iterable[SkillId], conjunction: str = "and") -> str:
        """Give the labels of several skills in one phrase."""
        return listed([self.skill(each) for each in skills], conjunction)

    def requirement(self, requirement: SkillRequirement, first: SkillId | None = None) -> str:
        """Give what a requirement asks; of a group, `first` leads."""
        lead = first or requirement.skills[0]
        others = [self.skill(each) for each in requirement.skills if each != lead]
        return self.skill(lead) + (f" (or {', '.join(others)})" if others else "")

    def credential(self, credential: CredentialId) -> str:
        """Give a credential's title."""
        known = self.catalog.credentials.get(credential)
        return clean(known.title if known else credential)

    def member(self, member: CredentialId) -> str:
        """Give the title of a member of a stack, a credential unless only a stack has its id."""
        if member in self.catalog.credentials:
            return self.credential(member)
        return self.stack(StackId(member))

    def issuer(self, issuer: IssuerId) -> str:
        """Give an issuer's name."""
        known = self.catalog.issuers.get(issuer)
        return clean(known.name if known else issuer)

    def issuer_of(self, credential: CredentialId) -> str:
        """Give the name of a credential's issuer."""
        known = self.catalog.credentials.get(credential)
        return self.issuer(known.issuer) if known else ""

    def stack(self, stack: StackId) -> str:
        """Give a stack's title."""
        known = self.catalog.stacks.get(stack)
        return clean((known.title if known else None) or stack)

    def role(self, role: RoleId) -> str:
        """Give a role's title."""
        known = self.catalog.roles.get(role)
        return clean(known.title if known else role)

"""The names by which a person knows the things of a catalog, cleaned."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.role import SkillRequirement
from skillgap.rendering.clean import clean
from skillgap.rendering.figures import listed


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

"""Who awards, asks for, unlocks and counts toward what, looked up in a catalog."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, IssuerId, SkillId
from skillgap.domain.role import RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill
from skillgap.domain.stack import Stack


@dataclass(frozen=True, slots=True)
class Awarding:
    """A credential, and the level at which it awards the skill in question."""

    credential: MicroCredential
    level: int


@dataclass(frozen=True, slots=True)
class Asking:
    """A role, and what it asks of the skill in question."""

    role: RoleProfile
    requirement: SkillRequirement


def awarding(catalog: Catalog, skill: SkillId) -> list[Awarding]:
    """Find what awards a skill, the highest level first."""
    found = [
        Awarding(credential, award.level)
        for credential in catalog.credentials.values()
        for award in credential.awards
        if award.skill == skill
    ]
    return sorted(found, key=lambda each: (-each.level, each.credential.id))


def stacks_awarding(catalog: Catalog, skill: SkillId) -> list[tuple[Stack, int]]:
    """Find the stacks that award a skill once complete, with the level."""
    return [
        (stack, award.level)
        for stack in catalog.stacks.values()
        for award in stack.awards
        if award.skill == skill
    ]


def asking(catalog: Catalog, skill: SkillId) -> list[Asking]:
    """Find which roles ask for a skill, where it weighs most first."""
    found = [
        Asking(role, requirement)
        for role in catalog.roles.values()
        for requirement in role.requirements
        if skill in requirement.skills
    ]
    return sorted(
        found,
        key=lambda each: (
            not each.requirement.is_essential,
            -each.requirement.importance,
            each.role.id,
        ),
    )


def narrower(catalog: Catalog, skill: SkillId) -> list[Skill]:
    """Find the skills that name this one as broader."""
    return [each for each in catalog.skills.values() if skill in each.broader]


def unlocked_by(catalog: Catalog, credential: CredentialId) -> list[MicroCredential]:
    """Find the credentials that name this one as a prerequisite."""
    return [
        each
        for each in catalog.credentials.values()
        if any(credential in options for options in each.prerequisites.credentials)
    ]


def stacks_with(catalog: Catalog, credential: CredentialId) -> list[Stack]:
    """Find the stacks that a credential counts toward."""
    return [each for each in catalog.stacks.values() if credential in each.members]


def issued_by(catalog: Catalog, issuer: IssuerId) -> list[MicroCredential]:
    """Find what an issuer awards."""
    return [each for each in catalog.credentials.values() if each.issuer == issuer]

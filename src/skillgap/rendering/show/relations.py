"""Who awards, asks for, unlocks and counts toward what, looked up in a catalog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, IssuerId, SkillId
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill, SkillLevel
from skillgap.domain.stack import Stack
from skillgap.gap import split_traits


class Awarding(msgspec.Struct, frozen=True):
    """A credential, and the level at which it awards the skill in question."""

    credential: MicroCredential
    level: int


class Asking(msgspec.Struct, frozen=True):
    """A role, and what it asks of the skill in question."""

    role: RoleProfile
    requirement: SkillRequirement


class Covering(msgspec.Struct, frozen=True):
    """A thing of the catalog, and how many of a role's essential requirements it covers."""

    id: str
    covered: int


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


def credentials_covering(catalog: Catalog, role: RoleProfile) -> list[Covering]:
    """Find the credentials that cover any essential requirement, what covers most first."""
    essential = essentials(catalog, role)
    found = (
        Covering(each.id, count_covered(essential, levels_of(each.awards)))
        for each in catalog.credentials.values()
    )
    return most_first(found)


def essentials(catalog: Catalog, role: RoleProfile) -> tuple[SkillRequirement, ...]:
    """Return what is essential to a role, traits left aside."""
    counted, _ = split_traits(role, catalog)
    return counted.required(Necessity.ESSENTIAL)


def count_covered(requirements: Iterable[SkillRequirement], levels: Mapping[SkillId, int]) -> int:
    """Count the requirements that these levels meet."""
    return sum(
        any(levels.get(skill, 0) >= each.level for skill in each.skills) for each in requirements
    )


def levels_of(awards: Iterable[SkillLevel]) -> dict[SkillId, int]:
    """Return the highest level of each skill."""
    levels: dict[SkillId, int] = {}
    for each in awards:
        levels[each.skill] = max(levels.get(each.skill, 0), each.level)
    return levels


def most_first(found: Iterable[Covering]) -> list[Covering]:
    """Order what covers anything."""
    return sorted(
        (each for each in found if each.covered), key=lambda each: (-each.covered, each.id)
    )


def stacks_covering(catalog: Catalog, role: RoleProfile) -> list[Covering]:
    """Find the stacks that cover any essential requirement, what covers most first."""
    essential = essentials(catalog, role)
    found = (
        Covering(each.id, count_covered(essential, levels_of_stack(catalog, each)))
        for each in catalog.stacks.values()
    )
    return most_first(found)


def levels_of_stack(catalog: Catalog, stack: Stack) -> dict[SkillId, int]:
    """Return what whoever completes a stack holds for sure: its awards, and all that is in it."""
    certain = [catalog.credentials.get(each) for each in (*stack.all_of, *stack.earns)]
    awards = [award for each in certain if each for award in each.awards]
    return levels_of((*stack.awards, *awards))


def roles_covered(catalog: Catalog, levels: Mapping[SkillId, int]) -> list[Covering]:
    """Find the roles of which these levels cover any essential requirement, most first."""
    found = (
        Covering(each.id, count_covered(essentials(catalog, each), levels))
        for each in catalog.roles.values()
    )
    return most_first(found)

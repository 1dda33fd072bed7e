"""Required minus held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping
from enum import StrEnum
from typing import Final

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.dates import add_months
from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.domain.learner import HeldCredential, Learner
from skillgap.domain.proficiency import COMPETENT
from skillgap.domain.role import RoleProfile, SkillRequirement
from skillgap.domain.skill import SkillKind, SkillLevel
from skillgap.domain.stack import Stack


class GapStatus(StrEnum):
    """How a requirement stands."""

    MET = "met"
    SHORT = "short"
    MISSING = "missing"


class SkillGap(msgspec.Struct, frozen=True):
    """One requirement against what is held; `skill` is the option of it that is held best."""

    requirement: SkillRequirement
    skill: SkillId
    held: int

    @property
    def short_by(self) -> int:
        """How many levels are still to go, 0 where it is met."""
        return max(0, self.requirement.level - self.held)

    @property
    def status(self) -> GapStatus:
        """Met, short, or missing altogether."""
        if self.short_by == 0:
            return GapStatus.MET
        return GapStatus.SHORT if self.held else GapStatus.MISSING


class Holdings(msgspec.Struct, frozen=True):
    """All that counts as held: skills at their best level, credentials, completed stacks.

    A completed stack stands among the credentials as well, under its own id.
    """

    skills: Mapping[SkillId, int]
    credentials: frozenset[CredentialId]
    stacks: frozenset[StackId]

    def level_of(self, skill: SkillId) -> int:
        """Return the level of a skill, 0 where it is not held."""
        return self.skills.get(skill, 0)


def is_complete(stack: Stack, credentials: frozenset[CredentialId]) -> bool:
    """Say whether holding `credentials` completes the stack."""
    if not credentials.issuperset(stack.all_of):
        return False
    if stack.choose is None:
        return bool(stack.all_of)
    return len(credentials.intersection(stack.choose.options)) >= stack.choose.count


def find_holdings(learner: Learner, catalog: Catalog, today: dt.date) -> Holdings:
    """Work out what a person holds on `today`.

    Skills awarded by held credentials and by stacks these complete are included. A credential that
    has expired is not held; what it awarded is, until the person says otherwise. One that is earned
    after `today` gives nothing.
    """
    credentials = frozenset(
        held.credential for held in learner.credentials if is_in_force(held, catalog, today)
    )
    stacks: frozenset[StackId] = frozenset()
    while True:
        complete = frozenset(
            stack.id for stack in catalog.stacks.values() if is_complete(stack, credentials)
        )
        if complete == stacks:
            break
        stacks = complete
        credentials = credentials.union(
            (CredentialId(each) for each in stacks),
            *(catalog.stacks[each].earns for each in stacks),
        )
    levels: dict[SkillId, int] = {}
    for held_skill in learner.skills:
        raise_level(levels, SkillLevel(held_skill.skill, held_skill.level))
    expired = {held.credential for held in learner.credentials if is_earned(held, today)}
    for credential in sorted((credentials | expired) & catalog.credentials.keys()):
        for award in catalog.credentials[credential].awards:
            raise_level(levels, award)
    for stack_id in sorted(stacks):
        for award in catalog.stacks[stack_id].awards:
            raise_level(levels, award)
    return Holdings(skills=levels, credentials=credentials, stacks=stacks)


def is_in_force(held: HeldCredential, catalog: Catalog, today: dt.date) -> bool:
    """Say whether a credential counts as held on a day: earned by then, and not run out."""
    last = last_day(held, catalog)
    return is_earned(held, today) and not held.expired and (last is None or last >= today)


def is_earned(held: HeldCredential, today: dt.date) -> bool:
    """Say whether a credential has been earned by a day; one without a date has."""
    return held.earned is None or held.earned <= today


def last_day(held: HeldCredential, catalog: Catalog) -> dt.date | None:
    """Return the last day on which a held credential counts; None where no end is known.

    It is what the person says, else what follows from when it was earned and how long it is valid.
    """
    if held.expires is not None or held.earned is None:
        return held.expires
    known = catalog.credentials.get(held.credential)
    months = None if known is None else known.valid_months
    return None if months is None else add_months(held.earned, months)


def raise_level(levels: dict[SkillId, int], award: SkillLevel) -> None:
    """Count an award: a level already held above it stays."""
    levels[award.skill] = max(levels.get(award.skill, 0), award.level)


MOST_IMPLIED: Final = COMPETENT


class Implied(msgspec.Struct, frozen=True):
    """A skill that is held because a narrower one is, `because`, and the level that follows."""

    skill: SkillId
    level: int
    because: SkillId


def find_implied(
    catalog: Catalog, levels: Mapping[SkillId, int], settled: Container[SkillId] = ()
) -> tuple[Implied, ...]:
    """Find what the held `levels` imply: a skill one level below each narrower one, and so on up.

    No skill is implied above level 3, competent.

    Only what is above the level held is given, in the order of ids. `settled` skills, of which the
    person has said what they hold, are left as they are.

    Why a level less: who is proficient in PostgreSQL knows relational databases, though not all of
    what there is to know of them. Why not above 3: an expert in cryptography is no expert in all of
    security.
    """
    reached = dict(levels)
    found: dict[SkillId, Implied] = {}
    waiting = sorted(levels)
    while waiting:
        narrower = waiting.pop()
        level = min(reached[narrower] - 1, MOST_IMPLIED)
        known = catalog.skills.get(narrower)
        for broader in known.broader if known is not None and level > 0 else ():
            if broader in settled or reached.get(broader, 0) >= level:
                continue
            reached[broader] = level
            found[broader] = Implied(broader, level, narrower)
            waiting.append(broader)
    return tuple(found[each] for each in sorted(found))


def find_gap(role: RoleProfile, holdings: Holdings) -> tuple[SkillGap, ...]:
    """Set every requirement of a role against what is held, in the role's own order."""
    gaps = []
    for requirement in role.requirements:
        best = max(requirement.skills, key=holdings.level_of)
        gaps.append(SkillGap(requirement, best, holdings.level_of(best)))
    return tuple(gaps)


def is_trait(requirement: SkillRequirement, catalog: Catalog) -> bool:
    """Say whether a requirement asks for transversal skills alone, as the catalog knows them.

    A group with any other member is a skill like the rest: that member can meet it.
    """
    known = [catalog.skills.get(each) for each in requirement.skills]
    return all(each is not None and each.kind is SkillKind.TRANSVERSAL for each in known)


def split_traits(
    role: RoleProfile, catalog: Catalog, *, include_transversal: bool = False
) -> tuple[RoleProfile, RoleProfile]:
    """Split a role into what its coverage counts, and its traits, which are counted apart.

    With `include_transversal` traits count like any other skill, and the second part asks nothing.

    Why apart: a trait is shown in what somebody does. A certificate of it proves little, and would
    crowd out what the role cannot be done without.
    """
    counted: list[SkillRequirement] = []
    traits: list[SkillRequirement] = []
    for each in role.requirements:
        is_apart = not include_transversal and is_trait(each, catalog)
        (traits if is_apart else counted).append(each)
    return (
        replace(role, requirements=tuple(counted)),
        replace(role, requirements=tuple(traits)),
    )


def gap_to_role(
    catalog: Catalog,
    role: RoleProfile,
    learner: Learner,
    today: dt.date,
    *,
    include_transversal: bool = False,
) -> tuple[SkillGap, ...]:
    """Set a role against what a person holds on `today`; its traits are left to `split_traits`."""
    counted, _ = split_traits(role, catalog, include_transversal=include_transversal)
    return find_gap(counted, find_holdings(learner, catalog, today))


def readiness(gaps: Iterable[SkillGap], *, include_optional: bool = False) -> float:
    """Return the importance-weighted share of the required levels that are held, 0-1.

    A requirement of level 3 held at 2 counts two thirds of its importance times three. Optional
    requirements count only where they are asked for. A role that asks nothing is held in full.

    Why essential ones alone: a path that covers all of them makes a person ready, and says so.
    """
    asked = held = 0.0
    for gap in gaps:
        requirement = gap.requirement
        if requirement.is_essential or include_optional:
            asked += requirement.importance * requirement.level
            held += requirement.importance * min(gap.held, requirement.level)
    return held / asked if asked else 1.0


def trait_share(traits: Iterable[SkillGap]) -> float:
    """Return the share of the traits that is held, 0-1, as readiness is worked out.

    Essential and optional ones alike: none is planned for, and all of them can be shown.
    """
    return readiness(traits, include_optional=True)

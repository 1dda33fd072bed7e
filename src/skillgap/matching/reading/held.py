"""From the parts of a person's words to what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.gate import EducationLevel
from skillgap.domain.identifiers import CredentialId, RoleId, SkillId
from skillgap.domain.learner import HeldCredential, HeldSkill, Learner
from skillgap.domain.proficiency import DEFAULT_HELD_LEVEL
from skillgap.domain.skill import SkillLevel
from skillgap.matching.levels import level_of_years
from skillgap.matching.reading.part import Part


class Held(msgspec.Struct, frozen=True):
    """What a person holds by their words.

    `settled` are the skills of which they say what they hold, `assumed` those that follow from a
    job title, with the role.
    """

    learner: Learner
    settled: frozenset[SkillId] = frozenset()
    assumed: Mapping[SkillId, RoleId] = MappingProxyType({})


def counted_level(part: Part, own: int | None = None) -> int:
    """Return the level that a skill counts at: `own` where it is given, else as said, else 2."""
    return own or part.level or DEFAULT_HELD_LEVEL


def given_by(part: Part, catalog: Catalog) -> tuple[SkillLevel, ...]:
    """Return the skills that a part stands for which names none: a credential's, a job title's."""
    if not part.is_counted or part.id is None:
        return ()
    if part.kind == "credential":
        known = catalog.credentials.get(CredentialId(part.id))
        return known.awards if known is not None else ()
    if part.kind == "role":
        return assumed_of(catalog, RoleId(part.id), part)
    return ()


def assumed_of(catalog: Catalog, role: RoleId, part: Part) -> tuple[SkillLevel, ...]:
    """Return the essential skills of a role at the level that the years in it stand for.

    That is at most the level which the role asks; of skills any one of which will do, it is the
    first. Without years the level is that of a skill without one.
    """
    level = part.level or DEFAULT_HELD_LEVEL
    if part.years is not None:
        level = level_of_years(part.years)
    return tuple(
        SkillLevel(requirement.skills[0], min(level, requirement.level))
        for requirement in catalog.roles[role].requirements
        if requirement.is_essential
    )


def hold(
    catalog: Catalog,
    parts: Sequence[tuple[Part, int]],
    credentials: Iterable[HeldCredential] = (),
) -> Held:
    """Return what parts, each with the level that it counts at, and `credentials` make held.

    What is said of a skill outweighs what a title stands for; a credential among `credentials`
    outweighs what is said of it in words.
    """
    skills: list[HeldSkill] = []
    settled: set[SkillId] = set()
    denied: set[SkillId] = set()
    held = {each.credential: each for each in credentials}
    for part, level in parts:
        if part.id is None:
            continue
        if part.kind == "skill" and part.status in ("matched", "negated"):
            settled.add(SkillId(part.id))
            if part.status == "matched":
                skills.append(HeldSkill(SkillId(part.id), level))
            else:
                denied.add(SkillId(part.id))
        elif part.kind == "credential" and part.is_counted:
            id_ = CredentialId(part.id)
            held.setdefault(id_, HeldCredential(id_, expired=part.status == "expired"))
    assumed: dict[SkillId, RoleId] = {}
    for part, _ in parts:
        if part.kind != "role" or not part.is_counted or part.id is None:
            continue
        for each in given_by(part, catalog):
            if each.skill not in settled:
                assumed.setdefault(each.skill, RoleId(part.id))
                skills.append(HeldSkill(each.skill, each.level))
    return Held(Learner(tuple(skills), tuple(held.values())), frozenset(settled), assumed)


def said_education(parts: Iterable[Part]) -> EducationLevel | None:
    """Return the highest schooling that parts tell of, None where they tell of none."""
    from skillgap.matching.reading.schooling import level_of_degree

    told = (
        level_of_degree(part.label)
        for part in parts
        if part.kind == "education" and part.status == "matched"
    )
    return max(filter(None, told), key=lambda level: level.rank, default=None)


def said_licences(parts: Iterable[Part]) -> tuple[str, ...] | None:
    """Return the licences that parts tell of, in their words; None where they tell of none."""
    return (
        tuple(part.text for part in parts if part.kind == "licence" and part.status == "matched")
        or None
    )

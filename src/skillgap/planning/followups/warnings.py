"""What a path rests on beyond its sums: one issuer, attendance, one kind of skill, expiry."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import AssessmentKind
from skillgap.domain.dates import add_months
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import SkillKind
from skillgap.gap import is_trait
from skillgap.planning.followups.alternatives import Difference, compare, last_day_of
from skillgap.planning.planner import plan_path
from skillgap.planning.result import LearningPath
from skillgap.planning.solver.stopping import Deadline

FEWEST_TO_LEAN: Final = 3
LEANS_FROM: Final = 2 / 3
"""Of three steps or more, two thirds from one issuer are a leaning."""

MONTHS_TO_EXPIRE: Final = 12


class LeansOnIssuer(msgspec.Struct, frozen=True):
    """A large share (0-1) of the path's credentials, `count` of `steps`, is from one issuer."""

    issuer: IssuerId
    share: float
    count: int
    steps: int


class RestsOnAttendance(msgspec.Struct, frozen=True):
    """These steps assess nothing, and no other step closes these skills to the level reached.

    `is_whole` says that no step of the path assesses anything.
    """

    credentials: tuple[CredentialId, ...]
    skills: tuple[SkillId, ...]
    is_whole: bool


class Narrow(msgspec.Struct, frozen=True):
    """The path closes skills of one kind or one family only, and leaves transversal ones open.

    `kind` or `family` (the broader skill all have in common) is what they share, and `missing` are
    the transversal skills that the role asks for beside them. `broader` is what the best path that
    covers those as well has more; None where nothing within the limits covers any of them.
    """

    kind: SkillKind | None
    family: SkillId | None
    missing: tuple[SkillId, ...]
    broader: Difference | None = None


class ExpiresSoon(msgspec.Struct, frozen=True):
    """A credential of the path expires on `expires`, within a year after the path's end.

    `can_be_renewed` says that the catalog knows what keeps it valid.
    """

    credential: CredentialId
    expires: dt.date
    can_be_renewed: bool


PathNote = LeansOnIssuer | RestsOnAttendance | Narrow | ExpiresSoon


def find_notes(
    catalog: Catalog, path: LearningPath, deadline: Deadline | None = None
) -> tuple[PathNote, ...]:
    """Find what a person should weigh in a path before they set out, in a fixed order."""
    if not path.steps:
        return ()
    return (
        *find_leaning(catalog, path),
        *find_attendance(catalog, path),
        *find_narrowness(catalog, path, deadline),
        *find_expiries(catalog, path),
    )


def find_leaning(catalog: Catalog, path: LearningPath) -> Iterator[LeansOnIssuer]:
    """Yield the issuer on which the path leans, unless the person asked for that one alone."""
    issuers = Counter(catalog.credentials[step.credential].issuer for step in path.steps)
    issuer, count = min(issuers.items(), key=lambda each: (-each[1], each[0]))
    steps = len(path.steps)
    if steps < FEWEST_TO_LEAN or count / steps < LEANS_FROM:
        return
    if path.request.limits.issuers != (issuer,):
        yield LeansOnIssuer(issuer, count / steps, count, steps)


def find_attendance(catalog: Catalog, path: LearningPath) -> Iterator[RestsOnAttendance]:
    """Yield the skills that rest on credentials which the catalog says assess nothing."""
    unassessed = tuple(
        step.credential
        for step in path.steps
        if catalog.credentials[step.credential].assessment.kind is AssessmentKind.NONE
    )
    reached: dict[SkillId, tuple[int, CredentialId]] = {}
    for step in path.steps:
        for closing in step.closes:
            reached[closing.skill] = (closing.to_level, step.credential)
    skills = tuple(sorted(skill for skill, (_, by) in reached.items() if by in unassessed))
    if skills:
        used = {reached[skill][1] for skill in skills}
        named = tuple(each for each in unassessed if each in used)
        yield RestsOnAttendance(named, skills, len(unassessed) == len(path.steps))


def find_narrowness(
    catalog: Catalog, path: LearningPath, deadline: Deadline | None
) -> Iterator[Narrow]:
    """Yield the one kind or family of skills that the path closes, and the broader option."""
    closed = sorted({closing.skill for step in path.steps for closing in step.closes})
    missing = [
        gap.requirement
        for gap in path.gaps_after
        if gap.short_by and is_trait(gap.requirement, catalog)
    ]
    if not closed or not missing or any(is_kind(catalog, each) for each in closed):
        return
    kinds = {known.kind for each in closed if (known := catalog.skills.get(each)) is not None}
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    families = [families_of(catalog, each) for each in closed]
    shared = sorted(frozenset.intersection(*families))
    if kind is None and not shared:
        return
    yield Narrow(
        kind=kind,
        family=shared[0] if shared else None,
        missing=tuple(dict.fromkeys(each.skills[0] for each in missing)),
        broader=find_broader(catalog, path, missing, deadline),
    )


def is_kind(catalog: Catalog, skill: SkillId, kind: SkillKind = SkillKind.TRANSVERSAL) -> bool:
    """Return whether a skill is known to be of a kind."""
    known = catalog.skills.get(skill)
    return known is not None and known.kind is kind


def families_of(catalog: Catalog, skill: SkillId) -> frozenset[SkillId]:
    """Return every broader skill of a skill, the one above it and those above these."""
    found: dict[SkillId, None] = {}
    waiting = [skill]
    for each in waiting:
        known = catalog.skills.get(each)
        for above in known.broader if known is not None else ():
            if above not in found:
                found[above] = None
                waiting.append(above)
    return frozenset(found)


def find_broader(
    catalog: Catalog,
    path: LearningPath,
    missing: list[SkillRequirement],
    deadline: Deadline | None,
) -> Difference | None:
    """Plan again with the open transversal skills counted as essential, and compare.

    None where that covers no more of them, or covers less of the rest.
    """
    role = catalog.roles[path.role]
    requirements = tuple(
        replace(each, necessity=Necessity.ESSENTIAL) if each in missing else each
        for each in role.requirements
    )
    roles: dict[RoleId, RoleProfile] = {
        **catalog.roles,
        role.id: replace(role, requirements=requirements),
    }
    broader = plan_path(replace(catalog, roles=MappingProxyType(roles)), path.request, deadline)
    if not isinstance(broader, LearningPath):
        return None
    pairs = [
        (
            old.requirement,
            min(old.held, old.requirement.level),
            min(new.held, old.requirement.level),
        )
        for old, new in zip(path.gaps_after, broader.gaps_after, strict=True)
    ]
    keeps = all(new >= old for each, old, new in pairs if each.is_essential)
    gains = any(new > old for each, old, new in pairs if each in missing)
    return compare(broader, path) if keeps and gains else None


def find_expiries(catalog: Catalog, path: LearningPath) -> Iterator[ExpiresSoon]:
    """List the credentials that expire within a year after the path's end."""
    horizon = add_months(last_day_of(path), MONTHS_TO_EXPIRE)
    for step in path.steps:
        credential = catalog.credentials[step.credential]
        if credential.valid_months is None:
            continue
        expires = add_months(step.ends, credential.valid_months)
        if expires <= horizon:
            yield ExpiresSoon(credential.id, expires, credential.renewal is not None)

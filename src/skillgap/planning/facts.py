"""The facts that explanations are made of, as values."""

from __future__ import annotations

import datetime as dt

import msgspec

from skillgap.domain.identifiers import CredentialId, RoleId, SkillId, StackId
from skillgap.domain.role import SkillRequirement
from skillgap.planning.request import LimitName


class RoleNeeds(msgspec.Struct, frozen=True):
    """The role needs any of the requirement's skills at its level."""

    role: RoleId
    requirement: SkillRequirement


class OnlyAwardedBy(msgspec.Struct, frozen=True):
    """These credentials and stacks, and no others in the catalog, award the skill at the level."""

    skill: SkillId
    level: int
    credentials: tuple[CredentialId, ...]
    stacks: tuple[StackId, ...] = ()


class NothingAwards(msgspec.Struct, frozen=True):
    """Nothing in the catalog awards the skill at the level; `best_level` is the most there is."""

    skill: SkillId
    level: int
    best_level: int


class RuledOut(msgspec.Struct, frozen=True):
    """A limit of the person's keeps the credential out by itself."""

    credential: CredentialId
    limit: LimitName


class FigureUnknown(msgspec.Struct, frozen=True):
    """The credential cannot be planned with: `field` is `price` or `workload_hours`."""

    credential: CredentialId
    field: str


class NoLongerOffered(msgspec.Struct, frozen=True):
    """The credential's offer ends before the plan starts: `until` is its last day."""

    credential: CredentialId
    until: dt.date


class StackOutOfReach(msgspec.Struct, frozen=True):
    """The stack cannot be completed: too few of its members are within reach."""

    stack: StackId


class PrerequisiteOutOfReach(msgspec.Struct, frozen=True):
    """The credential needs what no path within the limits can provide.

    One of `skill` (at `level`) and `needed` (any of these credentials) is given; `or_skills` are
    others that would do in place of `skill`.
    """

    credential: CredentialId
    skill: SkillId | None = None
    level: int = 0
    needed: tuple[CredentialId, ...] = ()
    or_skills: tuple[SkillId, ...] = ()


class CorequisiteOutOfReach(msgspec.Struct, frozen=True):
    """The credential goes with another, which no path within the limits can provide."""

    credential: CredentialId
    needed: CredentialId


class OverLimit(msgspec.Struct, frozen=True):
    """The least that a path takes which covers all that is within reach, against the limit on it.

    `needed` and `allowed` are in the limit's own unit: money, hours, credentials; dates for `by`.
    `credential` is given where a single credential already goes beyond the limit. Beside an
    `Infeasible` it is the least that the included credentials take.
    """

    limit: LimitName
    needed: float | dt.date
    allowed: float | dt.date
    credential: CredentialId | None = None


class LimitsTogether(msgspec.Struct, frozen=True):
    """Each of these limits could be kept alone, not all of them at once."""

    limits: tuple[LimitName, ...]


Fact = (
    RoleNeeds
    | OnlyAwardedBy
    | NothingAwards
    | RuledOut
    | FigureUnknown
    | NoLongerOffered
    | StackOutOfReach
    | PrerequisiteOutOfReach
    | CorequisiteOutOfReach
    | OverLimit
    | LimitsTogether
)


class Relaxation(msgspec.Struct, frozen=True):
    """The smallest change to one limit, the others as they are, that allows full coverage.

    Full coverage is every essential requirement met; beside an `Infeasible` it is any path at all.
    `value` is the new budget, hours, date or number; for `exclude`, `issuer` and the like, where
    there is no smaller step than lifting the limit, it names the credential to let in (to let go,
    for `include`; the stack, for `toward`), or is None for the whole limit.
    """

    limit: LimitName
    value: float | dt.date | CredentialId | StackId | None = None

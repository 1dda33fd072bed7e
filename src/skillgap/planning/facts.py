"""The facts that explanations are made of: values, told by the renderers."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from skillgap.domain.identifiers import CredentialId, RoleId, SkillId, StackId
from skillgap.domain.role import SkillRequirement
from skillgap.frozen import dataclass


class LimitName(StrEnum):
    """A person's own limit, by the option that sets it."""

    BUDGET = "budget"
    HOURS = "hours"
    BY = "by"
    MAX_CREDENTIALS = "max-credentials"
    ISSUER = "issuer"
    LANGUAGE = "language"
    EXCLUDE = "exclude"
    INCLUDE = "include"
    FREE_ONLY = "free-only"
    VERIFIABLE_ONLY = "verifiable-only"
    MIN_RECOGNITION = "min-recognition"
    HANDS_ON = "hands-on"
    TOWARD = "toward"


@dataclass(frozen=True, slots=True)
class RoleNeeds:
    """The role needs any of the requirement's skills at its level."""

    role: RoleId
    requirement: SkillRequirement


@dataclass(frozen=True, slots=True)
class OnlyAwardedBy:
    """These credentials and stacks, and no others in the catalog, award the skill at the level."""

    skill: SkillId
    level: int
    credentials: tuple[CredentialId, ...]
    stacks: tuple[StackId, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingAwards:
    """Nothing in the catalog awards the skill at the level; `best_level` is the most there is."""

    skill: SkillId
    level: int
    best_level: int


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A limit of the person's keeps the credential out by itself."""

    credential: CredentialId
    limit: LimitName


@dataclass(frozen=True, slots=True)
class FigureUnknown:
    """The credential cannot be planned with: `field` is `price` or `workload_hours`."""

    credential: CredentialId
    field: str


@dataclass(frozen=True, slots=True)
class NoLongerOffered:
    """The credential's offer ends before the plan starts: `until` is its last day."""

    credential: CredentialId
    until: dt.date


@dataclass(frozen=True, slots=True)
class StackOutOfReach:
    """The stack cannot be completed: too few of its members are within reach."""

    stack: StackId


@dataclass(frozen=True, slots=True)
class PrerequisiteOutOfReach:
    """The credential needs what no path within the limits can provide.

    One of `skill` (at `level`) and `needed` (any of these credentials) is given; `or_skills` are
    others that would do in place of `skill`.
    """

    credential: CredentialId
    skill: SkillId | None = None
    level: int = 0
    needed: tuple[CredentialId, ...] = ()
    or_skills: tuple[SkillId, ...] = ()


@dataclass(frozen=True, slots=True)
class CorequisiteOutOfReach:
    """The credential goes with another, which no path within the limits can provide."""

    credential: CredentialId
    needed: CredentialId


@dataclass(frozen=True, slots=True)
class OverLimit:
    """The least that a path takes which covers all that is within reach, against the limit on it.

    `needed` and `allowed` are in the limit's own unit: money, hours, credentials; dates for `by`.
    `credential` is given where a single credential already goes beyond the limit. Beside an
    `Infeasible` it is the least that the included credentials take.
    """

    limit: LimitName
    needed: float | dt.date
    allowed: float | dt.date
    credential: CredentialId | None = None


@dataclass(frozen=True, slots=True)
class LimitsTogether:
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


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The smallest change to one limit, the others as they are, that allows full coverage.

    Full coverage is every essential requirement met; beside an `Infeasible` it is any path at all.
    `value` is the new budget, hours, date or number; for `exclude`, `issuer` and the like, where
    there is no smaller step than lifting the limit, it names the credential to let in (to let go,
    for `include`; the stack, for `toward`), or is None for the whole limit.
    """

    limit: LimitName
    value: float | dt.date | CredentialId | StackId | None = None

"""The planner's answers, whole and frozen."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from skillgap.domain.identifiers import CredentialId, RoleId, SkillId, StackId
from skillgap.domain.role import SkillRequirement
from skillgap.frozen import dataclass
from skillgap.gap import SkillGap
from skillgap.planning.facts import Fact, LimitName, Relaxation
from skillgap.planning.request import PlanRequest


class PlanStatus(StrEnum):
    """`optimal` is proven; `feasible` is the best found when a time limit stopped the proof."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


@dataclass(frozen=True, slots=True)
class Closing:
    """A step raises a skill the role asks for, from a level to a level.

    `to_level` is capped at what the role asks.
    """

    skill: SkillId
    from_level: int
    to_level: int


class ReasonKind(StrEnum):
    """Why a step is on the path, the strongest reason that holds."""

    ONLY_WAY = "only-way"
    BEST_WAY = "best-way"
    UNLOCKS = "unlocks"
    COMPLETES_STACK = "completes-stack"
    INCLUDED = "included"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step is there.

    `skills` are what it closes for the reason's sake, `unlocks` the later steps that need it,
    `stacks` what it helps to complete.
    """

    kind: ReasonKind
    skills: tuple[SkillId, ...] = ()
    unlocks: tuple[CredentialId, ...] = ()
    stacks: tuple[StackId, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One credential of a path, in its place and time.

    `money` is in the catalog's currency, `starts` and `ends` are the first and last day.
    """

    order: int
    credential: CredentialId
    closes: tuple[Closing, ...]
    unlocks: tuple[CredentialId, ...]
    reason: Reason
    money: float
    hours: float
    starts: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class StackProgress:
    """How far a stack is along once the path is done; `held` counts what the person had before."""

    stack: StackId
    held: int
    done: int
    needed: int

    @property
    def completed(self) -> bool:
        """Whether the path completes it, or it was complete before."""
        return self.done >= self.needed

    @property
    def progress(self) -> float:
        """The share of its members that are done, 0-1."""
        return min(1.0, self.done / self.needed) if self.needed else 1.0


@dataclass(frozen=True, slots=True)
class Totals:
    """The path added up; `weeks` run from the start to the last day."""

    money: float
    currency: str
    hours: float
    weeks: float
    credentials: int


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A requirement that the path leaves open, and the chain of facts that forbids it.

    `reached` is the level the path gets to.
    """

    requirement: SkillRequirement
    reached: int
    because: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LearningPath:
    """The best path the catalog and the limits allow.

    `objective` is the value of the chosen preference and `bound` what is proven that no path with
    equal coverage can go below, both in the preference's own unit; they are equal where the status
    is optimal. `gaps_before` and `gaps_after` are in the role's order.
    """

    request: PlanRequest
    role: RoleId
    status: PlanStatus
    objective: float
    bound: float
    readiness_before: float
    readiness_after: float
    gaps_before: tuple[SkillGap, ...]
    gaps_after: tuple[SkillGap, ...]
    steps: tuple[Step, ...]
    stacks: tuple[StackProgress, ...]
    totals: Totals
    uncovered: tuple[Uncovered, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()

    @property
    def covers_essentials(self) -> bool:
        """Whether every essential requirement is met in the end."""
        return not any(each.requirement.is_essential for each in self.uncovered)


@dataclass(frozen=True, slots=True)
class Infeasible:
    """No path at all keeps the limits: what was asked contradicts itself, and these facts say how.

    Less than full coverage is not this: the best partial `LearningPath` is given then.
    """

    request: PlanRequest
    role: RoleId
    readiness_before: float
    gaps_before: tuple[SkillGap, ...]
    because: tuple[Fact, ...]
    limits: tuple[LimitName, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()

    status: PlanStatus = PlanStatus.INFEASIBLE

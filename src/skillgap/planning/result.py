"""The answers of the planner."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from skillgap.domain.credential import Credits
from skillgap.domain.identifiers import CredentialId, RoleId, SkillId, StackId
from skillgap.domain.role import SkillRequirement
from skillgap.domain.stack import NO_CREDITS
from skillgap.gap import SkillGap
from skillgap.planning.facts import Fact, Relaxation
from skillgap.planning.request import LimitName, PlanRequest


class PlanStatus(StrEnum):
    """`optimal` is proven; `feasible` is the best found when a time limit stopped the proof."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


class Closing(msgspec.Struct, frozen=True):
    """A step raises a skill the role asks for, from a level to a level.

    `from_level` is that skill's own, whatever else of a group is held. `to_level` is capped at what
    the role asks.
    """

    skill: SkillId
    from_level: int
    to_level: int


class ReasonKind(StrEnum):
    """Why a step is on the path, the strongest reason that holds."""

    ONLY_WAY = "only-way"
    BEST_WAY = "best-way"
    UNLOCKS = "unlocks"
    ACCOMPANIES = "accompanies"
    COMPLETES_STACK = "completes-stack"
    INCLUDED = "included"


class Reason(msgspec.Struct, frozen=True):
    """Why a step is there.

    `skills` are what it closes for the reason's sake, `unlocks` the later steps that need it,
    `stacks` what it helps to complete, `accompanies` the steps that it is a corequisite of.
    """

    kind: ReasonKind
    skills: tuple[SkillId, ...] = ()
    unlocks: tuple[CredentialId, ...] = ()
    stacks: tuple[StackId, ...] = ()
    accompanies: tuple[CredentialId, ...] = ()


class NoteKind(StrEnum):
    """What a note to a step is about."""

    FREE_AUDIT = "free-audit"
    RENEWALS_COUNTED = "renewals-counted"
    RENEWAL_DUE = "renewal-due"
    EXPIRES = "expires"
    OFFER_ENDED = "offer-ended"


class StepNote(msgspec.Struct, frozen=True):
    """What should be known about a step.

    `on` is the day on which it first comes due, `money` what it takes in the catalog's currency,
    None where that is not known, and `times` how often it is counted.
    """

    kind: NoteKind
    on: dt.date | None = None
    money: float | None = None
    times: int | None = None


class Step(msgspec.Struct, frozen=True):
    """One credential of a path, in its place and time.

    `money` is in the catalog's currency, `starts` and `ends` are the first and last day. Renewals
    that are counted are part of `money` and `hours`.
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
    notes: tuple[StepNote, ...] = ()


class LongestChain(msgspec.Struct, frozen=True):
    """Steps each of which needs the one before: no pace of several at once is quicker.

    `weeks` are of study alone, one step right after another.
    """

    credentials: tuple[CredentialId, ...]
    weeks: float


class StackProgress(msgspec.Struct, frozen=True):
    """How far a stack is along once the path is done; `held` counts what the person had before.

    `bonus` is what completing it takes off the value of the preference, in that value's unit.
    """

    stack: StackId
    held: int
    done: int
    needed: int
    bonus: float = 0.0

    @property
    def completed(self) -> bool:
        """Whether the path completes it, or it was complete before."""
        return self.done >= self.needed

    @property
    def progress(self) -> float:
        """The share of its members that are done, 0-1."""
        return min(1.0, self.done / self.needed) if self.needed else 1.0


class StackAdvice(msgspec.Struct, frozen=True):
    """What more would complete a stack that the path leaves unfinished.

    `missing` are the credentials in an order in which they can be taken after the path, `money`
    and `hours` what they take, the stack's discount counted.
    """

    stack: StackId
    missing: tuple[CredentialId, ...]
    money: float
    hours: float


class DiscountGiven(msgspec.Struct, frozen=True):
    """What completing a stack takes off the price of some steps, in the catalog's currency."""

    stack: StackId
    money: float
    credentials: tuple[CredentialId, ...]


class Totals(msgspec.Struct, frozen=True):
    """The path added up; `weeks` run from the start to the last day.

    `money` is what is paid in the end, discounts taken off. `credits` are those of the steps; a
    stack that the path completes and that is worth more than its parts adds the difference.
    """

    money: float
    currency: str
    hours: float
    weeks: float
    credentials: int
    credits: Credits = NO_CREDITS


class Uncovered(msgspec.Struct, frozen=True):
    """A requirement that the path leaves open, and the chain of facts that forbids it.

    `reached` is the level the path gets to.
    """

    requirement: SkillRequirement
    reached: int
    because: tuple[Fact, ...]


class LearningPath(msgspec.Struct, frozen=True):
    """The best path the catalog and the limits allow.

    `objective` is the value of the chosen preference and `bound` what is proven that no path with
    equal coverage can go below, both in the preference's own unit; they are equal where the status
    is optimal. `gaps_before` and `gaps_after` are in the role's order, as are `traits_before` and
    `traits_after`: the traits, which neither readiness nor `uncovered` counts.
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
    discounts: tuple[DiscountGiven, ...] = ()
    advice: tuple[StackAdvice, ...] = ()
    longest_chain: LongestChain | None = None
    was_stopped: bool = False
    traits_before: tuple[SkillGap, ...] = ()
    traits_after: tuple[SkillGap, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether nothing covers more, or as much and is better."""
        return self.status is PlanStatus.OPTIMAL

    @property
    def covers_essentials(self) -> bool:
        """Whether every essential requirement is met in the end."""
        return not any(each.requirement.is_essential for each in self.uncovered)


class Infeasible(msgspec.Struct, frozen=True):
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
    traits_before: tuple[SkillGap, ...] = ()

    status: PlanStatus = PlanStatus.INFEASIBLE

"""What the renderers are given: an answer, and how the question was understood."""

from __future__ import annotations

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.domain.catalog import Catalog
from skillgap.domain.role import RoleProfile
from skillgap.frozen import dataclass
from skillgap.gap import Holdings, SkillGap
from skillgap.matching.match import Match
from skillgap.planning.result import Infeasible, LearningPath


@dataclass(frozen=True, slots=True)
class HeldWord:
    """A skill in a person's words, what it became, and the level it counts at."""

    text: str
    match: Match
    level: int
    is_level_given: bool


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a person's words were taken."""

    catalog: Catalog
    role: RoleProfile
    role_match: Match
    words: tuple[HeldWord, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanReport:
    """A plan's answer, with how the question was understood."""

    understanding: Understanding
    answer: LearningPath | Infeasible


@dataclass(frozen=True, slots=True)
class GapReport:
    """What a role asks against what is held; `readiness` is 0-1."""

    understanding: Understanding
    holdings: Holdings
    gaps: tuple[SkillGap, ...]
    readiness: float

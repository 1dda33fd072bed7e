"""What the renderers are given: an answer, and how the question was understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from skillgap.diagnostics.diagnostic import Diagnostic
    from skillgap.domain.catalog import Catalog
    from skillgap.domain.role import RoleProfile
    from skillgap.domain.skill import SkillLevel
    from skillgap.gap import GapStatus, Holdings, Implied, SkillGap
    from skillgap.gates import GateStanding
    from skillgap.matching.match import Match
    from skillgap.matching.reading.part import Part
    from skillgap.planning.followups.alternatives import Alternatives, Worth
    from skillgap.planning.followups.nearby import Neighborhood
    from skillgap.planning.followups.tradeoff import Tradeoff
    from skillgap.planning.followups.warnings import PathNote
    from skillgap.planning.followups.why_not import Absence
    from skillgap.planning.request import Preference
    from skillgap.planning.result import Infeasible, LearningPath


class HeldWord(msgspec.Struct, frozen=True):
    """A part of a person's words, and the level that it counts at where it is a skill.

    `gives` are the skills that a credential or a job title stands for.
    """

    part: Part
    level: int
    is_level_given: bool
    gives: tuple[SkillLevel, ...] = ()

    @property
    def counted_level(self) -> int | None:
        """The level that counts; None where it is not known which skill is meant."""
        return self.level if self.part.status == "matched" else None


def held_word(part: Part, catalog: Catalog, level: int | None = None) -> HeldWord:
    """Settle the level that a part counts at, and what it gives."""
    from skillgap.matching.reading.held import counted_level, given_by

    return HeldWord(
        part,
        counted_level(part, level),
        is_level_given=level is not None or part.level is not None,
        gives=given_by(part, catalog),
    )


def skill_words(words: Iterable[HeldWord]) -> tuple[HeldWord, ...]:
    """Return the words that are skills, or may be, or are not known."""
    return tuple(
        word
        for word in words
        if word.part.kind in ("skill", "none")
        and word.part.status in ("matched", "ambiguous", "unmatched")
    )


class Understanding(msgspec.Struct, frozen=True):
    """How a person's words were taken; `region` is where they work."""

    catalog: Catalog
    role: RoleProfile
    role_match: Match
    words: tuple[HeldWord, ...] = ()
    implied: tuple[Implied, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    gates: tuple[GateStanding, ...] = ()
    region: str | None = None

    @property
    def skill_words(self) -> tuple[HeldWord, ...]:
        """The words that are skills, or may be, or are not known."""
        return skill_words(self.words)


class PlanReport(msgspec.Struct, frozen=True):
    """A plan's answer, how the question was understood, and what else was asked about it.

    None, or nothing, stands where it was not asked. `has_tradeoff` says that the trade-off was,
    which may be None all the same.
    """

    understanding: Understanding
    answer: LearningPath | Infeasible
    notes: tuple[PathNote, ...] = ()
    worth: tuple[Worth, ...] = ()
    alternatives: Alternatives | None = None
    tradeoff: Tradeoff | None = None
    has_tradeoff: bool = False
    absences: tuple[Absence, ...] = ()


class GapReport(msgspec.Struct, frozen=True):
    """What a role asks against what is held; `readiness` is 0-1, and no trait counts in it."""

    understanding: Understanding
    holdings: Holdings
    gaps: tuple[SkillGap, ...]
    readiness: float
    traits: tuple[SkillGap, ...] = ()

    def count(self, status: GapStatus) -> int:
        """Return how many requirements stand so."""
        return sum(each.status is status for each in self.gaps)


class NearReport(msgspec.Struct, frozen=True):
    """The roles near to somebody who is in the role `now`, or near to a person.

    `now` is then the role they have, None where they do not say. `query` is what was asked.
    """

    catalog: Catalog
    query: str
    now: RoleProfile | None
    is_person: bool
    neighborhood: Neighborhood
    prefer: Preference
    hours_per_week: float
    start: dt.date
    words: tuple[HeldWord, ...] = ()
    implied: tuple[Implied, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def skill_words(self) -> tuple[HeldWord, ...]:
        """The words that are skills, or may be, or are not known."""
        return skill_words(self.words)


class CheckReport(msgspec.Struct, frozen=True):
    """What was found in files: all that was `found`, and what of it is `shown`.

    `learners` counts the people's files that could be read.
    """

    catalog: Catalog
    found: tuple[Diagnostic, ...]
    shown: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    learners: int

    @property
    def hidden(self) -> int:
        """How many findings are not shown."""
        return len(self.found) - len(self.shown)

    @property
    def sizes(self) -> dict[str, int]:
        """How many records of each kind were read."""
        nouns = ("skill", "issuer", "credential", "stack", "role")
        return {noun: len(getattr(self.catalog, f"{noun}s")) for noun in nouns}

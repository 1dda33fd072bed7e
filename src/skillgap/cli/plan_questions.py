"""What else is asked about a plan: why this, why not that, what other ways there are."""

from __future__ import annotations

from typing import Final, Self

import msgspec
from msgspec.structs import replace

from skillgap.cli.values import read_number
from skillgap.domain.identifiers import CredentialId
from skillgap.errors import UserError
from skillgap.planning.result import LearningPath
from skillgap.rendering.report import PlanReport

MOST_ALTERNATIVES: Final = 100


class PlanQuestions(msgspec.Struct, frozen=True):
    """What was typed."""

    asks_why: bool = False
    why_not: tuple[str, ...] = ()
    alternatives: str | None = None
    tradeoff: bool = False
    is_exact: bool = False

    def checked(self) -> Self:
        """Give the questions back once every figure in them can be read."""
        read_alternatives(self.alternatives)
        if self.is_exact and not self.tradeoff:
            raise UserError("`--exact` goes with `--tradeoff`", hint="add `--tradeoff`")
        return self


def answer_questions(report: PlanReport, questions: PlanQuestions) -> PlanReport:
    """Answer what was asked about a plan, and say what is to be weighed in it.

    Raises `UserError` for a credential that the catalog lacks.
    """
    catalog, answer = report.understanding.catalog, report.answer
    absent: tuple[CredentialId, ...] = ()
    if questions.why_not:
        from skillgap.cli.choices import find_credentials

        absent = find_credentials("--why-not", questions.why_not, catalog)
    if isinstance(answer, LearningPath):
        from skillgap.planning.followups.warnings import find_notes

        report = replace(report, notes=find_notes(catalog, answer))
        if questions.asks_why:
            from skillgap.planning.followups.alternatives import find_worth

            report = replace(report, worth=find_worth(catalog, answer))
    if questions.alternatives is not None:
        from skillgap.planning.followups.alternatives import find_alternatives

        count = read_alternatives(questions.alternatives)
        found = find_alternatives(catalog, answer.request, count)
        report = replace(report, alternatives=found)
    if questions.tradeoff:
        from skillgap.planning.followups.tradeoff import POINTS_BY_DEFAULT, find_tradeoff

        at_most = None if questions.is_exact else POINTS_BY_DEFAULT
        frontier = find_tradeoff(catalog, answer.request, at_most=at_most)
        report = replace(report, tradeoff=frontier, has_tradeoff=True)
    if absent:
        from skillgap.planning.followups.why_not import why_not

        report = replace(report, absences=why_not(catalog, answer.request, absent))
    return report


def read_alternatives(text: str | None) -> int:
    """Read `--alternatives`."""
    value = read_number(
        "--alternatives", text, at_least=1, at_most=MOST_ALTERNATIVES, is_whole=True
    )
    return int(value or 0)

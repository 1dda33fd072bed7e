"""What a script should notice about a plan, as diagnostics."""

from __future__ import annotations

from msgspec.structs import replace

from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.planning.result import Infeasible, PlanStatus
from skillgap.rendering.facts_text import FactTeller
from skillgap.rendering.figures import counted, listed
from skillgap.rendering.names import Names
from skillgap.rendering.report import PlanReport
from skillgap.rendering.sources_text import footing


def with_verdicts(report: PlanReport) -> PlanReport:
    """Give the report with what is to be said of its answer among its diagnostics."""
    understanding = report.understanding
    diagnostics = (*understanding.diagnostics, *verdicts(report))
    return replace(report, understanding=replace(understanding, diagnostics=diagnostics))


def verdicts(report: PlanReport) -> list[Diagnostic]:
    """Say where coverage is not full, the proof not finished, or a figure was never read."""
    answer, catalog = report.answer, report.understanding.catalog
    teller = FactTeller(Names(catalog))
    hint = listed([teller.change(each) for each in answer.relaxations], "or")
    help_ = f"{hint} would help" if hint else ""
    if isinstance(answer, Infeasible):
        return [diagnose("SG601", "no path keeps these limits", hint=help_)]
    found = []
    still_open = [each for each in answer.uncovered if each.requirement.is_essential]
    if still_open:
        skills = counted(len(still_open), "essential skill").replace("\u00a0", " ")
        verb = "stays" if len(still_open) == 1 else "stay"
        found.append(diagnose("SG601", f"{skills} {verb} open", hint=help_))
    base = footing(catalog, [step.credential for step in answer.steps], answer.request.start)
    if base.read < base.steps:
        found.append(
            diagnose(
                "SG602",
                f"the figures of {base.steps - base.read} of {base.steps} steps were never read"
                " from a source",
                hint="check prices and hours before you pay",
            )
        )
    if answer.status is PlanStatus.FEASIBLE:
        found.append(
            diagnose(
                "SG603",
                "the path is the best found in time, not proven best",
                hint="`--time-limit` gives it longer",
            )
        )
    return found

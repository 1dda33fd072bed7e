"""Why a credential is not on the path, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from skillgap.planning.absence import Absence, AbsenceKind
from skillgap.planning.request import PlanRequest
from skillgap.rendering.differences import tell_more, tell_swap, tell_value
from skillgap.rendering.fact_groups import tell_chain
from skillgap.rendering.facts_text import FactTeller
from skillgap.rendering.names import Names
from skillgap.rendering.open_text import write_clauses
from skillgap.rendering.page import Page
from skillgap.rendering.spans import Span, Style

WITH_IT: Final = "any path that covers as much and takes it"


def write_why_not(
    page: Page, absences: Sequence[Absence], request: PlanRequest, names: Names
) -> None:
    """Write of each credential why it is not on the path."""
    page.heading("Why not")
    for each in absences:
        page.blank()
        title = Span(names.credential(each.credential), Style.STRONG)
        page.text([title, Span(f"  {each.credential}", Style.DIM)], indent=2, hang=2)
        page.text(tell_absence(each, names), indent=4)
        if each.facts:
            write_clauses(page, tell_chain(each.facts, FactTeller(names, WITH_IT)), indent=4)
        if each.more is None:
            continue
        currency = names.catalog.currency
        told = (
            f"The best path with it: {tell_more(each.more, currency)};"
            f" {tell_value(each.more, request.prefer, currency)}"
        )
        page.text(told + ("" if each.is_proven else "; not proven"), indent=4)
        for label, words in tell_swap(each.more, names):
            page.entry(Span(label, Style.DIM), words, indent=4, label_width=7)


def tell_absence(absence: Absence, names: Names) -> str:
    """Say in one sentence what keeps a credential off the path."""
    held = [f"{names.skill(each.skill)} at level {each.level}" for each in absence.held_skills]
    because_held = f": you hold {' and '.join(held)}" if held else ""
    dominating = names.credential(absence.dominated_by) if absence.dominated_by else ""
    return {
        AbsenceKind.ON_PATH: f"It is on the path, as step {absence.order}.",
        AbsenceKind.HELD: "You hold it already.",
        AbsenceKind.RULED_OUT: "A limit of yours rules it out:",
        AbsenceKind.FIGURE_UNKNOWN: "A figure of it is not known:",
        AbsenceKind.NO_LONGER_OFFERED: "It is no longer on offer:",
        AbsenceKind.OVER_LIMIT: "It goes beyond a limit of yours all by itself:",
        AbsenceKind.OUT_OF_REACH: "A prerequisite of it is out of reach:",
        AbsenceKind.NO_ROOM: "There is no room for it beside what the path covers:",
        AbsenceKind.NOT_SETTLED: "Time ran out before it was known. `--time-limit` gives it longer",
        AbsenceKind.ADDS_NOTHING: "It adds nothing: it closes no open skill and unlocks nothing"
        f" that does{because_held}.",
        AbsenceKind.DOMINATED: f"It is dominated: {dominating}, which is on the path, serves all"
        " that it serves here and takes no more of anything.",
        AbsenceKind.COSTS_MORE: "It would do, but the path would be worse.",
        AbsenceKind.TIED: "It would do as well: paths with and without it are equal.",
    }[absence.kind]

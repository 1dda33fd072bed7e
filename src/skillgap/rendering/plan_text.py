"""A plan as a person reads it."""

from __future__ import annotations

from skillgap.planning.request import Preference
from skillgap.planning.result import (
    Infeasible,
    LearningPath,
    PlanStatus,
)
from skillgap.rendering.figures import cash, counted, number, percent, weeks
from skillgap.rendering.gap_table import StepOrders, write_gap
from skillgap.rendering.names import Names
from skillgap.rendering.page import Page, bar
from skillgap.rendering.report import PlanReport
from skillgap.rendering.sources_text import footing, tell_age, tell_footing
from skillgap.rendering.spans import Span, Style
from skillgap.rendering.steps_text import write_steps
from skillgap.rendering.totals_text import write_stacks, write_totals
from skillgap.rendering.understanding_text import write_role, write_words

BAR_COLUMNS = 40


def write_plan(page: Page, report: PlanReport) -> None:
    """Write the whole report."""
    names = Names(report.understanding.catalog)
    answer = report.answer
    write_role(page, report.understanding)
    write_words(page, report.understanding.words)
    if isinstance(answer, Infeasible):
        write_readiness(
            page, answer.readiness_before, None, with_optional=answer.request.include_optional
        )
        page.heading("Gap")
        write_gap(page, names, answer.gaps_before)
        from skillgap.rendering.open_text import write_infeasible

        page.blank()
        write_infeasible(page, answer, names)
        write_extras(page, report, names)
        return
    write_readiness(
        page,
        answer.readiness_before,
        answer.readiness_after,
        with_optional=answer.request.include_optional,
    )
    page.heading("Gap")
    write_gap(page, names, answer.gaps_before, answer.gaps_after, step_orders(answer))
    write_path(page, report, answer, names)
    if answer.uncovered:
        from skillgap.rendering.open_text import write_uncovered

        write_uncovered(page, answer, names)
    write_extras(page, report, names)


def write_extras(page: Page, report: PlanReport, names: Names) -> None:
    """Write what else was asked."""
    if report.alternatives is not None:
        from skillgap.rendering.alternatives_text import write_alternatives

        write_alternatives(page, report.alternatives, names)
    if report.has_tradeoff:
        from skillgap.rendering.tradeoff_text import write_tradeoff

        write_tradeoff(page, report.tradeoff)
    if report.absences:
        from skillgap.rendering.why_not_text import write_why_not

        write_why_not(page, report.absences, report.answer.request, names)


def write_readiness(
    page: Page, before: float, after: float | None, *, with_optional: bool = False
) -> None:
    """Draw how ready the person is, now and at the end of the path."""
    counted_skills = "essential and optional skills" if with_optional else "essential skills"
    page.heading("Readiness", f"{counted_skills}, by level and weight")
    columns = min(BAR_COLUMNS, page.width - 24)
    now = bar(before, columns, page.glyphs)
    shown = [("now", before, now)]
    if after is not None:
        shown.append(("after the path", after, bar(before, columns, page.glyphs, after)))
    width = max(len(label) for label, _, _ in shown)
    for label, share, drawn in shown:
        tail = Span(f"  {percent(share):>4}", Style.STRONG)
        page.add((Span(f"  {label:<{width}}  "), *drawn, tail))


def step_orders(answer: LearningPath) -> StepOrders:
    """Find which steps raise which requirement."""
    return {
        place: tuple(
            step.order
            for step in answer.steps
            if any(each.skill in gap.requirement.skills for each in step.closes)
        )
        for place, gap in enumerate(answer.gaps_before)
    }


def write_path(page: Page, report: PlanReport, answer: LearningPath, names: Names) -> None:
    """Write the steps, what they add up to, and how sure all of it is."""
    if not answer.steps:
        page.heading("Path")
        if any(gap.short_by for gap in answer.gaps_before):
            page.text("There is no step that these limits allow and that would help.", indent=2)
        else:
            page.text("Nothing to earn: you hold everything this role asks for.", indent=2)
        write_stacks(page, answer, names)
        page.blank()
        page.text(tell_proof(answer), indent=2)
        return
    in_order = ", each after what it needs" if len(answer.steps) > 1 else ""
    page.heading("Path", counted(len(answer.steps), "step") + in_order)
    write_steps(page, answer, names, report.worth)
    write_stacks(page, answer, names)
    page.heading("Totals")
    write_totals(page, answer, names)
    page.blank()
    page.text(tell_proof(answer), indent=2)
    taken = [step.credential for step in answer.steps]
    found = footing(names.catalog, taken, answer.request.start)
    for told in filter(None, (tell_footing(found), tell_age(found))):
        page.text(Span(told, Style.WARN), indent=2)
    for note in report.notes:
        from skillgap.rendering.notes_text import tell_note

        page.text(
            [Span(f"{page.glyphs.unsure} ", Style.WARN), Span(tell_note(note, names))], indent=2
        )


def tell_proof(answer: LearningPath) -> list[Span]:
    """Say how sure it is that this path is the best."""
    if answer.status is PlanStatus.OPTIMAL:
        return [
            Span("Proven optimal", Style.GOOD),
            Span(": no path covers more, and none that covers as much is better by "),
            Span(f"`--prefer {answer.request.prefer}`"),
        ]
    when = "before it was stopped" if answer.was_stopped else "in time"
    best, bound = tell_objective(answer, answer.objective), tell_objective(answer, answer.bound)
    return [
        Span(f"Best found {when}, not proven", Style.WARN),
        Span(f": it comes to {best} by `--prefer {answer.request.prefer}`; no path with the same"),
        Span(f" coverage can come to less than {bound}. `--time-limit` gives it longer"),
    ]


def tell_objective(answer: LearningPath, value: float) -> str:
    """Write a value of the preference in its own unit."""
    prefer, currency = answer.request.prefer, answer.totals.currency
    if prefer is Preference.CHEAPEST:
        return cash(value, currency)
    if prefer is Preference.FASTEST:
        return weeks(value)
    if prefer is Preference.FEWEST:
        return counted(value, "credential")
    return number(value, decimals=2)

"""A plan as a person reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from skillgap.domain.money import PricePer
from skillgap.planning.request import Preference
from skillgap.planning.result import (
    Infeasible,
    LearningPath,
    NoteKind,
    PlanStatus,
    StackAdvice,
    StackProgress,
    Step,
    StepNote,
)
from skillgap.rendering.gap import StepOrders, write_gap, write_readiness, write_traits
from skillgap.rendering.gates import write_gates
from skillgap.rendering.layout.page import Column, Page, bar, row
from skillgap.rendering.layout.spans import Line, Span, Style
from skillgap.rendering.layout.words import Names, cash, day, hours, money, tell_credits, weeks
from skillgap.rendering.plan.extras import tell_figure
from skillgap.rendering.plan.facts import tell_reason
from skillgap.rendering.report import PlanReport
from skillgap.rendering.sources_text import path_footing, tell_age, tell_footing
from skillgap.rendering.understanding_text import write_role, write_words
from skillgap.text import counted, listed, number, shortened

if TYPE_CHECKING:
    from skillgap.planning.followups.alternatives import Worth

WIDE: Final = 84
TIMELINE_COLUMNS: Final = 24
UNLOCKED_AT_MOST: Final = 4
CHAIN_AT_MOST = 6


def write_plan(page: Page, report: PlanReport) -> None:
    """Write the whole report."""
    names = Names(report.understanding.catalog)
    answer = report.answer
    write_role(page, report.understanding)
    understood = report.understanding
    write_words(page, Names(understood.catalog), understood.words, understood.implied)
    after = None if isinstance(answer, Infeasible) else answer.readiness_after
    with_optional = answer.request.include_optional
    write_readiness(page, answer.readiness_before, after, with_optional=with_optional)
    write_gates(page, report.understanding.gates, report.understanding.region)
    page.heading("Gap")
    if isinstance(answer, Infeasible):
        from skillgap.rendering.plan.open import write_infeasible

        write_gap(page, names, answer.gaps_before)
        write_traits(page, names, answer.traits_before)
        page.blank()
        write_infeasible(page, answer, names)
    else:
        write_gap(page, names, answer.gaps_before, answer.gaps_after, step_orders(answer))
        write_traits(page, names, answer.traits_before, answer.traits_after)
        write_path(page, report, answer, names)
        if answer.uncovered:
            from skillgap.rendering.plan.open import write_uncovered

            write_uncovered(page, answer, names)
    write_extras(page, report, names)


def write_extras(page: Page, report: PlanReport, names: Names) -> None:
    """Write what else was asked."""
    if report.alternatives is not None:
        from skillgap.rendering.plan.extras import write_alternatives

        write_alternatives(page, report.alternatives, names)
    if report.has_tradeoff:
        from skillgap.rendering.plan.extras import write_tradeoff

        write_tradeoff(page, report.tradeoff)
    if report.absences:
        from skillgap.rendering.plan.open import write_why_not

        write_why_not(page, report.absences, report.answer.request, names)


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
            apart = " beside traits" if any(each.short_by for each in answer.traits_before) else ""
            told = f"Nothing to earn: you hold everything this role asks for{apart}."
            page.text(told, indent=2)
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
    found = path_footing(answer, names.catalog)
    for told in filter(None, (tell_footing(found), tell_age(found))):
        page.text(Span(told, Style.WARN), indent=2)
    for note in report.notes:
        from skillgap.rendering.plan.extras import tell_note

        page.text(
            [Span(f"{page.glyphs.unsure} ", Style.WARN), Span(tell_note(note, names))], indent=2
        )


def write_stacks(page: Page, answer: LearningPath, names: Names) -> None:
    """Write the stacks that the path completes or brings along, and what would finish some."""
    if not answer.stacks:
        return
    page.heading("Stacks")
    rows = []
    for each in sorted(answer.stacks, key=lambda stack: (-stack.progress, stack.stack)):
        mark = Span(page.glyphs.met, Style.GOOD) if each.completed else Span(page.glyphs.dot)
        known = names.catalog.stacks.get(each.stack)
        issuer = names.issuer(known.issuer) if known and known.issuer else ""
        title = (Span(names.stack(each.stack)), Span(f"  {issuer}" if issuer else "", Style.DIM))
        rows.append(row(mark, title, bar(each.progress, 10, page.glyphs), state_of(each, answer)))
    page.table([Column(""), Column("", is_flexible=True), Column(""), Column("")], rows, indent=2)
    for advice in answer.advice:
        told = tell_advice(advice, answer.totals.currency, names)
        page.text([Span("hint", Style.HINT), Span(f": {told}")], indent=2, hang=6)


def state_of(stack: StackProgress, answer: LearningPath) -> str:
    """Say how far a stack is, and what completing it counts for in the value."""
    if not stack.completed:
        return f"{stack.done} of {stack.needed}"
    if not stack.bonus:
        return "complete"
    is_money = answer.request.prefer is Preference.BALANCED
    bonus = cash(stack.bonus, answer.totals.currency) if is_money else number(stack.bonus)
    return f"complete, worth {bonus}"


def tell_advice(advice: StackAdvice, currency: str, names: Names) -> str:
    """Say that two more credentials make this a diploma."""
    more = counted(len(advice.missing), "more credential")
    verb = "completes" if len(advice.missing) == 1 else "complete"
    missing = listed([names.credential(each) for each in advice.missing])
    takes = f"{cash(advice.money, currency)} and {hours(advice.hours)}"
    return (
        f"{more} {verb} {names.stack(advice.stack)}: {missing}, {takes} (`--toward {advice.stack}`)"
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
    prefer, currency = answer.request.prefer, answer.totals.currency
    best, bound = (tell_figure(each, prefer, currency) for each in (answer.objective, answer.bound))
    return [
        Span(f"Best found {when}, not proven", Style.WARN),
        Span(f": it comes to {best} by `--prefer {prefer}`; no path with the same"),
        Span(f" coverage can come to less than {bound}. `--time-limit` gives it longer"),
    ]


def write_steps(
    page: Page, answer: LearningPath, names: Names, worth: Sequence[Worth] = ()
) -> None:
    """Write each step: what it is, when, what it takes, what it closes and why it is there.

    `worth` says of some what the path would be without them.
    """
    number_width = len(str(len(answer.steps)))
    without = {each.credential: tell_worth(each, answer) for each in worth}
    for step in answer.steps:
        page.blank()
        write_step(page, answer, step, names, number_width)
        if step.credential in without:
            told = without[step.credential]
            label = Span("without", Style.DIM)
            page.entry(label, told, indent=number_width + 4, label_width=7)


def tell_worth(worth: Worth, answer: LearningPath) -> str:
    """Say what the best path without a step is like."""
    if worth.extra is None:
        return "no path covers as much"
    prefer, currency = answer.request.prefer, answer.totals.currency
    if not worth.extra:
        return f"another path is as good by `--prefer {prefer}`"
    return f"{tell_figure(worth.extra, prefer, currency)} worse by `--prefer {prefer}`"


def write_step(
    page: Page, answer: LearningPath, step: Step, names: Names, number_width: int
) -> None:
    """Write one step."""
    indent = number_width + 4
    number = Span(f"{step.order:>{number_width}}  ", Style.DIM)
    title = Span(names.credential(step.credential), Style.STRONG)
    issuer = Span(byline(step, answer, names), Style.DIM)
    when = f"{day(step.starts)}\u00a0{page.glyphs.arrow}\u00a0{day(step.ends)}"
    takes, costs = hours(step.hours), money(step.money, answer.totals.currency)
    if page.width >= WIDE:
        figures = (Span(f"{takes:>9}"), Span(f"{costs:>13}", Style.STRONG))
        page.sides([number, title], figures, indent=2, hang=number_width + 2)
        page.sides(issuer, (*timeline(page, answer, step), Span(f"  {when}")), indent=indent)
    else:
        page.text([number, title], indent=2, hang=number_width + 2)
        page.text(issuer, indent=indent)
        page.text(f" {page.glyphs.dot} ".join((when, takes, costs)), indent=indent)
    for label, words in details(page, answer, step, names):
        page.entry(Span(label, Style.DIM), words, indent=indent, label_width=7)


def byline(step: Step, answer: LearningPath, names: Names) -> str:
    """Return the issuer, and how the money comes about where it is a subscription."""
    issuer = names.issuer_of(step.credential)
    credential = names.catalog.credentials.get(step.credential)
    if credential is None or credential.price.per is not PricePer.MONTH or not step.money:
        return issuer
    amount = credential.price.amount
    currency = credential.price.currency or answer.totals.currency
    if not amount or currency != answer.totals.currency:
        return issuer
    counted_in = sum(
        note.money or 0 for note in step.notes if note.kind is NoteKind.RENEWALS_COUNTED
    )
    months = round((step.money - counted_in) / amount)
    return f"{issuer}, {counted(months, 'month')} at {cash(amount, currency)}"


def timeline(page: Page, answer: LearningPath, step: Step) -> Line:
    """Draw when the step runs within the whole of the path."""
    first = answer.request.start
    last = max(each.ends for each in answer.steps)
    whole = max(1, (last - first).days + 1)
    start = cell(step.starts, first, whole)
    end = max(start + 1, cell(step.ends + dt.timedelta(days=1), first, whole))
    return (
        Span(page.glyphs.bar_open * start, Style.DIM),
        Span(page.glyphs.bar_held * (end - start), Style.HELD),
        Span(page.glyphs.bar_open * (TIMELINE_COLUMNS - end), Style.DIM),
    )


def cell(when: dt.date, first: dt.date, whole: int) -> int:
    """Return the place of a day on the timeline."""
    return min(TIMELINE_COLUMNS, max(0, round((when - first).days * TIMELINE_COLUMNS / whole)))


def details(page: Page, answer: LearningPath, step: Step, names: Names) -> list[tuple[str, Line]]:
    """Return what the step closes and unlocks, and why it is there."""
    found = []
    if step.closes:
        found.append(("closes", closings(page, step, names)))
    if step.unlocks:
        titles = shortened([names.credential(each) for each in step.unlocks], UNLOCKED_AT_MOST)
        found.append(("unlocks", (Span(titles),)))
    currency = answer.totals.currency
    found += [("note", (Span(tell_step_note(each, currency)),)) for each in step.notes]
    found.append(
        ("why", (Span(tell_reason(step, answer.request, names, is_proven=answer.is_proven)),))
    )
    return found


def closings(page: Page, step: Step, names: Names) -> Line:
    """Return each skill with the level it goes from and to: `SQL 0→2`."""
    spans: list[Span] = []
    for each in step.closes:
        if spans:
            spans.append(Span(", "))
        spans.append(Span(f"{names.skill(each.skill)}\u00a0"))
        raised = f"{each.from_level}{page.glyphs.arrow}{each.to_level}"
        spans.append(Span(raised, Style.GOOD))
    return tuple(spans)


def tell_step_note(note: StepNote, currency: str) -> str:
    """Return a note as one sentence without a full stop; `currency` is the catalog's."""
    when = day(note.on) if note.on is not None else ""
    match note.kind:
        case NoteKind.FREE_AUDIT:
            price = cash(note.money or 0, currency)
            return f"the lessons are free to follow; {price} is for the certificate alone"
        case NoteKind.RENEWALS_COUNTED:
            times = counted(note.times or 0, "renewal")
            return f"{times} counted, {cash(note.money or 0, currency)} of it, the first by {when}"
        case NoteKind.RENEWAL_DUE:
            known = note.money is not None
            price = f"for {cash(note.money or 0, currency)}" if known else "at a price not known"
            return f"to be renewed by {when}, before the path ends, {price}; not counted here"
        case NoteKind.EXPIRES:
            return f"expires on {when}, before the path ends"
        case NoteKind.OFFER_ENDED:
            return f"can be begun until {when}, and no order of the path begins it by then"


def write_totals(page: Page, answer: LearningPath, names: Names) -> None:
    """Write what the path adds up to."""
    totals = answer.totals
    pace = f"{number(answer.request.hours_per_week)}\u00a0h a week"
    if answer.request.at_once > 1:
        pace += f", at most {answer.request.at_once} at once"
    first = answer.request.start
    last = max((step.ends for step in answer.steps), default=first)
    span = f"{day(first)} {page.glyphs.arrow} {day(last)}"
    sums = [
        ("money", cash(totals.money, totals.currency)),
        ("hours", f"{hours(totals.hours)} at {pace}"),
        ("time", f"{weeks(totals.weeks)}, {span}"),
        ("credentials", number(totals.credentials)),
        ("credits", tell_credits(totals.credits)),
    ]
    for label, told in sums:
        if told:
            page.entry(Span(label, Style.DIM), Span(told, Style.STRONG), indent=2, label_width=11)
    for each in answer.discounts:
        off = f"{cash(each.money, totals.currency)} off for all of {names.stack(each.stack)}"
        page.entry(
            Span("discount", Style.DIM), f"{off}, taken off already", indent=2, label_width=11
        )
    if chain := answer.longest_chain:
        titles = [names.credential(each) for each in chain.credentials]
        if len(titles) > CHAIN_AT_MOST:
            titles = [*titles[:2], f"{len(titles) - 4} more", *titles[-2:]]
        order = f" {page.glyphs.arrow} ".join(titles)
        told = f"{weeks(chain.weeks)} of steps that wait for one another: {order}"
        page.entry(Span("chain", Style.DIM), told, indent=2, label_width=11)

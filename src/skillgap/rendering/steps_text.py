"""The steps of a path, in their order and time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from skillgap.domain.money import PricePer
from skillgap.planning.result import LearningPath, NoteKind, Step
from skillgap.rendering.differences import tell_figure
from skillgap.rendering.figures import cash, counted, day, hours, money, shortened
from skillgap.rendering.names import Names
from skillgap.rendering.page import Page
from skillgap.rendering.reasons_text import tell_reason
from skillgap.rendering.spans import Line, Span, Style
from skillgap.rendering.step_notes_text import tell_step_note

if TYPE_CHECKING:
    from skillgap.planning.worth import Worth

WIDE: Final = 84
TIMELINE_COLUMNS: Final = 24
UNLOCKED_AT_MOST: Final = 4


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
    """Give the issuer, and how the money comes about where it is a subscription."""
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


def details(page: Page, answer: LearningPath, step: Step, names: Names) -> list[tuple[str, Line]]:
    """Give what the step closes and unlocks, and why it is there."""
    found = []
    if step.closes:
        found.append(("closes", closings(page, step, names)))
    if step.unlocks:
        titles = shortened([names.credential(each) for each in step.unlocks], UNLOCKED_AT_MOST)
        found.append(("unlocks", (Span(titles),)))
    currency = answer.totals.currency
    found += [("note", (Span(tell_step_note(each, currency)),)) for each in step.notes]
    found.append(("why", (Span(tell_reason(step, answer.request, names)),)))
    return found


def closings(page: Page, step: Step, names: Names) -> Line:
    """Give each skill with the level it goes from and to: `SQL 0→2`."""
    spans: list[Span] = []
    for each in step.closes:
        if spans:
            spans.append(Span(", "))
        spans.append(Span(f"{names.skill(each.skill)}\u00a0"))
        raised = f"{each.from_level}{page.glyphs.arrow}{each.to_level}"
        spans.append(Span(raised, Style.GOOD))
    return tuple(spans)


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
    """Give the place of a day on the timeline."""
    return min(TIMELINE_COLUMNS, max(0, round((when - first).days * TIMELINE_COLUMNS / whole)))

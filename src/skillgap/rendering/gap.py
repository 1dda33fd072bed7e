"""The gap as a table with bars, before and (where there is a path) after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from skillgap.gap import GapStatus, SkillGap, trait_share
from skillgap.rendering.gates import write_gates
from skillgap.rendering.layout.page import Column, Page, Row, bar, row
from skillgap.rendering.layout.spans import Line, Span, Style, as_line
from skillgap.rendering.layout.words import Names, percent, tell_levels
from skillgap.rendering.report import GapReport
from skillgap.rendering.understanding_text import write_role, write_words
from skillgap.text import counted

LEVELS: Final = 5
WIDE: Final = 84
StepOrders = Mapping[int, tuple[int, ...]]
"""Which steps raise which requirement, by the requirement's place in the role."""

BAR_COLUMNS: Final = 40
HOW_TO_SHOW: Final = (
    "Show them by what you did: say where you were, what you took on and what came of it, and name"
    " somebody who saw it."
)


def write_gap_report(page: Page, report: GapReport) -> None:
    """Write the whole report."""
    write_role(page, report.understanding)
    understood = report.understanding
    write_words(page, Names(understood.catalog), understood.words, understood.implied)
    write_readiness(page, report.readiness, None)
    write_gates(page, report.understanding.gates, report.understanding.region)
    held, short, missing = map(report.count, GapStatus)
    page.heading("Gap", f"{counted(held, 'skill')} held, {short} short, {missing} missing")
    names = Names(report.understanding.catalog)
    write_gap(page, names, report.gaps)
    write_traits(page, names, report.traits)


def write_readiness(
    page: Page, before: float, after: float | None, *, with_optional: bool = False
) -> None:
    """Draw how ready the person is, now and at the end of the path."""
    counted_skills = "essential and optional skills" if with_optional else "essential skills"
    page.heading("Readiness", f"{counted_skills}, by level and weight")
    write_bars(page, before, after)


def write_bars(page: Page, before: float, after: float | None) -> None:
    """Draw a share, now and where there is one at the end of the path."""
    columns = min(BAR_COLUMNS, page.width - 24)
    now = bar(before, columns, page.glyphs)
    shown = [("now", before, now)]
    if after is not None:
        shown.append(("after the path", after, bar(before, columns, page.glyphs, after)))
    width = max(len(label) for label, _, _ in shown)
    for label, part, drawn in shown:
        tail = Span(f"  {percent(part):>4}", Style.STRONG)
        page.add((Span(f"  {label:<{width}}  "), *drawn, tail))


def write_gap(
    page: Page,
    names: Names,
    before: Sequence[SkillGap],
    after: Sequence[SkillGap] | None = None,
    steps: StepOrders | None = None,
) -> None:
    """Write the requirements and what their bars mean.

    `after` and `steps` are left out where there is no path to speak of.
    """
    if not before:
        page.text("This role asks for no skills.", indent=2)
        return
    write_requirements(page, names, before, after, steps)
    page.blank()
    page.text(legend(page, is_planned=after is not None), indent=2)
    page.text(Span(f"levels: {tell_levels()}", Style.DIM), indent=2, hang=2)


def write_traits(
    page: Page,
    names: Names,
    before: Sequence[SkillGap],
    after: Sequence[SkillGap] | None = None,
) -> None:
    """Write the traits of a role in a bar of their own, and how to show them."""
    if not before:
        return
    page.heading("Traits", "shown at work, so no step is taken for them, and counted apart")
    write_bars(page, trait_share(before), None if after is None else trait_share(after))
    page.blank()
    write_requirements(page, names, before, after)
    page.blank()
    page.text(HOW_TO_SHOW, indent=2)
    if after is not None and any(each.short_by for each in after):
        page.text(Span("`--transversal` plans for them like any other skill", Style.DIM), indent=2)


def write_requirements(
    page: Page,
    names: Names,
    before: Sequence[SkillGap],
    after: Sequence[SkillGap] | None = None,
    steps: StepOrders | None = None,
) -> None:
    """Write the essential requirements and below them the optional ones, weightiest first."""
    rows: list[Row] = []
    for is_essential, title in ((True, "essential"), (False, "optional")):
        places = [
            place
            for place, gap in enumerate(before)
            if gap.requirement.is_essential is is_essential
        ]
        places.sort(key=lambda place: (-before[place].requirement.importance, place))
        for number, place in enumerate(places):
            reached = after[place] if after is not None else None
            kind = title if number == 0 else ""
            orders = (steps or {}).get(place, ())
            rows.append(gap_row(page, names, kind, before[place], reached, orders))
    page.table(gap_columns(page, is_planned=after is not None), rows, indent=2)


def gap_row(
    page: Page,
    names: Names,
    kind: str,
    gap: SkillGap,
    reached: SkillGap | None,
    orders: tuple[int, ...],
) -> Row:
    """Return one requirement as a row."""
    need = gap.requirement.level
    then = reached.held if reached else gap.held
    lead = reached.skill if reached else gap.skill
    label = names.requirement(gap.requirement, lead)
    cells: list[Line] = [as_line(mark(page, gap, then))]
    if page.width >= WIDE:
        cells.append(as_line(Span(kind, Style.DIM)))
        cells.append(as_line(label))
    else:
        aside = "" if gap.requirement.is_essential else " (optional)"
        cells.append((Span(label), Span(aside, Style.DIM)))
    cells.append(level_bar(page, gap.held if lead == gap.skill else 0, then, need))
    cells.append(as_line(str(gap.held)))
    if reached:
        cells.append(as_line(str(then)))
    cells.append(as_line(str(need)))
    if page.width >= WIDE:
        cells.append(as_line(Span(percent(gap.requirement.importance), Style.DIM)))
    cells.append(as_line(outcome(gap, then, orders, is_planned=reached is not None)))
    return row(*cells)


def mark(page: Page, gap: SkillGap, then: int) -> Span:
    """Return the mark of how a requirement stands in the end."""
    if gap.short_by == 0:
        return Span(page.glyphs.met, Style.GOOD)
    if then >= gap.requirement.level:
        return Span(page.glyphs.added, Style.GOOD)
    return Span(page.glyphs.open, Style.WARN if then > gap.held else Style.BAD)


def level_bar(page: Page, held: int, then: int, need: int) -> Line:
    """Draw the five levels: held, added by the path, still open, and not asked for."""
    cells = 2 if page.width >= WIDE else 1
    spans = []
    for level in range(1, LEVELS + 1):
        if level <= min(held, then):
            spans.append(Span(page.glyphs.bar_held * cells, Style.HELD))
        elif level <= then:
            spans.append(Span(page.glyphs.bar_added * cells, Style.ADDED))
        elif level <= need:
            spans.append(Span(page.glyphs.bar_open * cells, Style.OPEN))
        else:
            spans.append(Span(page.glyphs.bar_beyond * cells))
    return tuple(spans)


def outcome(gap: SkillGap, then: int, orders: tuple[int, ...], *, is_planned: bool) -> Span:
    """Say in words what the mark and the bar show."""
    if gap.short_by == 0:
        return Span("held", Style.GOOD)
    if not is_planned:
        if gap.held == 0:
            return Span("missing", Style.BAD)
        return Span(f"short by\u00a0{gap.short_by}", Style.WARN)
    named = ", ".join(str(each) for each in orders)
    if then >= gap.requirement.level:
        return Span(named or "path", Style.PLAIN)
    return Span(f"{named}, open" if named else "open", Style.BAD)


def gap_columns(page: Page, *, is_planned: bool) -> list[Column]:
    """Return the columns that fit the page."""
    shown = [
        Column(""),
        Column("skill", is_flexible=True, min_width=14),
        Column(""),
        Column("now", align_right=True),
    ]
    if is_planned:
        shown.append(Column("then", align_right=True))
    shown.append(Column("need", align_right=True))
    if page.width >= WIDE:
        shown.append(Column("weight", align_right=True))
    shown.append(Column("by step" if is_planned else "gap"))
    if page.width >= WIDE:
        shown.insert(1, Column("", is_flexible=False))
    return shown


def legend(page: Page, *, is_planned: bool) -> Line:
    """Explain the bars."""
    glyphs = page.glyphs
    spans = [Span(glyphs.bar_held * 2, Style.HELD), Span(" held   ", Style.DIM)]
    if is_planned:
        spans += [Span(glyphs.bar_added * 2, Style.ADDED), Span(" added by the path   ", Style.DIM)]
    spans += [Span(glyphs.bar_open * 2, Style.OPEN), Span(" still open", Style.DIM)]
    return tuple(spans)

"""What is told beside a path: the next best ones, what time costs, what to weigh."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from skillgap.planning.followups.warnings import (
    ExpiresSoon,
    LeansOnIssuer,
    Narrow,
    PathNote,
    RestsOnAttendance,
)
from skillgap.planning.request import Preference
from skillgap.planning.result import PlanStatus
from skillgap.rendering.layout.page import Column, Page, row
from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.words import Names, cash, day, hours, money, percent, weeks
from skillgap.text import counted, number, shortened

if TYPE_CHECKING:
    from skillgap.planning.followups.alternatives import Alternatives, Difference
    from skillgap.planning.followups.tradeoff import Tradeoff, TradeoffPoint

PLOT_ROWS: Final = 8
PLOT_COLUMNS: Final = 48
FEWEST_TO_PLOT: Final = 3


def write_alternatives(page: Page, found: Alternatives, names: Names) -> None:
    """Write each alternative: what it has more, and which credentials it exchanges."""
    count = len(found.paths)
    page.heading("Alternatives", f"the next {counted(count, 'path')} that cover as much")
    for order, each in enumerate(found.paths, start=1):
        path = each.path
        page.blank()
        page.text(
            [
                Span(f"{order}  ", Style.DIM),
                Span(tell_more(each.more, path.totals.currency), Style.STRONG),
            ],
            indent=2,
            hang=3,
        )
        told = tell_value(each.more, path.request.prefer, path.totals.currency)
        if path.status is not PlanStatus.OPTIMAL:
            told += "; the best found in time, not proven"
        page.text(told, indent=5)
        for label, words in tell_swap(each.more, names):
            page.entry(Span(label, Style.DIM), words, indent=5, label_width=7)
    page.blank()
    if found.is_complete:
        page.text("There is no other path that covers as much.", indent=2)
    elif found.ran_out_of_time:
        page.text(
            "Time ran out before the next was found. `--time-limit` gives it longer", indent=2
        )


def tell_more(more: Difference, currency: str) -> str:
    """Return what is different of the sums: `+$40, -5 h, +1 week`."""
    sums = (
        (round(more.money, 2), cash(abs(more.money), currency)),
        (round(more.hours, 1), hours(abs(more.hours))),
        (round(more.weeks, 1), weeks(abs(more.weeks))),
        (more.credentials, counted(abs(more.credentials), "credential")),
    )
    told = [f"{'+' if value > 0 else '-'}{figure}" for value, figure in sums if value]
    return ", ".join(told) or "the same money, hours and weeks"


def tell_value(more: Difference, prefer: Preference, currency: str) -> str:
    """Return by how much it is worse by the chosen preference."""
    if not more.value:
        return f"as good by `--prefer {prefer}`; the tie-breaks decide"
    return f"{tell_figure(more.value, prefer, currency)} worse by `--prefer {prefer}`"


def tell_figure(value: float, prefer: Preference, currency: str) -> str:
    """Write a difference in the value of a preference in its own unit."""
    if prefer is Preference.CHEAPEST:
        return cash(value, currency)
    if prefer is Preference.FASTEST:
        return weeks(value)
    if prefer is Preference.FEWEST:
        return counted(value, "credential")
    return number(value, decimals=2)


def tell_swap(more: Difference, names: Names) -> list[tuple[str, str]]:
    """Return what is taken and what is not, each with its label."""
    return [
        (label, shortened([names.credential(each) for each in ids]))
        for label, ids in (("with", more.added), ("without", more.dropped))
        if ids
    ]


def write_tradeoff(page: Page, found: Tradeoff | None) -> None:
    """Write every point, and draw them where there is a curve to see."""
    page.heading("Trade-off", "what being done earlier costs, for the same coverage")
    if found is None or not found.points:
        page.text("There is no path to trade anything for.", indent=2)
        return
    if len(found.points) == 1 and found.is_complete:
        page.text("One path is both the cheapest and done first.", indent=2)
    write_points(page, found.points)
    if len(found.points) >= FEWEST_TO_PLOT:
        page.blank()
        write_plot(page, found.points)
    page.blank()
    page.text(tell_frontier(found), indent=2)


def write_points(page: Page, points: Sequence[TradeoffPoint]) -> None:
    """Write the points as a table, the earliest first."""
    columns = [
        Column("done by"),
        Column("money", align_right=True),
        Column("weeks", align_right=True),
        Column("hours", align_right=True),
        Column("steps", align_right=True),
        Column("a week saved costs", align_right=True, is_flexible=True, min_width=12),
    ]
    rows = []
    for at, point in enumerate(points):
        totals = point.path.totals
        later = points[at + 1] if at + 1 < len(points) else None
        rows.append(
            row(
                day(point.ends),
                Span(money(point.money, totals.currency), Style.STRONG),
                number(totals.weeks),
                number(totals.hours),
                number(totals.credentials),
                tell_rate(point, later) if later is not None else "",
            )
        )
    page.table(columns, rows, indent=2)


def tell_rate(point: TradeoffPoint, later: TradeoffPoint) -> str:
    """Return what each week costs by which a point is done before the next."""
    weeks = (later.ends - point.ends).days / 7
    rate = (point.money - later.money) / weeks
    return cash(round(rate, 2), point.path.totals.currency)


def write_plot(page: Page, points: Sequence[TradeoffPoint]) -> None:
    """Draw the points, money upward and time to the right."""
    currency = points[0].path.totals.currency
    dearest, cheapest = points[0].money, points[-1].money
    first, last = points[0].ends, points[-1].ends
    labels = [cash(dearest, currency), cash(cheapest, currency)]
    label_columns = max(map(len, labels))
    columns = min(PLOT_COLUMNS, page.width - label_columns - 6)
    grid = [[" "] * columns for _ in range(PLOT_ROWS)]
    for point in points:
        across = place(point.ends, first, last, columns)
        down = round((dearest - point.money) * (PLOT_ROWS - 1) / max(dearest - cheapest, 0.01))
        grid[down][across] = page.glyphs.bar_held
    for at, cells in enumerate(grid):
        label = {0: labels[0], PLOT_ROWS - 1: labels[1]}.get(at, "")
        drawn = Span("".join(cells), Style.HELD)
        page.add((Span(f"  {label:>{label_columns}} | ", Style.DIM), drawn))
    left = " " * (label_columns + 3)
    page.add((Span(f"{left}+{page.glyphs.rule * (columns + 1)}", Style.DIM),))
    gap = " " * max(1, columns - 2 * len(day(first)))
    page.add((Span(f"{left}  {day(first)}{gap}{day(last)}", Style.DIM),))


def place(when: dt.date, first: dt.date, last: dt.date, columns: int) -> int:
    """Return the column of a day."""
    return round((when - first).days * (columns - 1) / max(1, (last - first).days))


def tell_frontier(found: Tradeoff) -> str:
    """Say how sure and how whole it is."""
    if not found.is_proven:
        return "Best found in time, not proven. `--time-limit` gives it longer"
    if found.is_complete:
        return "Proven: no other path is cheaper without being done later"
    return "Each is proven; there are more between them, which `--exact` lists"


def tell_note(note: PathNote, names: Names) -> str:
    """Return one note as a sentence."""
    match note:
        case LeansOnIssuer():
            return (
                f"It leans on one issuer: {note.count} of {note.steps} steps"
                f" ({percent(note.share)}) are from {names.issuer(note.issuer)}"
            )
        case RestsOnAttendance():
            skills = shortened([names.skill(each) for each in note.skills])
            if note.is_whole:
                return "It rests on attendance alone: no step of it assesses anything"
            return (
                f"{skills} would rest on attendance alone: the steps that close it assess nothing"
            )
        case Narrow():
            return tell_narrow(note, names)
        case ExpiresSoon():
            title = names.credential(note.credential)
            renewal = "" if note.can_be_renewed else ", and no renewal is known"
            return f"{title} expires on {day(note.expires)}{renewal}"


def tell_narrow(note: Narrow, names: Names) -> str:
    """Say what all of it has in common, and what would broaden it."""
    missing = shortened([names.skill(each) for each in note.missing])
    common = f"only {note.kind} skills" if note.kind is not None else "one family of skills"
    if note.family is not None:
        common = f"only skills of {names.skill(note.family)}"
    told = f"It is narrow: it closes {common}, and the role also asks for {missing}"
    if note.broader is None:
        return f"{told}, which nothing within your limits covers"
    added = shortened([names.credential(each) for each in note.broader.added])
    return f"{told}. Broader: with {added}, {tell_more(note.broader, names.catalog.currency)}"

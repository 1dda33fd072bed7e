"""Money against time, as a table and a small plot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from skillgap.rendering.figures import cash, day, money, number
from skillgap.rendering.page import Page
from skillgap.rendering.spans import Span, Style
from skillgap.rendering.table import Column, row

if TYPE_CHECKING:
    from skillgap.planning.tradeoff import Tradeoff, TradeoffPoint

PLOT_ROWS: Final = 8
PLOT_COLUMNS: Final = 48
FEWEST_TO_PLOT: Final = 3


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


def tell_frontier(found: Tradeoff) -> str:
    """Say how sure and how whole it is."""
    if not found.is_proven:
        return "Best found in time, not proven. `--time-limit` gives it longer"
    if found.is_complete:
        return "Proven: no other path is cheaper without being done later"
    return "Each is proven; there are more between them, which `--exact` lists"


def write_points(page: Page, points: Sequence[TradeoffPoint]) -> None:
    """Write the points as a table, the earliest first."""
    columns = [
        Column("done by"),
        Column("money", align_right=True),
        Column("weeks", align_right=True),
        Column("hours", align_right=True),
        Column("steps", align_right=True),
        Column("a week saved costs", align_right=True),
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
    """Give what each week costs by which a point is done before the next."""
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
    """Give the column of a day."""
    return round((when - first).days * (columns - 1) / max(1, (last - first).days))

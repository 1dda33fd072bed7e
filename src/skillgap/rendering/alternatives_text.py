"""The next best paths, as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.planning.result import PlanStatus
from skillgap.rendering.differences import tell_more, tell_swap, tell_value
from skillgap.rendering.figures import counted
from skillgap.rendering.names import Names
from skillgap.rendering.page import Page
from skillgap.rendering.spans import Span, Style

if TYPE_CHECKING:
    from skillgap.planning.alternatives import Alternatives


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

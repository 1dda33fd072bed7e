"""A gap as a person reads it."""

from __future__ import annotations

from skillgap.rendering.figures import counted
from skillgap.rendering.gap_table import write_gap
from skillgap.rendering.names import Names
from skillgap.rendering.page import Page
from skillgap.rendering.plan_text import write_readiness
from skillgap.rendering.report import GapReport
from skillgap.rendering.understanding_text import write_role, write_words


def write_gap_report(page: Page, report: GapReport) -> None:
    """Write the whole report."""
    write_role(page, report.understanding)
    write_words(page, report.understanding.words)
    write_readiness(page, report.readiness, None)
    short = [each for each in report.gaps if each.short_by]
    missing = sum(1 for each in short if not each.held)
    page.heading(
        "Gap",
        f"{counted(len(report.gaps) - len(short), 'skill')} held,"
        f" {len(short) - missing} short, {missing} missing",
    )
    write_gap(page, Names(report.understanding.catalog), report.gaps)

"""Diagnostics and codes as a person reads them: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from skillgap.diagnostics.codes import CodeEntry
from skillgap.diagnostics.diagnostic import Diagnostic, Severity, in_reading_order
from skillgap.diagnostics.location import Location, format_path
from skillgap.diagnostics.told_before import count_severities
from skillgap.rendering.layout.page import Page
from skillgap.rendering.layout.spans import Span, Style
from skillgap.text import clean, clean_line, columns, counted, listed

if TYPE_CHECKING:
    from skillgap.rendering.report import CheckReport

SEVERITY_STYLES: Final = {
    Severity.ERROR: Style.BAD,
    Severity.WARNING: Style.WARN,
    Severity.INFO: Style.HINT,
}
MARGIN_COLUMNS: Final = 24
SHOWN_AT_MOST: Final = 50
WHOLE_FILE_CODES: Final = frozenset({"SG101", "SG102", "SG103", "SG104", "SG105"})
"""Codes of files that were not read, so that there is no line to name."""


def write_diagnostics(page: Page, diagnostics: Iterable[Diagnostic]) -> None:
    """Write diagnostics in reading order, and how many there are where there are several."""
    told = in_reading_order(diagnostics)
    for each in told[:SHOWN_AT_MOST]:
        page.blank()
        write_diagnostic(page, each)
    if len(told) > 1:
        page.blank()
        page.text(summary(told))


def write_diagnostic(page: Page, diagnostic: Diagnostic) -> None:
    """Write one diagnostic."""
    head = Span(
        f"{diagnostic.severity.value}[{diagnostic.code}]", SEVERITY_STYLES[diagnostic.severity]
    )
    page.text([head, Span(f": {clean(diagnostic.message)}", Style.STRONG)], hang=2)
    location = diagnostic.location
    if location is not None:
        margin = len(str(location.line))
        is_whole_file = diagnostic.code in WHOLE_FILE_CODES
        where = clean(location.file) if is_whole_file else tell_location(location)
        page.add((Span(f"{' ' * margin} --> ", Style.DIM), Span(where)))
        if diagnostic.source_line is not None:
            write_source_line(page, diagnostic, location, margin)
        if diagnostic.path:
            place = f"in {clean(format_path(diagnostic.path))}"
            page.add((Span(f"{' ' * margin} = ", Style.DIM), Span(place)))
    for related in diagnostic.related:
        where = tell_location(related.location)
        if where in diagnostic.hint:
            continue
        page.text([Span("note", Style.HINT), Span(f": {clean(related.message)} ({where})")], hang=6)
    if diagnostic.hint:
        page.blank()
        page.text([Span("hint", Style.HINT), Span(f": {clean(diagnostic.hint)}")], hang=6)


def tell_location(location: Location) -> str:
    """Return a place the way editors jump to it."""
    return f"{clean(location.file)}:{location.line}:{location.column}"


def write_source_line(page: Page, diagnostic: Diagnostic, location: Location, margin: int) -> None:
    """Write the line with carets under what is meant; of a long line, the part around it."""
    line = clean_line(diagnostic.source_line or "")
    room = max(MARGIN_COLUMNS, page.width - margin - 4)
    start = max(0, location.column - 1)
    left = 0
    if columns(line) > room and start > room - MARGIN_COLUMNS:
        left = start - MARGIN_COLUMNS
    shown = fit(line[left:], room)
    before = columns(shown[: start - left])
    carets = columns(shown[start - left : start - left + max(1, location.length)])
    page.add((Span(f"{' ' * margin} |", Style.DIM),))
    page.add((Span(f"{location.line} | ", Style.DIM), Span(shown)))
    page.add(
        (
            Span(f"{' ' * margin} | ", Style.DIM),
            Span(" " * before),
            Span("^" * max(1, carets), SEVERITY_STYLES[diagnostic.severity]),
        )
    )


def fit(text: str, room: int) -> str:
    """Return as much of a text as fits into `room` columns."""
    while columns(text) > room:
        text = text[: len(text) - max(1, (columns(text) - room) // 2)]
    return text


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Count diagnostics by severity, and those that the page leaves out."""
    hidden = max(0, len(diagnostics) - SHOWN_AT_MOST)
    return severity_counts(diagnostics) + (f"; {hidden} of them not shown" if hidden else "")


def severity_counts(diagnostics: Sequence[Diagnostic]) -> str:
    """Count diagnostics by severity: `2 errors, 1 warning`."""
    found = count_severities(diagnostics)
    counts = [
        counted(found[severity], noun, plural)
        for severity, noun, plural in (
            (Severity.ERROR, "error", ""),
            (Severity.WARNING, "warning", ""),
            (Severity.INFO, "remark", ""),
        )
        if severity in found
    ]
    return ", ".join(counts)


def write_findings(page: Page, diagnostics: Sequence[Diagnostic]) -> None:
    """Write every finding, each as a block of its own."""
    for each in diagnostics:
        page.blank()
        write_diagnostic(page, each)
    page.blank()


def write_summary(page: Page, report: CheckReport) -> None:
    """Write what was read and how many problems there are, on one line."""
    counts = {**report.sizes, "learner": report.learners}
    read = listed([counted(number, noun) for noun, number in counts.items() if number])
    cut = f"; {report.hidden} not shown, as `--max-errors` says" if report.hidden else ""
    page.text(f"{read or 'nothing'}: {severity_counts(report.found) or 'no problems'}{cut}")


def write_code(page: Page, entry: CodeEntry) -> None:
    """Write the entry of a code."""
    title = [Span(f"{entry.severity}[{entry.code}]", Style.TITLE), Span(f": {entry.name}")]
    page.text(title)
    page.blank()
    write_paragraphs(page, entry.meaning)
    for heading, text in (("Why it matters", entry.why),):
        page.heading(heading)
        write_paragraphs(page, text)
    for heading, text in (("Example", entry.example), ("Instead", entry.instead)):
        page.heading(heading)
        for line in text.strip("\n").splitlines():
            page.add((Span(f"  {line}"),))


def write_paragraphs(page: Page, text: str) -> None:
    """Write prose, its paragraphs apart."""
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        if number:
            page.blank()
        page.text(" ".join(paragraph.split()))

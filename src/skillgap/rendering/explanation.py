"""What a diagnostic code means."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.page import Page
from skillgap.rendering.spans import Span, Style


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


def code_json(entry: CodeEntry) -> JsonObject:
    """Give the entry of a code."""
    return {
        "schema_version": SCHEMA_VERSION,
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity,
        "meaning": entry.meaning,
        "why": entry.why,
        "example": entry.example,
        "instead": entry.instead,
    }

"""What words were taken to mean, each by itself."""

from __future__ import annotations

from skillgap.matching.levels import says_no_level
from skillgap.matching.match import Candidate
from skillgap.matching.reading.part import Part, Reading
from skillgap.rendering.layout.page import Page
from skillgap.rendering.layout.spans import Line, Span, Style
from skillgap.rendering.layout.terminal import Glyphs
from skillgap.text import clean

SHOWN_AT_MOST = 3
NO_SUCH_LEVEL = "SG505: levels run from 1 (novice) to 5 (expert)"


HANG = 4


def reading_lines(reading: Reading, glyphs: Glyphs, width: int) -> tuple[Line, ...]:
    """Return one answer, wrapped to `width` columns, or on one line where that is 0."""
    line = reading_line(reading, glyphs)
    if not width:
        return (line,)
    page = Page(width, glyphs)
    page.text(line, hang=HANG)
    return tuple(page.lines)


def reading_line(reading: Reading, glyphs: Glyphs) -> Line:
    """Return one answer as a line, however long."""
    parts = reading.parts
    query = Span(clean(reading.query) or "(blank)")
    if len(parts) == 1:
        return (mark_of(parts, glyphs), query, *told_part(parts[0], glyphs))
    spans = [mark_of(parts, glyphs), query, Span(f" {glyphs.arrow} ", Style.DIM)]
    for place, part in enumerate(parts):
        spans += [Span("; ")] if place else []
        spans += (
            named_part(part)
            if part.is_counted
            else [Span(clean(part.text)), *told_part(part, glyphs)]
        )
    return tuple(spans)


def mark_of(parts: tuple[Part, ...], glyphs: Glyphs) -> Span:
    """Return the mark of how a phrase was taken: as well as the worst of its parts."""
    if not all(part.is_understood for part in parts):
        if all(part.status == "unmatched" for part in parts):
            return Span(f"{glyphs.open} ", Style.BAD)
        return Span(f"{glyphs.unsure} ", Style.WARN)
    return Span(f"{glyphs.met} ", Style.GOOD)


def named_part(part: Part) -> list[Span]:
    """Return what a part means, with its id, its kind where it is no skill, and its level."""
    level = f" level {part.level}" if part.level is not None else ""
    kind = "" if part.kind == "skill" else f"{part.kind} "
    status = "" if part.status == "matched" else f" {part.status}"
    return [
        Span(clean(part.label or ""), Style.STRONG),
        Span(f" ({kind}{part.id}){level}{status}"),
    ]


def told_part(part: Part, glyphs: Glyphs) -> Line:
    """Say what a part was taken to mean, or what it may mean."""
    if part.is_counted:
        return (
            Span(f" {glyphs.arrow} ", Style.DIM),
            *named_part(part),
            Span(f"  {part.method}, {part.score:.2f}", Style.DIM),
        )
    if part.is_understood:
        return told_apart(part, glyphs)
    near = ", ".join(tell_candidate(each) for each in part.runners_up[:SHOWN_AT_MOST])
    levels = f"; {NO_SUCH_LEVEL}" if says_no_level(part.text) else ""
    if part.status == "ambiguous":
        return (Span("  ambiguous", Style.WARN), Span(f": {near}{levels}"))
    return (
        Span("  unmatched", Style.BAD),
        Span(f"{levels}; nearest: {near}" if near else levels),
    )


def told_apart(part: Part, glyphs: Glyphs) -> Line:
    """Say of a part that is understood, and does not count, what it is."""
    label = clean(part.label or part.id or part.text)
    said = f" {clean(part.level_said)}" if part.level_said else ""
    what = part.kind if part.status == "matched" else part.status
    return (
        Span(f" {glyphs.arrow} ", Style.DIM),
        Span(f"{label}{said}"),
        Span(f"  {what}", Style.WARN),
    )


def tell_candidate(candidate: Candidate) -> str:
    """Return one candidate: its label, its id and its score."""
    kind = "" if candidate.kind == "skill" else f"{candidate.kind} "
    return f"{clean(candidate.label)} ({kind}{candidate.id}) {candidate.score:.2f}"

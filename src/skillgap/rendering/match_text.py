"""What words were taken to mean, one line each."""

from __future__ import annotations

from skillgap.matching.levels import says_no_level
from skillgap.matching.match import Candidate, Match
from skillgap.rendering.layout.spans import Line, Span, Style
from skillgap.rendering.layout.terminal import Glyphs
from skillgap.text import clean

SHOWN_AT_MOST = 3
NO_SUCH_LEVEL = "SG505: levels run from 1 (novice) to 5 (expert)"


def match_line(match: Match, glyphs: Glyphs) -> Line:
    """Return one answer as a line; it is never wrapped, so that lines can be counted."""
    query = Span(clean(match.query) or "(blank)")
    if match.status == "matched":
        level = f" level {match.level}" if match.level is not None else ""
        return (
            Span(f"{glyphs.met} ", Style.GOOD),
            query,
            Span(f" {glyphs.arrow} ", Style.DIM),
            Span(clean(match.label or ""), Style.STRONG),
            Span(f" ({match.id}){level}"),
            Span(f"  {match.method}, {match.score:.2f}", Style.DIM),
        )
    near = ", ".join(tell_candidate(each) for each in match.runners_up[:SHOWN_AT_MOST])
    levels = f"; {NO_SUCH_LEVEL}" if says_no_level(match.query) else ""
    if match.status == "ambiguous":
        return (
            Span(f"{glyphs.unsure} ", Style.WARN),
            query,
            Span("  ambiguous", Style.WARN),
            Span(f": {near}{levels}"),
        )
    return (
        Span(f"{glyphs.open} ", Style.BAD),
        query,
        Span("  unmatched", Style.BAD),
        Span(f"{levels}; nearest: {near}" if near else levels),
    )


def tell_candidate(candidate: Candidate) -> str:
    """Return one candidate: its label, its id and its score."""
    return f"{clean(candidate.label)} ({candidate.id}) {candidate.score:.2f}"

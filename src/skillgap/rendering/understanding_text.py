"""How a person's words were taken: the role, and each skill they named."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from skillgap.domain.role import RoleProfile
from skillgap.matching.levels import says_no_level
from skillgap.matching.match import Match
from skillgap.rendering.layout.page import Column, Page, row
from skillgap.rendering.layout.spans import Line, Span, Style, as_line
from skillgap.rendering.layout.words import cash
from skillgap.rendering.report import HeldWord, Understanding
from skillgap.text import clean, excerpt, listed

KNOWN_METHODS: Final = ("exact", "alias")
CANDIDATES_SHOWN: Final = 3
JOB_ZONE_WORDS: Final = MappingProxyType(
    {1: "little or no", 2: "some", 3: "medium", 4: "considerable", 5: "extensive"}
)
"""How much preparation each Job Zone of O*NET stands for."""


def write_role(page: Page, understanding: Understanding) -> None:
    """Write the role as it was understood, with its codes and its pay."""
    role, match = understanding.role, understanding.role_match
    page.sides(
        [Span(clean(role.title), Style.TITLE), Span(f"  {role.id}", Style.DIM)],
        Span(clean(role.family or ""), Style.DIM),
        hang=2,
    )
    understood = tell_role(match, role)
    if understood:
        page.text(Span(understood, Style.WARN))
    for fact in (codes(role), pay(role)):
        if fact:
            page.text(Span(fact, Style.DIM), hang=2)


def tell_role(match: Match, role: RoleProfile) -> str:
    """Say what a role's free text was taken for; nothing where it is the role's own name."""
    query = excerpt(match.query)
    if match.method == "exact":
        return ""
    return f'understood "{query}" as {clean(role.title)} ({role.id})'


def codes(role: RoleProfile) -> str:
    """Return a role's public codes on one line."""
    parts = []
    if role.codes.onet_soc:
        parts.append(f"O*NET-SOC {', '.join(map(clean, role.codes.onet_soc))}")
    if role.codes.isco08:
        parts.append(f"ISCO-08 {', '.join(map(clean, role.codes.isco08))}")
    labels = [clean(each.label) for each in role.codes.esco if each.label]
    if labels:
        parts.append(f"ESCO {listed(labels)}")
    if role.job_zone is not None:
        prepared = JOB_ZONE_WORDS[role.job_zone]
        parts.append(f"job zone {role.job_zone}: {prepared} preparation needed")
    return "; ".join(parts)


def pay(role: RoleProfile) -> str:
    """Return what a role pays, where and when."""
    if role.pay is None:
        return ""
    told = role.pay
    amount = cash(told.amount, told.currency)
    figure = f"{clean(told.statistic)}, {clean(told.area)}, {told.year}"
    return f"pays {amount} a {clean(told.per)} ({figure})"


def write_words(page: Page, words: Sequence[HeldWord]) -> None:
    """Write each word a person gave and the skill it became, or what it may mean."""
    if not words:
        return
    page.heading("Your words")
    shown = [Column(""), Column("", is_flexible=True), Column("", is_flexible=True, min_width=16)]
    rows = [row(word_mark(page, word), excerpt(word.text), told_word(page, word)) for word in words]
    page.table(shown, rows, indent=2)


def word_mark(page: Page, word: HeldWord) -> Line:
    """Return the mark of how a word was taken."""
    marks = {
        "matched": Span(page.glyphs.met, Style.GOOD),
        "ambiguous": Span(page.glyphs.unsure, Style.WARN),
        "unmatched": Span(page.glyphs.open, Style.BAD),
    }
    return as_line(marks[word.match.status])


def told_word(page: Page, word: HeldWord) -> Line:
    """Say what a word became."""
    match = word.match
    candidates = [clean(each.label) for each in match.runners_up[:CANDIDATES_SHOWN]]
    if match.status != "matched" and says_no_level(word.text):
        return (Span("not counted: ", Style.BAD), Span("levels run from 1 to 5"))
    if match.status == "ambiguous":
        return (
            Span("not counted: ", Style.WARN),
            Span(f"it may mean {listed(candidates, 'or')}"),
        )
    if match.status == "unmatched":
        near = f"; nearest: {listed(candidates, 'or')}" if candidates else ""
        return (Span("not counted: ", Style.BAD), Span(f"no skill is called this{near}"))
    known = understood_by(match)
    level = f"level {word.level}" if word.is_level_given else f"level {word.level} (none given)"
    return (
        Span(f"{page.glyphs.arrow} "),
        Span(clean(match.label or match.id or ""), Style.STRONG),
        Span(f" at {level}"),
        Span(f"  {known}" if known else "", Style.DIM),
    )


def understood_by(match: Match) -> str:
    """Say by what method a word was matched; how sure only where it is a guess."""
    if match.method in KNOWN_METHODS or match.score >= 1:
        return str(match.method or "")
    return f"{match.method}, {match.score:.2f}"

"""How a person's words were taken: the role, and each thing they named."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from skillgap.domain.role import RoleProfile
from skillgap.gap import Implied
from skillgap.matching.levels import says_no_level
from skillgap.matching.match import Match
from skillgap.matching.reading.part import Part
from skillgap.rendering.layout.page import Column, Page, row
from skillgap.rendering.layout.spans import Line, Span, Style, as_line
from skillgap.rendering.layout.words import Names, cash
from skillgap.rendering.report import HeldWord, Understanding
from skillgap.text import clean, excerpt, listed

KNOWN_METHODS: Final = ("exact", "alias")
CANDIDATES_SHOWN: Final = 3
NOT_TOWARD_SKILLS: Final = MappingProxyType(
    {"education": "education", "language": "a language", "licence": "a licence"}
)
WHY_NOT: Final = MappingProxyType(
    {
        "negated": "which you say you do not have",
        "wanted": "which you say you want",
        "in-progress": "which is still in progress",
        "expired": "which has expired",
        "matched": "which is none of the kinds that count",
    }
)
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
    amount = cash(told.amount, clean(told.currency))
    figure = f"{clean(told.statistic)}, {clean(told.area)}, {told.year}"
    return f"pays {amount} a {clean(told.per)} ({figure})"


def write_words(
    page: Page, names: Names, words: Sequence[HeldWord], implied: Sequence[Implied] = ()
) -> None:
    """Write each part of what a person said and what it became, and what follows from all."""
    if not words:
        return
    page.heading("Your words")
    shown = [Column(""), Column("", is_flexible=True), Column("", is_flexible=True, min_width=16)]
    rows = [
        row(word_mark(page, word), excerpt(word.part.text), told_word(page, names, word))
        for word in words
    ]
    page.table(shown, rows, indent=2)
    if implied:
        told = [
            f"{names.skill(each.skill)} {each.level} ({names.skill(each.because)})"
            for each in implied
        ]
        page.text(
            [Span("implied by narrower skills: ", Style.DIM), Span(", ".join(told))],
            indent=2,
            hang=2,
        )


def word_mark(page: Page, word: HeldWord) -> Line:
    """Return the mark of how a part was taken."""
    part = word.part
    if part.is_counted:
        return as_line(Span(page.glyphs.met, Style.GOOD))
    if part.status in ("ambiguous", "expired") or part.is_understood:
        return as_line(Span(page.glyphs.unsure, Style.WARN))
    return as_line(Span(page.glyphs.open, Style.BAD))


def told_word(page: Page, names: Names, word: HeldWord) -> Line:
    """Say what a part became, or why it does not count."""
    part = word.part
    if not part.is_understood:
        return told_open(part)
    if not part.is_counted:
        return told_apart(part)
    arrow = Span(f"{page.glyphs.arrow} ")
    label = Span(clean(part.label or part.id or ""), Style.STRONG)
    known = understood_by(part)
    method = Span(f"  {known}" if known else "", Style.DIM)
    if part.kind == "skill":
        level = f"level {word.level}" if word.is_level_given else f"level {word.level} (none given)"
        return (arrow, label, Span(f" at {level}"), method)
    gives = ", ".join(f"{names.skill(each.skill)} {each.level}" for each in word.gives)
    if part.kind == "role":
        return (arrow, label, Span(f", assumed from the title: {gives or 'nothing more'}"), method)
    if part.status == "expired":
        return (arrow, label, Span(f", from an expired credential: {gives}"), method)
    return (arrow, label, Span(f" gives {gives}"), method)


def told_open(part: Part) -> Line:
    """Say of a part that is not understood what it may mean."""
    candidates = [clean(each.label) for each in part.runners_up[:CANDIDATES_SHOWN]]
    if says_no_level(part.text):
        return (Span("not counted: ", Style.BAD), Span("levels run from 1 to 5"))
    if part.status == "ambiguous":
        return (
            Span("not counted: ", Style.WARN),
            Span(f"it may mean {listed(candidates, 'or')}"),
        )
    noun = part.kind if part.kind in ("role", "credential") else "skill"
    near = f"; nearest: {listed(candidates, 'or')}" if candidates else ""
    return (Span("not counted: ", Style.BAD), Span(f"no {noun} is called this{near}"))


def told_apart(part: Part) -> Line:
    """Say of a part that is understood why it does not count."""
    label = clean(part.label or part.id or part.text)
    if part.kind in NOT_TOWARD_SKILLS and part.status == "matched":
        said = f" {clean(part.level_said)}" if part.level_said else ""
        kind = NOT_TOWARD_SKILLS[part.kind]
        return (
            Span("understood: ", Style.WARN),
            Span(f"{label}{said}, {kind}; not counted toward skills"),
        )
    return (Span("not counted: ", Style.WARN), Span(f"{label}, {WHY_NOT[part.status]}"))


def understood_by(part: Part) -> str:
    """Say by what method a part was matched; how sure only where it is a guess."""
    if part.method in KNOWN_METHODS or part.score >= 1:
        return str(part.method or "")
    return f"{part.method}, {part.score:.2f}"

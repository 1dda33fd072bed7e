"""What is unclear in a person's words, asked about; their choices kept where they want it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from skillgap.cli.streams import page_for, say, write_text
from skillgap.errors import UserError
from skillgap.matching.levels import read_levels, says_no_level
from skillgap.matching.match import Candidate, Match
from skillgap.matching.normalize import normalize
from skillgap.rendering.layout.spans import Line, Span, Style
from skillgap.text import clean, excerpt

if TYPE_CHECKING:
    from skillgap.domain.catalog import Catalog
    from skillgap.domain.role import RoleProfile

YES: Final = ("y", "yes")


class NobodyAnswersError(Exception):
    """Standard input has come to its end."""


def can_ask() -> bool:
    """Say whether somebody is there to be asked."""
    return all(is_terminal(each) for each in (sys.stdin, sys.stderr))


def is_terminal(stream: object) -> bool:
    """Say whether a stream is a terminal; one that is closed or missing is none."""
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def clarify_skills(matches: Sequence[Match]) -> tuple[tuple[Match, ...], dict[str, str]]:
    """Ask about each ambiguous word once.

    Returns the matches as they stand then, and what was chosen: words to skill ids. What is none of
    the candidates is unmatched; what nobody answered stays ambiguous.
    """
    answers: dict[str, Candidate | None] = {}
    chosen: dict[str, str] = {}
    settled = list(matches)
    for place, match in enumerate(matches):
        if match.status != "ambiguous" or not match.runners_up or says_no_level(match.query):
            continue
        words = words_to_keep(match)
        key = normalize(words)
        if key not in answers:
            try:
                answers[key] = candidate = ask_skill(match)
            except NobodyAnswersError:
                break
            if candidate is not None and clean(words) == words:
                chosen[words] = candidate.id
        settled[place] = with_answer(match, answers[key])
    return tuple(settled), chosen


def ask_skill(match: Match) -> Candidate | None:
    """Ask which skill a word means."""
    candidates = match.runners_up
    lines = [named(clean(each.label), each.id) for each in candidates]
    many = "may mean several skills" if len(candidates) > 1 else "is not surely a skill"
    number = ask_which(f"`{excerpt(match.query)}` {many}: which one?", lines)
    return None if number is None else candidates[number]


def named(label: str, key: str, more: str = "") -> Line:
    """Return a candidate's line: what it is called, its id, and what tells it apart."""
    line = (Span(label, Style.STRONG), Span(f"  {key}", Style.DIM))
    return (*line, Span(f"  {more}")) if more else line


def with_answer(match: Match, chosen: Candidate | None) -> Match:
    """Return a match as a person settled it."""
    if chosen is None:
        return Match(match.query, "unmatched", None, None, None, 0.0, match.level, match.runners_up)
    return Match(match.query, "matched", chosen.id, chosen.label, "choice", 1.0, match.level, ())


def words_to_keep(match: Match) -> str:
    """Return the words that a choice is kept under: without a level, which may change."""
    text = " ".join(match.query.split())
    if match.level is None:
        return text
    return next(
        (
            each.words
            for each in read_levels(text)
            if each.level == match.level and each.version is None
        ),
        text,
    )


def clarify_role(match: Match, catalog: Catalog) -> RoleProfile | None:
    """Ask which of the nearest roles is meant; None where it is none of them."""
    from skillgap.domain.identifiers import RoleId
    from skillgap.rendering.layout.words import Names
    from skillgap.rendering.roles.text import top_skills

    names = Names(catalog)
    roles = [catalog.roles[RoleId(each.id)] for each in match.runners_up]
    if not roles:
        return None
    lines = [
        named(
            clean(role.title),
            role.id,
            ": ".join(filter(None, (clean(role.family or ""), ", ".join(top_skills(role, names))))),
        )
        for role in roles
    ]
    text = excerpt(match.query)
    many = (
        f"`{text}` may mean several roles" if len(roles) > 1 else f"`{text}` is not surely a role"
    )
    question = f"no role is called `{text}`" if match.status == "unmatched" else many
    try:
        number = ask_which(f"{question}: which one?", lines)
    except NobodyAnswersError:
        return None
    return None if number is None else roles[number]


def offer_to_keep(chosen: Mapping[str, str], file: str) -> None:
    """Ask whether to keep choices in a profile, and keep them there; says so where it fails."""
    from skillgap.cli.kept_files import change_file
    from skillgap.loading.profile_file import with_choices

    try:
        if not ask_yes(
            f"keep {'this choice' if len(chosen) == 1 else 'these choices'} in `{file}`?"
        ):
            return
    except NobodyAnswersError:
        return
    page = page_for(sys.stderr)
    try:
        if change_file(file, lambda text: with_choices(text, chosen)):
            return
        page.text(f"`{clean(file)}` is not laid out in lines that can be added to; add to it:")
        page.text("choices:", indent=2)
        for words, skill in chosen.items():
            page.text(f"{words}: {skill}", indent=4)
    except UserError as error:
        page.text(f"not kept: {clean(error.message)}")
    say(page)


def ask_which(question: str, candidates: Sequence[Line]) -> int | None:
    """Ask which candidate is meant, by its number; None is none of them.

    Raises `NobodyAnswersError` at the end of the input.
    """
    page = page_for(sys.stderr)
    page.blank()
    page.text(Span(question, Style.STRONG))
    for number, each in enumerate(candidates, 1):
        page.text([Span(f"{number}  ", Style.DIM), *each], indent=2, hang=3)
    page.text([Span("0  ", Style.DIM), Span("none of these")], indent=2, hang=3)
    say(page)
    wanted = f"a number from 0 to {len(candidates)}"
    while True:
        answer = ask(f"{wanted}, Enter for none: ")
        if answer.isascii() and answer.isdecimal() and int(answer[:9]) <= len(candidates):
            return int(answer) - 1 if int(answer) else None
        if not answer:
            return None


def ask_yes(question: str) -> bool:
    """Ask a question that only a yes agrees to.

    Raises `NobodyAnswersError` at the end of the input.
    """
    return ask(f"{question} [y/N] ").lower() in YES


def ask(prompt: str) -> str:
    """Write a prompt and read one line, without the blanks around it."""
    write_text(prompt, sys.stderr)
    line = sys.stdin.readline()
    if not line:
        write_text("\n", sys.stderr)
        raise NobodyAnswersError
    return line.strip()

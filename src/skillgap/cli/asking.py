"""Questions to a person at a terminal: asked on standard error, answered on standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from skillgap.cli.streams import page_for, say, write_text
from skillgap.rendering.layout.spans import Line, Span, Style

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

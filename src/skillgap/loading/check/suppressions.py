"""Comments that say which diagnostics of their line are meant to be: `# skillgap: ignore SG405`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

import msgspec
from yaml.events import StreamEndEvent

from skillgap.diagnostics.codes import BY_CODE
from skillgap.diagnostics.diagnostic import Diagnostic, diagnose, in_reading_order
from skillgap.diagnostics.location import Location
from skillgap.loading.yaml.document import Document
from skillgap.loading.yaml.events import SYNTAX_ERRORS, ParseEvent, parse_events
from skillgap.loading.yaml.text import quotable

MARK: Final = "skillgap: ignore"
COMMENT: Final = re.compile(r"(?:(?<=\s)|^)#[ \t]*skillgap: ignore\b([^#\r\n]*)", re.MULTILINE)
CODE: Final = re.compile(r"[^\s,]+")

SUPPRESSIBLE: Final = ("SG112", "SG3", "SG4")
"""Why no others: what keeps a record from being read keeps it from every plan."""


class Suppression(msgspec.Struct, frozen=True):
    """One code in a comment, with its place; `comment` is the place of the comment as a whole."""

    code: str
    location: Location
    comment: Location
    is_alone: bool


def suppressions_of(document: Document) -> Iterator[Suppression]:
    """Find the codes that comments of a document name; a comment without any gives an empty one.

    Text in quotes and in blocks is no comment.
    """
    text = document.lines.text
    if MARK not in text:
        return
    # data that was read without a problem is all that the text says
    may_be_quoted = bool(document.diagnostics) or is_inside(MARK[:-1], document.data)
    spans = scalar_spans(text) if may_be_quoted else []
    for found in COMMENT.finditer(text):
        if any(start <= found.start() < end for start, end in spans):
            continue
        end = found.start() + len(found.group().rstrip())
        comment = document.lines.location(document.name, found.start(), end)
        words = list(CODE.finditer(text, found.start(1), found.end(1)))
        for word in words:
            location = document.lines.location(document.name, word.start(), word.end())
            yield Suppression(word.group(), location, comment, len(words) == 1)
        if not words:
            yield Suppression("", comment, comment, is_alone=True)


def is_inside(words: str, data: object) -> bool:
    """Say whether a key or a value holds some words, which are such that JSON escapes nothing.

    Why the mark is asked for without its last letter: in a key that may have become another, with
    an accent that stood after it.
    """
    return words.encode() in msgspec.json.encode(data)


def scalar_spans(text: str) -> list[tuple[int, int]]:
    """Return where every scalar that holds a mark begins and ends."""
    spans: list[tuple[int, int]] = []
    with suppress(*SYNTAX_ERRORS):
        next_event = parse_events(text)
        event: ParseEvent = next_event()
        while event.__class__ is not StreamEndEvent:
            if MARK in getattr(event, "value", ""):
                spans.append((event.start_mark.index, event.end_mark.index))
            event = next_event()
    return spans


def without_suppressed(
    diagnostics: Iterable[Diagnostic], documents: Iterable[Document]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return what comments do not suppress, and what is wrong with the comments."""
    found = [each for document in documents for each in suppressions_of(document)]
    if not found:
        return tuple(diagnostics), ()
    asked = {
        (each.location.file, each.location.line, each.code): each
        for each in found
        if each.code.startswith(SUPPRESSIBLE)
    }
    left: list[Diagnostic] = []
    used: set[tuple[str, int, str]] = set()
    for each in diagnostics:
        key = (each.location.file, each.location.line, each.code) if each.location else None
        if key in asked:
            used.add(key)
        else:
            left.append(each)
    lines = {document.name: document for document in documents}
    wrong = [
        told for each in found for told in wrong_comment(each, used, lines[each.location.file])
    ]
    return tuple(left), in_reading_order(wrong)


def wrong_comment(
    each: Suppression, used: set[tuple[str, int, str]], document: Document
) -> Iterator[Diagnostic]:
    """Tell of a comment that does nothing."""
    line = document.visible_line(each.location)
    if not each.code.startswith(SUPPRESSIBLE) or each.code not in BY_CODE:
        what = f"`{quotable(each.code)}`" if each.code else "no code"
        message = f"this comment names {what}, which suppresses nothing"
        if each.code in BY_CODE:
            message = f"`{each.code}` cannot be suppressed"
        hint = "name a code of SG3xx or SG4xx, or SG112"
        yield diagnose("SG114", message, location=each.location, hint=hint, source_line=line)
    elif (each.location.file, each.location.line, each.code) not in used:
        yield diagnose(
            "SG113",
            f"nothing of `{each.code}` is found on this line",
            location=each.comment if each.is_alone else each.location,
            hint="delete the comment",
            source_line=line,
            replacement="",
        )

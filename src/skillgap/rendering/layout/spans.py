"""Pieces of text with a style, measured and wrapped by the columns they take."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from skillgap.text import column_width, columns


class Style(StrEnum):
    """What a piece of text is, not how it looks; without color all of them still read."""

    PLAIN = "plain"
    STRONG = "strong"
    DIM = "dim"
    TITLE = "title"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    HINT = "hint"
    HELD = "held"
    ADDED = "added"
    OPEN = "open"


class Span(msgspec.Struct, frozen=True):
    """A piece of text in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Span, ...]
"""One line, left to right."""

Words = str | Span | Iterable[Span]
"""Anything that can be written: plain text, one span or several."""


def text_of(line: Line) -> str:
    """Return the bare text of a line."""
    return "".join(span.text for span in line)


def wrap(words: Words, width: int) -> list[Line]:
    """Break at blanks into lines of at most `width` columns; a longer word is broken inside.

    A no-break space (U+00A0) holds two words together, a run of blanks stays as long as it is.
    There is at least one line.
    """
    line = as_line(words)
    if len(line) == 1 and fits_as_it_is(line[0].text, width):
        return [line]
    lines: list[list[Span]] = [[]]
    used = 0
    for word in split_words(line, max(width, 1)):
        size = line_columns(word)
        blank = 1 if lines[-1] else 0
        if lines[-1] and used + blank + size > width:
            lines.append([])
            used = blank = 0
        if blank:
            lines[-1].append(Span(" ", between(lines[-1][-1], word[0])))
        lines[-1].extend(word)
        used += blank + size
    return [join_spans(line) for line in lines]


def as_line(words: Words) -> Line:
    """Return words as spans."""
    if isinstance(words, str):
        return (Span(words),) if words else ()
    if isinstance(words, Span):
        return (words,)
    return tuple(words)


def fits_as_it_is(text: str, width: int) -> bool:
    """Say whether a text is a line already: short enough, with single blanks between its words."""
    is_even = text.strip(" ") == text and "  " not in text
    return bool(text) and is_even and columns(text) <= width


def split_words(line: Line, width: int) -> list[Line]:
    """Split a line at its blanks into words, which may hold several styles."""
    words: list[list[Span]] = [[]]
    for span in line:
        text = hold_blanks(span.text)
        for index, part in enumerate(text.split(" ")):
            if index:
                words.append([])
            if part:
                words[-1].append(Span(part, span.style))
    return [piece for word in words if word for piece in break_word(tuple(word), width)]


def hold_blanks(text: str) -> str:
    """Return text whose runs of blanks end in the one blank at which it may break."""
    if "  " not in text:
        return text
    import re

    return re.sub(" {2,}", lambda run: "\u00a0" * (len(run[0]) - 1) + " ", text)


def break_word(word: Line, width: int) -> list[Line]:
    """Cut a word that is wider than `width` into pieces that are not."""
    if line_columns(word) <= width:
        return [word]
    pieces: list[list[Span]] = [[]]
    used = 0
    for span in word:
        for char in span.text:
            size = column_width(char)
            if used + size > width:
                pieces.append(after_hyphen(pieces[-1]))
                used = line_columns(tuple(pieces[-1]))
            if used + size > width:
                pieces.append([])
                used = 0
            pieces[-1].append(Span(char, span.style))
            used += size
    return [join_spans(piece) for piece in pieces if piece]


def line_columns(line: Line) -> int:
    """Count the columns of a line."""
    return sum(columns(span.text) for span in line)


def after_hyphen(piece: list[Span]) -> list[Span]:
    """Take off a full piece what stands after its last hyphen, so that it breaks there."""
    for index in range(len(piece) - 1, 0, -1):
        if piece[index].text in "-/":
            rest = piece[index + 1 :]
            del piece[index + 1 :]
            return rest
    return []


def join_spans(spans: Iterable[Span]) -> Line:
    """Merge neighbors of one style."""
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].style is span.style:
            merged[-1] = Span(merged[-1].text + span.text, span.style)
        else:
            merged.append(span)
    return tuple(merged)


def between(left: Span, right: Span) -> Style:
    """Return the style of the blank between two words: theirs, where they share one."""
    return left.style if left.style is right.style else Style.PLAIN

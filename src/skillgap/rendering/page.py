"""A page in the making: lines laid out to a width, one block below the other."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.rendering.glyphs import UNICODE, Glyphs
from skillgap.rendering.spans import (
    Line,
    Span,
    Style,
    Words,
    as_line,
    join_spans,
    line_columns,
    text_of,
    wrap,
)
from skillgap.rendering.table import Column, Row, lay_out, strip_end

MIN_WIDTH = 40
MAX_WIDTH = 120
"""Wider lines are hard to read; a wider terminal keeps its right side blank."""


class Page:
    """Gathers the lines of a report; `width` is in columns, held between 40 and 120."""

    def __init__(self, width: int = 100, glyphs: Glyphs = UNICODE) -> None:
        """Start with an empty page."""
        self.width = max(MIN_WIDTH, min(MAX_WIDTH, width))
        self.glyphs = glyphs
        self.lines: list[Line] = []

    def blank(self) -> None:
        """Leave a line blank, never two and never at the top."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def heading(self, text: str, aside: str = "") -> None:
        """Open a section; `aside` says more about it in a lower voice."""
        self.blank()
        self.text([Span(text, Style.TITLE), *([Span(f"  {aside}", Style.DIM)] if aside else [])])

    def text(self, words: Words, *, indent: int = 0, hang: int = 0) -> None:
        """Write words, wrapped; lines after the first are indented by `hang` more."""
        for index, each in enumerate(wrap(words, self.width - indent - hang)):
            left = indent + (hang if index else 0)
            self.add((Span(" " * left), *each))

    def entry(self, label: Words, words: Words, *, indent: int = 0, label_width: int = 8) -> None:
        """Write a label and, in a column of its own to its right, what belongs to it."""
        head = as_line(label)
        left = max(label_width, line_columns(head)) + 1
        for index, each in enumerate(wrap(words, self.width - indent - left)):
            start = head if index == 0 else ()
            space = left - line_columns(start)
            self.add((Span(" " * indent), *start, Span(" " * space), *each))

    def sides(self, left: Words, right: Words, *, indent: int = 0, hang: int = 0) -> None:
        """Write `left`, wrapped, and `right` flush with the right edge of the first line."""
        tail = as_line(right)
        room = self.width - indent - line_columns(tail) - 2
        for index, each in enumerate(wrap(left, room - hang)):
            start = (Span(" " * (indent + (hang if index else 0))), *each)
            if index == 0:
                space = self.width - line_columns(start) - line_columns(tail)
                self.add((*start, Span(" " * space), *tail))
            else:
                self.add(start)

    def table(
        self, table_columns: Sequence[Column], rows: Sequence[Row], *, indent: int = 0
    ) -> None:
        """Write a table."""
        for line in lay_out(table_columns, rows, self.width, indent=indent):
            self.add(line)

    def rule(self) -> None:
        """Draw a line across the page."""
        self.add((Span(self.glyphs.rule * self.width, Style.DIM),))

    def add(self, line: Line) -> None:
        """Add one line that is laid out already; its no-break spaces have done their duty."""
        drawn = (Span(span.text.replace("\u00a0", " "), span.style) for span in line)
        self.lines.append(strip_end(join_spans(drawn)))


def plain_text(lines: Sequence[Line]) -> str:
    """Give lines as bare text that ends with a newline."""
    return "".join(f"{text_of(line)}\n" for line in lines)


def bar(share: float, width: int, glyphs: Glyphs, added_to: float | None = None) -> Line:
    """Draw a share of 0-1 as a bar, and what is added to it up to `added_to`.

    It is full only at 1 and empty only at 0.
    """
    held = cells_of(share, width)
    reached = max(held, cells_of(added_to, width)) if added_to is not None else held
    return (
        Span(glyphs.bar_held * held, Style.HELD),
        Span(glyphs.bar_added * (reached - held), Style.ADDED),
        Span(glyphs.bar_open * (width - reached), Style.DIM),
    )


def cells_of(share: float, width: int) -> int:
    """Count the cells that a share fills."""
    if 0 < share < 1:
        return min(width - 1, max(1, round(share * width)))
    return round(share * width)

"""A page in the making: lines laid out to a width, one block below the other."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from skillgap.rendering.layout.spans import (
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
from skillgap.rendering.layout.terminal import UNICODE, Glyphs
from skillgap.text import without_unseen

GAP = 2
"""Blank columns between two columns."""

NARROWEST = 4
"""So far does a flexible column give way, whatever its own bound, before a table is too wide."""


class Column(msgspec.Struct, frozen=True):
    """One column; only a flexible one gives way where the table is too wide, and wraps.

    One of ids gives way last, so that they can be copied whole. `min_width` is held as long as
    the table fits with it.
    """

    header: str
    align_right: bool = False
    is_flexible: bool = False
    min_width: int = 10
    has_ids: bool = False


Row = tuple[Line, ...]


def row(*cells: Words) -> Row:
    """Make a row of anything that can be written."""
    return tuple(as_line(cell) for cell in cells)


def lay_out(
    table_columns: Sequence[Column], rows: Sequence[Row], width: int, *, indent: int = 0
) -> list[Line]:
    """Lay a table out in at most `width` columns, its headers (where it has any) above."""
    widths = fit_widths(table_columns, rows, width - indent)
    lines: list[Line] = []
    if any(column.header for column in table_columns):
        header = row(*(Span(column.header, Style.DIM) for column in table_columns))
        lines.extend(lay_row(table_columns, header, widths, indent))
    for each in rows:
        lines.extend(lay_row(table_columns, each, widths, indent))
    return lines


def fit_widths(table_columns: Sequence[Column], rows: Sequence[Row], width: int) -> list[int]:
    """Return each column what it wants, then take from the widest flexible ones until it fits."""
    widths = [
        max([line_columns((Span(column.header),)), *(line_columns(each[index]) for each in rows)])
        for index, column in enumerate(table_columns)
    ]
    excess = sum(widths) + GAP * (len(widths) - 1) - width
    for least in ([each.min_width for each in table_columns], [NARROWEST] * len(widths)):
        while excess > 0:
            flexible = [
                index
                for index, column in enumerate(table_columns)
                if column.is_flexible and widths[index] > least[index]
            ]
            if not flexible:
                break
            widest = max(
                flexible, key=lambda index: (not table_columns[index].has_ids, widths[index])
            )
            widths[widest] -= 1
            excess -= 1
    return widths


def lay_row(
    table_columns: Sequence[Column], cells: Row, widths: Sequence[int], indent: int
) -> list[Line]:
    """Lay one row out; it is as many lines high as its highest cell."""
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for index in range(max(len(cell) for cell in wrapped)):
        spans = [Span(" " * indent)]
        for column, cell, width in zip(table_columns, wrapped, widths, strict=True):
            line = cell[index] if index < len(cell) else ()
            space = Span(" " * (width - line_columns(line)))
            spans.extend((space, *line) if column.align_right else (*line, space))
            spans.append(Span(" " * GAP))
        lines.append(strip_end(join_spans(spans)))
    return lines


def strip_end(line: Line) -> Line:
    """Take the blanks off the end of a line."""
    spans = list(line)
    while spans:
        last = Span(spans[-1].text.rstrip(" "), spans[-1].style)
        if last.text:
            spans[-1] = last
            break
        spans.pop()
    return tuple(spans)


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
        """Add one line that is laid out already; its no-break spaces have done their duty.

        Why nothing unseen passes, though all that is written was cleaned before: a text that
        somebody forgot would reach a terminal.
        """
        drawn = []
        for span in line:
            text = span.text.replace("\u00a0", " ")
            if not text.isprintable():
                text = without_unseen(text)
            drawn.append(Span(text, span.style))
        self.lines.append(strip_end(join_spans(drawn)))


def plain_text(lines: Sequence[Line]) -> str:
    """Return lines as bare text that ends with a newline."""
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

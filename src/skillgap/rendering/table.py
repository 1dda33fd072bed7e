"""A table as values, laid out to a width."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from skillgap.rendering.spans import (
    Line,
    Span,
    Style,
    Words,
    as_line,
    join_spans,
    line_columns,
    wrap,
)

GAP = 2
"""Blank columns between two columns."""


class Column(msgspec.Struct, frozen=True):
    """One column; only a flexible one gives way where the table is too wide, and wraps.

    One of ids gives way last, so that they can be copied whole.
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
    """Give each column what it wants, then take from the widest flexible ones until it fits."""
    widths = [
        max([line_columns((Span(column.header),)), *(line_columns(each[index]) for each in rows)])
        for index, column in enumerate(table_columns)
    ]
    excess = sum(widths) + GAP * (len(widths) - 1) - width
    while excess > 0:
        flexible = [
            index
            for index, column in enumerate(table_columns)
            if column.is_flexible and widths[index] > column.min_width
        ]
        if not flexible:
            break
        widest = max(flexible, key=lambda index: (not table_columns[index].has_ids, widths[index]))
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

"""Character offsets to lines and columns, as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from skillgap.diagnostics.location import Location

LINE_END = re.compile("\r\n|\n|\r")


class TextLines:
    """The lines of a text.

    Why not the line numbers of the YAML parser: YAML 1.1 also ends a line at NEL, LS and PS, which
    editors do not.
    """

    def __init__(self, text: str) -> None:
        """Keep the text; its lines are found when somebody asks."""
        self.text = text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each line's first character."""
        return (0, *(end.end() for end in LINE_END.finditer(self.text)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(LINE_END.split(self.text))

    def location(self, file: str, start: int, end: int) -> Location:
        """Give the location of the characters from `start` to `end`, cut at the line's end."""
        row = bisect_right(self.starts, start) - 1
        column = start - self.starts[row]
        length = min(end - start, len(self.lines[row]) - column)
        return Location(file, row + 1, column + 1, max(1, length))

    def line_of(self, location: Location) -> str | None:
        """Give the text of the line, None where the text has no such line."""
        return self.lines[location.line - 1] if 1 <= location.line <= len(self.lines) else None

"""One file as it was read: its data, what is wrong with it, and where everything stands."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from skillgap.diagnostics.diagnostic import Diagnostic, Related, diagnose
from skillgap.diagnostics.location import DataPath, Location, SourceMap
from skillgap.diagnostics.locator import LocatedPath
from skillgap.loading.yaml.files import read_regular_file
from skillgap.loading.yaml.positions import find_positions
from skillgap.loading.yaml.reader import Problem, ReadingLimits, read_plain_data
from skillgap.loading.yaml.scalars import mended_word
from skillgap.loading.yaml.text import TextLines, decode, in_place, printable


class Document:
    """A file's plain data; `data` is None where nothing could be made of it.

    `name` is the file as it was given. Positions are worked out when somebody first asks.
    """

    def __init__(self, name: str, text: str, limits: ReadingLimits) -> None:
        """Read the data of a text."""
        self.name = name
        self.limits = limits
        self.lines = TextLines(text)
        self.data, problems = read_plain_data(text, limits)
        self.diagnostics = tuple(self.diagnostic_of(each) for each in problems)

    @cached_property
    def source_map(self) -> SourceMap:
        """The places of all values."""
        return find_positions(self.name, self.lines, depth=self.limits.depth)

    def diagnose(
        self,
        code: str,
        message: str,
        place: DataPath,
        *,
        key: bool = False,
        hint: str = "",
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Make a diagnostic at a place in the data, or at the key of that place."""
        location = self.source_map.locate(place, key=key)
        return diagnose(
            code,
            message,
            location=location,
            path=place,
            hint=hint,
            related=related,
            source_line=self.visible_line(location),
        )

    def locate(self, place: DataPath) -> LocatedPath:
        """Return where a place stands, for a diagnostic to be made there."""
        location = self.source_map.locate(place)
        return LocatedPath(place, location, self.visible_line(location))

    def written(self, place: DataPath) -> str:
        """Return the text that the file has for a scalar, without a line break."""
        location = self.source_map.locate(place)
        line = self.lines.line_of(location) or ""
        return line[location.column - 1 : location.column - 1 + location.length]

    def visible_line(self, location: Location) -> str | None:
        """Return the text of a location's line, every column where it was and none a control."""
        line = self.lines.line_of(location)
        return None if line is None else in_place(line)

    def diagnostic_of(self, problem: Problem) -> Diagnostic:
        """Return a problem of the text its lines and columns."""
        location = self.lines.location(self.name, problem.start, problem.end)
        related: tuple[Related, ...] = ()
        if problem.first is not None:
            first = self.source_map.locate(problem.first, key=True)
            related = (Related("first here", first),)
        return diagnose(
            problem.code,
            problem.message,
            location=location,
            path=problem.place,
            hint=problem.hint,
            related=related,
            source_line=self.visible_line(location),
            replacement=mended_word(
                problem.code, self.lines.text[problem.start : problem.end], problem.place
            ),
        )


def read_document(file: Path, limits: ReadingLimits) -> Document | Diagnostic:
    """Read a file as YAML; a file without a readable text is one diagnostic."""
    content = read_regular_file(file, limit=limits.file_bytes)
    if isinstance(content, Diagnostic):
        return content
    name = printable(str(file))
    if not content.strip():
        return diagnose("SG106", "the file is empty", location=Location(name))
    text = decode(content, name)
    return text if isinstance(text, Diagnostic) else Document(name, text, limits)

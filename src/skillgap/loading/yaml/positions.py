"""The second pass: where every value of a text stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from skillgap.diagnostics.location import DataPath, Location, SourceMap
from skillgap.loading.yaml.events import (
    SYNTAX_ERRORS,
    NextEvent,
    ParseEvent,
    before_the_depths,
    parse_events,
)
from skillgap.loading.yaml.text import CONTROL, TextLines

Span = tuple[int, int]
"""Where the characters of something begin and end in the text."""


def find_positions(file: str, lines: TextLines, *, depth: int) -> SourceMap:
    """Map every place of a text's data to its location; of a repeated key, the first.

    A text that is no YAML, is nested deeper than `depth`, or has a key that is no text, is mapped
    as far as it goes.

    Why a second pass: it is taken only where there is something to report, so that a clean file
    pays nothing for it.
    """
    walker = Walker(parse_events(lines.text), depth)
    try:
        walker.walk()
    except SYNTAX_ERRORS as error:
        shallow = before_the_depths(error, lines.text)
        if shallow is not None:
            walker = Walker(parse_events(shallow), depth)
            with suppress(*SYNTAX_ERRORS):
                walker.walk()
    values, keys = (Locations(file, lines, each) for each in (walker.values, walker.keys))
    return SourceMap(file, lines.lines, values, keys)


class Locations(Mapping[DataPath, Location]):
    """Where places of the data stand, each worked out when it is asked for.

    Why: a file has a hundred thousand places, and a report a few.
    """

    def __init__(self, file: str, lines: TextLines, spans: dict[DataPath, Span]) -> None:
        """Keep the spans of the places."""
        self.file = file
        self.lines = lines
        self.spans = spans

    def __getitem__(self, place: DataPath) -> Location:
        """Return the location of a place."""
        return self.lines.location(self.file, *self.spans[place])

    def __iter__(self) -> Iterator[DataPath]:
        """Return every place, in reading order."""
        return iter(self.spans)

    def __len__(self) -> int:
        """Count the places."""
        return len(self.spans)

    def __contains__(self, place: object) -> bool:
        """Say whether a place is in the text."""
        return place in self.spans


class Walker:
    """Walks the first document of a stream of events."""

    def __init__(self, next_event: NextEvent, depth: int) -> None:
        """Start at the beginning of a stream."""
        self.next_event = next_event
        self.depth = depth
        self.values: dict[DataPath, Span] = {}
        self.keys: dict[DataPath, Span] = {}

    def walk(self) -> None:
        """Note the places of all values and keys."""
        next_event, values = self.next_event, self.values
        next_event()
        if isinstance(next_event(), StreamEndEvent):
            return
        enclosing: list[tuple[DataPath, str | int | None]] = []
        holder: DataPath = ()
        at: str | int | None = None
        while len(enclosing) <= self.depth:
            event: ParseEvent = next_event()
            kind = event.__class__
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                holder, at = enclosing.pop()
            elif enclosing and at is None:
                if kind is not ScalarEvent:
                    return
                at = self.note_key(event, holder)
                continue
            else:
                here = holder if at is None else (*holder, at)
                start = event.start_mark.index
                if kind is MappingStartEvent or kind is SequenceStartEvent:
                    values.setdefault(here, (start, start))
                    enclosing.append((holder, at))
                    holder, at = here, None if kind is MappingStartEvent else 0
                    continue
                is_scalar = kind is ScalarEvent or kind is AliasEvent
                values.setdefault(here, (start, event.end_mark.index if is_scalar else start))
            if not enclosing:
                return
            at = at + 1 if isinstance(at, int) else None

    def note_key(self, event: ParseEvent, holder: DataPath) -> str:
        """Note the place of a key, and give its text as the reader keeps it."""
        text: str = event.value
        if not text.isascii() or event.style == '"':
            text = unicodedata.normalize("NFC", CONTROL.sub("", text))
        span = (event.start_mark.index, event.end_mark.index)
        self.keys.setdefault((*holder, text), span)
        return text

"""The second pass: where every value of a text stands."""

from __future__ import annotations

import unicodedata
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
from skillgap.loading.events import SYNTAX_ERRORS, NextEvent, ParseEvent, parse_events
from skillgap.loading.invisible import CONTROL
from skillgap.loading.text_lines import TextLines


def find_positions(file: str, lines: TextLines, *, depth: int) -> SourceMap:
    """Map every place of a text's data to its location; of a repeated key, the first.

    A text that is no YAML, is nested deeper than `depth`, or has a key that is no text, is mapped
    as far as it goes.

    Why a second pass: it is taken only where there is something to report, so that a clean file
    pays nothing for it.
    """
    walker = Walker(file, lines, parse_events(lines.text), depth)
    with suppress(*SYNTAX_ERRORS):
        walker.walk()
    return SourceMap(file, lines.lines, walker.values, walker.keys)


class Walker:
    """Walks the first document of a stream of events."""

    def __init__(self, file: str, lines: TextLines, next_event: NextEvent, depth: int) -> None:
        """Start at the beginning of a stream."""
        self.file = file
        self.lines = lines
        self.next_event = next_event
        self.depth = depth
        self.values: dict[DataPath, Location] = {}
        self.keys: dict[DataPath, Location] = {}

    def walk(self) -> None:
        """Note the places of all values and keys."""
        self.next_event()
        if isinstance(self.next_event(), StreamEndEvent):
            return
        enclosing: list[tuple[DataPath, str | int | None]] = []
        holder: DataPath = ()
        at: str | int | None = None
        while len(enclosing) <= self.depth:
            event: ParseEvent = self.next_event()
            if isinstance(event, MappingEndEvent | SequenceEndEvent):
                holder, at = enclosing.pop()
            elif enclosing and at is None:
                if not isinstance(event, ScalarEvent):
                    return
                at = self.note_key(event, holder)
                continue
            else:
                here = holder if at is None else (*holder, at)
                self.values.setdefault(here, self.location(event))
                if isinstance(event, MappingStartEvent | SequenceStartEvent):
                    enclosing.append((holder, at))
                    holder, at = here, None if isinstance(event, MappingStartEvent) else 0
                    continue
            if not enclosing:
                return
            at = at + 1 if isinstance(at, int) else None

    def note_key(self, event: ParseEvent, holder: DataPath) -> str:
        """Note the place of a key, and give its text as the reader keeps it."""
        text: str = event.value
        if not text.isascii() or event.style == '"':
            text = unicodedata.normalize("NFC", CONTROL.sub("", text))
        self.keys.setdefault((*holder, text), self.location(event))
        return text

    def location(self, event: ParseEvent) -> Location:
        """Give where a scalar stands, or where a map or a list begins."""
        start = event.start_mark.index
        is_scalar = isinstance(event, ScalarEvent | AliasEvent)
        return self.lines.location(self.file, start, event.end_mark.index if is_scalar else start)

"""A YAML text as a tree that keeps its comments and blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec
from yaml.events import (
    AliasEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from skillgap.loading.yaml.events import NextEvent, ParseEvent, parse_events
from skillgap.loading.yaml.text import TextLines

COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


BEGINNINGS: Final = frozenset({ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent})


class NotPlainError(Exception):
    """The text has anchors, aliases or tags, which no layout keeps."""


class Entry(msgspec.Struct):
    """A value together with the key it stands under, if any, and the comments that go with it.

    `start` and `end` are offsets; `key` is None for an entry of a list. `children` is None for a
    scalar, whose event is kept.
    """

    start: int
    end: int
    key: str | None = None
    scalar: ParseEvent = None
    children: list[Entry] | None = None
    is_map: bool = False
    above: list[str] = msgspec.field(default_factory=list)
    beside: str = ""
    has_blank_above: bool = False

    @property
    def has_comments_inside(self) -> bool:
        """Whether any value inside has a comment, so that it needs a line of its own."""
        return any(
            each.above or each.beside or each.has_comments_inside for each in self.children or ()
        )

    def text_of(self, key: str) -> str:
        """Return the text of a scalar under a key, nothing where there is none."""
        for each in self.children or ():
            if each.key == key and each.children is None:
                return str(each.scalar.value)
        return ""


class Layout(msgspec.Struct):
    """A whole text: comments above everything, the tree, and comments below."""

    head: list[str]
    root: Entry
    foot: list[str]


def read_layout(text: str) -> Layout:
    """Read a text that is known to be YAML of one document.

    Raises `NotPlainError` where it has anchors, aliases or tags.
    """
    next_event = parse_events(text)
    next_event()
    next_event()
    spans: list[tuple[int, int]] = []
    root = read_entry(next_event(), next_event, None, spans)
    layout = Layout([], root, [])
    attach(text, layout, spans)
    return layout


def read_entry(
    event: ParseEvent, next_event: NextEvent, key: ParseEvent, spans: list[tuple[int, int]]
) -> Entry:
    """Read one value; depth is bounded because the text was read before."""
    if is_alias(event) or event.anchor is not None or event.tag is not None:
        raise NotPlainError
    first = event if key is None else key
    entry = Entry(first.start_mark.index, event.end_mark.index, key.value if key else None)
    if is_scalar(event):
        entry.scalar = event
        spans.append((event.start_mark.index, event.end_mark.index))
        return entry
    entry.is_map = is_map(event)
    entry.children = []
    inner: ParseEvent = next_event()
    while is_beginning(inner):
        inner_key: ParseEvent = None
        if entry.is_map:
            inner_key = inner
            spans.append((inner.start_mark.index, inner.end_mark.index))
            inner = next_event()
        entry.children.append(read_entry(inner, next_event, inner_key, spans))
        inner = next_event()
    is_flow = bool(event.flow_style)
    last = entry.children[-1].end if entry.children else entry.end
    # a block's own end is where the next begins, with the comments in between
    entry.end = inner.end_mark.index if is_flow else last
    return entry


def is_scalar(event: ParseEvent) -> bool:
    """Say whether an event is a single value."""
    return isinstance(event, ScalarEvent)


def is_map(event: ParseEvent) -> bool:
    """Say whether an event begins a map."""
    return isinstance(event, MappingStartEvent)


def is_alias(event: ParseEvent) -> bool:
    """Say whether an event repeats a value."""
    return isinstance(event, AliasEvent)


def is_beginning(event: ParseEvent) -> bool:
    """Say whether an event begins a value, rather than ending the one around it."""
    return event.__class__ in BEGINNINGS


def entries_of(entry: Entry) -> Iterator[Entry]:
    """Return all entries inside, in the order they stand in, outer ones first."""
    for each in entry.children or ():
        yield each
        yield from entries_of(each)


def attach(text: str, layout: Layout, spans: list[tuple[int, int]]) -> None:
    """Return every comment to the entry it stands above or beside."""
    lines = TextLines(text)
    entries = sorted(entries_of(layout.root), key=lambda each: each.start)
    first = entries[0].start if entries else layout.root.start
    inside = iter(sorted(spans))
    span = next(inside, None)
    at = 0
    for found in COMMENT.finditer(text):
        while span is not None and span[1] <= found.start():
            span = next(inside, None)
        if span is not None and span[0] <= found.start() < span[1]:
            continue
        while at < len(entries) and entries[at].start < found.start():
            at += 1
        comment = found.group().rstrip()
        line_start = text.rfind("\n", 0, found.start()) + 1
        if found.start() < first:
            layout.head.append(comment)
        elif text[line_start : found.start()].strip():
            put_beside(entries[:at][-20:], comment, line_start, found.start())
        elif at < len(entries):
            entries[at].above.append(comment)
        else:
            layout.foot.append(comment)
    for each in entries:
        row = lines.location("", each.start, each.start).line - 2 - len(each.above)
        each.has_blank_above = row >= 0 and not lines.lines[row].strip()


def put_beside(before: list[Entry], comment: str, line_start: int, place: int) -> None:
    """Return a comment at the end of a line to the widest entry that begins and ends there."""
    on_line = [each for each in before if each.start >= line_start]
    whole = [each for each in on_line if each.end <= place]
    owner = whole[0] if whole else (on_line or before)[-1]
    if owner.beside:
        owner.above.append(comment)
    else:
        owner.beside = comment

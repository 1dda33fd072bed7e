"""Parse events to plain data, every surprise noted with its place."""

from __future__ import annotations

import unicodedata

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from skillgap.diagnostics.location import DataPath
from skillgap.frozen import dataclass
from skillgap.loading.events import NextEvent, ParseEvent
from skillgap.loading.invisible import CONTROL, DECEPTIVE, character_name, excerpt
from skillgap.loading.limits import ReadingLimits
from skillgap.loading.scalars import Surprise, resolve_plain
from skillgap.typed import Any, Final

Container = Any
"""A dict or a list; the loop tells them apart by class, for speed."""

Key = Any
"""A map's key as text, or `NO_KEY`."""

Frame = tuple[Container, Key, str | None, int]
"""A container, the key it waits at, the anchor of what is inside, and the nodes before that."""


class Absent:
    """The type of the two marks below."""


NO_KEY: Final = Absent()
"""The map waits for a key, not for a value."""

UNSEEN: Final = Absent()
"""A plain scalar that has not been resolved before."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a text, from character `start` to `end`; `place` is in the data.

    `first` is the place of the key that a duplicate repeats.
    """

    code: str
    message: str
    start: int
    end: int
    place: DataPath = ()
    hint: str = ""
    first: DataPath | None = None


class StopReading(Exception):  # noqa: N818 - it stops, and is no error of anybody's
    """The problem has been noted and nothing after it can be trusted."""


class Builder:
    """Builds the data of one document out of parse events, with a stack of its own.

    Why a stack and not recursion: the depth is checked before anything can overflow, and the place
    of a problem is read off it instead of being kept for every value.
    """

    def __init__(self, next_event: NextEvent, limits: ReadingLimits) -> None:
        """Start at the beginning of a stream."""
        self.next_event = next_event
        self.limits = limits
        self.problems: list[Problem] = []
        self.stack: list[Frame] = []
        self.anchors: dict[str, tuple[object, int]] = {}
        self.plain: dict[str, object] = {}
        self.plain_keys: set[str] = set()
        self.nodes = 0
        self.alias_nodes = 0

    def read(self) -> object:
        """Read the first document of the stream."""
        self.next_event()
        event: ParseEvent = self.next_event()
        if isinstance(event, StreamEndEvent):
            raise self.fatal("SG106", "the file is empty", event)
        data = self.read_node()
        self.next_event()
        event = self.next_event()
        if isinstance(event, DocumentStartEvent):
            self.note(
                "SG124", "a second document begins here", event, hint="one file, one document"
            )
        if data is None and not self.problems:
            raise self.fatal("SG106", "the file holds nothing", event)
        return data

    def read_node(self) -> object:  # noqa: C901 - one loop over the kinds of events, for speed
        """Read one node with everything inside it."""
        next_event, plain, digits = self.next_event, self.plain, self.limits.digits
        stack, max_nodes, max_depth = self.stack, self.limits.nodes, self.limits.depth
        container: Container = None
        key: Key = NO_KEY
        value: Any
        while True:
            event: ParseEvent = next_event()
            kind = event.__class__
            self.nodes += 1
            if kind is ScalarEvent:
                value = event.value
                if key is NO_KEY and container.__class__ is dict:
                    key = self.read_key(event, container)
                    continue
                if event.tag is not None:
                    self.refuse_tag(event, container, key)
                elif event.implicit[0]:
                    known = plain.get(value, UNSEEN)
                    if known is UNSEEN:
                        known = plain[value] = resolve_plain(value, digits)
                    if known.__class__ is Surprise:
                        self.note_surprise(known, event, container, key)
                    else:
                        value = known
                if value.__class__ is str and (event.style == '"' or not value.isascii()):
                    value = self.check_text(value, event, container, key)
                if event.anchor is not None:
                    self.anchors[event.anchor] = (value, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if key is NO_KEY and container.__class__ is dict:
                    raise self.fatal("SG130", "a key that is not text", event)
                if event.tag is not None:
                    self.refuse_tag(event, container, key)
                if len(stack) >= max_depth:
                    raise self.fatal("SG134", f"nested deeper than {max_depth} levels", event)
                if self.nodes > max_nodes:
                    raise self.fatal("SG136", f"more than {max_nodes:,} values in one file", event)
                stack.append((container, key, event.anchor, self.nodes - 1))
                container = {} if kind is MappingStartEvent else []
                key = NO_KEY
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self.nodes -= 1
                value = container
                container, key, anchor, nodes_before = stack.pop()
                if anchor is not None:
                    self.anchors[anchor] = (value, self.nodes - nodes_before)
            elif kind is AliasEvent:
                if key is NO_KEY and container.__class__ is dict:
                    raise self.fatal("SG130", "an alias as a key", event)
                value = self.follow_alias(event, container, key)
            else:
                raise self.fatal("SG120", "invalid YAML: an unexpected end", event)
            if container is None:
                return value
            if container.__class__ is list:
                container.append(value)
            else:
                if key not in container:
                    container[key] = value
                key = NO_KEY

    def read_key(self, event: ParseEvent, container: Container) -> str:
        """Read a map's key: text, once."""
        text: str = event.value
        if event.tag is not None:
            self.refuse_tag(event, container, text)
        elif event.implicit[0] and text not in self.plain_keys:
            self.check_plain_key(text, event, container)
        if event.anchor is not None:
            self.anchors[event.anchor] = (text, 1)
        if not text.isascii() or event.style == '"':
            text = unicodedata.normalize("NFC", self.check_text(text, event, container, text))
        if text in container:
            place = self.place_of(container, text)
            message = f"the key `{excerpt(text)}` stands here a second time"
            hint = "keep one of the two, or put both values under one key"
            self.note("SG125", message, event, place, hint=hint, first=place)
        return text

    def check_plain_key(self, text: str, event: ParseEvent, container: Container) -> None:
        """Note an unquoted key that is not text to every program; remember one that is."""
        if text == "<<":
            hint = "write the keys out where they belong"
            raise self.fatal("SG129", "a merge key `<<`", event, hint=hint)
        resolved = resolve_plain(text, self.limits.digits)
        if isinstance(resolved, Surprise):
            self.note_surprise(resolved, event, container, text)
        elif isinstance(resolved, str):
            self.plain_keys.add(text)
        else:
            place = self.place_of(container, text)
            hint = f'put it in quotes: `"{excerpt(text)}"`'
            self.note("SG131", f"the key `{excerpt(text)}` is not text", event, place, hint=hint)

    def follow_alias(self, event: ParseEvent, container: Container, key: Key) -> object:
        """Give what an alias stands for, within the bound on what aliases may repeat."""
        if event.anchor not in self.anchors:
            place = self.place_of(container, key)
            message = f"the alias `*{excerpt(event.anchor)}` has no anchor before it"
            self.note("SG132", message, event, place, hint="write the value out")
            return None
        value, nodes = self.anchors[event.anchor]
        self.alias_nodes += nodes
        self.nodes += nodes
        if self.alias_nodes > self.limits.alias_nodes:
            message = f"aliases repeat more than {self.limits.alias_nodes:,} values"
            raise self.fatal("SG133", message, event, hint="write the values out")
        return value

    def refuse_tag(self, event: ParseEvent, container: Container, key: Key) -> None:
        """Note a tag; what it stands before is read as if it were not there."""
        tag = excerpt(event.tag.replace("tag:yaml.org,2002:", "!!"))
        place = self.place_of(container, key)
        self.note("SG128", f"the tag `{tag}`", event, place, hint="delete the tag")

    def note_surprise(
        self, surprise: Surprise, event: ParseEvent, container: Container, key: Key
    ) -> None:
        """Note a scalar that not every program reads alike."""
        place = self.place_of(container, key)
        self.note(surprise.code, surprise.message, event, place, hint=surprise.hint)

    def check_text(self, text: str, event: ParseEvent, container: Container, key: Key) -> str:
        """Note characters that cannot be seen; controls are taken out of the text."""
        place = self.place_of(container, key)
        control = CONTROL.search(text)
        if control:
            message = f"control character {character_name(control.group())} in a text"
            self.note("SG111", message, event, place, hint="delete the character")
            return CONTROL.sub("", text)
        deceptive = DECEPTIVE.search(text)
        if deceptive:
            message = f"invisible character {character_name(deceptive.group())} in a text"
            self.note("SG112", message, event, place, hint="delete the character")
        return text

    def place_of(self, container: Container, key: Key) -> DataPath:
        """Give the place that is being read."""
        frames = [*self.stack[1:], (container, key, None, 0)]
        return tuple(
            len(holder) if isinstance(holder, list) else at
            for holder, at, _, _ in frames
            if (holder is not None and at is not NO_KEY) or isinstance(holder, list)
        )

    def note(
        self,
        code: str,
        message: str,
        event: ParseEvent,
        place: DataPath = (),
        *,
        hint: str = "",
        first: DataPath | None = None,
    ) -> None:
        """Keep a problem; the last that is kept says that the reading stops there."""
        start, end = event.start_mark.index, event.end_mark.index
        self.problems.append(Problem(code, message, start, end, place, hint, first))
        if len(self.problems) == self.limits.problems:
            message = f"{self.limits.problems:,} problems so far: reading stops here"
            self.problems.append(Problem("SG137", message, start, end))
            raise StopReading

    def fatal(self, code: str, message: str, event: ParseEvent, *, hint: str = "") -> StopReading:
        """Keep a problem after which nothing can be read; gives the exception to raise."""
        start, end = event.start_mark.index, event.end_mark.index
        self.problems.append(Problem(code, message, start, end, hint=hint))
        return StopReading()

"""YAML text to plain data, every surprise noted with its place, within bounds."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import msgspec
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
from skillgap.loading.yaml.events import (
    SYNTAX_ERRORS,
    NextEvent,
    ParseEvent,
    before_the_depths,
    describe_syntax_error,
    parse_events,
)
from skillgap.loading.yaml.scalars import Surprise, resolve_plain
from skillgap.loading.yaml.text import CONTROL, DECEPTIVE, character_name, quotable


class ReadingLimits(msgspec.Struct, frozen=True):
    """The bounds of what is read; `file_bytes` is per file, `problems` is per file and stage.

    `alias_nodes` counts the values that aliases repeat, over the whole file.

    Why: a file that anybody may have written must cost bounded time and memory, whatever it holds.
    """

    file_bytes: int = 128 * 1024 * 1024
    depth: int = 64
    nodes: int = 16_000_000
    alias_nodes: int = 10_000
    digits: int = 40
    problems: int = 1_000


CATALOG_LIMITS: Final = ReadingLimits()

PROFILE_LIMITS: Final = ReadingLimits(file_bytes=4 * 1024 * 1024, nodes=200_000)
"""One person, one role: a hundred times what anybody writes by hand."""


Container = Any
"""A dict or a list; the loop tells them apart by class, for speed."""

Key = Any
"""A map's key as text, or `NO_KEY`; None where the container is no map."""

Frame = tuple[Container, Key, str | None, int]
"""A container, the key it waits at, the anchor of what is inside, and the nodes before that."""


class Absent:
    """The type of the two marks below."""


NO_KEY: Final = Absent()
"""The map waits for a key, not for a value."""

UNSEEN: Final = Absent()
"""A plain scalar that has not been resolved before."""


class Problem(msgspec.Struct, frozen=True):
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
        next_event, plain, plain_keys = self.next_event, self.plain, self.plain_keys
        stack, max_nodes, max_depth = self.stack, self.limits.nodes, self.limits.depth
        container: Container = None
        key: Key = None
        value: Any
        nodes = 0
        while True:
            event: ParseEvent = next_event()
            kind = event.__class__
            nodes += 1
            if kind is ScalarEvent:
                value = event.value
                is_bare = event.implicit[0] and event.tag is None and event.anchor is None
                if key is NO_KEY:
                    if is_bare and value in plain_keys and value not in container:
                        key = value
                    else:
                        key = self.read_key(event, container)
                    continue
                known = plain.get(value, UNSEEN) if is_bare else UNSEEN
                value = self.read_scalar(event, container, key) if known is UNSEEN else known
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if key is NO_KEY:
                    raise self.fatal("SG130", "a key that is not text", event)
                if event.tag is not None:
                    self.refuse_tag(event, container, key)
                if len(stack) >= max_depth:
                    raise self.fatal("SG134", f"nested deeper than {max_depth} levels", event)
                if nodes > max_nodes:
                    raise self.fatal("SG136", f"more than {max_nodes:,} values in one file", event)
                stack.append((container, key, event.anchor, nodes - 1))
                if kind is MappingStartEvent:
                    container, key = {}, NO_KEY
                else:
                    container, key = [], None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                nodes -= 1
                value = container
                container, key, anchor, nodes_before = stack.pop()
                if anchor is not None:
                    self.anchors[anchor] = (value, nodes - nodes_before)
            elif kind is AliasEvent:
                if key is NO_KEY:
                    raise self.fatal("SG130", "an alias as a key", event)
                value, repeated = self.follow_alias(event, container, key)
                nodes += repeated
            else:
                raise self.fatal("SG120", "invalid YAML: an unexpected end", event)
            if key is not None:
                if key not in container:
                    container[key] = value
                key = NO_KEY
            elif container is None:
                return value
            else:
                container.append(value)

    def read_scalar(self, event: ParseEvent, container: Container, key: Key) -> object:
        """Read a scalar that is no key; one that is the same wherever it stands is remembered."""
        text: str = event.value
        value: Any = text
        if event.tag is not None:
            self.refuse_tag(event, container, key)
        elif event.implicit[0]:
            value = resolve_plain(text, self.limits.digits)
            if isinstance(value, Surprise):
                self.note_surprise(value, event, container, key)
                value = text
            elif event.style != '"' and text.isascii():
                self.plain[text] = value
        if value.__class__ is str and (event.style == '"' or not text.isascii()):
            value = self.check_text(text, event, container, key)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
        return value

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
            message = f"the key `{quotable(text)}` stands here a second time"
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
            if event.style != '"' and text.isascii():
                self.plain_keys.add(text)
        else:
            place = self.place_of(container, text)
            hint = f'put it in quotes: `"{quotable(text)}"`'
            self.note("SG131", f"the key `{quotable(text)}` is not text", event, place, hint=hint)

    def follow_alias(self, event: ParseEvent, container: Container, key: Key) -> tuple[object, int]:
        """Return what an alias stands for, and of how many values it is made.

        What aliases may repeat is bounded.
        """
        if event.anchor not in self.anchors:
            place = self.place_of(container, key)
            message = f"the alias `*{quotable(event.anchor)}` has no anchor before it"
            self.note("SG132", message, event, place, hint="write the value out")
            return None, 0
        value, nodes = self.anchors[event.anchor]
        self.alias_nodes += nodes
        if self.alias_nodes > self.limits.alias_nodes:
            message = f"aliases repeat more than {self.limits.alias_nodes:,} values"
            raise self.fatal("SG133", message, event, hint="write the values out")
        return value, nodes

    def refuse_tag(self, event: ParseEvent, container: Container, key: Key) -> None:
        """Note a tag; what it stands before is read as if it were not there."""
        tag = quotable(event.tag.replace("tag:yaml.org,2002:", "!!"))
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
        """Return the place that is being read."""
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


@contextmanager
def resting_collector() -> Iterator[None]:
    """Keep the garbage collector still.

    Why: loading makes many objects and no cycles, and the collector would walk them all again and
    again, for a third of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_plain_data(
    text: str, limits: ReadingLimits, *, pure_python: bool | None = None
) -> tuple[object, tuple[Problem, ...]]:
    """Read one YAML document.

    Gives None for the data, and at least one problem, where nothing can be made of it. A problem
    inside leaves the rest as it stands: a tag is dropped, a second key of the same name ignored.
    """
    if pure_python is None:
        next_event = parse_events(text)
    else:
        next_event = parse_events(text, pure_python=pure_python)
    builder = Builder(next_event, limits)
    with resting_collector():
        try:
            data = builder.read()
        except StopReading:
            data = None
        except SYNTAX_ERRORS as error:
            shallow = before_the_depths(error, text)
            if shallow is not None:
                return read_plain_data(shallow, limits, pure_python=pure_python)
            data = None
            wrong = describe_syntax_error(error, text)
            builder.problems.append(
                Problem(wrong.code, wrong.message, wrong.start, wrong.start + 1, hint=wrong.hint)
            )
    return data, tuple(builder.problems)

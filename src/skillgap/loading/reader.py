"""YAML text to plain data: maps, lists, text, numbers, booleans and null, nothing else."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from skillgap.loading.builder import Builder, Problem, StopReading
from skillgap.loading.events import (
    SYNTAX_ERRORS,
    before_the_depths,
    describe_syntax_error,
    parse_events,
)
from skillgap.loading.limits import ReadingLimits


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

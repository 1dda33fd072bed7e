"""How a mold is made: one maker for each way in which a shape says what it takes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from enum import Enum
from typing import Any, Final

import msgspec

from skillgap.domain.identifiers import is_identifier
from skillgap.loading.shapes.spelling import (
    ONE_LINE_PATTERN,
    SCHEMA_VERSION,
    Way,
    day_of,
    takes_one_way,
)

Mold = Callable[[Any], Any]
"""A function of plain data, as the reader gives it."""

SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half a character: pydantic takes no text that has one."""

ABSENT: Final = object()
"""The default of a key that has to be there."""


class Misfit(Exception):  # noqa: N818 - it stops, and is no error of anybody's
    """The value is not plainly right; whether it is wrong, and why, pydantic says."""


class Form:
    """What a mold makes of a map: an attribute for each field, as the shape has them."""


class Part(msgspec.Struct, frozen=True):
    """A key of a map, what its value is made in, and the attribute that keeps it."""

    key: str
    mold: Mold
    default: object = ABSENT
    name: str = ""


def record(*parts: Part, ways: tuple[Way, ...] = ()) -> Mold:
    """Make the mold of a map whose keys are all known; `ways` are those it is to take one of."""
    known = {each.key: (each.name or each.key, each.mold) for each in parts}
    defaults = {each.name or each.key: each.default for each in parts if each.default is not ABSENT}
    count, find, fresh = len(parts), known.get, defaults.copy

    def pour(value: Any) -> Form:  # noqa: ANN401 - whatever a file holds
        if value.__class__ is not dict:
            raise Misfit
        values = fresh()
        for key, inner in value.items():
            part = find(key)
            if part is None:
                raise Misfit
            name, mold = part
            values[name] = mold(inner)
        # all keys are known, so none can make up for one that is missing
        if len(values) != count:
            raise Misfit
        form = Form()
        form.__dict__ = values
        if ways and not takes_one_way(form, ways):
            raise Misfit
        return form

    return pour


def list_of(mold: Mold, least: int = 0) -> Mold:
    """Make the mold of a list with at least so many entries."""

    def pour(value: Any) -> list[Any]:  # noqa: ANN401 - whatever a file holds
        if value.__class__ is not list or len(value) < least:
            raise Misfit
        return [mold(each) for each in value]

    return pour


def map_of(key_mold: Mold, mold: Mold) -> Mold:
    """Make the mold of a map whose keys are free."""

    def pour(value: Any) -> dict[Any, Any]:  # noqa: ANN401 - whatever a file holds
        if value.__class__ is not dict:
            raise Misfit
        return {key_mold(key): mold(each) for key, each in value.items()}

    return pour


def text_or_map(text_mold: Mold, map_mold: Mold) -> Mold:
    """Make the mold of an entry that is text or a map."""
    return lambda value: (map_mold if value.__class__ is dict else text_mold)(value)


def maybe(mold: Mold) -> Mold:
    """Make the mold of a value that may be null."""
    return lambda value: None if value is None else mold(value)


def text(pattern: str, most: int | None = None) -> Mold:
    """Make the mold of a text that matches a pattern, of at most so many characters."""
    search: Callable[[str], object] = re.compile(re.sub(r"\$$", r"\\Z", pattern)).search
    if pattern == ONE_LINE_PATTERN:
        search = is_one_line

    def pour(value: Any) -> str:  # noqa: ANN401 - whatever a file holds
        if (
            value.__class__ is str
            and (most is None or len(value) <= most)
            and search(value)
            and (value.isprintable() or not SURROGATE.search(value))
        ):
            return value
        raise Misfit

    return pour


def is_one_line(text: str) -> bool:
    """Say whether a text has one line, and something on it.

    Why not the pattern: Python's engine tries it in a time that grows with the square of the text.
    """
    return not (not text or text.isspace() or "\n" in text or "\r" in text)


def number(*, ge: float | None = None, gt: float | None = None, le: float) -> Mold:
    """Make the mold of a number within bounds; a whole one becomes a float as well."""
    low, is_open = (ge, False) if gt is None else (gt, True)

    def pour(value: Any) -> float:  # noqa: ANN401 - whatever a file holds
        kind = value.__class__
        if (kind is int or kind is float) and low <= value <= le and not (is_open and value == low):
            return float(value)
        raise Misfit

    return pour


def whole(*, ge: int, le: int) -> Mold:
    """Make the mold of a whole number within bounds."""

    def pour(value: Any) -> int:  # noqa: ANN401 - whatever a file holds
        if value.__class__ is int and ge <= value <= le:
            return value
        raise Misfit

    return pour


def word(words: type[Enum]) -> Mold:
    """Make the mold of a word of an enumeration."""
    return chosen({each.value: each for each in words})


def literal(*words: str) -> Mold:
    """Make the mold of a word that stays one."""
    return chosen({each: each for each in words})


def chosen(meanings: dict[str, Any]) -> Mold:
    """Make the mold of a word that means something."""

    def pour(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
        if value.__class__ is str and value in meanings:
            return meanings[value]
        raise Misfit

    return pour


def identifier(value: Any) -> str:  # noqa: ANN401 - whatever a file holds
    """Take an id."""
    if value.__class__ is str and is_identifier(value):
        return value
    raise Misfit


def truth(value: Any) -> bool:  # noqa: ANN401 - whatever a file holds
    """Take true or false."""
    if value.__class__ is bool:
        return value
    raise Misfit


def day(value: Any) -> dt.date:  # noqa: ANN401 - whatever a file holds
    """Take an ISO date."""
    found = day_of(value)
    if found is None:
        raise Misfit
    return found


def version(value: Any) -> int:  # noqa: ANN401 - whatever a file holds
    """Take the version of the shape of files."""
    if value.__class__ is int and value == SCHEMA_VERSION:
        return value
    raise Misfit


def anything(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    """Take a value that somebody else looks at."""
    return value

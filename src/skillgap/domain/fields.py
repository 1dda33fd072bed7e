"""The types of single fields, each with its bounds: what a file may say, and so what a noun is.

Why annotations are not postponed where records are that every run decodes: msgspec would have to
evaluate them as text each time.
"""

import datetime as dt
from types import EllipsisType
from typing import Annotated, ClassVar, Final, Literal

import msgspec
from msgspec import Meta

SCHEMA_VERSION: Final = 1
FIRST_YEAR, LAST_YEAR = 1900, 2199

ONE_LINE_PATTERN: Final = r"^[^\r\n]*[^\s][^\r\n]*\Z"
PROSE_PATTERN: Final = r"[^\s]"
URL_PATTERN: Final = r"^https?://[!-~]+\Z"
CURRENCY_PATTERN: Final = r"^[A-Z]{3}\Z"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z"
ONET_SOC_PATTERN: Final = r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}\Z"
ISCO08_PATTERN: Final = r"^[0-9]{1,4}\Z"

OneLine = Annotated[str, Meta(pattern=ONE_LINE_PATTERN, max_length=300)]
Prose = Annotated[str, Meta(pattern=PROSE_PATTERN, max_length=4000)]
Url = Annotated[str, Meta(pattern=URL_PATTERN, max_length=2000)]
Currency = Annotated[str, Meta(pattern=CURRENCY_PATTERN)]
Language = Annotated[str, Meta(pattern=LANGUAGE_PATTERN)]
Level = Annotated[int, Meta(ge=1, le=5)]
Amount = Annotated[float, Meta(ge=0, le=1_000_000_000)]
Hours = Annotated[float, Meta(ge=0, le=100_000)]
Months = Annotated[int, Meta(ge=1, le=1_200)]
SchemaVersion = Literal[1]

Ways = tuple[tuple[str, ...], ...]
"""Several ways to write one entry, each by the keys that are written together."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A map of keys that are all known, whose values are never converted.

    One declaration is the noun, what its file may hold, its compiled form and its JSON Schema.
    `written_order` is the order of keys in a file that we write, where it is not that of the
    fields: `...` stands for all that it does not name. `always_written` are keys that are written
    even where they are null.
    """

    written_order: ClassVar[tuple[str | EllipsisType, ...]] = (...,)
    always_written: ClassVar[frozenset[str]] = frozenset()


def takes_one_way(value: object, ways: Ways) -> bool:
    """Say whether one way of writing an entry is taken in full, and no other in part."""
    taken = [way for way in ways if any(getattr(value, key) is not None for key in way)]
    return len(taken) == 1 and all(getattr(value, key) is not None for key in taken[0])


class Choice(Record, frozen=True):
    """A record that is written in exactly one of several ways, each with keys of its own."""

    ways: ClassVar[Ways] = ()

    def __post_init__(self) -> None:
        """Refuse an entry that is written in several ways, in none, or in half of one."""
        if not takes_one_way(self, self.ways):
            raise ValueError("takes exactly one way")


def is_near(day: dt.date) -> bool:
    """Say whether a day is near enough to our time to be meant."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def require_near(*days: dt.date | None) -> None:
    """Raise `ValueError` where a day is far from our time."""
    for day in days:
        if day is not None and not is_near(day):
            raise ValueError("is no date near our time")

"""The types of single fields, each with its bounds and its words for an editor."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from skillgap.domain.identifiers import ID_LENGTH, is_identifier

SCHEMA_VERSION: Final = 1

ID_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
ONE_LINE_PATTERN: Final = r"^[^\r\n]*[^\s][^\r\n]*$"
PROSE_PATTERN: Final = r"[^\s]"
URL_PATTERN: Final = r"^https?://[!-~]+$"
CURRENCY_PATTERN: Final = "^[A-Z]{3}$"
LANGUAGE_PATTERN: Final = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
ONET_SOC_PATTERN: Final = r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$"
ISCO08_PATTERN: Final = "^[0-9]{1,4}$"

FIRST_YEAR, LAST_YEAR = 1900, 2199


TEXT_TAG: Final = "(text)"
MAP_TAG: Final = "(map)"


class Shape(BaseModel):
    """A map whose keys are all known and whose values are never converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


def refuse_reserved(text: str) -> str:
    """Refuse an id that the pattern lets through and a file system does not."""
    if not is_identifier(text):
        raise PydanticCustomError("SG205", "is a name that Windows reserves")
    return text


def read_date(value: object) -> dt.date:
    """Read an ISO date from text."""
    if isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("SG207", "is no day of the calendar") from None
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
    raise PydanticCustomError("SG207", "is no date")


def text_or_map(value: object) -> str:
    """Tell the two ways of writing one entry apart."""
    return MAP_TAG if isinstance(value, dict | BaseModel) else TEXT_TAG


def known_version(number: int) -> int:
    """Refuse a shape of files that this version does not read."""
    if number != SCHEMA_VERSION:
        raise PydanticCustomError("SG210", "is another version of the shape")
    return number


Identifier = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH),
    AfterValidator(refuse_reserved),
]
OneLine = Annotated[str, StringConstraints(pattern=ONE_LINE_PATTERN, max_length=300)]
Prose = Annotated[str, StringConstraints(pattern=PROSE_PATTERN, max_length=4000)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=2000)]
Currency = Annotated[str, StringConstraints(pattern=CURRENCY_PATTERN)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
OnetSoc = Annotated[str, StringConstraints(pattern=ONET_SOC_PATTERN)]
Isco08 = Annotated[str, StringConstraints(pattern=ISCO08_PATTERN)]
Level = Annotated[int, Field(ge=1, le=5)]
Amount = Annotated[float, Field(ge=0, le=1_000_000_000)]
Hours = Annotated[float, Field(ge=0, le=100_000)]
Months = Annotated[int, Field(ge=1, le=1_200)]
Day = Annotated[
    dt.date, BeforeValidator(read_date), WithJsonSchema({"type": "string", "format": "date"})
]
SchemaVersion = Annotated[
    int,
    AfterValidator(known_version),
    WithJsonSchema({"const": SCHEMA_VERSION, "type": "integer"}),
]

AsText = Tag(TEXT_TAG)
AsMap = Tag(MAP_TAG)
TextOrMap = Discriminator(text_or_map)
"""An entry is text or a map.

Why told apart first: a plain union would report what is wrong with both.
"""

"""The types of single fields, each with its bounds and its words for an editor."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Final, Self

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
    model_validator,
)
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from skillgap.domain.identifiers import ID_LENGTH, is_identifier
from skillgap.loading.shapes.spelling import (
    CURRENCY_PATTERN,
    ID_PATTERN,
    ISCO08_PATTERN,
    LANGUAGE_PATTERN,
    ONE_LINE_PATTERN,
    ONET_SOC_PATTERN,
    PROSE_PATTERN,
    SCHEMA_VERSION,
    URL_PATTERN,
    Way,
    day_of,
    takes_one_way,
)

TEXT_TAG: Final = "(text)"
MAP_TAG: Final = "(map)"


class Shape(BaseModel):
    """A map whose keys are all known and whose values are never converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class EitherShape(Shape):
    """A map that is written in exactly one of several ways, each with keys of its own."""

    ways: ClassVar[tuple[Way, ...]] = ()

    @model_validator(mode="after")
    def take_one_way(self) -> Self:
        """Refuse an entry that is written in several ways, in none, or in half of one."""
        if not takes_one_way(self, self.ways):
            raise PydanticCustomError("SG212", "takes exactly one way")
        return self


def one_of(ways: tuple[Way, ...]) -> JsonDict:
    """Say in a JSON Schema that exactly one way is to be taken."""
    return {"oneOf": [{"required": list(way)} for way in ways]}


def refuse_reserved(text: str) -> str:
    """Refuse an id that the pattern lets through and a file system does not."""
    if not is_identifier(text):
        raise PydanticCustomError("SG205", "is a name that Windows reserves")
    return text


def read_date(value: object) -> dt.date:
    """Read an ISO date from text."""
    day = day_of(value)
    if day is None:
        raise PydanticCustomError("SG207", "is no date")
    return day


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

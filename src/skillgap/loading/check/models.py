"""Pydantic's models of records, made of the records' own annotations.

Why: msgspec stops at the first thing that does not fit, and pydantic tells them all. It is imported
for that alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Final, Literal, Union

from msgspec import Meta
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
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from skillgap.domain.credential import MicroCredential
from skillgap.domain.fields import (
    SCHEMA_VERSION,
    Choice,
    Record,
    SchemaVersion,
    require_near,
    takes_one_way,
)
from skillgap.domain.identifiers import ID_PATTERN, NOT_RESERVED, is_identifier
from skillgap.domain.learner import LearnerProfile
from skillgap.domain.role import RoleProfile, SkillRequirement
from skillgap.loading.keys import Declared, Key, form_of, is_record, keys_of

TEXT_TAG: Final = "(text)"
MAP_TAG: Final = "(map)"
BOUNDS: Final = ("ge", "gt", "le", "lt", "min_length", "max_length")
DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

NAMES: Final[Mapping[type[Record], str]] = {
    MicroCredential: "Credential",
    LearnerProfile: "Learner",
    RoleProfile: "Role",
    SkillRequirement: "Requirement",
}
"""The records that the published schemas name otherwise than the glossary does."""


class RecordModel(BaseModel):
    """A map whose keys are all known and whose values are never converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


@cache
def model_of(kind: type[Record]) -> type[RecordModel]:
    """Return the model of a record."""
    fields: dict[str, Any] = {each.attribute: field_of(each) for each in keys_of(kind).values()}
    name = f"{NAMES.get(kind, kind.__name__)}Shape"
    told = (kind.__doc__ or "").partition("\n")[0]
    if not issubclass(kind, Choice):
        return create_model(name, __base__=RecordModel, __doc__=told, **fields)
    one_of: Any = {"oneOf": [{"required": list(way)} for way in kind.ways]}
    base = type(name, (RecordModel,), {"model_config": ConfigDict(json_schema_extra=one_of)})

    def take_one_way(model: RecordModel) -> RecordModel:
        if not takes_one_way(model, kind.ways):
            raise PydanticCustomError("SG212", "takes exactly one way")
        return model

    validators: Any = {"take_one_way": model_validator(mode="after")(take_one_way)}
    return create_model(name, __base__=base, __doc__=told, __validators__=validators, **fields)


def field_of(key: Key) -> tuple[Any, Any]:
    """Return the type of a field and what pydantic is to know of it."""
    form, inner = form_of(key.declared)
    marks = inner[1:] if form is Annotated else ()
    words = [each for each in marks if isinstance(each, Meta)]
    told: dict[str, Any] = {
        "description": next((each.description for each in words if each.description), None),
        "examples": next((each.examples for each in words if each.examples), None),
    }
    if key.name != key.attribute:
        told["alias"] = key.name
    default = ... if key.is_required else plain_default(key.default)
    return converted(key.declared), Field(default, **told)


def plain_default(default: object) -> object:
    """Return a default as pydantic has it."""
    if isinstance(default, Record):
        return model_of(type(default))()
    return list(default) if isinstance(default, tuple) else default


def converted(declared: Declared) -> Any:  # noqa: ANN401 - a type as pydantic reads it
    """Return a type of a record as pydantic reads it."""
    form, inner = form_of(declared)
    if form is Annotated:
        return bounded(inner[0], [each for each in inner[1:] if isinstance(each, Meta)])
    if form is Union:
        return either(inner)
    if form is tuple:
        return list[converted(inner[0])]  # type: ignore[misc]
    if declared == SchemaVersion:
        shown = {"const": SCHEMA_VERSION, "type": "integer"}
        return Annotated[int, AfterValidator(known_version), WithJsonSchema(shown)]
    if form is not None and form is not Literal:
        return dict[converted(inner[0]), converted(inner[1])]  # type: ignore[misc]
    if is_record(declared):
        return model_of(declared)
    if isinstance(declared, type) and issubclass(declared, Enum):
        # an enumeration is written as its word; the enumeration itself does the checking
        return Annotated[declared, Field(strict=False)]
    if declared is dt.date:
        shown_day = {"type": "string", "format": "date"}
        return Annotated[dt.date, BeforeValidator(read_date), WithJsonSchema(shown_day)]
    return declared


def either(parts: tuple[Declared, ...]) -> Any:  # noqa: ANN401 - a type as pydantic reads it
    """Return a union.

    Why text and map are told apart first: a plain union would report what is wrong with both.
    """
    some = [converted(each) for each in parts if each is not type(None)]
    records = [is_record(each) for each in parts]
    if any(records) and len(some) > 1:
        tagged = [
            Annotated[each, Tag(MAP_TAG if is_map else TEXT_TAG)]
            for each, is_map in zip(some, records, strict=True)
        ]
        return Annotated[reduce(or_, tagged), Discriminator(text_or_map)]
    return reduce(or_, [*some, *(each for each in parts if each is type(None))])


def bounded(base: Declared, marks: list[Meta]) -> Any:  # noqa: ANN401 - a type as pydantic reads it
    """Return a type within bounds."""
    bounds = {
        name: getattr(each, name)
        for each in marks
        for name in BOUNDS
        if getattr(each, name) is not None
    }
    pattern = next((each.pattern for each in marks if each.pattern is not None), None)
    inner = converted(base)
    if pattern is not None:
        text = Annotated[str, StringConstraints(pattern=published(pattern), **bounds)]
        return Annotated[text, AfterValidator(not_reserved)] if pattern == ID_PATTERN else text
    return Annotated[inner, Field(**bounds)] if bounds else inner


def published(pattern: str) -> str:
    """Return a pattern as JSON Schema has it, where `$` is the end and nothing looks ahead."""
    return pattern.replace(NOT_RESERVED, "").replace(r"\Z", "$")


def not_reserved(text: str) -> str:
    """Refuse an id that the pattern lets through and a file system does not."""
    if not is_identifier(text):
        raise PydanticCustomError("SG205", "is a name that Windows reserves")
    return text


def read_date(value: object) -> dt.date:
    """Read an ISO date from text."""
    try:
        if isinstance(value, str) and DAY.fullmatch(value):
            day = dt.date.fromisoformat(value)
            require_near(day)
            return day
    except ValueError:
        pass
    raise PydanticCustomError("SG207", "is no date")


def text_or_map(value: object) -> str:
    """Tell the two ways of writing one entry apart."""
    return MAP_TAG if isinstance(value, dict | BaseModel) else TEXT_TAG


def known_version(number: int) -> int:
    """Refuse a shape of files that this version does not read."""
    if number != SCHEMA_VERSION:
        raise PydanticCustomError("SG210", "is another version of the shape")
    return number

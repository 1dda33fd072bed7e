"""Reports as JSON: each key is declared once, as a field of which the schema follows as well."""

import json
import math
from collections.abc import Callable, Mapping
from functools import cache
from types import FunctionType, UnionType
from typing import Annotated, Any, Final, Literal, Self, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, UnsetType

from skillgap.text import clean

SCHEMA_VERSION: Final = 1
"""The version of every JSON shape; it rises only where a script would break."""

JsonValue = str | int | float | bool | None | list["JsonValue"] | Mapping[str, "JsonValue"]
"""What JSON can say."""


class At:
    """Where the value of a key is found in what an object tells of: `At("requirement.level")`.

    Nothing at all (`At("")`) is the thing itself; None is found below None.
    """

    def __init__(self, path: str) -> None:
        """Take the names of attributes, a dot between them."""
        self.names = path.split(".") if path else ()

    def __call__(self, source: Any) -> Any:  # noqa: ANN401 - any value
        """Return the value."""
        for name in self.names:
            source = None if source is None else getattr(source, name)
        return source


class JsonStruct(msgspec.Struct, frozen=True):
    """A JSON object of a report: its fields, in their order, are the object's keys."""

    @classmethod
    def of(cls, source: object = None, /, **given: Any) -> Self:  # noqa: ANN401 - any field
        """Return the object that tells of `source`.

        A key that is not `given` is the attribute of that name, or what its type says with `At`;
        one that may be left out is left out.
        Figures are rounded as their types say, and what is an object itself is made likewise.
        """
        for name, find, fit in fields_of(cls):
            if name not in given and find is not None and source is not None:
                given[name] = find(source)
            if fit is not None and name in given:
                given[name] = fit(given[name])
        return cls(**given)


JsonObject = JsonStruct | dict[str, JsonValue]
Fit = Callable[[Any], Any]


@cache
def fields_of(kind: type[JsonStruct]) -> tuple[tuple[str, At | None, Fit | None], ...]:
    """Return each field, what finds it in a source, and what makes of that what the field takes."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        (name, place_of(hints[name], name), fit_of(hints[name])) for name in kind.__struct_fields__
    )


def place_of(hint: Any, name: str) -> At | None:  # noqa: ANN401 - any annotation
    """Return where the value of a field is found; None where the key may be left out."""
    parts = get_args(hint)
    if UnsetType in parts:
        return None
    return next((each for each in parts if isinstance(each, At)), At(name))


def fit_of(hint: Any) -> Fit | None:  # noqa: ANN401 - any annotation
    """Return what makes of a value what an annotation says; None where it stays as it is."""
    if isinstance(hint, type) and issubclass(hint, JsonStruct):
        return lambda value: value if isinstance(value, hint) else hint.of(value)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        fit = next((each for each in parts[1:] if isinstance(each, FunctionType)), None)
        return fit_of(parts[0]) if fit is None else unless_none(fit)
    if origin in (Union, UnionType):
        return unless_none(next(filter(None, map(fit_of, parts)), None))
    if origin is tuple:
        each_fit = fit_of(parts[0])
        return None if each_fit is None else lambda values: tuple(map(each_fit, values))
    if origin is dict:
        value_fit = fit_of(parts[1]) or (lambda each: each)
        return lambda values: {key: value_fit(each) for key, each in values.items()}
    return None


def unless_none(fit: Fit | None) -> Fit | None:
    """Return what leaves None as it is."""
    return fit and (lambda value: None if value is None else fit(value))


def to_json(value: JsonObject, *, ascii_only: bool = False) -> str:
    """Write a report as indented JSON that ends with a newline.

    Every text is cleaned, keys keep the order they were given in; `ascii_only` escapes what is
    not ASCII. Raises `ValueError` for a number that JSON cannot say.
    """
    told = safe(msgspec.to_builtins(value))
    return json.dumps(told, indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def to_json_line(value: JsonObject, *, ascii_only: bool = False) -> str:
    """Write a report as JSON on one line, without a newline."""
    return json.dumps(safe(msgspec.to_builtins(value)), ensure_ascii=ascii_only, allow_nan=False)


def safe(value: Any) -> JsonValue:  # noqa: ANN401 - any JSON
    """Return a value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [safe(each) for each in value]
    if isinstance(value, dict):
        return {clean(key): safe(each) for key, each in value.items()}
    told: JsonValue = value
    return told


def amount(value: float) -> int | float:
    """Return money or hours with at most two decimals, a whole number as one."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def share(value: float) -> float:
    """Return a share of 0-1 with four decimals; it is 1 or 0 only where it is exactly that."""
    if 0 < value < 1:
        return min(0.9999, max(0.0001, round(value, 4)))
    return float(value)


def finite(value: float) -> float | None:
    """Return a number with six decimals, None for what JSON has no number for."""
    return round(value, 6) + 0.0 if math.isfinite(value) else None


def means(text: str) -> Meta:
    """Return what the schema says of a key."""
    return Meta(description=text)


Amount = Annotated[float, amount]
NoLess = Annotated[float, Meta(ge=0), amount]
"""An amount that is never below 0."""

Share = Annotated[float, Meta(ge=0, le=1), share]
Exact = Annotated[float | None, finite]
"""A value of the preference, in its own unit; None where there is none."""

Texts = tuple[str, ...]
Count = Annotated[int, Meta(ge=0)]


class Report(JsonStruct, frozen=True):
    """A whole report, which begins with the version of its shape."""

    schema_version: Annotated[Literal[1], means("rises only where a script would break")]

    @classmethod
    def of(cls, source: object = None, /, **given: Any) -> Self:  # noqa: ANN401 - any field
        """Return the report that tells of `source`, as any object does."""
        return super().of(source, schema_version=SCHEMA_VERSION, **given)

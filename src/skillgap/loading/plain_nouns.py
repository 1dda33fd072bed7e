"""Nouns to plain data and back, by what their own fields declare."""

from __future__ import annotations

import builtins
import datetime as dt
import math
import sys
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

if TYPE_CHECKING:
    from typing import TypeVar

    Noun = TypeVar("Noun")

Converter = Callable[[Any], Any]

REQUIRED = object()
"""Stands where a field has no default."""

AS_THEY_ARE = frozenset({str, int, bool, types.NoneType})
"""Types whose values JSON gives back."""


class NotANounError(ValueError):
    """Plain data that is not what the noun's fields declare."""


def to_plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can say
    """Give a noun as maps, lists, text, numbers, booleans and null.

    A field that has its default is left out, so the text is short and opens fast.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    plain = {}
    kind: Any = type(value)
    for name, default in defaults_of(kind):
        given = getattr(value, name)
        if default is REQUIRED or given != default:
            plain[name] = to_plain(given)
    return plain


@cache
def defaults_of(kind: type) -> tuple[tuple[str, object], ...]:
    """List the fields of a noun with their defaults, `REQUIRED` where there is none."""
    found: list[tuple[str, object]] = []
    for each in fields(kind):
        default = each.default if each.default_factory is NODEFAULT else each.default_factory()
        found.append((each.name, REQUIRED if default is NODEFAULT else default))
    return tuple(found)


def from_plain(kind: type[Noun], plain: object) -> Noun:
    """Give the noun that plain data stands for.

    Raises `NotANounError` where the data has an unknown field, lacks one, or has a value of a type
    that the field does not declare: nothing that comes back is of another shape.
    """
    declared: Any = kind
    noun: Noun = converter_of(declared)(plain)
    return noun


@cache
def kinds_taken(hint: Any) -> frozenset[type]:  # noqa: ANN401 - a type, or several
    """Give the types that a declared type is, where values of them all stay as they are."""
    parts = hint.__args__ if isinstance(hint, types.UnionType) else (hint,)
    return frozenset(parts) if AS_THEY_ARE.issuperset(parts) else frozenset()


@cache
def converter_of(hint: Any) -> Converter:  # noqa: ANN401 - a type, or several
    """Give the function that turns plain data into a value of a declared type."""
    if kinds_taken(hint):
        return one_of(kinds_taken(hint))
    if isinstance(hint, types.UnionType):
        (inner,) = (converter_of(each) for each in hint.__args__ if each is not types.NoneType)
        return lambda plain: None if plain is None else inner(plain)
    origin = getattr(hint, "__origin__", None)
    if origin is tuple:
        return tuple_of(hint.__args__[0])
    if origin is not None and issubclass(origin, Mapping):
        return mapping_of(converter_of(hint.__args__[1]))
    if issubclass(hint, Struct):
        return noun_of(hint)
    if issubclass(hint, Enum):
        return member_of(hint)
    return {dt.date: read_date, float: read_number}[hint]


def read_number(plain: object) -> float:
    """Take a finite number."""
    if type(plain) not in (float, int) or not math.isfinite(plain):  # type: ignore[arg-type]
        raise NotANounError(f"not a number: {plain!r}")
    return plain  # type: ignore[return-value]


def read_date(plain: object) -> dt.date:
    """Read a day."""
    try:
        return dt.date.fromisoformat(plain)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise NotANounError(f"not a date: {plain!r}") from error


def one_of(kinds: frozenset[type]) -> Converter:
    """Take a value of any of these types as it is."""

    def convert(plain: object) -> object:
        if type(plain) not in kinds:
            raise NotANounError(f"not one of {sorted(map(str, kinds))}: {plain!r}")
        return plain

    return convert


def tuple_of(hint: Any) -> Converter:  # noqa: ANN401 - a type, or several
    """Make a tuple of a list of values of a declared type."""
    kinds, inner = kinds_taken(hint), converter_of(hint)

    def convert(plain: object) -> object:
        if type(plain) is not list:
            raise NotANounError(f"not a list: {plain!r}")
        if kinds.issuperset(map(type, plain)):
            return tuple(plain)
        return tuple([inner(each) for each in plain])

    return convert


def mapping_of(inner: Converter) -> Converter:
    """Make a frozen mapping of a map."""

    def convert(plain: object) -> object:
        if type(plain) is not dict:
            raise NotANounError(f"not a map: {plain!r}")
        return types.MappingProxyType({key: inner(each) for key, each in plain.items()})

    return convert


def member_of(kind: type[Enum]) -> Converter:
    """Find the member of an enumeration."""
    members = {each.value: each for each in kind}

    def convert(plain: object) -> object:
        if type(plain) is not str or plain not in members:
            raise NotANounError(f"not a {kind.__name__}: {plain!r}")
        return members[plain]

    return convert


@cache
def read_annotation(text: str, module: str) -> Any:  # noqa: ANN401 - a type, or several
    """Give the type that is written in a class of a module; most are a name, or that or None."""
    names = vars(sys.modules[module])
    name, _, rest = text.partition(" | ")
    if name.isidentifier() and rest in ("", "None"):
        found = names[name] if name in names else getattr(builtins, name)
        return found | None if rest else found
    return eval(text, names)  # noqa: S307 - written in our own class


def noun_of(kind: type[Any]) -> Converter:
    """Make a noun of a map of its fields.

    What a field takes as it is, and what converts all else for it, is read when a record first has
    the field. Why: most records leave most fields out, and reading takes time.
    """
    known: dict[str, tuple[frozenset[type], Converter]] = {}

    def read_field(name: str) -> tuple[frozenset[type], Converter]:
        """Read what a field declares. Raises `KeyError` where there is no such field."""
        declared = kind.__annotations__[name]
        if isinstance(declared, str):
            declared = read_annotation(declared, kind.__module__)
        found = known[name] = kinds_taken(declared), converter_of(declared)
        return found

    def convert(plain: object) -> object:
        if type(plain) is not dict:
            raise NotANounError(f"not a map: {plain!r}")
        given = {}
        try:
            for name, value in plain.items():
                kinds, converter = known[name] if name in known else read_field(name)
                given[name] = value if type(value) in kinds else converter(value)
            return kind(**given)
        except (KeyError, TypeError) as error:
            raise NotANounError(f"not a {kind.__name__}: {error}") from error

    return convert

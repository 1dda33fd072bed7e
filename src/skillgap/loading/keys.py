"""The keys that a record declares, by the place in a file where they may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec.structs import fields

from skillgap.diagnostics.location import DataPath
from skillgap.domain.fields import Record

Declared = Any
"""A type as it is annotated."""


class Key(msgspec.Struct, frozen=True):
    """A key of a map: how a file and how a noun name it, and what it holds.

    `default` is what it is worth where it is left out.
    """

    name: str
    attribute: str
    declared: Declared
    is_required: bool
    default: object

    @property
    def may_be_null(self) -> bool:
        """Whether `null` is a value of it."""
        return type(None) in parts_of(self.declared)


@cache
def keys_of(kind: type[Record]) -> Mapping[str, Key]:
    """List the keys of a record in the order of its fields, by the names that a file has."""
    return {
        each.encode_name: Key(
            each.encode_name, each.name, each.type, each.required, default_of(each)
        )
        for each in fields(kind)
    }


def default_of(field: Any) -> object:  # noqa: ANN401 - how msgspec tells of a field
    """Return what a field is worth where it is left out, None where it has to be there."""
    if field.required:
        return None
    return field.default_factory() if field.default is msgspec.NODEFAULT else field.default


@cache
def written_keys(kind: type[Record]) -> tuple[Key, ...]:
    """List the keys of a record in the order in which a file that we write has them."""
    known, order = keys_of(kind), kind.written_order
    others = [each for name, each in known.items() if name not in order]
    at = order.index(...)
    first, last = order[:at], order[at + 1 :]
    return (*(known[str(each)] for each in first), *others, *(known[str(each)] for each in last))


def form_of(declared: Declared) -> tuple[Any, tuple[Declared, ...]]:
    """Return by what a type is built, `Union` in either spelling, and of what."""
    origin: Any = get_origin(declared)
    return (Union if origin is UnionType else origin), get_args(declared)


def parts_of(declared: Declared) -> tuple[Declared, ...]:
    """List the types that a type may be, without their bounds."""
    form, inner = form_of(declared)
    if form is Annotated:
        return parts_of(inner[0])
    if form is Union:
        return tuple(part for each in inner for part in parts_of(each))
    return (declared,)


def is_record(declared: Declared) -> bool:
    """Say whether a type is a record."""
    return isinstance(declared, type) and issubclass(declared, Record)


def inside(declared: Declared, part: str | int) -> Iterator[Declared]:
    """List the types of what may stand under a key, or at an index, of a value of a type.

    A key is also looked for in the entries of a list.
    """
    for each in parts_of(declared):
        form, inner = form_of(each)
        if form is tuple:
            entry = inner[0]
            if isinstance(part, int):
                yield entry
            else:
                yield from inside(entry, part)
        elif isinstance(part, int):
            continue
        elif is_record(each):
            if part in keys_of(each):
                yield keys_of(each)[part].declared
        elif form is not None:
            yield inner[1]


def records_at(kind: type[Record], place: Iterable[str | int]) -> list[type[Record]]:
    """List the records that may stand at a place inside a record; most often one."""
    found: list[Declared] = [kind]
    for part in place:
        found = [inner for each in found for inner in inside(each, part)]
    return [record for each in found for record in records_in(each)]


def records_in(declared: Declared) -> Iterator[type[Record]]:
    """List the records that a value of a type is, or that its entries are."""
    for each in parts_of(declared):
        if is_record(each):
            yield each
        elif form_of(each)[0] is tuple:
            yield from records_in(form_of(each)[1][0])


def keys_at(kind: type[Record], place: DataPath) -> dict[str, Key]:
    """List the keys that a place in the data may have, by name."""
    return {name: key for each in records_at(kind, place) for name, key in keys_of(each).items()}

"""What changed in meaning from one catalog to another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from skillgap.domain.catalog import RECORD_KINDS, Catalog
from skillgap.loading.write.writer import Tree, TreeMap, exchange_rates_tree, flow_text, tree_of

NAMING_KEYS: Final = ("skill", "any_of", "credential", "system", "by", "uri", "url", "framework")
"""By the first of these that it has, an entry of a list is known again."""


class FieldChange(msgspec.Struct, frozen=True):
    """One field that changed: where in the record, and its texts; None where it was not there."""

    field: str
    before: str | None
    after: str | None


class RecordChange(msgspec.Struct, frozen=True):
    """One record that was added, removed or changed; `title` is how people call it."""

    section: str
    id: str
    title: str
    kind: str
    fields: tuple[FieldChange, ...] = ()


def find_differences(before: Catalog, after: Catalog) -> tuple[RecordChange, ...]:
    """Compare two catalogs record by record; order and layout mean nothing."""
    return (*money_changes(before, after), *record_changes(before, after))


def money_changes(before: Catalog, after: Catalog) -> Iterator[RecordChange]:
    """Compare currencies and exchange rates."""
    pairs: list[TreeMap] = [
        {"currency": each.currency, "exchange_rates": exchange_rates_tree(each.exchange_rates)}
        for each in (before, after)
    ]
    if fields := tuple(field_changes(pairs[0], pairs[1], "")):
        yield RecordChange("catalog", "", "the catalog", "changed", fields)


def record_changes(before: Catalog, after: Catalog) -> Iterator[RecordChange]:
    """Compare the records of every section, by id."""
    for section in RECORD_KINDS:
        old: Mapping[str, Any] = getattr(before, section)
        new: Mapping[str, Any] = getattr(after, section)
        for record_id in sorted(old.keys() | new.keys()):
            if record_id not in new:
                yield RecordChange(section, record_id, title_of(old[record_id]), "removed")
            elif record_id not in old:
                yield RecordChange(section, record_id, title_of(new[record_id]), "added")
            elif old[record_id] != new[record_id]:
                trees = tree_of(old[record_id]), tree_of(new[record_id])
                if fields := tuple(field_changes(*trees, "")):
                    title = title_of(new[record_id])
                    yield RecordChange(section, record_id, title, "changed", fields)


def title_of(record: Any) -> str:  # noqa: ANN401 - a record of any section
    """Return how people call a record."""
    for name in ("label", "title", "name"):
        if getattr(record, name, None):
            return str(getattr(record, name))
    return str(record.id)


def field_changes(before: Tree, after: Tree, place: str) -> Iterator[FieldChange]:
    """Compare two values, as deep as they are maps or lists."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(each for each in after if each not in before)]:
            inner = f"{place}.{key}" if place else key
            yield from field_changes(before.get(key), after.get(key), inner)
    elif isinstance(before, list | None) and isinstance(after, list | None):
        old, new = by_name(before or []), by_name(after or [])
        for name in [*old, *(each for each in new if each not in old)]:
            yield from entry_changes(old.get(name), new.get(name), f"{place}[{name}]")
    else:
        yield FieldChange(place, told(before), told(after))


def entry_changes(before: Tree, after: Tree, place: str) -> Iterator[FieldChange]:
    """Compare two entries of a list; one that came or went is told as a whole."""
    if isinstance(before, dict) and isinstance(after, dict):
        yield from field_changes(before, after, place)
    elif before != after:
        yield FieldChange(place, told(before), told(after))


def by_name(entries: list[Tree]) -> dict[str, Tree]:
    """Return the entries of a list by what names them; equal names are counted."""
    found: dict[str, Tree] = {}
    for each in entries:
        key = next((key for key in NAMING_KEYS if isinstance(each, dict) and each.get(key)), None)
        name = flow_text(each[key]) if key and isinstance(each, dict) else flow_text(each)
        count = 2
        unique = name
        while unique in found:
            unique, count = f"{name} {count}", count + 1
        found[unique] = each
    return found


def told(value: Tree) -> str | None:
    """Write a value for a reader; nothing for what is not there."""
    if value is None:
        return None
    if isinstance(value, str | dt.date):
        return str(value)
    return flow_text(value)

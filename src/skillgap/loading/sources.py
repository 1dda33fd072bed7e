"""Where every record of a catalog was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, Any, Union

import msgspec

from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.locator import LocatedPath, UnreadReference
from skillgap.domain.catalog import RECORD_KINDS
from skillgap.domain.identifiers import Mentions, is_identifier
from skillgap.loading.keys import Declared, form_of, is_record, keys_of
from skillgap.loading.yaml.document import Document


class CatalogSources(msgspec.Struct, frozen=True):
    """The documents of a catalog, and which record stands where in which.

    `records` maps a section and an id to the document and the place of the record that was kept;
    `declared` holds the ids of all that were written, also of those that could not be read;
    `unread` are these, each with its section.
    """

    documents: tuple[Document, ...]
    records: Mapping[tuple[str, str], tuple[Document, DataPath]]
    declared: frozenset[tuple[str, str]]
    unread: tuple[tuple[str, Document, DataPath], ...] = ()

    def locate(self, place: DataPath, *, naming: str | None = None) -> LocatedPath:
        """Return where a place stands, or the nearest place around it.

        With `naming`: where that text stands at or inside the place.
        """
        record = self.records.get((str(place[0]), str(place[1]))) if len(place) > 1 else None
        document, inner = (record[0], record[1] + place[2:]) if record else (None, place)
        if document is None and not (len(place) > 1 and place[0] in RECORD_KINDS):
            document = next((each for each in self.documents if holds(each, place)), None)
        if document is None:
            return LocatedPath(place)
        if naming is not None:
            inner = next(places_of(naming, value_at(document.data, inner), inner), inner)
        return document.locate(inner)

    def declares(self, section: str, record_id: str) -> bool:
        """Say whether a file has a record of that id, even one that could not be read."""
        return (section, record_id) in self.declared

    def unread_references(self) -> Iterator[UnreadReference]:
        """List the ids that records mention which could not be read, in reading order."""
        for section, document, place in self.unread:
            for target, id_, inner in find_mentions(section, value_at(document.data, place)):
                locate = partial(document.locate, (*place, *inner))
                yield UnreadReference(target, id_, locate)


def holds(document: Document, place: DataPath) -> bool:
    """Say whether a document has the top-level key that a place begins with."""
    return isinstance(document.data, dict) and place[0] in document.data


def places_of(text: str, value: object, place: DataPath) -> Iterator[DataPath]:
    """Find where a text stands at or inside a value, in reading order."""
    if value == text:
        yield place
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from places_of(text, inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places_of(text, inner, (*place, index))


def value_at(data: Any, place: DataPath) -> Any:  # noqa: ANN401 - whatever a file may hold
    """Return the value at a place, None where there is none."""
    for part in place:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def find_mentions(section: str, record: object) -> Iterator[tuple[str, str, DataPath]]:
    """Return the section, the id and the place in the record of all that it mentions.

    What is no id at all is wrong by its shape, and told as that.

    Why: a misspelled reference is told beside what is wrong with the record, not a run later.
    """
    return mentions_in(RECORD_KINDS[section], record, ())


def mentions_in(
    declared: Declared, value: object, place: DataPath
) -> Iterator[tuple[str, str, DataPath]]:
    """Return what a value mentions that was to be of a declared type."""
    form, inner = form_of(declared)
    if form is Annotated:
        target = next((each.section for each in inner if isinstance(each, Mentions)), None)
        if target is None:
            yield from mentions_in(inner[0], value, place)
        elif isinstance(value, str) and is_identifier(value):
            yield target, value, place
    elif form is Union:
        for each in inner:
            yield from mentions_in(each, value, place)
    elif form is tuple and isinstance(value, list):
        for index, each in enumerate(value):
            yield from mentions_in(inner[0], each, (*place, index))
    elif is_record(declared) and isinstance(value, dict):
        for name, key in keys_of(declared).items():
            if name in value:
                yield from mentions_in(key.declared, value[name], (*place, name))

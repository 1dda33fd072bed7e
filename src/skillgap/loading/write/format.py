"""A catalog or a role laid out as all others are: canonical order, comments kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from skillgap.domain.catalog import RECORD_KINDS, CatalogFile
from skillgap.domain.role import RoleProfile
from skillgap.errors import InternalError
from skillgap.loading.keys import records_at, written_keys
from skillgap.loading.kinds import FileKind, kind_of
from skillgap.loading.write.layout import Entry, NotPlainError, read_layout
from skillgap.loading.write.writer import WIDTH, quoted
from skillgap.loading.yaml.document import Document
from skillgap.loading.yaml.reader import CATALOG_LIMITS, read_plain_data

SAFE_PLAIN: Final = re.compile(r"[A-Za-z0-9+.-][A-Za-z0-9 _./()+&'%~=-]*(?<! )\Z")
RECORDS: Final = frozenset(RECORD_KINDS) - {"roles"}
RECORD_LISTS: Final = RECORDS | {"requirements"}


def laid_out(document: Document, *, keep_order: bool = False) -> str | None:
    """Return the text of a catalog or role in canonical order and layout.

    Keys are ordered, records are sorted by id unless `keep_order`; comments go with what they
    stand above or beside. None for a file with problems of its text, with anchors or with tags,
    and for a learner's file.

    Raises `InternalError` where the result would not mean the same.
    """
    kind = kind_of(document.data, document.name.rsplit("/", 1)[-1])
    if document.diagnostics or not isinstance(document.data, dict) or kind is FileKind.LEARNER:
        return None
    try:
        layout = read_layout(document.lines.text)
    except NotPlainError:
        return None
    writer = LayoutWriter(is_role=kind is FileKind.ROLE, keep_order=keep_order)
    lines = [*layout.head, *writer.map_lines(layout.root, "", ()), *layout.foot]
    text = "".join(f"{line}\n" for line in lines)
    after, problems = read_plain_data(text, CATALOG_LIMITS)
    if problems or in_any_order(after) != in_any_order(document.data):
        raise InternalError(f"the layout of {document.name} would change what it says")
    return text


def in_any_order(data: Any) -> Any:  # noqa: ANN401 - whatever a file may hold
    """Return data with the records of each section sorted by id."""
    return {
        key: sorted(value, key=record_id) if key in RECORDS and isinstance(value, list) else value
        for key, value in data.items()
    }


def record_id(record: Any) -> tuple[str, str]:  # noqa: ANN401 - whatever a file may hold
    """Return what a record is sorted by."""
    found = record.get("id") if isinstance(record, dict) else None
    return (str(found or ""), repr(record))


class LayoutWriter:
    """Writes entries as lines."""

    def __init__(self, *, is_role: bool, keep_order: bool) -> None:
        """Know the kind of the file."""
        self.is_role = is_role
        self.keep_order = keep_order

    def map_lines(self, entry: Entry, indent: str, place: tuple[str, ...]) -> Iterator[str]:
        """Write a map key by key; what is short stands beside its key."""
        for index, each in enumerate(self.ordered(entry, place)):
            if index and self.wants_blank(each, place):
                yield ""
            yield from (f"{indent}{comment}" for comment in each.above)
            yield from self.value_lines(each, f"{indent}{quoted(each.key or '')}:", indent, place)

    def wants_blank(self, entry: Entry, place: tuple[str, ...]) -> bool:
        """Say whether a blank line stands above a key: before sections, and where one was."""
        is_section = not place and not self.is_role and entry.key in RECORDS
        return is_section or (not place and entry.has_blank_above)

    def value_lines(
        self, entry: Entry, head: str, indent: str, place: tuple[str, ...]
    ) -> Iterator[str]:
        """Write a value behind its key or dash, on one line where that is possible."""
        inner = (*place, entry.key) if entry.key is not None else place
        beside = f"  {entry.beside}" if entry.beside else ""
        short = self.short(entry, inner)
        is_records = entry.key in RECORD_LISTS and len(inner) == 1 and bool(entry.children)
        if (
            entry.children is None
            or (
                not entry.has_comments_inside
                and not is_records
                and len(head) + 1 + len(short) <= WIDTH
            )
            or not entry.children
        ):
            yield f"{head} {short}{beside}"
            return
        yield f"{head}{beside}"
        if entry.is_map:
            yield from self.map_lines(entry, indent + "  ", inner)
        else:
            yield from self.list_lines(entry, indent + "  ", inner)

    def list_lines(self, entry: Entry, indent: str, place: tuple[str, ...]) -> Iterator[str]:
        """Write a list, one entry a line where that is possible; records are blocks."""
        is_records = len(place) == 1 and place[0] in RECORD_LISTS
        for index, each in enumerate(self.sorted_records(entry, place)):
            if index and is_records and each.has_blank_above:
                yield ""
            yield from (f"{indent}{comment}" for comment in each.above)
            beside = f"  {each.beside}" if each.beside else ""
            short = self.short(each, place)
            is_block = bool(each.children) and (
                is_records or each.has_comments_inside or len(indent) + 2 + len(short) > WIDTH
            )
            if not is_block:
                yield f"{indent}- {short}{beside}"
            elif each.is_map:
                yield from self.item_lines(each, indent, place, beside)
            else:
                yield f"{indent}-{beside}"
                yield from self.list_lines(each, indent + "  ", place)

    def item_lines(
        self, entry: Entry, indent: str, place: tuple[str, ...], beside: str
    ) -> Iterator[str]:
        """Write a map as an entry of a list, its first key behind the dash."""
        first, *_ = self.ordered(entry, place)
        yield from (f"{indent}{comment}" for comment in first.above)
        first.above = []
        if beside and not first.beside:
            first.beside = beside.strip()
        elif beside:
            yield f"{indent}{beside.strip()}"
        lines = self.map_lines(entry, indent + "  ", place)
        yield f"{indent}- {next(lines)[len(indent) + 2 :]}"
        yield from lines

    def ordered(self, entry: Entry, place: tuple[str, ...]) -> list[Entry]:
        """Return the entries of a map in their order; unknown keys come last, as they stood."""
        kinds = records_at(RoleProfile if self.is_role else CatalogFile, place)
        keys = (key.name for kind in kinds for key in written_keys(kind))
        order = {name: index for index, name in enumerate(keys)}
        return sorted(entry.children or (), key=lambda each: order.get(each.key or "", len(order)))

    def sorted_records(self, entry: Entry, place: tuple[str, ...]) -> list[Entry]:
        """Return the entries of a list, the records of a catalog by id."""
        children = list(entry.children or ())
        if self.keep_order or self.is_role or len(place) != 1 or place[0] not in RECORDS:
            return children
        return sorted(children, key=lambda each: each.text_of("id"))

    def short(self, entry: Entry, place: tuple[str, ...]) -> str:
        """Write a value on one line."""
        if entry.children is None:
            return scalar(entry.scalar)
        if entry.is_map:
            parts = [
                f"{quoted(each.key or '')}: {self.short(each, (*place, each.key or ''))}"
                for each in self.ordered(entry, place)
            ]
            return "{" + ", ".join(parts) + "}"
        return "[" + ", ".join(self.short(each, place) for each in entry.children) + "]"


def scalar(event: Any) -> str:  # noqa: ANN401 - an event of the parser
    """Write a scalar so that it means the same inside brackets and outside."""
    value = str(event.value)
    if not event.implicit[0]:
        return quoted(value)
    if value == "":
        return "null"
    return value if SAFE_PLAIN.match(value) else quoted(value)

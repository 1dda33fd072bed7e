"""Indexes that were kept beside a catalog, opened column by column as each is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from skillgap.domain.shelf import Shelf
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.name_rows import NameRows, pack_rows

BY_NAME: Final = ("exact", "keys", "bags")
TEXT_BY_ROW: Final = ("names", "families")
TEXTS_OF: Final = ("word_rows", "gram_rows", "initial_rows", "asking")
COLUMNS: Final = ("labels", "owners", "kinds", *TEXT_BY_ROW, *BY_NAME, *TEXTS_OF, "substitutes")
"""What is kept of an index; its ids are those of the things."""


def pack(index: MatchIndex) -> dict[str, object]:
    """Return the columns of an index as they are kept: lists, mappings, text and numbers.

    Raises `ValueError` for an index that cannot be kept.
    """
    return {
        name: pack_rows(getattr(index, name)) if name in BY_NAME else getattr(index, name)
        for name in COLUMNS
    }


class StoredIndex(MatchIndex):
    """An index of the names of `things` whose columns are opened when they are first wanted.

    Why: a word that is somebody's whole name is found by four columns of twelve. Where one cannot
    be read, or is not what such a column is, the index is built of the things themselves.
    """

    __slots__ = ("built", "entry_of", "things")

    def __init__(self, things: Shelf[Any, Any], entry_of: Callable[[Any], Entry]) -> None:
        """Open nothing yet; `entry_of` gives the names of a thing."""
        empty: dict[str, Any] = {each: {} for each in ("opened", "weights", "views", "lengths")}
        empty |= {"topics": {}, "vocabulary": {}, "near": {}}
        self.built: MatchIndex | None = None
        for name, value in (*empty.items(), ("things", things), ("entry_of", entry_of)):
            setattr(self, name, value)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the column holds
        """Open a column; called only where it is not yet open."""
        if name == "ids":
            value: object = list(self.things.ids)
        elif name in COLUMNS:
            value = self.open_column(name)
        else:
            raise AttributeError(name)
        setattr(self, name, value)
        return value

    def open_column(self, name: str) -> object:
        """Return a column as it was kept, else as it is built."""
        if self.built is None:
            try:
                column = self.things.index_column(name)
                if name in BY_NAME and isinstance(column, str):
                    return NameRows(column, len(self.owners))
                if self.is_column(name, column):
                    return column
            except (OSError, ValueError):
                pass
            built = MatchIndex.build(map(self.entry_of, self.things.values()))
            for each in ("ids", *COLUMNS):
                setattr(self, each, getattr(built, each))
            self.built = built
        return getattr(self.built, name)

    def is_column(self, name: str, column: object) -> bool:
        """Say whether a column has the types and the length that it must have."""
        if name == "labels":
            return is_list(column, str, len(self.things))
        if name == "owners":
            return are_owners(column, len(self.things))
        if name == "kinds" or name in TEXT_BY_ROW:
            return is_list(column, int if name == "kinds" else str, len(self.owners))
        if name == "substitutes":
            return are_shares(column)
        return isinstance(column, dict) and set(map(type, column.values())) <= {str}


LAST_BUILT: Final[list[tuple[Mapping[Any, Any], MatchIndex]]] = []
"""The index built last with what it was built of, at most one."""


def index_once(things: Mapping[Any, Any], entry_of: Callable[[Any], Entry]) -> MatchIndex:
    """Return the index of the names of things, the same as last time for the very same things.

    Why: the first command after a change keeps the index of a catalog and then matches with it,
    and building one of many thousand names takes seconds.
    """
    for known, index in LAST_BUILT:
        if known is things:
            return index
    index = index_of(things, entry_of)
    LAST_BUILT[:] = [(things, index)]
    return index


def index_of(things: Mapping[Any, Any], entry_of: Callable[[Any], Entry]) -> MatchIndex:
    """Return the index of the names of things: the one that is kept, else a new one."""
    if isinstance(things, Shelf) and things.index_column is not None:
        return StoredIndex(things, entry_of)
    return MatchIndex.build(map(entry_of, things.values()))


def is_list(column: object, kind: type, length: int) -> bool:
    """Say whether a column is a list of so many values of one type."""
    return isinstance(column, list) and len(column) == length and set(map(type, column)) <= {kind}


def are_owners(column: object, count: int) -> bool:
    """Say whether a column is a list of numbers of things, of which there are `count`."""
    if not isinstance(column, list) or not set(map(type, column)) <= {int}:
        return False
    return 0 <= min(column) <= max(column) < count if column else not count


def are_shares(column: object) -> bool:
    """Say whether a column maps words to words with a share each."""
    if not isinstance(column, dict) or not set(map(type, column.values())) <= {dict}:
        return False
    return {type(each) for shares in column.values() for each in shares.values()} <= {float, int}

"""Indexes that were kept beside a catalog, taken up again once they are seen to be whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from skillgap.domain.shelf import Shelf
from skillgap.matching.index import COLUMNS, MatchIndex

BY_ENTRY: Final = ("ids", "labels")
BY_ROW: Final = ("names", "owners", "kinds", "families")
ROWS_OF: Final = ("exact", "keys", "bags")
TEXTS_OF: Final = ("word_rows", "gram_rows", "initial_rows")


def stored_index(things: Mapping[Any, object]) -> MatchIndex | None:
    """Give the index of the names of things where one is kept and whole, None otherwise."""
    columns = things.index_columns() if isinstance(things, Shelf) else None
    if columns is None or not is_whole(columns, len(things)):
        return None
    return MatchIndex.from_columns(columns)


def is_whole(columns: Mapping[str, Any], count: int) -> bool:
    """Say whether columns have the types and lengths of an index of `count` things.

    Every number of a row or an owner is one that there is.
    """
    if set(columns) != set(COLUMNS):
        return False
    if not all(is_list(columns[name], str, count) for name in BY_ENTRY):
        return False
    names = columns["names"]
    if not isinstance(names, list):
        return False
    rows = len(names)
    if not all(
        is_list(columns[name], str if name in ("names", "families") else int, rows)
        for name in BY_ROW
    ):
        return False
    if rows and not 0 <= min(columns["owners"]) <= max(columns["owners"]) < count:
        return False
    if not are_shares(columns["substitutes"]):
        return False
    return all(are_rows(columns[name], rows) for name in ROWS_OF) and all(
        isinstance(columns[name], dict) and set(map(type, columns[name].values())) <= {str}
        for name in TEXTS_OF
    )


def is_list(column: object, kind: type, length: int) -> bool:
    """Say whether a column is a list of so many values of one type."""
    return isinstance(column, list) and len(column) == length and set(map(type, column)) <= {kind}


def are_shares(column: object) -> bool:
    """Say whether a column maps words to words with a share each."""
    if not isinstance(column, dict) or not set(map(type, column.values())) <= {dict}:
        return False
    return {type(each) for shares in column.values() for each in shares.values()} <= {float, int}


def are_rows(column: object, rows: int) -> bool:
    """Say whether a column maps names to lists of rows that there are."""
    if not isinstance(column, dict) or not set(map(type, column.values())) <= {list}:
        return False
    found = [row for each in column.values() for row in each]
    return set(map(type, found)) <= {int} and (not found or 0 <= min(found) <= max(found) < rows)

"""Tables of text, read row by row: columns by their header, rows with their line."""

from __future__ import annotations

import csv
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Protocol

import msgspec

from skillgap.importing.reading.values import UNDECODED, clean
from skillgap.importing.report import Ledger, Origin, TableLedger
from skillgap.loading.yaml.files import OPEN_FLAGS
from skillgap.loading.yaml.text import printable, quotable

FILE_BYTES: Final = 1024 * 1024 * 1024
LINE_CHARACTERS: Final = 1024 * 1024
ROWS_BETWEEN_WORDS: Final = 2_000

Progress = Callable[[str, int, int], None]
"""Told the file, how much is done and how much there is, in bytes of a table or in files."""

Row = tuple[Origin, dict[str, str]]
"""Where a row begins, and its cells by the name that the caller gave the column."""


class CsvRows(Protocol):
    """What `csv.reader` gives: rows, and the number of the last line that was read."""

    @property
    def line_num(self) -> int:
        """How many lines have been read."""

    def __next__(self) -> list[str]:
        """Return the next row."""


def no_progress(file: str, done: int, total: int) -> None:
    """Tell nobody."""


class Columns(msgspec.Struct, frozen=True):
    """The columns to read: our name for each, and the headers it may stand under.

    A column in `required` must be there for the table to be read at all.
    """

    headers: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]

    def find(self, header: Sequence[str]) -> tuple[dict[str, int], list[str], list[str]]:
        """Return the index of each column, the missing ones, and the headers nobody asked for."""
        spelled = {spelling(each): index for index, each in reversed(list(enumerate(header)))}
        found: dict[str, int] = {}
        for name, spellings in self.headers.items():
            for each in spellings:
                if spelling(each) in spelled:
                    found[name] = spelled[spelling(each)]
                    break
        missing = [self.headers[name][0] for name in self.required if name not in found]
        used = set(found.values())
        others = [each for index, each in enumerate(header) if index not in used and each.strip()]
        return found, missing, others


def spelling(header: str) -> str:
    """Return a header without letter case and what only separates words."""
    return re.sub(r"[^a-z0-9]", "", header.lower())


def folder_tables(folder: Path, *, dropped: Sequence[str] = ()) -> dict[str, Path]:
    """Find the tables of a folder by the spelling of their names.

    `dropped` are endings of a name that say nothing, such as `_en`.
    """
    found: dict[str, Path] = {}
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() not in (".txt", ".csv", ".tsv") or not file.is_file():
            continue
        stem = file.stem.lower()
        for ending in dropped:
            stem = stem.removesuffix(ending)
        found.setdefault(spelling(stem), file)
    return found


class Dialect(msgspec.Struct, frozen=True):
    """How the cells of a table are parted, and whether quotes hold cells together."""

    delimiter: str
    quoted: bool


TAB_SEPARATED: Final = Dialect("\t", quoted=False)
COMMA_SEPARATED: Final = Dialect(",", quoted=True)


def read_table(
    file: Path,
    columns: Columns,
    ledger: Ledger,
    dialect: Dialect = COMMA_SEPARATED,
    progress: Progress = no_progress,
) -> Iterator[Row]:
    """Read a table row by row; a column that is not there reads as empty.

    Rows that cannot be read are left out in the ledger, and so is the whole table where it has no
    readable header. Memory does not grow with the length of the table.
    """
    table = ledger.table(printable(str(file)))
    try:
        descriptor = os.open(file, OPEN_FLAGS)
    except (OSError, ValueError) as error:
        table.at(1).remark("not-readable", type(error).__name__)
        return
    with os.fdopen(descriptor, encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > FILE_BYTES:
            table.at(1).remark("not-readable", f"no regular file of at most {FILE_BYTES:,} bytes")
            return
        rows = csv.reader(
            iter(partial(text.readline, LINE_CHARACTERS), ""),
            delimiter=dialect.delimiter,
            quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
        )
        reader = TableReader(rows, columns, table)
        for number, row in enumerate(reader.read()):
            if number % ROWS_BETWEEN_WORDS == 0:
                done = os.lseek(descriptor, 0, os.SEEK_CUR)
                progress(table.file, done, status.st_size)
            yield row
        progress(table.file, status.st_size, status.st_size)


class TableReader:
    """Reads the rows of one table, with their lines and the account of them."""

    def __init__(self, rows: CsvRows, columns: Columns, table: TableLedger) -> None:
        """Begin before the header."""
        self.rows = rows
        self.columns = columns
        self.table = table
        self.origin = table.at(1)

    def read(self) -> Iterator[Row]:
        """Yield every row that has as many cells as the header."""
        header = self.next_cells()
        while header == [] or (isinstance(header, list) and names_separator(header)):
            header = self.next_cells()
        if header is None or isinstance(header, str):
            self.origin.remark("not-readable", "no header")
            return
        if any("\0" in each for each in header):
            self.origin.remark("not-utf-8", "the file seems to be in UTF-16")
            return
        found, missing, others = self.columns.find(header)
        if missing:
            self.origin.remark("lacks-column", ", ".join(missing))
            return
        self.table.fields.update(quotable(clean(each)) for each in others)
        names = tuple(found.items())
        absent = dict.fromkeys(self.columns.headers.keys() - found.keys(), "")
        while (cells := self.next_cells()) is not None:
            if cells == []:
                continue
            self.table.rows += 1
            if isinstance(cells, str):
                self.origin.leave("wrong-type", cells)
                continue
            if len(cells) != len(header):
                cells = same_width(cells, len(header))
            if cells is None:
                self.origin.leave("wrong-width")
            elif any(not each.isascii() and UNDECODED.search(each) for each in cells):
                self.origin.leave("not-utf-8")
            else:
                row = {name: cells[index] for name, index in names}
                row.update(absent)
                yield self.origin, row

    def next_cells(self) -> list[str] | str | None:
        """Return the cells of the next row, none for a blank one; words where it is no row."""
        self.origin = self.table.at(self.rows.line_num + 1)
        try:
            cells = next(self.rows, None)
        except csv.Error as error:
            return str(error)
        if cells is not None and not any(cells):
            return []
        return cells


def names_separator(cells: list[str]) -> bool:
    """Say whether a row is the first line by which Excel says what parts the cells."""
    return cells[0].lower().startswith("sep=") and not any(cells[1:])


def same_width(cells: list[str], width: int) -> list[str] | None:
    """Take empty cells off a row's end; a row of another width than its header is None.

    Why not fill a short row up: a lost separator would move every value into a wrong column.
    """
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    return cells if len(cells) == width else None

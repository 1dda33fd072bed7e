"""What an import carried and what it could not, every row accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from skillgap.importing.reasons import REASONS


class Remark(msgspec.Struct, frozen=True):
    """Something that was not carried as it stood.

    `left_out` says that the whole row is missing; otherwise it was carried without something.
    `line` counts from 1; `reason` is a name in `REASONS`; `detail` is the thing it speaks of.
    """

    file: str
    line: int
    reason: str
    detail: str
    left_out: bool


class TableCount(msgspec.Struct, frozen=True):
    """The rows, or records, of one file: `rows` is `carried` and `left_out` together."""

    file: str
    rows: int
    carried: int
    fields_left_out: tuple[str, ...] = ()

    @property
    def left_out(self) -> int:
        """How many rows are reported as not carried."""
        return self.rows - self.carried


class ImportReport(msgspec.Struct, frozen=True):
    """The account of one import.

    `made` counts the records that the import holds, by section; `met` those that the catalog had;
    `unread` are files beside the ones that were read.
    """

    tables: tuple[TableCount, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    made: Mapping[str, int] = msgspec.field(default_factory=lambda: MappingProxyType({}))
    met: Mapping[str, int] = msgspec.field(default_factory=lambda: MappingProxyType({}))

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(each.rows for each in self.tables)

    @property
    def carried(self) -> int:
        """How many of them were carried."""
        return sum(each.carried for each in self.tables)

    def by_reason(self) -> dict[tuple[str, str], tuple[Remark, ...]]:
        """Group the remarks by file and reason, each in the order of the file."""
        groups: dict[tuple[str, str], list[Remark]] = {}
        for remark in self.remarks:
            groups.setdefault((remark.file, remark.reason), []).append(remark)
        return {key: tuple(group) for key, group in groups.items()}


class TableLedger:
    """Counts the rows of one file while it is read; every row is carried or left out, once."""

    def __init__(self, file: str) -> None:
        """Open the account."""
        self.file = file
        self.rows = 0
        self.left_out = 0
        self.remarks: list[Remark] = []
        self.fields: Counter[str] = Counter()

    def at(self, line: int) -> Origin:
        """Return the row at `line`."""
        return Origin(self, line)

    def count(self) -> TableCount:
        """Close the account."""
        fields = tuple(sorted(self.fields))
        return TableCount(self.file, self.rows, self.rows - self.left_out, fields)


class Origin(msgspec.Struct, frozen=True):
    """The row, or the record, that something comes from: its file's account and its line."""

    table: TableLedger
    line: int

    def leave(self, reason: str, detail: str = "") -> None:
        """Leave the row out. Raises `KeyError` for a reason without a meaning."""
        self.note(reason, detail, left_out=True)

    def remark(self, reason: str, detail: str = "") -> None:
        """Say that something of the row was not carried, though the row was."""
        self.note(reason, detail, left_out=False)

    def note(self, reason: str, detail: str, *, left_out: bool) -> None:
        """Keep a remark."""
        if reason not in REASONS:
            raise KeyError(reason)
        self.table.remarks.append(Remark(self.table.file, self.line, reason, detail, left_out))
        self.table.left_out += left_out


class Ledger:
    """The accounts of all files of one import."""

    def __init__(self) -> None:
        """Begin with no file."""
        self.tables: dict[str, TableLedger] = {}
        self.unread: list[str] = []
        self.notes: list[str] = []

    def table(self, file: str) -> TableLedger:
        """Return the account of a file, a new one where there is none."""
        return self.tables.setdefault(file, TableLedger(file))

    def close(self, made: Mapping[str, int], met: Mapping[str, int]) -> ImportReport:
        """Close all accounts."""
        return ImportReport(
            tables=tuple(each.count() for each in self.tables.values()),
            remarks=tuple(
                remark
                for each in self.tables.values()
                for remark in sorted(each.remarks, key=lambda remark: (remark.line, remark.reason))
            ),
            unread=tuple(sorted(self.unread)),
            notes=tuple(self.notes),
            made=MappingProxyType({name: count for name, count in made.items() if count}),
            met=MappingProxyType({name: count for name, count in met.items() if count}),
        )

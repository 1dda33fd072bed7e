"""Releases that are a folder of tables, as ESCO and O*NET give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from skillgap.errors import UserError
from skillgap.importing.importer import Import, Importer
from skillgap.importing.reading.tables import Columns, Dialect, Row, read_table
from skillgap.loading.yaml.text import printable


class FolderImporter(Importer):
    """One import of one release, whose tables are found by their names."""

    def __init__(self, asked: Import, files: Mapping[str, Path], dialect: Dialect) -> None:
        """Begin with no table read."""
        super().__init__(asked)
        self.files = files
        self.dialect = dialect
        self.unread = dict(files)

    def require(self, folder: Path, table: str, title: str, hint: str) -> None:
        """Raise `UserError` where the folder has no such table."""
        if table not in self.files:
            message = f"`{printable(str(folder))}` holds no table `{title}`"
            raise UserError(message, hint=hint)

    def rows(self, columns: Columns, *tables: str) -> Iterator[Row]:
        """Yield the rows of every table that the folder has of the names."""
        for each in tables:
            file = self.files.get(each)
            if file is not None:
                self.unread.pop(each, None)
                yield from read_table(file, columns, self.ledger, self.dialect, self.asked.progress)

    def tell_unread(self) -> None:
        """Note the files that nothing was read from."""
        self.ledger.unread.extend(printable(file.name) for file in self.unread.values())

"""From a data path to where it stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic, Related, diagnose
from skillgap.diagnostics.location import DataPath, Location


class LocatedPath(msgspec.Struct, frozen=True):
    """A data path together with its source location; `location` is None without a file."""

    path: DataPath
    location: Location | None = None
    source_line: str | None = None

    def diagnose(
        self,
        code: str,
        message: str,
        *,
        hint: str = "",
        related: tuple[Related, ...] = (),
        replacement: str | None = None,
    ) -> Diagnostic:
        """Make a diagnostic here."""
        return diagnose(
            code,
            message,
            location=self.location,
            path=self.path,
            hint=hint,
            related=related,
            source_line=self.source_line,
            replacement=replacement,
        )

    def related(self, message: str) -> tuple[Related, ...]:
        """Point here from another diagnostic; nothing where there is no file."""
        return (Related(message, self.location),) if self.location else ()


class UnreadReference(msgspec.Struct, frozen=True):
    """The id of a record of `section`, named by a record that could not be read.

    `locate` finds where.
    """

    section: str
    id: str
    locate: Callable[[], LocatedPath]


class Locator(Protocol):
    """Finds a record by section and id: `("credentials", "a", "awards", 0, "skill")`.

    Why not positions in the records: they ride beside the values, and are worked out only where
    there is something to report.
    """

    def locate(self, path: DataPath, *, naming: str | None = None) -> LocatedPath:
        """Return the location of a data path, or of the nearest around it.

        With `naming`: of that text, at or inside the path.
        """
        ...

    def declares(self, section: str, record_id: str) -> bool:
        """Say whether a file has a record of that id, even one that could not be read."""
        ...

    def unread_references(self) -> Iterable[UnreadReference]:
        """List the references of records that could not be read, in reading order."""
        ...


class NoLocator:
    """What locates nothing, for a catalog that was not read from files."""

    def locate(self, path: DataPath, *, naming: str | None = None) -> LocatedPath:  # noqa: ARG002
        """Return the path as it is, without a location."""
        return LocatedPath(path)

    def declares(self, section: str, record_id: str) -> bool:  # noqa: ARG002
        """Nothing was written anywhere."""
        return False

    def unread_references(self) -> Iterable[UnreadReference]:
        """Nothing was written anywhere."""
        return ()

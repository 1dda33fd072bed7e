"""From a record's id to where it stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic, Related, diagnose
from skillgap.diagnostics.location import DataPath, Location


class Spot(msgspec.Struct, frozen=True):
    """A place in the data together with where it stands; `location` is None without a file."""

    place: DataPath
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
            place=self.place,
            hint=hint,
            related=related,
            source_line=self.source_line,
            replacement=replacement,
        )

    def related(self, message: str) -> tuple[Related, ...]:
        """Point here from another diagnostic; nothing where there is no file."""
        return (Related(message, self.location),) if self.location else ()


class UnreadMention(msgspec.Struct, frozen=True):
    """The id of a record of `section`, mentioned by a record that could not be read.

    `find_spot` gives where.
    """

    section: str
    id: str
    find_spot: Callable[[], Spot]


class Places(Protocol):
    """Finds a record by section and id: `("credentials", "a", "awards", 0, "skill")`.

    Why not positions in the nouns: they ride beside the values, and are worked out only where
    there is something to report.
    """

    def spot(self, place: DataPath, *, naming: str | None = None) -> Spot:
        """Return where a place stands, or the nearest place around it.

        With `naming`: where that text stands at or inside the place.
        """
        ...

    def declares(self, section: str, record_id: str) -> bool:
        """Say whether a file has a record of that id, even one that could not be read."""
        ...

    def unread_mentions(self) -> Iterable[UnreadMention]:
        """List the ids that records mention which could not be read, in reading order."""
        ...


class NoPlaces:
    """The places of a catalog that was not read from files."""

    def spot(self, place: DataPath, *, naming: str | None = None) -> Spot:  # noqa: ARG002
        """Return the place back, without a location."""
        return Spot(place)

    def declares(self, section: str, record_id: str) -> bool:  # noqa: ARG002
        """Nothing was written anywhere."""
        return False

    def unread_mentions(self) -> Iterable[UnreadMention]:
        """Nothing was written anywhere."""
        return ()

"""One thing that is wrong, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from skillgap.diagnostics.location import DataPath, Location


class Severity(StrEnum):
    """How much a diagnostic weighs: errors fail a check, the others inform."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Related(msgspec.Struct, frozen=True):
    """A second location that a diagnostic speaks of, such as the first of two duplicates."""

    message: str
    location: Location


class Diagnostic(msgspec.Struct, frozen=True):
    """What is wrong (`code`, `message`), where (`location`, `path`), and what to do (`hint`).

    `message` is the one sentence to show if only one can be shown. `source_line` is the text of
    the line, so that a renderer needs no file. `replacement` is the text that mends it where it
    takes the place of the location; there is one only where it is certain.
    """

    code: str
    message: str
    severity: Severity
    location: Location | None = None
    path: DataPath = ()
    hint: str = ""
    related: tuple[Related, ...] = ()
    source_line: str | None = None
    replacement: str | None = None

    @property
    def name(self) -> str:
        """The kebab-case name that belongs to the code."""
        from skillgap.diagnostics.codes import code_entry

        return code_entry(self.code).name

    def at(self, location: Location, source_line: str | None = None) -> Diagnostic:
        """Return the same diagnostic at another location."""
        return replace(self, location=location, source_line=source_line)


def diagnose(
    code: str,
    message: str,
    *,
    location: Location | None = None,
    path: DataPath = (),
    hint: str = "",
    related: tuple[Related, ...] = (),
    source_line: str | None = None,
    replacement: str | None = None,
) -> Diagnostic:
    """Make a diagnostic with the severity that the catalog gives its code.

    Raises `KeyError` for a code that the catalog does not have: that is a fault of ours.
    """
    from skillgap.diagnostics.codes import code_entry

    return Diagnostic(
        code=code,
        message=message,
        severity=Severity(code_entry(code).severity),
        location=location,
        path=path,
        hint=hint,
        related=related,
        source_line=source_line,
        replacement=replacement,
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether any of the diagnostics is an error."""
    return any(each.severity is Severity.ERROR for each in diagnostics)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort diagnostics by file, line and column, then code: the order a person reads in."""
    return tuple(
        sorted(
            diagnostics,
            key=lambda each: (
                each.location or Location(""),
                each.code,
                each.message,
            ),
        )
    )

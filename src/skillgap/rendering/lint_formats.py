"""Diagnostics for other programs: one line each, and annotations of GitHub."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.rendering.clean import clean

GITHUB_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def concise_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Write one line for each: `file:line:column: error[SG302] message`."""
    return "".join(f"{concise_line(each)}\n" for each in diagnostics)


def concise_line(diagnostic: Diagnostic) -> str:
    """Write one diagnostic as editors and `grep` read it."""
    where = diagnostic.location
    place = f"{clean(where.file)}:{where.line}:{where.column}: " if where else ""
    hint = f" ({clean(diagnostic.hint)})" if diagnostic.hint else ""
    head = f"{diagnostic.severity.value}[{diagnostic.code}]"
    return f"{place}{head} {clean(diagnostic.message)}{hint}"


def github_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Write one workflow command for each, which GitHub shows beside the line."""
    return "".join(f"{github_line(each)}\n" for each in diagnostics)


def github_line(diagnostic: Diagnostic) -> str:
    """Write one workflow command; nothing in the text can begin another."""
    properties = [("title", f"{diagnostic.code} {diagnostic.name}")]
    where = diagnostic.location
    if where is not None:
        properties = [
            ("file", clean(where.file)),
            ("line", str(where.line)),
            ("col", str(where.column)),
            ("endColumn", str(where.column + where.length)),
            *properties,
        ]
    hint = f"\nhint: {clean(diagnostic.hint)}" if diagnostic.hint else ""
    told = ",".join(f"{name}={escape_property(value)}" for name, value in properties)
    message = escape_data(f"{clean(diagnostic.message)}{hint}")
    return f"::{GITHUB_COMMANDS[diagnostic.severity]} {told}::{message}"


def escape_data(text: str) -> str:
    """Escape what would end the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape what would end a property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")

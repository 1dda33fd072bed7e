"""What a file must have meant, where there is no doubt, and files with that put in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.nearest import certain_correction
from skillgap.loading.yaml.document import Document
from skillgap.loading.yaml.scalars import DECIMAL, INTEGER

YEAR_FIRST: Final = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})\Z")
TRAILING_BLANKS: Final = re.compile(r"[ \t]+\Z")


def mended_value(
    code: str, kind: str, found: object, written: str, allowed: Iterable[str]
) -> str | None:
    """Return the text to write instead of a value of a wrong shape; `kind` is pydantic's."""
    if code == "SG203" and isinstance(found, str) and kind in ("float_type", "int_type"):
        is_number = INTEGER.match(found) or (kind == "float_type" and DECIMAL.match(found))
        return found if is_number and written[1:-1] == found else None
    if code == "SG203" and isinstance(found, int | float) and kind == "string_type":
        is_plain = not isinstance(found, bool) and written[:1].isdigit()
        return f'"{written}"' if is_plain else None
    if not isinstance(found, str) or written.strip("\"'") != found:
        return None
    if code == "SG206":
        words = list(allowed)
        same = [each for each in words if each.casefold() == found.strip().casefold()]
        return same[0] if len(same) == 1 else certain_correction(found, words)
    if code == "SG207":
        return mended_date(found)
    return None


def mended_date(text: str) -> str | None:
    """Return a date that is written year first as ISO has it."""
    parts = YEAR_FIRST.match(text)
    if not parts:
        return None
    try:
        return dt.date(int(parts[1]), int(parts[3]), int(parts[4])).isoformat()
    except ValueError:
        return None


def mended_key(key: str, known: Iterable[str], siblings: Mapping[str, Any]) -> str | None:
    """Return the key that a misspelled one must have meant, unless that is there as well."""
    meant = certain_correction(key, known)
    return None if meant in siblings else meant


def mended_text(document: Document, diagnostics: Iterable[Diagnostic]) -> tuple[str, int]:
    """Put every certain replacement of a file in its place; return the text and their number.

    Everything else stays as it is, byte by byte. Where the result would read worse than before,
    nothing is changed.
    """
    edits: list[tuple[int, int, str]] = []
    for each in diagnostics:
        where = each.location
        if each.replacement is None or where is None or where.file != document.name:
            continue
        start = document.lines.starts[where.line - 1] + where.column - 1
        edits.append((start, start + where.length, each.replacement))
    text, last, done = document.lines.text, len(document.lines.text) + 1, 0
    for start, end, replacement in sorted(set(edits), reverse=True):
        if end > last:
            continue
        before = text[:start] if replacement else TRAILING_BLANKS.sub("", text[:start])
        text, last, done = before + replacement + text[end:], start, done + 1
    if done:
        after = Document(document.name, text, document.limits)
        was_readable = document.data is not None
        if len(after.diagnostics) > len(document.diagnostics) or (
            was_readable and after.data is None
        ):
            return document.lines.text, 0
    return text, done

"""Diagnostics as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from skillgap import __version__
from skillgap.diagnostics.codes import BY_CODE
from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.diagnostics.location import Location
from skillgap.rendering.json_shape import JsonObject, JsonValue

SCHEMA_URI: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: Final[Mapping[str, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
)


def sarif_json(diagnostics: Sequence[Diagnostic]) -> JsonObject:
    """Give one run with a rule for each code that was found."""
    codes = sorted({each.code for each in diagnostics})
    seen: dict[str, int] = {}
    return {
        "$schema": SCHEMA_URI,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "skillgap",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    result(each, codes.index(each.code), fingerprint(each, seen))
                    for each in diagnostics
                ],
            }
        ],
    }


def rule(code: str) -> JsonObject:
    """Give what a code means."""
    entry = BY_CODE[code]
    plain = f"{entry.meaning} {entry.why}"
    return {
        "id": code,
        "name": entry.name,
        "shortDescription": {"text": entry.meaning},
        "fullDescription": {"text": plain},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
        "help": {
            "text": f"{plain} Example: {entry.example} Instead: {entry.instead}",
            "markdown": f"{entry.meaning} {entry.why} `skillgap explain {code}` shows an example.",
        },
    }


def result(diagnostic: Diagnostic, rule_index: int, print_of: str) -> JsonObject:
    """Give one finding."""
    hint = f" hint: {diagnostic.hint}" if diagnostic.hint else ""
    told: JsonObject = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule_index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message}{hint}"},
        "partialFingerprints": {"skillgap/v1": print_of},
    }
    where = diagnostic.location
    if where is not None:
        told["locations"] = [{"physicalLocation": physical(where)}]
    related: list[JsonValue] = [
        {"message": {"text": each.message}, "physicalLocation": physical(each.location)}
        for each in diagnostic.related
    ]
    if related:
        told["relatedLocations"] = related
    if diagnostic.replacement is not None and where is not None:
        told["fixes"] = [
            {
                "description": {"text": diagnostic.hint or "replace"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": uri(where.file)},
                        "replacements": [
                            {
                                "deletedRegion": region(where),
                                "insertedContent": {"text": diagnostic.replacement},
                            }
                        ],
                    }
                ],
            }
        ]
    return told


def physical(location: Location) -> JsonObject:
    """Give a place in a file."""
    return {"artifactLocation": {"uri": uri(location.file)}, "region": region(location)}


def region(location: Location) -> JsonObject:
    """Give the characters that are meant; the end column is the first that is not."""
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.line,
        "endColumn": location.column + location.length,
    }


def uri(file: str) -> str:
    """Give a file's name as a URI reference, relative as it was given."""
    name = PurePath(file).as_posix()
    told = quote(name, safe="/~!$&'()*+,;=@-._")
    return f"file://{told}" if name.startswith("/") else told


def fingerprint(diagnostic: Diagnostic, seen: dict[str, int]) -> str:
    """Give what stays the same when lines above are put in or taken out.

    Why: code scanning tells by it whether a finding is new.
    """
    file = diagnostic.location.file if diagnostic.location else ""
    words = f"{diagnostic.code}\n{file}\n{diagnostic.message}\n{diagnostic.source_line or ''}"
    digest = hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    seen[digest] = seen.get(digest, 0) + 1
    return f"{digest}:{seen[digest]}"

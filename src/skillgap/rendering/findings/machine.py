"""Diagnostics for other tools: code scanning (SARIF 2.1.0), JUnit, editors, GitHub."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from skillgap import __version__
from skillgap.diagnostics.codes import BY_CODE
from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.diagnostics.location import Location
from skillgap.rendering.json_values import JsonValue
from skillgap.text import clean

SCHEMA_URI: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: Final[Mapping[str, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
)
NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
)
GITHUB_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def sarif_json(diagnostics: Sequence[Diagnostic]) -> dict[str, JsonValue]:
    """Return one run with a rule for each code that was found."""
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


def rule(code: str) -> dict[str, JsonValue]:
    """Return what a code means."""
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


def result(diagnostic: Diagnostic, rule_index: int, print_of: str) -> dict[str, JsonValue]:
    """Return one finding."""
    hint = f" hint: {diagnostic.hint}" if diagnostic.hint else ""
    told: dict[str, JsonValue] = {
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


def physical(location: Location) -> dict[str, JsonValue]:
    """Return a place in a file."""
    return {"artifactLocation": {"uri": uri(location.file)}, "region": region(location)}


def uri(file: str) -> str:
    """Return a file's name as a URI reference, relative as it was given."""
    name = PurePath(file).as_posix()
    told = quote(name, safe="/~!$&'()*+,;=@-._")
    return f"file://{told}" if name.startswith("/") else told


def region(location: Location) -> dict[str, JsonValue]:
    """Return the characters that are meant; the end column is the first that is not."""
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.line,
        "endColumn": location.column + location.length,
    }


def fingerprint(diagnostic: Diagnostic, seen: dict[str, int]) -> str:
    """Return what stays the same when lines above are put in or taken out.

    Why: code scanning tells by it whether a finding is new.
    """
    file = diagnostic.location.file if diagnostic.location else ""
    words = f"{diagnostic.code}\n{file}\n{diagnostic.message}\n{diagnostic.source_line or ''}"
    digest = hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    seen[digest] = seen.get(digest, 0) + 1
    return f"{digest}:{seen[digest]}"


def junit_text(
    files: Sequence[str], diagnostics: Sequence[Diagnostic], failing: frozenset[Severity]
) -> str:
    """Write the findings; those of a `failing` severity are failures, the others passed cases.

    A file without findings is one passed case. Why no XML library: it writes what XML forbids.
    """
    by_file: dict[str, list[Diagnostic]] = {file: [] for file in files}
    for each in diagnostics:
        by_file.setdefault(each.location.file if each.location else "", []).append(each)
    suites = [suite(file, found, failing) for file, found in by_file.items()]
    failures = sum(1 for each in diagnostics if each.severity in failing)
    tests = sum(max(1, len(found)) for found in by_file.values())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<testsuites name="skillgap validate" tests="{tests}" failures="{failures}" errors="0">\n'
        + "".join(suites)
        + "</testsuites>\n"
    )


def suite(file: str, diagnostics: Sequence[Diagnostic], failing: frozenset[Severity]) -> str:
    """Write what was found in one file."""
    failures = sum(1 for each in diagnostics if each.severity in failing)
    tests = max(1, len(diagnostics))
    name = xml(file or "skillgap")
    cases = "".join(case(each, name, failing) for each in diagnostics)
    if not cases:
        cases = f'    <testcase name="no problems" classname="{name}"/>\n'
    head = f'  <testsuite name="{name}" tests="{tests}" failures="{failures}" errors="0">\n'
    return f"{head}{cases}  </testsuite>\n"


def xml(text: str) -> str:
    """Return a text that can stand anywhere in XML."""
    return NOT_XML.sub("\ufffd", clean(text)).translate(ESCAPES)


def case(diagnostic: Diagnostic, file: str, failing: frozenset[Severity]) -> str:
    """Write one finding."""
    where = diagnostic.location
    at = f":{where.line}:{where.column}" if where else ""
    line = f' file="{file}" line="{where.line}"' if where else ""
    title = xml(f"{diagnostic.code} {diagnostic.name}") + at
    message = xml(diagnostic.message)
    told = xml(
        f"{clean(diagnostic.message)}; hint: {clean(diagnostic.hint)}".removesuffix("; hint: ")
    )
    head = f'    <testcase name="{title}" classname="{file}"{line}>'
    if diagnostic.severity in failing:
        kind = f'type="{diagnostic.severity.value}"'
        body = f'<failure message="{message}" {kind}>{file}{at}: {told}</failure>'
    else:
        body = f"<system-out>{file}{at}: {diagnostic.severity.value}: {told}</system-out>"
    return f"{head}\n      {body}\n    </testcase>\n"


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


def escape_property(text: str) -> str:
    """Escape what would end a property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def escape_data(text: str) -> str:
    """Escape what would end the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

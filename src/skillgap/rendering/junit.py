"""Diagnostics as JUnit XML: a suite for each file, a case for each finding in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.rendering.clean import clean

NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
)


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


def xml(text: str) -> str:
    """Give a text that can stand anywhere in XML."""
    return NOT_XML.sub("\ufffd", clean(text)).translate(ESCAPES)

from __future__ import annotations

import xml.etree.ElementTree as ET

from skillgap.diagnostics.diagnostic import Severity, diagnose
from skillgap.diagnostics.location import Location
from skillgap.rendering.findings.machine import junit_text

ERROR = diagnose("SG302", "unknown <skill>", location=Location("c.yaml", 2, 5), hint="write `sql`")
WARNING = diagnose("SG306", "a shared name", location=Location("c.yaml", 3))


def counts(text):
    root = ET.fromstring(text.encode())  # noqa: S314 - our own output
    return {key: root.get(key) for key in ("tests", "failures", "errors")}


def test_errors_fail_and_a_clean_file_is_a_passed_case():
    text = junit_text(["c.yaml", "clean.yaml"], [ERROR, WARNING], frozenset({Severity.ERROR}))
    assert counts(text) == {"tests": "3", "failures": "1", "errors": "0"}
    root = ET.fromstring(text.encode())  # noqa: S314 - our own output
    (failure,) = root.iter("failure")
    assert failure.get("message") == "unknown <skill>"
    assert failure.text == "c.yaml:2:5: unknown <skill>; hint: write `sql`"
    assert [each.get("name") for each in root.iter("testsuite")] == ["c.yaml", "clean.yaml"]


def test_strict_makes_failures_of_warnings():
    text = junit_text(["c.yaml"], [WARNING], frozenset({Severity.ERROR, Severity.WARNING}))
    assert counts(text) == {"tests": "1", "failures": "1", "errors": "0"}


def test_a_finding_without_a_place_is_kept():
    text = junit_text([], [diagnose("SG901", "ours")], frozenset({Severity.ERROR}))
    assert counts(text)["failures"] == "1"

"""Every command says exactly what its golden file says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest


def load_runner():
    spec = importlib.util.spec_from_file_location(
        "golden_runner", Path(__file__).with_name("runner.py")
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


RUNNER = load_runner()
COMMANDS = {"plan", "gap", "match", "roles", "show", "import", "validate", "explain"}

MACHINE_FORMATS = {"json", "concise", "github", "junit", "sarif", "markdown"}


def test_every_command_has_golden_cases():
    cases = [RUNNER.read_case(file) for file in RUNNER.case_files()]
    assert len(cases) >= 40
    assert {case["args"][0] for case in cases if case["args"]} >= COMMANDS


@pytest.mark.parametrize("file", RUNNER.case_files(), ids=lambda file: file.stem)
def test_golden(file):
    case = RUNNER.read_case(file)
    told = RUNNER.run_case(case)
    expected = {key: case[key] for key in ("exit_code", "stdout", "stderr")}
    assert told == expected, "where this is right: python tests/golden/accept.py"


@pytest.mark.parametrize("file", RUNNER.case_files(), ids=lambda file: file.stem)
def test_golden_output_is_plain_text_that_fits(file):
    case = RUNNER.read_case(file)
    width = int(case.get("environment", {}).get("COLUMNS", "100"))
    for text in (case["stdout"], case["stderr"]):
        assert not any(ord(char) < 32 and char != "\n" for char in text)
        assert not text or text.endswith("\n")
    if not MACHINE_FORMATS & set(case["args"]) and case["args"][:1] not in (
        ["match"],
        ["explain"],
        [],
    ):
        too_wide = [line for line in case["stdout"].splitlines() if len(line) > max(width, 80)]
        assert too_wide == []

"""Every command says exactly what its golden file says."""

from __future__ import annotations

from functools import cache

import pytest
from runner import HEADINGS, case_files, cut_to, parts_of, read_case, run_case

COMMANDS = {"plan", "gap", "match", "roles", "show", "import", "validate", "explain"}

MACHINE_FORMATS = {"json", "concise", "github", "junit", "sarif", "markdown"}


def test_every_command_has_golden_cases():
    cases = [read_case(file) for file in case_files()]
    assert len(cases) >= 40
    assert {case["args"][0] for case in cases if case["args"]} >= COMMANDS


@cache
def told_in(file):
    """What a case says, run once."""
    return run_case(read_case(file))


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.stem)
def test_golden(file):
    case, told = read_case(file), told_in(file)
    shown = told | {"stdout": cut_to(case["stdout"], told["stdout"])}
    expected = {key: case[key] for key in ("exit_code", "stdout", "stderr")}
    assert shown == expected, "where this is right: python tests/golden/accept.py"


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.stem)
def test_golden_output_is_plain_text_that_fits(file):
    case, told = read_case(file), told_in(file)
    width = int(case.get("environment", {}).get("COLUMNS", "100"))
    for text in (told["stdout"], told["stderr"]):
        assert not any(ord(char) < 32 and char != "\n" for char in text)
        assert not text or text.endswith("\n")
    if not MACHINE_FORMATS & set(case["args"]) and case["args"][:1] not in (
        ["match"],
        ["explain"],
        [],
    ):
        too_wide = [line for line in told["stdout"].splitlines() if len(line) > max(width, 80)]
        assert too_wide == []


def test_a_case_is_about_something_and_no_heading_stands_in_many():
    outputs = [read_case(file)["stdout"] for file in case_files()]
    whole = [each for each in outputs if isinstance(each, str)]
    assert 20 < len(whole) < len(outputs) - 40
    assert all(each for at, each in enumerate(outputs) if not isinstance(each, str))
    often = {
        name: sum(name in parts_of(each) for each in whole if not each.startswith("{"))
        for name in HEADINGS
    }
    assert {name: times for name, times in often.items() if times > 4} == {}


def test_a_report_is_cut_at_its_headings_and_json_at_its_keys():
    report = "Title\n\nGap  2 open\n     skill\n\nTotals\n  money $1\n"
    assert parts_of(report) == {
        "head": "Title\n",
        "gap": "2 open\n     skill\n",
        "totals": "  money $1\n",
    }
    assert parts_of('{\n  "status": 1,\n  "steps": [\n    2\n  ]\n}\n') == {
        "head": "{\n",
        "status": "1,\n",
        "steps": "[\n    2\n  ]\n}\n",
    }
    assert cut_to("", report) == report
    assert cut_to({"totals": "", "path": ""}, report) == {
        "totals": "  money $1\n",
        "path": "is not there\n",
    }

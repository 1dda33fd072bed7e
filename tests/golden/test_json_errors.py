"""Whatever keeps a command from being run is told in JSON where JSON is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from runner import case_files, read_case, run_case

from skillgap.cli.exits import DONE, FINDINGS, OUR_FAULT

ROOT = Path(__file__).resolve().parents[2]
ROLES_FOUND_NONE = {"roles": FINDINGS}
"""What answers with an empty list, which is no error."""
SCHEMA = json.loads((ROOT / "schemas" / "error.schema.json").read_text(encoding="utf-8"))


def refused():
    """Every golden case of a command that could not be run, and names no format."""
    for file in case_files():
        case = read_case(file)
        is_refused = case["exit_code"] not in (DONE, ROLES_FOUND_NONE.get(case["args"][0]))
        if is_refused and case["stdout"] == "" and "--format" not in case["args"]:
            yield pytest.param(case, id=file.stem)


@pytest.mark.parametrize("form", [["--format", "json"], ["--format=JSON"]])
@pytest.mark.parametrize("case", list(refused()))
def test_an_error_is_the_document_of_errors(case, form):
    name, *rest = case["args"]
    told = run_case(case | {"args": [name, *form, *rest]})
    document = json.loads(told["stdout"])
    jsonschema.validate(document, SCHEMA)
    assert document["error"]
    assert told["exit_code"] == case["exit_code"]


def test_an_error_in_a_file_has_its_place():
    case = read_case(Path(__file__).parent / "cases" / "profile-bad.yaml")
    told = run_case(case | {"args": [*case["args"], "--format", "json"]})
    keys = "`schema_version`, `name`, `role`, `skills`, `credentials`, `education`, `experience`"
    assert json.loads(told["stdout"]) == {
        "schema_version": 1,
        "error": "bad/profile.yaml:3:1: error[SG202] unknown key `hourly`",
        "hint": f"the keys here are {keys}, `licences`, `region`, `speaks`, `hours_per_week`,"
        " `at_once`, `holidays`, `budget`, `by`, `prefer`, `languages`, `choices`",
        "candidates": [],
    }
    assert told["stderr"] == case["stderr"]


def test_a_fault_of_ours_is_a_document_too(monkeypatch):
    def break_down(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("skillgap.cli.files.load_catalog", break_down)
    told = run_case({"args": ["roles", "--format", "json"]})
    document = json.loads(told["stdout"])
    jsonschema.validate(document, SCHEMA)
    said = "error[SG901] this is a fault of skillgap, not of your input: ZeroDivisionError"
    assert (told["exit_code"], document["error"]) == (OUR_FAULT, said)

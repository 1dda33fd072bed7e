"""What the commands print as JSON is what the committed schemas promise, and nothing beside."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from runner import case_files, read_case, run_case

from skillgap.rendering.schemas import REPORTS

REPORTING = dict(REPORTS)
NO_REPORT = {"--format", "--help", "-h", "--diff", "import"}


def command_of(case):
    """The command of a case, `plan` or `catalog stats`; None where it has no report."""
    words = [" ".join(case["args"][:count]) for count in (2, 1)]
    return next((each for each in words if each in REPORTING), None)


CACHE = {"args": ["cache", "info", "--format", "json"]}


def json_cases():
    """Every case that asks for JSON."""
    found = [pytest.param(CACHE, id="cache-info")]
    for file in case_files():
        case = read_case(file)
        if command_of(case) and "json" in case["args"] and case["exit_code"] in (0, 1):
            found.append(pytest.param(case, id=file.stem))
    return found


def other_cases():
    """Every case of a report for people, asked for as JSON."""
    found = []
    for file in case_files():
        case = read_case(file)
        words = case["args"]
        is_told = case["exit_code"] in (0, 1) and case["stdout"]
        if command_of(case) and is_told and not NO_REPORT.intersection(words):
            found.append(pytest.param(case | {"args": [*words, "--format", "json"]}, id=file.stem))
    return found


def strict(schema):
    """Forbid every key that the schema does not describe."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    if "properties" in schema and "additionalProperties" not in schema:
        closed["additionalProperties"] = False
    return closed


def schema_of(root, command):
    file = root / "schemas" / f"{command.replace(' ', '-')}.schema.json"
    return json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", REPORTING)
def test_schema_is_well_formed(root, command):
    Draft202012Validator.check_schema(schema_of(root, command))


def test_every_schema_is_met_by_some_case():
    cases = (*json_cases(), *other_cases())
    assert {command_of(each.values[0]) for each in cases} == set(REPORTING)


def test_plans_of_every_status_are_met():
    cases = [each.values[0] for each in (*json_cases(), *other_cases())]
    plans = [run_case(each)["stdout"] for each in cases if command_of(each) == "plan"]
    assert {json.loads(each)["status"] for each in plans} == {"optimal", "infeasible"}


@pytest.mark.parametrize("case", [*json_cases(), *other_cases()])
def test_output_keeps_to_its_schema(root, case):
    stdout = run_case(case)["stdout"]
    value = json.loads(stdout)
    assert next(iter(value)) == "schema_version"
    validator = Draft202012Validator(
        strict(schema_of(root, command_of(case))),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    problems = [
        f"{list(each.absolute_path)}: {each.message}" for each in validator.iter_errors(value)
    ]
    assert problems == []


def test_a_key_that_is_not_described_is_noticed(root):
    case = next(each.values[0] for each in json_cases() if each.values[0]["args"][0] == "plan")
    value = json.loads(run_case(case)["stdout"]) | {"surprise": 1}
    assert not Draft202012Validator(strict(schema_of(root, "plan"))).is_valid(value)

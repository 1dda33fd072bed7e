"""What the commands print as JSON is what the committed schemas promise, and nothing beside."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from runner import case_files, read_case, run_case

SCHEMAS = ("plan", "gap", "match", "roles", "show", "import", "validate", "explain")


def json_cases():
    found = []
    for file in case_files():
        case = read_case(file)
        if "json" in case["args"] and case["exit_code"] in (0, 1):
            found.append(pytest.param(case, id=file.stem))
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


def schema_of(root, name):
    return json.loads((root / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_well_formed(root, name):
    Draft202012Validator.check_schema(schema_of(root, name))


def test_every_schema_is_met_by_some_case():
    assert {case.values[0]["args"][0] for case in json_cases()} == set(SCHEMAS)


@pytest.mark.parametrize("case", json_cases())
def test_output_keeps_to_its_schema(root, case):
    value = json.loads(run_case(case)["stdout"])
    assert next(iter(value)) == "schema_version"
    validator = Draft202012Validator(
        strict(schema_of(root, case["args"][0])),
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

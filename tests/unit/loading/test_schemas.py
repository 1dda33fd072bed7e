from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from skillgap.loading.catalog_files import looks_like_role
from skillgap.loading.schemas import as_draft_07, rewritten, schemas
from skillgap.loading.yaml.document import read_document
from skillgap.loading.yaml.reader import CATALOG_LIMITS

SCHEMAS = schemas()
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def plain(file):
    """What another reader of YAML makes of a file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe one


def files_to_validate(root):
    """Every file of the shipped data and of the valid examples, with its schema."""
    folders = [root / "data", root / "tests" / "examples" / "valid"]
    for file in sorted(each for folder in folders for each in folder.rglob("*.yaml")):
        data = plain(file)
        if file.name == "skillgap.yaml":
            yield file, "learner.schema.json"
        else:
            yield file, "role.schema.json" if looks_like_role(data) else "catalog.schema.json"


def as_json(file):
    """What a JSON Schema sees of a file: dates are text."""
    return json.loads(json.dumps(plain(file), default=lambda day: day.isoformat()))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_committed_as_the_records_give_it(root, name):
    committed = json.loads((root / "schemas" / name).read_text(encoding="utf-8"))
    assert committed == SCHEMAS[name], "run: python -m skillgap.loading.schemas schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one_of_2020_12_and_describes_every_key(name):
    schema = SCHEMAS[name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    objects = [schema, *schema.get("$defs", {}).values()]
    keys = [
        (each["title"], key, value)
        for each in objects
        for key, value in each.get("properties", {}).items()
    ]
    assert len(keys) > 10
    assert [(title, key) for title, key, value in keys if "description" not in value] == []


@pytest.mark.slow
def test_the_shipped_data_and_the_valid_examples_validate(root):
    validators = {name: jsonschema.Draft202012Validator(each) for name, each in SCHEMAS.items()}
    found = list(files_to_validate(root))
    assert {name for _, name in found} == set(SCHEMAS)
    assert len(found) > 20
    for file, name in found:
        data = sample_of(as_json(file))
        problems = [each.message for each in validators[name].iter_errors(data)]
        assert problems == [], file


def sample_of(data, most=100):
    """A file with at most so many records of a kind, spread over all of them, for speed."""
    return {
        key: value[:: max(1, len(value) // most)] if isinstance(value, list) else value
        for key, value in data.items()
    }


@pytest.mark.parametrize(
    "award", [{}, {"skill": "a"}, {"skill": "a", "level": 1, "credential": "b"}, {"level": 1}]
)
def test_the_schema_refuses_muddled_awards_of_a_stack(award):
    stack = {"schema_version": 1, "stacks": [{"id": "s", "awards": [award]}]}
    assert not jsonschema.Draft202012Validator(SCHEMAS["catalog.schema.json"]).is_valid(stack)


@pytest.mark.parametrize("name", schemas())
def test_a_twin_is_a_schema_without_anything_newer(name):
    twin = as_draft_07(schemas()[name])
    jsonschema.Draft7Validator.check_schema(twin)
    assert twin["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in json.dumps(twin)
    assert "prefixItems" not in json.dumps(twin)


def test_what_stands_beside_a_reference_is_kept():
    assert rewritten({"$ref": "#/$defs/X", "description": "d"}) == {
        "allOf": [{"$ref": "#/definitions/X"}],
        "description": "d",
    }


def test_both_drafts_accept_and_refuse_the_same_examples():
    newer = jsonschema.Draft202012Validator(schemas()["catalog.schema.json"])
    older = jsonschema.Draft7Validator(as_draft_07(schemas()["catalog.schema.json"]))
    answers = []
    for file in sorted(EXAMPLES.glob("*/*/catalog.yaml")):
        document = read_document(file, CATALOG_LIMITS)
        data = getattr(document, "data", None)
        if data is not None:
            both = newer.is_valid(data), older.is_valid(data)
            assert both[0] == both[1], file
            answers.append(both[0])
    assert set(answers) == {True, False}
    assert len(answers) > 40

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from skillgap.loading.document import read_document
from skillgap.loading.limits import CATALOG_LIMITS
from skillgap.loading.schema_drafts import as_draft_07, rewritten
from skillgap.loading.schemas import schemas

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize("name", schemas())
def test_a_twin_is_a_schema_without_anything_newer(name):
    twin = as_draft_07(schemas()[name])
    Draft7Validator.check_schema(twin)
    assert twin["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in json.dumps(twin)
    assert "prefixItems" not in json.dumps(twin)


def test_what_stands_beside_a_reference_is_kept():
    assert rewritten({"$ref": "#/$defs/X", "description": "d"}) == {
        "allOf": [{"$ref": "#/definitions/X"}],
        "description": "d",
    }


def test_both_drafts_accept_and_refuse_the_same_examples():
    newer = Draft202012Validator(schemas()["catalog.schema.json"])
    older = Draft7Validator(as_draft_07(schemas()["catalog.schema.json"]))
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

from __future__ import annotations

import pytest
from jsonschema import Draft7Validator

from skillgap.diagnostics.codes import CODES
from skillgap.diagnostics.diagnostic import Related, diagnose
from skillgap.diagnostics.location import Location
from skillgap.rendering.findings.machine import sarif_json, uri

TEXT = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITION = {"type": "integer", "minimum": 1}
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "format": "uri-reference"}},
        },
        "region": {"$ref": "#/definitions/region"},
    },
}
REQUIRED_OF_SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "definitions": {
        "region": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(
                ("startLine", "startColumn", "endLine", "endColumn"), POSITION
            ),
        }
    },
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "semanticVersion": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "name": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "fullDescription": TEXT,
                                                "help": TEXT,
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "additionalProperties": False,
                                                    "properties": {"level": LEVEL},
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": LEVEL,
                                "message": TEXT,
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {"physicalLocation": PHYSICAL},
                                    },
                                },
                                "relatedLocations": {
                                    "type": "array",
                                    "uniqueItems": True,
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "message": TEXT,
                                            "physicalLocation": PHYSICAL,
                                        },
                                    },
                                },
                                "fixes": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["artifactChanges"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "description": TEXT,
                                            "artifactChanges": {
                                                "type": "array",
                                                "minItems": 1,
                                                "items": {
                                                    "type": "object",
                                                    "required": [
                                                        "artifactLocation",
                                                        "replacements",
                                                    ],
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The parts of the published SARIF 2.1.0 schema that are written here, in its own strictness."""


def test_every_code_with_every_part_keeps_to_sarif():
    here = Location("data/catalog.yaml", 4, 7, 3)
    found = [
        diagnose(
            entry.code,
            f"something about {entry.name}",
            location=here,
            hint="mend it",
            related=(Related("the other", Location("a b.yaml", 1)),),
            replacement="x",
        )
        for entry in CODES
    ]
    found.append(diagnose("SG901", "without a place"))
    log = sarif_json(found)
    problems = [
        f"{each.json_path}: {each.message}"
        for each in Draft7Validator(REQUIRED_OF_SARIF).iter_errors(log)
    ]
    assert problems == []
    (run,) = log["runs"]
    assert len(run["results"]) == len(CODES) + 1
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])


def test_a_result_says_where_and_what_to_write_instead():
    found = diagnose(
        "SG302",
        "unknown skill `sqll`",
        location=Location("c.yaml", 2, 5, 4),
        hint="did you mean `sql`?",
        replacement="sql",
    )
    (result,) = sarif_json([found])["runs"][0]["results"]
    region = {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9}
    assert result["message"] == {"text": "unknown skill `sqll` hint: did you mean `sql`?"}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "sql"}}]


def test_a_finding_that_moved_keeps_its_fingerprint_and_twins_differ():
    first = diagnose("SG307", "twice", location=Location("c.yaml", 2), source_line="a: [b, b, b]")
    moved = diagnose("SG307", "twice", location=Location("c.yaml", 9), source_line="a: [b, b, b]")

    def prints(*found):
        results = sarif_json(found)["runs"][0]["results"]
        return [each["partialFingerprints"]["skillgap/v1"] for each in results]

    assert prints(first) == prints(moved)
    assert len(set(prints(first, first))) == 2


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("data/catalog.yaml", "data/catalog.yaml"),
        ("a b#c?.yaml", "a%20b%23c%3F.yaml"),
        ("/srv/é.yaml", "file:///srv/%C3%A9.yaml"),
        ("::error::x", "%3A%3Aerror%3A%3Ax"),
    ],
)
def test_a_file_name_becomes_a_reference(file, expected):
    assert uri(file) == expected


def test_nothing_found_is_a_run_without_results():
    assert sarif_json([])["runs"][0]["results"] == []

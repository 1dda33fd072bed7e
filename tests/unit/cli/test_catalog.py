from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from skillgap.cli.main import main

TIDY = "schema_version: 1\n\nskills:\n  - id: a\n    label: A\n  - id: b\n    label: B\n"
UNTIDY = "schema_version: 1\nskills:\n  - {label: B, id: b}\n  - {id: a, label: A}\n"


def schema_problems(root, name, value):
    """What the committed schema has against a report."""
    file = root / "schemas" / f"catalog-{name}.schema.json"
    validator = Draft202012Validator(json.loads(file.read_text(encoding="utf-8")))
    return [f"{each.json_path}: {each.message}" for each in validator.iter_errors(value)]


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "catalog.yaml"


def test_format_writes_the_canonical_layout_once(file, capsys):
    file.write_text(UNTIDY, encoding="utf-8")
    assert main(["catalog", "format", "catalog.yaml", "--check"]) == 1
    assert file.read_text(encoding="utf-8") == UNTIDY
    assert main(["catalog", "format", "catalog.yaml"]) == 0
    assert file.read_text(encoding="utf-8") == TIDY
    assert main(["catalog", "format", "catalog.yaml", "--check"]) == 0
    assert "laid out: catalog.yaml" in capsys.readouterr().err


def test_format_leaves_what_it_cannot_read(file, capsys):
    file.write_text("skills: [", encoding="utf-8")
    assert main(["catalog", "format", "catalog.yaml"]) == 1
    assert "left as it is: catalog.yaml" in capsys.readouterr().err
    assert main(["catalog", "format", "none.yaml"]) == 2


def test_stats_for_scripts(file, capsys):
    file.write_text(TIDY, encoding="utf-8")
    assert main(["catalog", "stats", "catalog.yaml", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["counts"]["skills"] == 2
    assert found["prices"] == {"free": 0, "once": 0, "month": 0, "unknown": 0}


def test_stats_of_the_shipped_catalog(root, capsys):
    assert main(["catalog", "stats", "--format", "json", "--today", "2027-01-01"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert schema_problems(root, "stats", found) == []
    assert sum(found["prices"].values()) == found["counts"]["credentials"] > 100
    assert all(0 <= each["covered"] <= each["essential"] for each in found["roles"])


def test_diff_for_scripts(root, file, tmp_path, capsys):
    file.write_text(TIDY, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(TIDY.replace("label: B", "label: C"), encoding="utf-8")
    assert main(["catalog", "diff", "catalog.yaml", "new.yaml", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["changes"] == [
        {
            "section": "skills",
            "id": "b",
            "title": "C",
            "kind": "changed",
            "fields": [{"field": "label", "before": "B", "after": "C"}],
        }
    ]
    assert schema_problems(root, "diff", found) == []
    assert found["summary"] == {"added": 0, "removed": 0, "changed": 1}


def test_diff_of_the_same_says_so(file, capsys):
    file.write_text(TIDY, encoding="utf-8")
    assert main(["catalog", "diff", "catalog.yaml", "catalog.yaml"]) == 0
    assert capsys.readouterr().out == "no change in meaning\n"


@pytest.mark.parametrize("kind", ["catalog", "role", "learner"])
@pytest.mark.parametrize("draft", ["2020-12", "07"])
def test_schema_prints_what_is_committed(root, capsys, kind, draft):
    folder = root / "schemas" / ("draft-07" if draft == "07" else ".")
    assert main(["schema", kind, "--draft", draft]) == 0
    assert capsys.readouterr().out == (folder / f"{kind}.schema.json").read_text(encoding="utf-8")

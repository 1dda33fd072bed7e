from __future__ import annotations

import subprocess
import sys

import pytest

from skillgap.loading.document import Document
from skillgap.loading.fitting import Gauge, fitted
from skillgap.loading.limits import CATALOG_LIMITS
from skillgap.loading.molds.catalog import ISSUER, SKILL
from skillgap.loading.molds.making import Form
from skillgap.loading.shapes.skill import SkillShape

SKILLS = Gauge(SKILL, "skill.SkillShape")


def fit(text, gauge=SKILLS):
    document = Document("a.yaml", text, CATALOG_LIMITS)
    return fitted(gauge, document.data, document)


def test_what_is_plainly_right_is_made_in_the_mold():
    shape, wrong = fit("{id: sql, label: SQL}")
    assert isinstance(shape, Form)
    assert vars(shape) == {
        "id": "sql",
        "label": "SQL",
        "kind": None,
        "aliases": (),
        "broader": (),
        "alignments": (),
    }
    assert wrong == ()


def test_what_is_right_and_not_plainly_so_is_taken_by_pydantic():
    def too_narrow(_):
        return SKILL(None)

    shape, wrong = fit("{id: sql, label: SQL}", Gauge(too_narrow, "skill.SkillShape"))
    assert shape == SkillShape(id="sql", label="SQL")
    assert wrong == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{id: sql}", [("SG201", 1, 1)]),
        ("{id: SQL, label: SQL}", [("SG205", 1, 6)]),
        ("{id: sql, label: SQL, kinds: tool}", [("SG202", 1, 23)]),
        ("[sql]", [("SG211", 1, 1)]),
    ],
)
def test_what_is_wrong_is_told_by_pydantic(text, told):
    shape, wrong = fit(text)
    assert shape is None
    assert [(each.code, each.location.line, each.location.column) for each in wrong] == told


def test_what_is_wrong_is_told_at_its_place_in_the_document():
    document = Document("a.yaml", "skills:\n  - {id: sql}\n", CATALOG_LIMITS)
    _, wrong = fitted(SKILLS, document.data["skills"][0], document, ("skills", 0))
    assert [(each.location.line, each.place) for each in wrong] == [(2, ("skills", 0, "label"))]


def test_the_shape_is_the_one_that_is_named():
    _, wrong = fit("{id: openlab}", Gauge(ISSUER, "issuer.IssuerShape"))
    assert [each.message for each in wrong] == ["the key `name` is missing"]


CODE = """
import sys
from pathlib import Path
from skillgap.loading.mixed_files import load_mixed_files
mixed = load_mixed_files([Path(sys.argv[1])])
print(len(mixed.loaded.catalog.skills), len(mixed.profiles), "pydantic" in sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("schema_version: 1\nskills: [{id: sql, label: SQL}]\n", "1 0 False\n"),
        ("schema_version: 1\nskills: [{id: sql, label: SQL, x: 1}]\n", "0 0 True\n"),
        ("role: data analyst\nskills: ['excel:3', {skill: sql}]\n", "0 1 False\n"),
    ],
)
def test_pydantic_is_imported_only_where_something_is_not_plainly_right(tmp_path, text, out):
    file = tmp_path / "file.yaml"
    file.write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", CODE, str(file)], capture_output=True, text=True, check=True
    )
    assert result.stdout == out

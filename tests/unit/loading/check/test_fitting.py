from __future__ import annotations

import subprocess
import sys

import pytest

from skillgap.domain.issuer import Issuer
from skillgap.domain.skill import Skill
from skillgap.errors import InternalError
from skillgap.loading.check.fitting import fitted
from skillgap.loading.check.misfits import misfits_of
from skillgap.loading.yaml.document import Document
from skillgap.loading.yaml.reader import CATALOG_LIMITS


def fit(text, kind=Skill):
    document = Document("a.yaml", text, CATALOG_LIMITS)
    return fitted(kind, document.data, document)


def test_what_fits_is_the_record_itself():
    assert fit("{id: sql, label: SQL, aliases: [SEQUEL]}") == (
        Skill("sql", "SQL", aliases=("SEQUEL",)),
        (),
    )


def test_what_fits_and_is_refused_is_a_fault_of_ours():
    document = Document("a.yaml", "{id: sql, label: SQL}", CATALOG_LIMITS)
    with pytest.raises(InternalError, match="fits and does not: because"):
        misfits_of(Skill, document.data, document, (), "because")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{id: sql}", [("SG201", 1, 1)]),
        ("{id: SQL, label: SQL}", [("SG205", 1, 6)]),
        ("{id: sql, label: SQL, kinds: tool}", [("SG202", 1, 23)]),
        ("{id: SQL, lable: SQL, kind: 7}", [("SG205", 1, 6), ("SG203", 1, 29), ("SG202", 1, 11)]),
        ("[sql]", [("SG211", 1, 1)]),
    ],
)
def test_all_that_is_wrong_is_told(text, told):
    noun, wrong = fit(text)
    assert noun is None
    assert [(each.code, each.location.line, each.location.column) for each in wrong] == told


def test_what_is_wrong_is_told_at_its_place_in_the_document():
    document = Document("a.yaml", "skills:\n  - {id: sql}\n", CATALOG_LIMITS)
    _, wrong = fitted(Skill, document.data["skills"][0], document, ("skills", 0))
    assert [(each.location.line, each.path) for each in wrong] == [(2, ("skills", 0, "label"))]


def test_only_what_the_record_declares_is_wanted():
    _, wrong = fit("{id: openlab}", Issuer)
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
def test_pydantic_is_imported_only_where_something_does_not_fit(tmp_path, text, out):
    file = tmp_path / "file.yaml"
    file.write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", CODE, str(file)], capture_output=True, text=True, check=True
    )
    assert result.stdout == out

"""One import by the name of its format."""

from __future__ import annotations

import json

import pytest

from skillgap.errors import UserError
from skillgap.importing.run import FORMATS, json_files, reader_of, run_import


def test_every_format_has_a_reader():
    assert len(FORMATS) == 6
    assert all(callable(reader_of(each)) for each in FORMATS)


@pytest.mark.parametrize(
    ("form", "source", "message"),
    [
        ("excel", ".", "there is no format `excel`"),
        ("onet", "none", "there is no file or folder"),
        ("onet", "file.json", "is a file"),
        ("esco", "file.json", "is a file"),
        ("csv", ".", "is a folder"),
        ("ctdl", "empty", "holds no JSON file"),
        ("csv", "a\0b", "there is no file or folder"),
    ],
)
def test_a_source_that_is_not_what_the_format_is_is_refused(tmp_path, form, source, message):
    (tmp_path / "file.json").write_text("{}")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match=message):
        run_import(form, tmp_path / source)


def test_a_folder_stands_for_its_json_files(tmp_path):
    for name in ("b.json", "a.JSONLD", "c.txt"):
        (tmp_path / name).write_text(json.dumps({"@type": "ceterms:CostManifest"}))
    assert [each.name for each in json_files(tmp_path)] == ["a.JSONLD", "b.json"]
    assert run_import("ctdl", tmp_path).report.rows == 2

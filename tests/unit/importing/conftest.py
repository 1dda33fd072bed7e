"""Small files in real formats, and an account that must add up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from skillgap.checks.registry import run_checks
from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.write.writer import write_catalog, write_role


@pytest.fixture
def folder(tmp_path):
    """Give a function that fills a folder with texts by file name."""

    def fill(files, name="source"):
        made = tmp_path / name
        for file, text in files.items():
            target = made / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return made

    return fill


@pytest.fixture
def told():
    """Give a function that lists remarks briefly, after checking that the account adds up."""

    def brief(report):
        for table in report.tables:
            left = [each for each in report.remarks if each.file == table.file and each.left_out]
            assert table.left_out == len(left)
            assert table.carried >= 0
        return [
            (Path(each.file).name, each.line, each.reason, each.detail, each.left_out)
            for each in report.remarks
        ]

    return brief


@pytest.fixture(scope="session")
def valid(tmp_path_factory):
    """Give a function that writes what was imported, reads it back and finds it the same."""

    def check(additions):
        made = tmp_path_factory.mktemp("imported")
        (made / "roles").mkdir()
        (made / "catalog.yaml").write_text("".join(write_catalog(additions)), encoding="utf-8")
        for role in additions.roles.values():
            (made / "roles" / f"{role.id}.yaml").write_text(write_role(role), encoding="utf-8")
        loaded = load_catalog_files([made])
        assert [(each.code, each.message) for each in loaded.diagnostics] == []
        found = run_checks(loaded.catalog)
        assert [(each.code, each.message) for each in found if each.severity == "error"] == []
        assert loaded.catalog.skills == additions.skills
        assert loaded.catalog.roles == additions.roles
        assert loaded.catalog.stacks == additions.stacks
        assert loaded.catalog.credentials.keys() == additions.credentials.keys()

    return check


@pytest.fixture(scope="session")
def real_data(root):
    """The folder of real data; the test is skipped where it is not there."""
    found = Path(os.environ.get("SKILLGAP_DATA", root.parent / "shared" / "data"))
    if not found.is_dir():
        pytest.skip("the folder of real data is not here; SKILLGAP_DATA can name it")
    return found

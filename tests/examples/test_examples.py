"""Every folder in `valid` and `invalid` is a case; adding one is adding files.

`expected.yaml` of an invalid case: `about`; `expect`, the diagnostics in reading order; and where
they differ from the usual, `catalogs` and `learner` (names), `limits` (of reading), `make` (files
that cannot be kept as they are: a link, an empty folder, another encoding), and `today` (the day of
a check that looks at everything, as `skillgap validate` does). `mended` is the other side: the
same files with some words changed, or with another text, in which nothing is wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from example_files import write_example

from skillgap.api import check_files
from skillgap.checks.registry import run_checks
from skillgap.diagnostics.codes import CODES
from skillgap.diagnostics.diagnostic import in_reading_order
from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.profile_file import load_profile_file
from skillgap.loading.yaml.reader import ReadingLimits

HERE = Path(__file__).resolve().parent
INVALID = sorted((HERE / "invalid").iterdir())
VALID = sorted((HERE / "valid").iterdir())
FILE_FAMILIES = ("SG1", "SG2", "SG3", "SG4")


def found_in(folder, case):
    """Everything that is wrong with the files of a folder."""
    if "today" in case:
        files = [folder / name for name in case.get("catalogs", ["."])]
        return check_files(files, today=case["today"]).diagnostics
    limits = ReadingLimits(**case.get("limits", {}))
    usual = sorted(each.name for each in folder.glob("*.yaml"))
    for name in ("skillgap.yaml", "expected.yaml"):
        if name in usual:
            usual.remove(name)
    files = [folder / name for name in case.get("catalogs", usual)]
    roles = [folder / "roles"] if (folder / "roles").is_dir() else []
    diagnostics = []
    if files or roles:
        loaded = load_catalog_files(files, roles, limits=limits, role_limits=limits)
        diagnostics += [*loaded.diagnostics, *run_checks(loaded.catalog, loaded.sources)]
    if (folder / "skillgap.yaml").exists() or "learner" in case:
        profile, problems = load_profile_file(folder / "skillgap.yaml", limits)
        assert profile is not None or problems
        diagnostics += problems
    return in_reading_order(diagnostics)


def mend(folder, mended):
    """Change the words of a case, or give a file another text."""
    for name, change in mended.items():
        file = folder / name
        if isinstance(change, list):
            text = file.read_text(encoding="utf-8")
            for wrong, right in change:
                assert wrong in text, (name, wrong)
                text = text.replace(wrong, right)
            file.write_text(text, encoding="utf-8")
            continue
        if file.is_dir() and file.suffix:
            file.rmdir()
        elif file.is_dir():
            file /= "catalog.yaml"
        file.unlink(missing_ok=True)
        file.write_text(change, encoding="utf-8")


def row(diagnostic, folder):
    """A diagnostic as `expected.yaml` writes it."""
    where = diagnostic.location
    name = Path(where.file).relative_to(folder).as_posix()
    return {
        "code": diagnostic.code,
        "file": name,
        "line": where.line,
        "column": where.column,
        "message": diagnostic.message.replace(f"{folder}/", ""),
        "hint": diagnostic.hint.replace(f"{folder}/", ""),
    }


@pytest.mark.parametrize("case", INVALID, ids=lambda each: each.name)
def test_invalid_example_is_told_as_expected(case, tmp_path):
    folder = tmp_path / "case"
    expected = write_example(case, folder)

    found = found_in(folder, expected)

    assert [row(each, folder) for each in found] == expected["expect"]
    assert case.name[:5] in {each.code for each in found}


def is_mended(case):
    """Whether an invalid case has its other side."""
    return "mended" in yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))


MENDED = [case for case in INVALID if is_mended(case)]


@pytest.mark.parametrize("case", MENDED, ids=lambda each: each.name)
def test_mended_example_is_clean(case, tmp_path):
    folder = tmp_path / "case"
    expected = write_example(case, folder)
    mend(folder, expected["mended"])

    assert [row(each, folder) for each in found_in(folder, expected)] == []


@pytest.mark.parametrize("case", VALID, ids=lambda each: each.name)
def test_valid_example_has_nothing_wrong(case):
    assert found_in(case, {}) == ()


def test_every_code_of_files_has_an_invalid_example():
    codes = {entry.code for entry in CODES if entry.code.startswith(FILE_FAMILIES)}
    assert len(codes) > 45
    assert {case.name[:5] for case in INVALID} == codes
    assert {case.name[:5] for case in MENDED} == codes


def test_there_are_valid_examples():
    assert len(VALID) > 5

"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "misc"}
LINES_AT_MOST = 520
MEDIAN_AT_MOST = 120


def modules(root: Path) -> list[Path]:
    """Every module of the package, at least twenty of them."""
    found = sorted((root / "src" / "skillgap").rglob("*.py"))
    assert len(found) > 20
    return found


def test_no_module_is_a_drawer_for_odds_and_ends(root):
    names = [file.stem for file in modules(root)]
    assert FORBIDDEN_NAMES.isdisjoint(names)
    assert not [name for name in names if name.startswith("_") and not name.endswith("__")]


def test_modules_are_small(root):
    lengths = {
        str(file.relative_to(root)): len(file.read_text(encoding="utf-8").splitlines())
        for file in modules(root)
        if file.name != "__init__.py"
    }
    assert {name: length for name, length in lengths.items() if length > LINES_AT_MOST} == {}
    assert statistics.median(lengths.values()) <= MEDIAN_AT_MOST


def test_every_module_says_what_it_is(root):
    silent = [
        str(file.relative_to(root))
        for file in modules(root)
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_every_folder_of_unit_tests_mirrors_a_package(root):
    unit = root / "tests" / "unit"
    folders = {file.parent.relative_to(unit) for file in unit.rglob("test_*.py")}
    assert len(folders) > 10
    strays = [each for each in folders if not (root / "src/skillgap" / each).is_dir()]
    assert strays == []


def test_no_comment_puts_work_off(root):
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")
    files = modules(root) + sorted((root / "tests").rglob("*.py"))
    assert [
        str(file) for file in files if any(m in file.read_text(encoding="utf-8") for m in marks)
    ] == []

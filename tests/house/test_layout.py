"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "misc"}
MEDIAN_AT_MOST = 140
LINES_WITHOUT_A_REASON = 400
REASONS = {
    "planning/explain/gaps.py": (
        "limits are relaxed and facts are found by asking the same searches of the same question"
    ),
    "rendering/plan/json.py": "the keys of one document, which a script reads as one",
    "rendering/show/json.py": "likewise, for each kind of thing that is shown",
}
"""Why each module that is longer reads better as one."""


def modules(root: Path) -> list[Path]:
    """Every module of the package, at least twenty of them."""
    found = sorted((root / "src" / "skillgap").rglob("*.py"))
    assert len(found) > 20
    return found


def test_no_module_is_a_drawer_for_odds_and_ends(root):
    names = [file.stem for file in modules(root)]
    assert FORBIDDEN_NAMES.isdisjoint(names)
    assert not [name for name in names if name.startswith("_") and not name.endswith("__")]


def lengths(root: Path) -> dict[str, int]:
    """The lines of every module that says something."""
    package = root / "src" / "skillgap"
    return {
        file.relative_to(package).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in modules(root)
        if file.name != "__init__.py"
    }


def test_modules_are_small(root):
    assert statistics.median(lengths(root).values()) <= MEDIAN_AT_MOST


def test_a_long_module_has_a_reason_and_no_other_has_one(root):
    long = {name for name, length in lengths(root).items() if length > LINES_WITHOUT_A_REASON}
    assert long == REASONS.keys(), "say in REASONS why a long module reads better as one"
    assert all(REASONS.values())


def test_every_module_says_what_it_is(root):
    silent = [
        str(file.relative_to(root))
        for file in modules(root)
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_every_unit_test_is_of_a_room_whatever_module_it_is_about(root):
    unit = root / "tests" / "unit"
    rooms = {file.stem for file in (root / "src" / "skillgap").iterdir()}
    tests = sorted(unit.rglob("test_*.py"))
    assert len(tests) > 100
    of = {
        file.relative_to(unit): file.relative_to(unit).parts[0].removeprefix("test_")
        for file in tests
    }
    assert [name for name, room in of.items() if room.removesuffix(".py") not in rooms] == []


def test_no_comment_puts_work_off(root):
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")
    files = modules(root) + sorted((root / "tests").rglob("*.py"))
    assert [
        str(file) for file in files if any(m in file.read_text(encoding="utf-8") for m in marks)
    ] == []

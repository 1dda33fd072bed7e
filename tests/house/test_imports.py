"""What each command imports: nothing that it does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pydantic", "yaml", "numpy", "highspy", "rich", "rapidfuzz", "importlib.metadata", "typer")
PLAN = ("plan", "--role", "data analyst", "--have", "excel:3, sql")

BUDGETS = {
    ("--version",): (60, set()),
    ("--help",): (190, {"typer"}),
    ("plan", "--help"): (200, {"typer"}),
    PLAN: (315, {"typer"}),
    (*PLAN, "--format", "json"): (315, {"typer"}),
    ("gap", *PLAN[1:]): (300, {"typer"}),
    ("roles",): (290, {"typer"}),
    ("roles", "--format", "json"): (290, {"typer"}),
    ("match", "sql"): (280, {"typer"}),
    ("match", "pithon"): (340, {"typer", "rapidfuzz"}),
    ("show", "sql"): (290, {"typer"}),
    ("explain", "SG302"): (240, {"typer"}),
    ("cache", "info"): (250, {"typer"}),
    ("validate",): (295, {"typer", "yaml"}),
}
"""For each command how many modules it may import at most, and which of the heavy ones."""

CODE = """
import atexit, os, sys
from skillgap.cli import main
def tell(code):
    sys.stdout.flush()
    heavy = [each for each in sys.argv.pop().split() if each in sys.modules]
    print(len(sys.modules), *heavy, file=sys.stderr, flush=True)
    os.kill(os.getpid(), 9) if code is None else sys.exit(0)
heavy = sys.argv.pop()
sys.argv.append(heavy)
words = sys.argv[1:-1]
sys.argv[1:] = words
main.end = lambda code: (sys.argv.append(heavy), tell(code))
main.run()
"""


def imported_by(command: tuple[str, ...]) -> tuple[int, set[str]]:
    """How many modules a command imports, and which of the heavy ones."""
    result = subprocess.run(
        [sys.executable, "-c", CODE, *command, " ".join(HEAVY)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    count, *heavy = result.stderr.splitlines()[-1].split()
    return int(count), set(heavy)


@pytest.fixture(scope="module", autouse=True)
def warm_cache() -> None:
    """The shipped catalog is compiled once, by the first run."""
    imported_by(("roles",))


@pytest.mark.parametrize("command", BUDGETS, ids=" ".join)
def test_a_command_imports_no_more_than_it_needs(command):
    most, allowed = BUDGETS[command]
    count, heavy = imported_by(command)
    assert heavy == allowed
    assert 20 < count <= most


def test_the_library_imports_no_more_than_it_needs():
    code = (
        "import sys; import skillgap.api; "
        f"print([each for each in {HEAVY!r} if each in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"

"""What each command imports: nothing that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = ("pydantic", "yaml", "numpy", "highspy", "rich", "rapidfuzz", "importlib.metadata", "typer")
PLAN = ("plan", "--role", "data analyst", "--have", "excel:3, sql")

STANDARD = (
    *("ast", "calendar", "dataclasses", "difflib", "gettext", "hashlib", "inspect", "pathlib"),
    *("platform", "shutil", "subprocess", "tempfile", "threading", "typing", "urllib.parse"),
)
"""Modules of the standard library that take longer to import than most commands work."""

BUDGETS = {
    ("--version",): (50, set()),
    ("--help",): (190, {"typer"}),
    ("plan", "--help"): (195, {"typer"}),
    PLAN: (245, set()),
    (*PLAN, "--format", "json"): (255, set()),
    ("gap", *PLAN[1:]): (185, set()),
    ("roles",): (190, set()),
    ("roles", "--format", "json"): (200, set()),
    ("match", "sql"): (180, set()),
    ("match", "pithon"): (235, {"rapidfuzz"}),
    ("show", "sql"): (190, set()),
    ("explain", "SG302"): (135, set()),
    ("cache", "info"): (150, set()),
    ("validate",): (240, {"yaml"}),
}
"""For each command how many modules it may import at most, and which of the heavy ones."""

MSGSPEC = {"platform", "typing"}
"""What comes with the maker of nouns; only `--version` does without any."""

TYPING_EXTENSIONS = {"ast", "inspect"}
"""What comes with these, which a command does without and the library does not."""

STANDARD_ALLOWED = {
    ("--version",): set(),
    ("cache", "info"): {"pathlib", "urllib.parse", *MSGSPEC},
    ("validate",): {"difflib", "pathlib", "urllib.parse", *MSGSPEC},
}
"""What else comes: what tells where files lie, and what finds the nearest name."""

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


def imported_by(command: tuple[str, ...], **variables: str) -> tuple[int, set[str]]:
    """How many modules a command imports, and which of those that cost something."""
    result = subprocess.run(
        [sys.executable, "-c", CODE, *command, " ".join((*HEAVY, *STANDARD))],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **variables},
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
    count, found = imported_by(command)
    assert found.intersection(HEAVY) == allowed
    assert 20 < count <= most
    if "typer" not in allowed:
        assert found.intersection(STANDARD) <= STANDARD_ALLOWED.get(command, MSGSPEC)


def test_color_needs_no_framework():
    if os.name == "nt":
        pytest.skip("rich draws on Windows")
    count, found = imported_by(PLAN, FORCE_COLOR="1", NO_COLOR="", TERM="xterm")
    assert (count <= BUDGETS[PLAN][0], found) == (True, MSGSPEC)


def test_what_takes_long_to_import_would_be_seen():
    assert {"typer", "inspect", "typing", "shutil"} <= imported_by(("plan", "--help"))[1]


def test_the_library_imports_no_more_than_it_needs():
    code = (
        "import sys; import skillgap.api; "
        f"print({{*{(*HEAVY, *STANDARD)!r}}} & {{*sys.modules}} == {MSGSPEC | TYPING_EXTENSIONS!r})"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "True\n"

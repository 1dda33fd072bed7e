"""The short words that CONTRIBUTING names do something, and CI runs what it says."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

WORD = re.compile(r"^([a-z]+):", re.MULTILINE)
NAMED = re.compile(r"`make ([a-z]+)[^`]*`")
UNNAMED = {"words"}
"""What `make` alone does."""


TOOLS = {
    "ruff": "ruff",
    "mypy": "mypy",
    "lint-imports": "import-linter",
    "zensical": "zensical",
}
"""The programs that need not be here yet, and the package of an extra that brings each."""


def packages_of_extras(root: Path) -> set[str]:
    """The names of all packages that an extra asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [each for extra in project["optional-dependencies"].values() for each in extra]
    return {re.split(r"[<>=\[]", each)[0] for each in named}


def words(root: Path) -> list[str]:
    """Every target of the Makefile."""
    return WORD.findall((root / "Makefile").read_text(encoding="utf-8"))


def test_contributing_names_every_short_word_and_no_other(root):
    named = set(NAMED.findall((root / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    assert len(named) > 10
    assert named == set(words(root)) - UNNAMED


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")
def test_every_short_word_runs_something_that_is_there(root):
    extras = packages_of_extras(root)
    for word in words(root):
        told = subprocess.run(
            ["make", "-n", word, f"PYTHON={sys.executable}"],
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        commands = [shlex.split(line) for line in told.splitlines()]
        assert commands, word
        for program, *rest in commands:
            is_tool = TOOLS.get(Path(program).name) in extras
            assert is_tool or shutil.which(program), (word, program)
            scripts = [each for each in rest if each.endswith((".py", "/run"))]
            assert all((root / each).is_file() for each in scripts), (word, scripts)


def test_the_workflow_runs_what_a_contributor_can_run_on_every_python_we_name(root):
    workflow = yaml.safe_load((root / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [each.rpartition(" ")[2] for each in project["classifiers"] if ":: 3." in each]
    job = workflow["jobs"]["run"]
    assert job["strategy"]["matrix"]["python"] == named
    assert [each["run"] for each in job["steps"] if "run" in each] == ["bash .ci/run"]
    assert workflow["permissions"] == {"contents": "read"}
    assert {"push", "pull_request"} == set(workflow[True])

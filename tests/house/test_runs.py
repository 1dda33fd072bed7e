"""A run of everything runs everything: what is skipped fails it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

MODULE = """
import pytest

def test_that_runs():
    pass

@pytest.mark.skip(reason="no browser here")
def test_that_does_not():
    pass
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "code"), [((), 0), (("--forbid-skips",), 1), (("--forbid-skips", "-k", "runs"), 0)]
)
def test_a_skipped_test_fails_where_skips_are_forbidden(root, tmp_path, options, code):
    (tmp_path / "conftest.py").write_text((root / "tests/conftest.py").read_text("utf-8"), "utf-8")
    (tmp_path / "test_two.py").write_text(MODULE, "utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", *options, tmp_path],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"},
        check=False,
    )
    assert result.returncode == code, result.stdout
    assert ("no browser here" in result.stdout) == ("-k" not in options)


def test_ci_runs_the_slow_tests_and_can_forbid_skips(root):
    script = (root / ".ci/run").read_text(encoding="utf-8")
    assert ".venv/bin/python -m pytest -m slow\n" in script
    assert '--full) export PYTEST_ADDOPTS="-rs --forbid-skips" ;;' in script

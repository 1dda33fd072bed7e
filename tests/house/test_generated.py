"""Everything generated is committed and fresh."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_generated_files_are_fresh(root):
    result = subprocess.run(
        [sys.executable, "tests/house/generated.py", "--check"],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stdout.count("stale")) == (0, 0), result.stdout
    count = int(result.stdout.split()[0])
    assert count > 20

"""What every test can rely on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def yardsticks(root: Path) -> Path:
    """The folder of public yardsticks; the test is skipped where it is not there."""
    folder = Path(os.environ.get("SKILLGAP_BENCH", root.parent / "shared" / "bench"))
    if not folder.is_dir():
        pytest.skip("the yardsticks folder is not here; SKILLGAP_BENCH can name it")
    return folder

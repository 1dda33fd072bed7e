"""What every test can rely on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run of everything fail where a test could not run."""
    parser.addoption("--forbid-skips", action="store_true", help="fail where a test is skipped")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that skipped something it was to run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    is_forbidden = session.config.getoption("--forbid-skips")
    if is_forbidden and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder for this run alone, which every test and every process it starts shares."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


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

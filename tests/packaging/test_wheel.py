"""The wheel holds what it should, nothing else, and runs by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import skillgap

DIST_INFO = f"skillgap-{skillgap.__version__}.dist-info"


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built offline from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def clean_python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel and its dependencies, and no sight of the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    python = binaries / Path(sys.executable).name
    if not python.exists():
        python = binaries / "python"
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def test_holds_exactly_the_package_its_data_and_its_schemas(root, wheel):
    package = root / "src" / "skillgap"
    expected = {
        f"skillgap/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    expected |= {
        f"skillgap/{file.relative_to(root).as_posix()}"
        for folder, pattern in (("data", "*.yaml"), ("schemas", "*.json"))
        for file in (root / folder).rglob(pattern)
    }
    expected |= {
        f"{DIST_INFO}/{name}"
        for name in (
            "METADATA",
            "RECORD",
            "WHEEL",
            "entry_points.txt",
            "licenses/LICENSE",
            "licenses/NOTICE",
        )
    }
    assert "skillgap/data/catalog.yaml" in expected
    expected.add("skillgap/diagnostics/diagnostics.md")
    expected.add("skillgap/data/compiled.jsonl")
    with zipfile.ZipFile(wheel) as archive:
        assert set(archive.namelist()) == expected


def test_plans_from_a_clean_environment(clean_python, tmp_path):
    code = "import skillgap, sys; print(skillgap.__file__); print(sys.prefix)"
    where = subprocess.run(
        [clean_python, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.split()
    assert Path(where[0]).is_relative_to(where[1])
    result = subprocess.run(
        [
            clean_python,
            "-m",
            "skillgap",
            "plan",
            "--role",
            "data analyst",
            "--have",
            "excel:3, sql",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"},
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "Data Analyst" in result.stdout


def test_the_first_run_opens_the_catalog_that_was_compiled_with_the_wheel(clean_python, tmp_path):
    code = (
        "import sys; from skillgap.cli.main import main; main(sys.argv[1:]);"
        "print([each for each in ('yaml', 'pydantic') if each in sys.modules], file=sys.stderr)"
    )
    cache = tmp_path / "cache"
    result = subprocess.run(
        [clean_python, "-c", code, "plan", "--role", "data analyst", "--have", "sql"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        check=True,
    )
    assert result.stderr == "[]\n"
    assert not cache.exists()


def test_two_wheels_of_the_same_files_hold_the_same_compiled_catalog(root, wheel):
    from io import BytesIO

    from skillgap.api import compile_shipped

    again = BytesIO()
    compile_shipped(again)
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("skillgap/data/compiled.jsonl") == again.getvalue()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the package itself is imported")
def test_the_engine_can_be_reached_without_numpy_where_its_wheel_is_installed():
    from skillgap.planning.solver.c_api import find_library, load_library

    assert find_library(sys.platform) is not None
    assert load_library(sys.platform) is not None

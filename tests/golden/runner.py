"""One golden case: a command, what it is given, and every byte that it says."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
WORLD = HERE / "world"
CASES = HERE / "cases"

PLAIN_ENVIRONMENT = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
CLEARED = ("FORCE_COLOR", "SKILLGAP_DEBUG")


def case_files() -> list[Path]:
    """Every case, in the order of their names."""
    return sorted(CASES.glob("*.yaml"))


def read_case(file: Path) -> dict:
    """Read one case."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@contextmanager
def surroundings(case: dict) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Put a case's environment, folder and streams in place, and back again."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    environment, folder = dict(os.environ), Path.cwd()
    out, err = io.BytesIO(), io.BytesIO()
    encoding = case.get("encoding", "utf-8")
    try:
        for name in CLEARED:
            os.environ.pop(name, None)
        os.environ.update(PLAIN_ENVIRONMENT)
        os.environ.update(case.get("environment", {}))
        os.chdir(WORLD / case.get("folder", "."))
        sys.stdin = io.TextIOWrapper(io.BytesIO(case.get("stdin", "").encode()), encoding="utf-8")
        sys.stdout = io.TextIOWrapper(out, encoding=encoding, write_through=True)
        sys.stderr = io.TextIOWrapper(err, encoding=encoding, write_through=True)
        yield out, err
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        sys.stdin, sys.stdout, sys.stderr = streams
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)


def run_case(case: dict) -> dict:
    """Run a case in this process and give its exit code and both outputs."""
    from skillgap.cli.main import main

    with surroundings(case) as (out, err):
        code = main(case["args"])
        sys.stdout.flush()
        sys.stderr.flush()
        return {
            "exit_code": code,
            "stdout": out.getvalue().decode("utf-8"),
            "stderr": err.getvalue().decode("utf-8"),
        }

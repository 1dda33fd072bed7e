"""One golden case: a command, what it is given, and every byte that it says.

Where `stdout` of a case is a map, it holds the parts that the case is about, and those alone are
compared: of a report the sections below the headings named here, of JSON the top-level keys.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
WORLD = HERE / "world"
CASES = HERE / "cases"

HEADINGS = {
    "words": "Your words",
    "coverage": "Readiness",
    "gates": "Gates",
    "gap": "Gap",
    "traits": "Traits",
    "path": "Path",
    "stacks": "Stacks",
    "totals": "Totals",
    "open": "Open",
    "alternatives": "Alternatives",
    "tradeoff": "Trade-off",
    "why-not": "Why not",
    "refusal": "× no path keeps these limits",  # noqa: RUF001 - as it is printed
    "closest": "Closest",
    "cheapest": "Cheapest to reach",
    "step-up": "Best-paid step up",
    "best-paid": "Best paid",
}
"""How a report calls its parts: said here once, so that cases need not say it."""

TOP_KEY = re.compile(r'^  "(\w+)": ', re.MULTILINE)

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


def parts_of(stdout: str) -> dict[str, str]:
    """Every part of an output by its name; `head` is what stands above the first heading.

    A part begins with what its heading says beside its word.
    """
    starts = [(0, 0, "head")]
    if stdout.startswith("{"):
        starts += [(each.start(), each.end(), each[1]) for each in TOP_KEY.finditer(stdout)]
    for name, heading in HEADINGS.items():
        found = re.search(rf"^{heading}(?=\n|  )", stdout, re.MULTILINE)
        starts += [(found.start(), found.end(), name)] if found else []
    starts.sort()
    ends = [start for start, _, _ in starts[1:]] + [len(stdout)]
    return {
        name: stdout[begin:end].removeprefix("  ").strip("\n") + "\n"
        for (_, begin, name), end in zip(starts, ends, strict=True)
    }


def cut_to(expected: str | dict[str, str], stdout: str) -> str | dict[str, str]:
    """Cut an output to the parts that a case is about."""
    if isinstance(expected, str):
        return stdout
    parts = parts_of(stdout)
    return {name: parts.get(name, "is not there\n") for name in expected}

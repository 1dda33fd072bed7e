"""What a command costs as a whole process, beside the interpreter and well-known programs.

    python benchmarks/startup.py                      21 interleaved runs of each, medians
    python benchmarks/startup.py --runs 5 --folder ~/bench   keeps the environments there
    python benchmarks/startup.py --counts             instruction counts too, where valgrind is
    python benchmarks/startup.py --check              exit 1 where a goal is missed

The program is built as a wheel and installed into an environment of its own, the yardsticks from
the registry into another: what stands beside a program may slow it down. Each line gives the
median CPU and wall time in milliseconds, the median peak memory in megabytes, and how many times
the CPU of `python -c pass` and of `sqlite-utils --help` it is. Below stand the goals: each is a
share of the CPU of another line, and one is a bound on memory.
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
YARDSTICKS = ("sqlite-utils", "check-jsonschema")
PYTHON, YARDSTICK = "python -c pass", "sqlite-utils --help"
PIPE, EMPTY = "skillgap plan, into a pipe", "skillgap plan, cache empty"
GOALS = (
    (PIPE, YARDSTICK, 0.9),
    ("skillgap plan, as JSON", YARDSTICK, 0.9),
    ("skillgap plan, in a terminal", YARDSTICK, 1.1),
    ("skillgap --help", YARDSTICK, 1.0),
    ("skillgap --version", PYTHON, 1.5),
    (EMPTY, PIPE, 1.3),
)
"""What, beside what, and how much of its CPU at most."""

BIG_BESIDE_SMALL = 3.0
MEGABYTES_AT_MOST = 40
SMALL = 1000
PLAN = ("plan", "--role", "data analyst", "--have", "excel:3, sql")
BIG_ROLE = ("plan", "--role", "role-0", "--have", "skill-1:1")


@dataclass
class Case:
    """A command to measure, and what was measured of it."""

    name: str
    command: list[str]
    is_terminal: bool = False
    empties: Path | None = None
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def environment(folder: Path, *packages: str) -> Path:
    """Install packages into an environment of their own; give the folder of its programs."""
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (programs / "python").exists():
        venv.create(folder, with_pip=True)
    pip = [str(programs / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if str(ROOT) in packages:
        subprocess.run([*pip, "--force-reinstall", "--no-deps", str(ROOT)], check=True)
    subprocess.run([*pip, *packages], check=True)
    return programs


def write_catalog(file: Path, count: int, skills: int) -> None:
    """Write a made-up catalog of `count` credentials, and a role beside it.

    Why line by line: what this process holds at its peak, Linux counts to every process that it
    starts.
    """
    generator = Random(count)
    with file.open("w", encoding="utf-8") as stream:
        stream.write("schema_version: 1\nskills:\n")
        stream.writelines(
            f"  - {{id: skill-{each}, label: Skill {each}}}\n" for each in range(skills)
        )
        stream.write("issuers: [{id: openlab, name: OpenLab, kind: university}]\ncredentials:\n")
        for each in range(count):
            awards = ", ".join(
                f"{{skill: skill-{skill}, level: {generator.randint(1, 4)}}}"
                for skill in sorted(generator.sample(range(skills), generator.randint(1, 4)))
            )
            stream.write(
                f"  - {{id: credential-{each:06}, title: Credential {each}, issuer: openlab,"
                f" awards: [{awards}], workload_hours: {generator.randint(5, 200)},"
                f" price: {{amount: {generator.randint(0, 900)}}}}}\n"
            )
    wanted = "".join(
        f"  - {{skill: skill-{each}, level: 2, importance: 0.5, necessity: essential}}\n"
        for each in generator.sample(range(skills), 12)
    )
    (file.parent / "role-0.yaml").write_text(
        f"schema_version: 1\nid: role-0\ntitle: Role 0\nrequirements:\n{wanted}", encoding="utf-8"
    )


def measure(case: Case, variables: dict[str, str]) -> None:
    """Run a case once."""
    if case.empties is not None:
        shutil.rmtree(case.empties, ignore_errors=True)
        variables = {**variables, "XDG_CACHE_HOME": str(case.empties)}
    leader, follower = pty.openpty() if case.is_terminal else (None, None)
    started = time.perf_counter()
    process = subprocess.Popen(
        case.command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if follower is None else follower,
        stderr=subprocess.PIPE if follower is None else follower,
        env=variables,
    )
    if follower is not None and leader is not None:
        os.close(follower)
        drain(leader)
    elif process.stdout is not None and process.stderr is not None:
        reader = threading.Thread(target=process.stderr.read)
        reader.start()
        process.stdout.read()
        reader.join()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    case.wall.append((time.perf_counter() - started) * 1000)
    case.cpu.append((usage.ru_utime + usage.ru_stime) * 1000)
    case.memory.append(usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1000))
    if process.returncode not in (0, 1):
        message = f"`{' '.join(case.command)}` ended with {process.returncode}"
        raise SystemExit(message)


def drain(leader: int) -> None:
    """Read a terminal until its other end is gone."""
    try:
        while os.read(leader, 65536):
            pass
    except OSError:
        pass
    finally:
        os.close(leader)


def count_instructions(case: Case, variables: dict[str, str]) -> int:
    """Count the instructions of one run, which repeat to the digit."""
    told = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *case.command],
        env={**variables, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    ).stderr
    line = next(each for each in told.splitlines() if "refs" in each)
    return int(line.split(":")[1].replace(",", ""))


def cases(programs: Path, yardsticks: Path, folder: Path, big: int) -> list[Case]:
    """List what is measured."""
    python, skillgap = str(programs / "python"), str(programs / "skillgap")
    found = [
        Case(PYTHON, [python, "-c", "pass"]),
        Case(YARDSTICK, [str(yardsticks / "sqlite-utils"), "--help"]),
        Case("check-jsonschema --help", [str(yardsticks / "check-jsonschema"), "--help"]),
        Case("skillgap --version", [skillgap, "--version"]),
        Case("skillgap --help", [skillgap, "--help"]),
        Case(PIPE, [skillgap, *PLAN]),
        Case("skillgap plan, as JSON", [skillgap, *PLAN, "--format", "json"]),
        Case("skillgap plan, in a terminal", [skillgap, *PLAN], is_terminal=True),
        Case(EMPTY, [skillgap, *PLAN], empties=folder / "empty"),
    ]
    for count in (SMALL, big):
        place = folder / f"catalog-{count}"
        if not (place / "catalog.yaml").exists():
            place.mkdir(exist_ok=True)
            write_catalog(place / "catalog.yaml", count, max(200, count // 10))
        data = ["--catalog", str(place / "catalog.yaml"), "--roles", str(place / "role-0.yaml")]
        found.append(Case(f"skillgap plan, {count:,} credentials", [skillgap, *BIG_ROLE, *data]))
    return found


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--big", type=int, default=100_000, help="credentials in the big catalog")
    parser.add_argument("--folder", type=Path, help="where environments and catalogs are kept")
    parser.add_argument("--counts", action="store_true", help="count instructions with valgrind")
    parser.add_argument("--check", action="store_true", help="exit 1 where a goal is missed")
    parser.add_argument("--json", type=Path, help="write the medians to a file as well")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (arguments.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        programs = environment(folder / "environment", str(ROOT))
        yardsticks = environment(folder / "yardsticks", *YARDSTICKS)
        variables = {
            key: value for key, value in os.environ.items() if not key.startswith("PYTHON")
        } | {"XDG_CACHE_HOME": str(folder / "cache"), "COLUMNS": "100", "TERM": "xterm-256color"}
        measured = cases(programs, yardsticks, folder, arguments.big)
        for case in sorted(measured, key=lambda each: each.empties is None):
            measure(case, variables)
            print(f"first run: {case.cpu[0] / 1000:7.2f} s of CPU  {case.name}", flush=True)
            case.cpu, case.wall, case.memory = [], [], []
        for _ in range(arguments.runs):
            for case in measured:
                measure(case, variables)
        report(measured, arguments.json)
        are_met = judge(measured, arguments.big)
        if arguments.counts:
            for case in measured:
                if not case.is_terminal and case.empties is None:
                    print(f"{count_instructions(case, variables):15,}  {case.name}", flush=True)
    return 1 if arguments.check and not are_met else 0


def judge(measured: list[Case], big: int) -> bool:
    """Print how each goal is met; give whether all are."""
    cpu = {each.name: statistics.median(each.cpu) for each in measured}
    at_big, at_small = (f"skillgap plan, {count:,} credentials" for count in (big, SMALL))
    are_met = True
    print()
    for name, beside, at_most in (*GOALS, (at_big, at_small, BIG_BESIDE_SMALL)):
        share = cpu[name] / cpu[beside]
        are_met = are_met and share <= at_most
        print(f"{told(share <= at_most)}: `{name}` is {share:.2f} of `{beside}`, goal {at_most}")
    memory = statistics.median(next(each.memory for each in measured if each.name == PIPE))
    is_met = memory < MEGABYTES_AT_MOST
    print(f"{told(is_met)}: `{PIPE}` takes {memory:.0f} MB, goal {MEGABYTES_AT_MOST}")
    return are_met and is_met


def told(is_met: bool) -> str:  # noqa: FBT001 - one fact, told
    """Say whether a goal is met."""
    return "met" if is_met else "missed"


def report(measured: list[Case], file: Path | None) -> None:
    """Print the table."""
    base, yardstick = (statistics.median(each.cpu) for each in measured[:2])
    print("\n| command | CPU ms | wall ms | memory MB | x python | x sqlite-utils |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for case in measured:
        cpu, wall, memory = map(statistics.median, (case.cpu, case.wall, case.memory))
        print(
            f"| `{case.name}` | {cpu:.0f} | {wall:.0f} | {memory:.0f}"
            f" | {cpu / base:.2f} | {cpu / yardstick:.2f} |"
        )
    if file is not None:
        file.write_text(json.dumps({each.name: statistics.median(each.cpu) for each in measured}))


if __name__ == "__main__":
    sys.exit(main())

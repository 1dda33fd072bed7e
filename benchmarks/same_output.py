"""Whether two builds of the program say the same, byte for byte, to generated commands.

    python benchmarks/same_output.py --before OLD/.venv/bin/skillgap --after .venv/bin/skillgap
    python benchmarks/same_output.py ... --count 200 --seed 7     a quick look
    python benchmarks/same_output.py ... --only 17,1204           these alone, by their number

Each command is given to both, one after the other, in folders of the same name with the same files
in them: exit code, standard output, standard error and every file that the command leaves must be
the same. Commands and options are read from the older program's help; among 2,000 commands, the
usual number, each comes at least five times. They cover every golden case, example and scenario,
the commands of the docs, damaged files, wrong lines, and caches that are warm, empty, damaged or
not used. At least a third must end with exit code 1 or 2.

What is meant to differ stands in `known_differences.toml`, each with its reason. Only the place
where each program is installed is put out of sight, and what it tells of its progress after a time.
The exit code is 1 where anything else differs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from same_output_commands import (
    USUAL_COUNT,
    Command,
    count_uses,
    make_commands,
    read_forms,
)
from same_output_files import ROOT, worlds, write_files

KNOWN = Path(__file__).with_name("known_differences.toml")
SHARE_OF_REFUSALS = 1 / 3
FEW = 100
"""Among fewer commands any share may end otherwise."""

SECONDS_AT_MOST = 120
LINES_SHOWN = 40

PROGRESS = re.compile(r"^compiling the catalog: .*\n", re.MULTILINE)

Tree = dict[str, tuple[int, int, int]]
"""Each file below a folder with its mode, size and time of change."""


@dataclass(frozen=True)
class Known:
    """A difference that is meant: what it looks like, where, and why.

    `beside` must stand in the newer output as well; `{key}` in it is what a group of that name
    found in the lines of before.
    """

    reason: str
    commands: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    beside: str

    def explains(self, words: str, was: str, is_now: str, whole: str) -> bool:
        """Say whether lines of a command's newer, whole output are meant to differ so."""
        found = self.before.fullmatch(was)
        return (
            found is not None
            and self.after.fullmatch(is_now) is not None
            and self.commands.search(words) is not None
            and self.beside.format_map(found.groupdict()) in re.sub(r"\s+", " ", whole)
        )


@dataclass(frozen=True)
class Told:
    """All that a run leaves: its exit code and texts by name, those of changed files among them."""

    code: int | None
    texts: Mapping[str, str]


class Side:
    """A program, and the folder that it works in while the other one's stands aside."""

    def __init__(self, name: str, program: Path, aside: Path) -> None:
        """Take the program, and where its folder stands meanwhile."""
        self.name = name
        self.program = program.absolute()
        self.aside = aside / name
        self.home = home_of(self.program)

    @contextmanager
    def in_place(self, place: Path) -> Iterator[None]:
        """Have the folder stand where both programs find it."""
        self.aside.rename(place)
        try:
            yield
        finally:
            place.rename(self.aside)

    def run(self, command: Command, place: Path, template: Path) -> Told:
        """Run a command and put every file back as it was."""
        with self.in_place(place):
            cache = place / ("cold" if command.cache == "cold" else "cache")
            if command.cache == "damaged":
                damage_cache(cache)
            work = place / "work" / command.folder
            pristine = tree_of(work)
            variables = {
                key: value
                for key, value in os.environ.items()
                if not key.startswith(("PYTHON", "SKILLGAP", "COLUMNS", "FORCE_COLOR", "NO_COLOR"))
            }
            variables |= {"HOME": str(place), "XDG_CACHE_HOME": str(cache), **command.variables}
            try:
                result = subprocess.run(
                    [self.program, *command.words],
                    cwd=work,
                    input=command.stdin.encode(),
                    capture_output=True,
                    env=variables,
                    timeout=SECONDS_AT_MOST,
                    check=False,
                )
                code, out, err = result.returncode, result.stdout, result.stderr
            except subprocess.TimeoutExpired as expired:
                code, out, err = None, expired.stdout or b"", expired.stderr or b""
            texts = {"stdout": self.shown(out), "stderr": self.shown(err)}
            texts |= self.put_back(work, template / command.folder, pristine)
            shutil.rmtree(place / "cold", ignore_errors=True)
        return Told(code, texts)

    def shown(self, told: bytes) -> str:
        """Return a text without the place where the program is installed, and without progress."""
        text = told.decode("utf-8", "backslashreplace")
        return PROGRESS.sub("", text.replace(str(self.home), "<program>"))

    def put_back(self, work: Path, template: Path, pristine: Tree) -> dict[str, str]:
        """Make all files as they were; return what was in the others."""
        now, changed = tree_of(work), {}
        for name in sorted(now.keys() | pristine.keys(), reverse=True):
            if now.get(name) == pristine.get(name):
                continue
            file = work / name
            if name in now and stat.S_ISREG(now[name][0]):
                changed[f"file {name}"] = self.shown(file.read_bytes())
                file.unlink()
            else:
                changed[f"file {name}"] = "is no file" if name in now else "is gone"
            if name in pristine and (template / name).is_file():
                shutil.copy2(template / name, file)
            elif file.is_dir() and name not in pristine:
                shutil.rmtree(file)
        return dict(sorted(changed.items()))


def home_of(program: Path) -> Path:
    """Return the folder that holds a program's package: a checkout's, or of its environment."""
    python = program.with_name("python")
    code = "import skillgap; print(skillgap.__file__)"
    told = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout
    above = Path(told.strip()).parent.parent
    return above.parent if above.name == "src" else above


def state_of(file: Path) -> tuple[int, int, int]:
    """Return what changes when a file does; a folder's time is of no account."""
    known = file.lstat()
    if stat.S_ISDIR(known.st_mode):
        return known.st_mode, 0, 0
    return known.st_mode, known.st_size, known.st_mtime_ns


def tree_of(folder: Path) -> Tree:
    """Return the state of everything below a folder."""
    return {
        str(Path(above, name).relative_to(folder)): state_of(Path(above, name))
        for above, folders, files in os.walk(folder)
        for name in (*folders, *files)
    }


def damage_cache(folder: Path) -> None:
    """Take the second half of every file."""
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def read_known(file: Path) -> list[Known]:
    """Return the differences that are meant."""
    with file.open("rb") as stream:
        rows: list[dict[str, Any]] = tomllib.load(stream).get("difference", [])
    return [
        Known(
            each["reason"],
            re.compile(each.get("commands", "")),
            re.compile(each["before"], re.DOTALL),
            re.compile(each["after"], re.DOTALL),
            each.get("beside", ""),
        )
        for each in rows
    ]


def differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Return every run of lines that differs, as it was and as it is."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield "".join(old[first:last]).rstrip("\n"), "".join(new[start:end]).rstrip("\n")


def compare(
    command: Command, before: Told, after: Told, known: list[Known], met: Counter[str]
) -> str:
    """Return how two runs differ beyond what is meant, nothing where they do not."""
    parts = []
    texts = {name: (before.texts.get(name, ""), after.texts.get(name, ""))
             for name in {**before.texts, **after.texts}}  # fmt: skip
    texts["exit code"] = (f"{before.code}\n", f"{after.code}\n")
    words = " ".join(command.words)
    for name, (old, new) in texts.items():
        if old == new:
            continue
        are_meant = True
        for was, is_now in differences(old, new):
            fitting = [each.reason for each in known if each.explains(words, was, is_now, new)]
            met.update(fitting[:1])
            are_meant = are_meant and bool(fitting)
        if not are_meant:
            lines = difflib.unified_diff(
                old.splitlines(), new.splitlines(), f"before, {name}", f"after, {name}", lineterm=""
            )
            parts += [each for _, each in zip(range(LINES_SHOWN), lines, strict=False)]
    return "\n".join(parts)


def make_sides(arguments: argparse.Namespace, folder: Path) -> tuple[Side, Side]:
    """Give each program a folder with the same files; return both."""
    template = folder / "template"
    write_files(template, arguments.count // 5, Random(f"{arguments.seed} damage"))
    sides = (
        Side("before", arguments.before, folder / "aside"),
        Side("after", arguments.after, folder / "aside"),
    )
    for side in sides:
        shutil.copytree(template, side.aside / "work", symlinks=True)
        (side.aside / "cache").mkdir()
    return sides


def main() -> int:
    """Compare and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, required=True, help="the older program")
    parser.add_argument("--after", type=Path, required=True, help="the newer program")
    parser.add_argument("--count", type=int, default=USUAL_COUNT, help="how many commands")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--known", type=Path, default=KNOWN, help="the differences that are meant")
    parser.add_argument("--shown", type=int, default=10, help="how many differences are shown")
    parser.add_argument("--only", default="", help="run these commands alone, by their numbers")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        return compare_all(arguments, Path(temporary).resolve())


def compare_all(arguments: argparse.Namespace, folder: Path) -> int:
    """Run every command with both programs; return the exit code."""
    before, after = make_sides(arguments, folder)
    template, place = folder / "template", folder / "place"
    forms = read_forms(before.program)
    commands = make_commands(
        ROOT, template, forms, worlds(template), arguments.count, arguments.seed
    )
    only = {int(each) for each in arguments.only.split(",") if each}
    known, met = read_known(arguments.known), Counter[str]()
    codes, caches, unlike = Counter[int | None](), Counter[str](), 0
    started = time.perf_counter()
    for number, command in enumerate(commands, 1):
        if only and number not in only:
            continue
        day = None
        while day != (day := dt.datetime.now().astimezone().date()):
            # what is said may depend on the day: both are run on the same one
            old, new = (side.run(command, place, template) for side in (before, after))
        codes[old.code] += 1
        caches["not used" if "--no-cache" in command.words else command.cache] += 1
        difference = compare(command, old, new, known, met)
        if difference:
            unlike += 1
            if unlike <= arguments.shown:
                print(f"\n{number}: {command}\n{difference}\n", flush=True)
            else:
                print(f"{number}: {command}", flush=True)
        if number % 100 == 0:
            seconds = time.perf_counter() - started
            print(f"{number} of {len(commands)}, {unlike} differ, {seconds:.0f} s", flush=True)
    return report(codes, caches, met, unlike, min(count_uses(forms, commands).values()))


def report(
    codes: Counter[int | None], caches: Counter[str], met: Counter[str], unlike: int, least: int
) -> int:
    """Print the account; return the exit code."""
    refused = codes[1] + codes[2]
    print("\nexit codes: " + ", ".join(f"{code}: {codes[code]}" for code in sorted(codes, key=str)))
    print("caches: " + ", ".join(f"{name}: {times}" for name, times in sorted(caches.items())))
    print(f"each command and option comes at least {least} times")
    for reason, times in met.items():
        print(f"meant, {times} times: {reason}")
    are_enough = refused >= SHARE_OF_REFUSALS * codes.total() or codes.total() < FEW
    if not are_enough:
        print(f"too few end with exit code 1 or 2: {refused} of {codes.total()}")
    print(f"{codes.total()} commands, {unlike} differ")
    return 0 if are_enough and not unlike else 1


if __name__ == "__main__":
    sys.exit(main())

"""The files that are made from the code: `python tests/house/generated.py` rewrites them.

With `--check` nothing is written; the exit code says whether all are fresh.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def commands() -> Iterator[tuple[str, ...]]:
    """The words of the program and of every command, those of a group behind it."""
    from skillgap.cli.command_table import COMMANDS, GROUPS

    yield ()
    yield from ((name,) for name, *_ in COMMANDS)
    for group, rows, _ in GROUPS:
        yield (group,)
        yield from ((group, name) for name, *_ in rows)


def help_text(command: tuple[str, ...]) -> str:
    """What `skillgap COMMAND --help` prints at 100 columns, without color."""
    from skillgap.cli.main import main

    os.environ |= {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main([*command, "--help"])
    if code != 0 or not out.getvalue().strip():
        message = f"`skillgap {' '.join(command)} --help` failed with {code}"
        raise SystemExit(message)
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


def command_reference() -> str:
    """The reference page of all commands."""
    parts = ["# Commands\n\nEvery command prints this with `--help`.\n"]
    for command in commands():
        title = " ".join(("skillgap", *command))
        parts.append(f"## {title}\n\n```text\n{help_text(command)}\n```\n")
    return "\n".join(parts)


def schema_files() -> Iterator[tuple[str, str]]:
    """The JSON Schemas of the files people write, and of what commands print."""

    from skillgap.loading.schemas import as_draft_07, schemas
    from skillgap.rendering.schemas import report_schemas

    for name, schema in report_schemas().items():
        yield f"schemas/{name}", json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    for name, schema in schemas().items():
        yield f"schemas/{name}", json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        twin = json.dumps(as_draft_07(schema), indent=2, ensure_ascii=False) + "\n"
        yield f"schemas/draft-07/{name}", twin


SHOWN = re.compile(r"```console\n(\$ skillgap [^\n]*)\n.*?```", re.DOTALL)


def readme() -> str:
    """The README, each of its lone `skillgap` commands followed by what it prints at 80 columns."""
    from skillgap.cli.main import main

    os.environ |= {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}

    def answer(block: re.Match[str]) -> str:
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            main(shlex.split(block[1])[2:])
        lines = [line.rstrip() for line in out.getvalue().strip("\n").splitlines()]
        return "\n".join(("```console", block[1], *lines, "```"))

    # what a command writes is not for the checkout
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "data", "data")
        return SHOWN.sub(answer, (ROOT / "README.md").read_text(encoding="utf-8"))


ROOMS = re.compile(r"(<!-- the rooms, generated -->\n).*?(<!-- end -->)", re.DOTALL)


def with_rooms(name: str) -> str:
    """A page whose table of rooms is made from the code."""
    from house_picture import room_table

    text = (ROOT / name).read_text(encoding="utf-8")
    if not ROOMS.search(text):
        raise SystemExit(f"{name} has lost the marks around its table of rooms")
    return ROOMS.sub(lambda found: f"{found[1]}{room_table()}\n{found[2]}", text)


LEVELS = re.compile(r"(<!-- the levels, generated -->\n).*?(<!-- end -->)", re.DOTALL)


def with_levels(name: str) -> str:
    """A page whose tables of levels are made from the shipped roles."""
    from role_levels import level_table

    text = (ROOT / name).read_text(encoding="utf-8")
    if not LEVELS.search(text):
        raise SystemExit(f"{name} has lost the marks around its tables of levels")
    table = level_table(ROOT / "data/roles")
    return LEVELS.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text)


PICTURED = 'skillgap plan --role "data analyst" --have "excel:3, sql" --start 2027-01-04'


def generated() -> dict[str, str]:
    """Every generated file by its place in the checkout."""
    import house_picture
    import terminal_picture
    from api_reference import api_reference
    from file_reference import file_reference
    from role_reference import role_reference

    from skillgap.loading.schemas import schemas

    files = dict(schema_files())
    files["docs/reference/commands.md"] = command_reference()
    files["README.md"] = readme()
    files["docs/pictures/plan.svg"] = terminal_picture.picture(PICTURED)
    files["docs/pictures/house.svg"] = house_picture.picture()
    files["docs/reference/library.md"] = api_reference()
    for page in ("CONTRIBUTING.md", "docs/explanation/architecture.md"):
        files[page] = with_rooms(page)
    files["docs/reference/files.md"] = file_reference(schemas())
    files["docs/reference/roles.md"] = role_reference()
    derivation = "docs/explanation/where-roles-come-from.md"
    files[derivation] = with_levels(derivation)
    return files


def stale(files: dict[str, str]) -> list[str]:
    """The files whose content differs from what the code gives."""
    return [
        name
        for name, text in files.items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write what is stale, or with `--check` only name it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where stale")
    check = parser.parse_args().check
    files = generated()
    outdated = stale(files)
    for name in outdated:
        sys.stdout.write(f"{'stale' if check else 'written'}: {name}\n")
        if not check:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_text(files[name], encoding="utf-8")
    if check and outdated:
        sys.stdout.write("run: python tests/house/generated.py\n")
        return 1
    sys.stdout.write(f"{len(files)} generated files are fresh\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""What the README and the docs show is what happens."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from skillgap.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PROGRAM = re.compile(r"```python\n(.*?)```", re.DOTALL)
SHOWN_FILE = re.compile(r"```yaml\n# (\S+\.yaml)\n(.*?)```", re.DOTALL)
INSTALL_WORDS = ("pip ", "pipx ", "uv ", "python3 -m venv")


def shown_commands() -> list[tuple[str, str]]:
    """Every `$ skillgap ...` line of the README and the docs, with the file that shows it."""
    found = []
    for file in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for block in BLOCK.findall(file.read_text(encoding="utf-8")):
            found += [
                (file.relative_to(ROOT).as_posix(), line[2:])
                for line in block.splitlines()
                if line.startswith("$ ") and not any(word in line for word in INSTALL_WORDS)
            ]
    return found


def test_the_docs_show_commands():
    assert len(shown_commands()) >= 10


def write_shown_files(file: str, folder: Path) -> None:
    """Write every YAML block of a page that names its file in a first comment."""
    for name, text in SHOWN_FILE.findall((ROOT / file).read_text(encoding="utf-8")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("file", "command"), shown_commands())
def test_every_command_shown_works(file, command, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    write_shown_files(file, tmp_path)
    expected = 0
    words = shlex.split(command, comments=True)
    if "# exit " in command:
        expected = int(command.rsplit("# exit ", 1)[1])
    assert words[0] == "skillgap", f"{file} shows a command of another program: {command}"
    assert main(words[1:]) == expected
    capsys.readouterr()


def shown_programs() -> list[tuple[str, str]]:
    """Every Python block of the docs, with the file that shows it."""
    return [
        (file.relative_to(ROOT).as_posix(), program)
        for file in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
        for program in PROGRAM.findall(file.read_text(encoding="utf-8"))
    ]


def test_every_program_shown_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    programs = shown_programs()
    assert programs
    for file, program in programs:
        exec(compile(program, file, "exec"), {"__name__": "__main__"})  # noqa: S102
        assert capsys.readouterr().out


def test_ci_runs_the_readmes_test_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [
        line[2:]
        for block in BLOCK.findall(readme)
        for line in block.splitlines()
        if line.startswith("$ python3 -m venv")
    ]
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

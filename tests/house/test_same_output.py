"""The comparison of two builds asks of everything, and sees what differs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

PROGRAM = Path(sys.executable).with_name("skillgap")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders in use cannot be renamed")


@pytest.fixture
def benchmarks(root, monkeypatch):
    monkeypatch.syspath_prepend(root / "benchmarks")


def write_program(folder, ending):
    """Write a program that says what ours does, and something more."""
    folder.mkdir()
    for name, text in (
        ("python", f'exec {sys.executable} "$@"'),
        ("skillgap", f'{PROGRAM} "$@"\ncode=$?\n{ending}\nexit $code'),
    ):
        (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder / "skillgap"


def compare(root, before, after, *options):
    return subprocess.run(
        [
            *(sys.executable, "benchmarks/same_output.py", "--count", "40"),
            *("--before", before, "--after", after, *options),
        ],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_every_command_and_option_comes_at_least_five_times(root, benchmarks, tmp_path):
    import same_output_commands as made
    import same_output_files as files

    files.write_files(tmp_path / "files", 400, Random(1))
    forms = made.read_forms(PROGRAM)
    worlds = files.worlds(tmp_path / "files")
    commands = made.make_commands(root, tmp_path / "files", forms, worlds, 2000, 1)
    again = made.make_commands(root, tmp_path / "files", forms, worlds, 2000, 1)
    assert commands == again
    assert len(commands) == 2000
    counts = made.count_uses(forms, commands)
    assert ("plan", "--why-not") in counts
    assert min(counts.values()) >= 5
    asked = {each.folder for each in commands}
    for kind in ("invalid", "valid", "scenarios"):
        assert {f"{kind}/{each.name}" for each in (tmp_path / "files" / kind).iterdir()} <= asked


def test_an_option_that_nobody_can_use_is_not_passed_over(benchmarks):
    import same_output_commands as made

    with pytest.raises(SystemExit, match="--color"):
        made.Maker([made.Form(("plan",), {"--color": True})], [], Random(1))


@pytest.mark.slow
def test_a_program_says_what_it_says(root):
    result = compare(root, PROGRAM, PROGRAM, "--seed", "3")
    assert "40 commands, 0 differ" in result.stdout
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ("echo more", "+more"),
        ("echo more >&2", "+more"),
        ("echo more > file.txt", "after, file"),
        ("code=7", "+7"),
    ],
)
def test_what_differs_is_seen(root, tmp_path, ending, told):
    other = write_program(tmp_path / "bin", ending)
    result = compare(root, PROGRAM, other, "--only", "1,2")
    assert result.stdout.splitlines()[-1] == "2 commands, 2 differ"
    assert told in result.stdout
    assert result.returncode == 1


@pytest.mark.slow
def test_what_is_meant_to_differ_is_counted(root, tmp_path):
    other = write_program(tmp_path / "bin", "echo more")
    known = tmp_path / "known.toml"
    known.write_text(
        "[[difference]]\nreason = 'says more'\nbefore = '.*'\nafter = '.*more'\n", encoding="utf-8"
    )
    result = compare(root, PROGRAM, other, "--only", "1,2", "--known", known)
    assert "meant, 2 times: says more" in result.stdout
    assert result.stdout.splitlines()[-1] == "2 commands, 0 differ"

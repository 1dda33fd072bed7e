"""Whatever is given to it, `skillgap validate` ends soon, in little memory, and says why."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import pytest

from skillgap.api import check_files
from skillgap.diagnostics.diagnostic import Severity

SEED = 20_270_101
FUZZED = 10_000
CPU_SECONDS = 4.0
MEGABYTES = 240

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")

MEASURED = """
import resource, sys
from skillgap.cli.main import main
code = main(["validate", "--format", "concise", *sys.argv[1:]])
used = resource.getrusage(resource.RUSAGE_SELF)
scale = 1024 if sys.platform != "darwin" else 1024 * 1024
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss / scale, file=sys.stderr)
"""

SEEDS = (
    b"schema_version: 1\nskills:\n  - {id: sql, label: SQL, aliases: [a, 'b', \"c\"]}\n",
    b"credentials:\n- id: a\n  awards: [{skill: sql, level: 2}]\n  price: {amount: 4.5}\n# x\n",
    b"id: r\ntitle: R\nrequirements:\n  - {any_of: [a, b], level: 1}\n  # skillgap: ignore SG302\n",
    b"a: &x [1, 2]\nb: *x\nc: |\n  text\n  more\nd: >-\n  folded\n? k\n: v\n",
    "name: Ünïcode\nrole: 日本語\nskills: [é, \U0001f600]\n".encode(),
)
SPICES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\t", b"\r", b"\r\n", b"\x85", b"\xe2\x80\xa8", b"{",
    b"[", b"}", b"]", b"'", b'"', b"|", b">", b"&a", b"*a", b"!!python/name:os", b"<<: ", b"? ",
    b"- ", b": ", b"#", b"---\n", b"...\n", b"%YAML 9.9\n", b"\xf0\x9f", b"1e999", b"0x", b".nan",
    b"~", b"  ", b"\n", b"# skillgap: ignore", b"\xed\xa0\x80",
)  # fmt: skip


def fuzzed(chance):
    """One of the seeds with some of its bytes cut, repeated, changed or spiced."""
    content = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(content) + 1)
        way = chance.randrange(4)
        if way == 0:
            content[at:at] = chance.choice(SPICES)
        elif way == 1:
            del content[at : at + chance.randrange(1, 12)]
        elif way == 2 and at < len(content):
            content[at] = chance.randrange(256)
        else:
            content[at:at] = content[max(0, at - 20) : at]
    return bytes(content)


@pytest.mark.slow
def test_ten_thousand_fuzzed_files_are_read_or_refused(tmp_path):
    chance = random.Random(SEED)
    file = tmp_path / "fuzz.yaml"
    refused = 0
    for _ in range(FUZZED):
        content = fuzzed(chance)
        file.write_bytes(content)
        found = check_files([file]).diagnostics
        refused += any(each.severity is Severity.ERROR for each in found)
        for each in found:
            shown = f"{each.message}{each.hint}{each.source_line or ''}"
            assert shown.isprintable(), content
            assert each.location is not None, content
    assert FUZZED / 2 < refused < FUZZED


def measured(*files):
    """Validate in a process of its own: exit code, output, CPU seconds, megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *map(str, files)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    code, seconds, megabytes = done.stderr.split()[-3:]
    return int(code), done.stdout, float(seconds), float(megabytes)


def write_large(folder):
    file = folder / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    return file


def write_brackets(folder):
    file = folder / "brackets.yaml"
    file.write_bytes(b"[" * 100_000)
    return file


def write_laughs(folder):
    file = folder / "laughs.yaml"
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)]
    file.write_text("".join(lines), encoding="utf-8")
    return file


def write_fifo(folder):
    os.mkfifo(folder / "pipe.yaml")
    return folder / "pipe.yaml"


def name_zero(_folder):
    return "/dev/zero"


def write_loop(folder):
    (folder / "loop.yaml").symlink_to("loop.yaml")
    return folder / "loop.yaml"


def write_keys(folder):
    file = folder / "keys.yaml"
    file.write_text("".join(f"k{n}: 1\n" for n in range(200_000)), encoding="utf-8")
    return file


@pytest.mark.slow
@needs_posix
@pytest.mark.parametrize(
    ("make", "code", "named"),
    [
        (write_large, 2, "SG104"),
        (write_brackets, 1, "SG134"),
        (write_laughs, 1, "SG133"),
        (write_fifo, 2, "SG103"),
        (name_zero, 2, "SG103"),
        (write_loop, 2, "SG102"),
        (write_keys, 1, "SG137"),
    ],
    ids=lambda each: getattr(each, "__name__", str(each)),
)
def test_time_and_memory_are_bounded(tmp_path, make, code, named):
    found, out, seconds, megabytes = measured(make(tmp_path))
    assert (found, named in out) == (code, True), out[:500]
    assert seconds < CPU_SECONDS
    assert megabytes < MEGABYTES


@pytest.mark.slow
@needs_posix
def test_every_command_that_reads_refuses_what_has_no_end(tmp_path):
    pipe = write_fifo(tmp_path)
    commands = (
        ("plan", "--role", "x", "--catalog", pipe),
        ("gap", "--role", "x", "--profile", pipe),
        ("match", "x", "--catalog", pipe),
        ("roles", "--roles", pipe),
        ("catalog", "stats", pipe),
        ("catalog", "diff", pipe, "/dev/zero"),
        ("catalog", "format", pipe),
    )
    for arguments in commands:
        done = subprocess.run(
            [sys.executable, "-m", "skillgap", *map(str, arguments)],
            capture_output=True,
            timeout=30,
            check=False,
        )
        assert (done.returncode, b"SG103" in done.stderr) == (2, True), arguments

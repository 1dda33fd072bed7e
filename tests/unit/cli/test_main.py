import os
import signal
import subprocess
import sys
import time

import pytest

from skillgap import __version__
from skillgap.cli import exits
from skillgap.cli import main as main_module
from skillgap.cli.command_table import COMMANDS
from skillgap.cli.main import main

COMMAND = [sys.executable, "-m", "skillgap"]
HEAVY = ("pydantic", "yaml", "rapidfuzz", "rich", "highspy", "numpy")


def test_version(run):
    assert run("--version", data=False) == (0, f"skillgap {__version__}\n", "")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [name for name, *_ in COMMANDS])
def test_every_command_has_help_with_examples(run, command, flag):
    code, out, err = run(command, flag, data=False)
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: skillgap {command} ")
    assert f"\n  skillgap {command} " in out.split("Examples:")[1]


def test_no_arguments_show_the_help_and_are_wrong_usage(run):
    told = run("--help", data=False)[1]
    assert "Commands:" in told
    assert run(data=False) == (exits.WRONG_USAGE, "", told)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pln"], "did you mean `skillgap plan`?"),
        (["plan", "--bugdet", "3"], "did you mean `--budget`?"),
        (["plan", "--budget"], "`skillgap plan --help`"),
        (["show"], "missing argument `WORDS...`"),
        (["roles", "--nonsense"], "`skillgap roles --help`"),
    ],
)
def test_wrong_usage_says_what_was_meant(run, arguments, said):
    code, out, err = run(*arguments, data=False)
    assert (code, out) == (exits.WRONG_USAGE, "")
    assert err.startswith("error: ")
    assert said in err


def break_a_command(monkeypatch):
    def broken(*_: object, **__: object) -> object:
        message = "the seventh seal"
        raise RuntimeError(message)

    monkeypatch.setattr("skillgap.cli.files.load_catalog", broken)


def test_our_fault_is_told_without_a_raw_traceback(run, monkeypatch):
    break_a_command(monkeypatch)
    code, out, err = run("roles", data=False)
    assert (code, out) == (exits.OUR_FAULT, "")
    assert err.startswith("error[SG901]: this is a fault of skillgap, not of your input\n")
    assert "RuntimeError: the seventh seal" in err
    assert f"skillgap {__version__}, Python " in err
    assert "Traceback" not in err


def test_debugging_shows_the_whole_traceback(run, monkeypatch):
    break_a_command(monkeypatch)
    monkeypatch.setenv("SKILLGAP_DEBUG", "1")
    assert "Traceback (most recent call last)" in run("roles", data=False)[2]


def test_an_interruption_is_130(monkeypatch):
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "run_command", interrupted)
    assert main([]) == exits.INTERRUPTED


def process(*arguments, **options):
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["plan", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments):
    code = (
        "import sys; from skillgap.cli.main import main; main(sys.argv[1:]);"
        f"print([each for each in {HEAVY!r} if each in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=True, text=True
    )
    assert result.stderr == "[]\n"


@pytest.mark.skipif(os.name == "nt", reason="closed pipes differ")
@pytest.mark.parametrize("arguments", [["roles"], ["--help"], ["match", "--input", "-"]])
def test_a_closed_pipe_is_quiet(world, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        result = subprocess.run(
            [*COMMAND, *arguments],
            input=b"sql\n" * 20_000,
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_ctrl_c_ends_with_130_and_no_traceback(world):
    running = subprocess.Popen(
        [*COMMAND, "match", "--input", "-", "--catalog", "catalog.yaml", "--roles", "roles"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    running.stdin.write(b"sql\n")
    running.stdin.flush()
    assert running.stdout.readline().startswith(b"\xe2\x9c\x93 sql")
    running.send_signal(signal.SIGINT)
    time.sleep(0)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, b"")


@pytest.mark.skipif(os.name == "nt", reason="locales differ")
def test_a_poor_locale_gets_ascii(world):
    poor = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "COLUMNS": "60",
    }
    result = process("plan", "--role", "data analyst", *DATA, env=poor)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.isascii()
    assert b"Proven optimal" in result.stdout


DATA = ("--catalog", "catalog.yaml", "--roles", "roles")


@pytest.mark.parametrize("home", [None, "/nonexistent"])
def test_no_home_is_needed(world, home):
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1"}
    if home is not None:
        environment["HOME"] = home
    result = process("roles", *DATA, env=environment)
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_read_only_home_is_enough(world):
    home = world / "home"
    home.mkdir()
    home.chmod(0o500)
    result = process(
        "roles", *DATA, env={**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home)}
    )
    home.chmod(0o700)
    assert (result.returncode, result.stderr) == (0, b"")


def test_bytes_that_are_no_text_are_no_crash(world):
    result = process("plan", "--role", b"\xff\xfe\x1b[31m", *DATA)
    assert result.returncode == exits.WRONG_USAGE
    assert b"\x1b" not in result.stderr

"""The entry point: from arguments to an exit code, whatever happens on the way.

Why so little is imported here: `skillgap --version` is to cost no more than the interpreter does.
"""

from __future__ import annotations

import errno
import os
import sys

from skillgap import __version__

TYPE_CHECKING = False
"""Why not from `typing`: importing that costs a quarter of the interpreter's own start."""

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from skillgap.cli.signature import Command, Typed

NO_ROOM = (errno.ENOSPC, errno.EIO, errno.EFBIG)
"""What a stream says that takes no more."""

COLLECT_AFTER = 50_000
"""After how many new objects the garbage collector looks; its own default is 700.

Why: a command makes many objects that stay until it ends, and looking at them again and again
takes a tenth of its time.
"""

COMPLETION = "_SKILLGAP_COMPLETE"
"""The variable in which a shell asks typer how a line may go on."""

EXPANDED_ON_WINDOWS = frozenset("*?[~$%")
"""What typer puts files and variables in the place of where the shell does not."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never raises."""
    from skillgap.cli import exits

    try:
        code = run_command(arguments)
    except KeyboardInterrupt:
        code = exits.INTERRUPTED
    except SystemExit:
        # typer ends the process itself where nobody reads its help any more
        code = exits.DONE
    except OSError as error:
        from skillgap.cli.exits import tell_fault, tell_full

        code = tell_full(error) if error.errno in NO_ROOM else tell_fault(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told as a fault of ours
        from skillgap.cli.exits import tell_fault, tell_json_fault

        code = tell_fault(error)
        if asks_json(sys.argv[1:] if arguments is None else arguments):
            tell_json_fault(error)
    return code


def import_msgspec() -> None:
    """Import msgspec as it is where there is no `typing_extensions`, which it can do without.

    Why: that takes as long as all the rest of msgspec, and `typing` has all that it is taken for.
    """
    absent = "typing_extensions" not in sys.modules
    if absent:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        if absent:
            del sys.modules["typing_extensions"]


def run_command(arguments: Sequence[str] | None) -> int:
    """Run one command; what a person did wrong is told here."""
    import_msgspec()
    from skillgap.cli import exits
    from skillgap.errors import UserError

    words = sys.argv[1:] if arguments is None else arguments
    try:
        plain = read_line(words)
        if plain is not None:
            return run_plain(*plain)
        from skillgap.cli.typer_app import run_by_typer

        return run_by_typer(arguments)
    except exits.ToldError as error:
        if asks_json(words):
            exits.tell_json_error(error.as_one())
        return error.code
    except UserError as error:
        from skillgap.cli.streams import tell_error

        tell_error(error.message, error.hint)
        if asks_json(words):
            exits.tell_json_error(error)
        return exits.WRONG_USAGE


def asks_json(words: Sequence[str]) -> bool:
    """Say whether a line asks for JSON."""
    from itertools import pairwise

    told = [each.lower() for each in words]
    return "--format=json" in told or ("--format", "json") in pairwise(told)


def read_line(words: Sequence[str]) -> tuple[Command, Typed] | None:
    """Return the command that a plain line names and what it is given, None for any other line.

    A line is plain where it names a command in full and every further word is an argument, an
    option by its full name, or an option's value. All other lines, wrong ones and those that ask
    for help among them, are left to typer, which is told of each parameter from the same signature.

    Why: typer takes longer to import, and to be told of forty options, than most commands work.
    """
    from skillgap.cli.command_table import COMMANDS, GROUPS, find_at
    from skillgap.cli.signature import read_words

    if os.environ.get(COMPLETION) or not words:
        return None
    if os.name == "nt" and not EXPANDED_ON_WINDOWS.isdisjoint("".join(words)):
        return None
    name, *rest = words
    rows: Sequence[tuple[str, str, str]] = COMMANDS
    for group, inner, _ in GROUPS:
        if group == name and rest:
            rows, (name, *rest) = inner, rest
            break
    for known, place, _ in rows:
        if known == name:
            command = find_at(place)
            typed = read_words(command, rest)
            return None if typed is None else (command, typed)
    return None


def run_plain(command: Command, typed: Typed) -> int:
    """Run a command that was read without typer; a reader that is gone is no fault."""
    from skillgap.cli import exits
    from skillgap.cli.signature import read_values

    try:
        return command(**read_values(command, typed))
    except BrokenPipeError:
        return exits.DONE


def say_version() -> bool:
    """Print the version; return False where nobody takes it, which is told as for any output."""
    try:
        sys.stdout.write(f"skillgap {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True


def end(code: int) -> NoReturn:
    """End the process at once.

    Why so: everything is written by now, and taking down all that was imported, object by object,
    would take a twentieth of the time that a plan takes.
    """
    os._exit(code)


def run() -> None:
    """Run one command and end the process."""
    if sys.argv[1:] == ["--version"] and say_version():
        end(0)
    import gc

    gc.set_threshold(COLLECT_AFTER)
    code = main()
    from skillgap.cli.streams import flush_all

    flush_all()
    end(code)

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
    from collections.abc import Callable, Mapping, Sequence
    from typing import NoReturn

NO_ROOM = (errno.ENOSPC, errno.EIO, errno.EFBIG)
"""What a stream says that takes no more."""

COLLECT_AFTER = 50_000
"""After how many new objects the garbage collector looks; its own default is 700.

Why: a command makes many objects that stay until it ends, and looking at them again and again
takes a tenth of its time.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; never raises."""
    from skillgap.cli import exit_codes

    try:
        code = run_command(arguments)
    except KeyboardInterrupt:
        code = exit_codes.INTERRUPTED
    except SystemExit:
        # typer ends the process itself where nobody reads its help any more
        code = exit_codes.DONE
    except OSError as error:
        from skillgap.cli.faults import tell_fault, tell_full

        code = tell_full(error) if error.errno in NO_ROOM else tell_fault(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told as a fault of ours
        from skillgap.cli.faults import tell_fault

        code = tell_fault(error)
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
    from skillgap.cli import exit_codes
    from skillgap.cli.plain_line import read_line
    from skillgap.errors import UserError

    try:
        plain = read_line(sys.argv[1:] if arguments is None else arguments)
        if plain is not None:
            return run_plain(*plain)
        from skillgap.cli.app import run_by_typer

        return run_by_typer(arguments)
    except exit_codes.ToldError as error:
        return error.code
    except UserError as error:
        from skillgap.cli.telling import tell_error

        tell_error(error.message, error.hint)
        return exit_codes.WRONG_USAGE


def run_plain(command: Callable[..., int], arguments: Mapping[str, object]) -> int:
    """Run a command that was read without typer; a reader that is gone is no fault."""
    from skillgap.cli import exit_codes

    try:
        return command(**arguments)
    except BrokenPipeError:
        return exit_codes.DONE


def say_version() -> bool:
    """Print the version; give False where nobody takes it, which is then told as for any output."""
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

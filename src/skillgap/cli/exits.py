"""How a process ends: its exit code, and what is told where a command cannot be run.

The exit codes are a public contract.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from skillgap import __version__

if TYPE_CHECKING:
    import typer

    from skillgap.diagnostics.diagnostic import Diagnostic
    from skillgap.errors import UserError

DONE: Final = 0
FINDINGS: Final = 1
WRONG_USAGE: Final = 2
OUR_FAULT: Final = 3
INTERRUPTED: Final = 130

UNREADABLE: Final = frozenset({"SG101", "SG102", "SG103", "SG104", "SG105", "SG110"})
"""Codes of files that could not be read at all, which is as good as a wrong argument."""

TRACEBACK_LINES: Final = 6


class ToldError(Exception):
    """What is wrong has been told to a person; `code` is what the process exits with."""

    def __init__(self, code: int, diagnostics: Sequence[Diagnostic]) -> None:
        """Keep the exit code, and what was told."""
        super().__init__(code)
        self.code = code
        self.diagnostics = diagnostics

    def as_one(self) -> UserError:
        """Return all that was told of errors as one, with the first hint."""
        from msgspec.structs import replace

        from skillgap.diagnostics.diagnostic import Severity
        from skillgap.errors import UserError
        from skillgap.rendering.findings.machine import concise_line

        errors = [each for each in self.diagnostics if each.severity is Severity.ERROR]
        hints = [each.hint for each in errors if each.hint]
        told = "; ".join(concise_line(replace(each, hint="")) for each in errors)
        return UserError(told, hint=hints[0] if hints else "")


def code_for(diagnostics: Iterable[Diagnostic]) -> int:
    """Return the exit code of a file check: unreadable input weighs more than findings in it."""
    from skillgap.diagnostics.diagnostic import Severity

    codes = {each.code for each in diagnostics if each.severity is Severity.ERROR}
    if codes & UNREADABLE:
        return WRONG_USAGE
    return FINDINGS if codes else DONE


def wrong_usage(error: typer.TyperException, arguments: Sequence[str]) -> UserError:
    """Return a wrong use of an option or an argument in our words."""
    from skillgap.cli.command_table import COMMANDS
    from skillgap.errors import UserError

    context = getattr(error, "ctx", None)
    names = [name for name, *_ in COMMANDS if name in arguments[:1]]
    command = context.command_path if context else " ".join(["skillgap", *names])
    near = getattr(error, "possibilities", None) or ()
    option = getattr(error, "option_name", "")
    message = f"there is no option `{option}`" if option and near else error.format_message()
    message = (message[:1].lower() + message[1:]).rstrip(".").replace("'", "`")
    hint = f"did you mean `{min(near)}`? " if near else ""
    return UserError(message, hint=f"{hint}`{command} --help` shows how it is used")


def tell_full(error: OSError) -> int:
    """Tell that the output could not be written."""
    from skillgap.cli.streams import silence, tell_error

    if sys.stdout is not None:
        silence(sys.stdout)
    tell_error(f"cannot write the output: {error.strerror}", "")
    return WRONG_USAGE


def tell_fault(error: Exception) -> int:
    """Tell that the fault is ours, with what a report of it needs."""
    import platform
    import traceback

    from skillgap.cli.streams import write_text

    if os.environ.get("SKILLGAP_DEBUG"):
        told = "".join(traceback.format_exception(error))
    else:
        frames = traceback.extract_tb(error.__traceback__)[-TRACEBACK_LINES:]
        places = [f"  {short(frame.filename)}:{frame.lineno} in {frame.name}\n" for frame in frames]
        told = "".join(places) + f"  {type(error).__name__}: {error}\n"
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    python = f"Python {platform.python_version()}"
    write_text(
        "error[SG901]: this is a fault of skillgap, not of your input\n\n"
        f"{told}  skillgap {__version__}, {python}, {system}\n\n"
        "hint: please report it with the lines above; `SKILLGAP_DEBUG=1` shows all of them\n",
        sys.stderr,
    )
    return OUR_FAULT


def short(file: str) -> str:
    """Return a source file from the package's folder on, so that no home folder is told."""
    parts = file.replace("\\", "/").split("/")
    for root_name in ("skillgap", "site-packages"):
        if root_name in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root_name) :])
    return parts[-1]


def tell_json_error(error: UserError) -> None:
    """Write an error to standard output, where JSON was asked for."""
    from skillgap.cli.streams import emit
    from skillgap.rendering.json_parts import ErrorJson

    emit("json", None, lambda _: None, lambda: ErrorJson.of(error))


def tell_json_fault(error: Exception) -> None:
    """Write a fault of ours to standard output, as far as the fault lets anything be written."""
    from contextlib import suppress

    from skillgap.errors import UserError

    told = f"error[SG901] this is a fault of skillgap, not of your input: {type(error).__name__}"
    with suppress(Exception):
        tell_json_error(UserError(told, hint="please report it with what stands on standard error"))

"""What is told where a command cannot be run: wrong usage, a full disk, a fault of ours."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from skillgap import __version__
from skillgap.cli import exit_codes
from skillgap.cli.commands import COMMANDS
from skillgap.cli.telling import tell_error

if TYPE_CHECKING:
    import typer

TRACEBACK_LINES: Final = 6


def tell_usage(error: typer.TyperException, arguments: Sequence[str]) -> int:
    """Tell a wrong use of an option or an argument."""
    from skillgap.cli.streams import write_text

    context = getattr(error, "ctx", None)
    names = [name for name, *_ in COMMANDS if name in arguments[:1]]
    command = context.command_path if context else " ".join(["skillgap", *names])
    if type(error).__name__ == "NoArgsIsHelpError":
        write_text(f"{error.message}\n", sys.stderr)
        return exit_codes.WRONG_USAGE
    near = getattr(error, "possibilities", None) or ()
    option = getattr(error, "option_name", "")
    message = f"there is no option `{option}`" if option and near else error.format_message()
    message = (message[:1].lower() + message[1:]).rstrip(".").replace("'", "`")
    hint = f"did you mean `{min(near)}`? " if near else ""
    tell_error(message, f"{hint}`{command} --help` shows how it is used")
    return exit_codes.WRONG_USAGE


def tell_full(error: OSError) -> int:
    """Tell that the output could not be written."""
    from skillgap.cli.streams import silence

    if sys.stdout is not None:
        silence(sys.stdout)
    tell_error(f"cannot write the output: {error.strerror}", "")
    return exit_codes.WRONG_USAGE


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
    return exit_codes.OUR_FAULT


def short(file: str) -> str:
    """Give a source file from the package's folder on, so that no home folder is told."""
    parts = file.replace("\\", "/").split("/")
    for root_name in ("skillgap", "site-packages"):
        if root_name in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root_name) :])
    return parts[-1]

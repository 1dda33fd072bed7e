"""The entry point: from arguments to an exit code, whatever happens on the way."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated

import typer
from typer.main import get_command

from skillgap import __version__
from skillgap.cli import exit_codes
from skillgap.cli.catalog import CATALOG_COMMANDS
from skillgap.cli.explain import EXAMPLES as EXPLAIN_EXAMPLES
from skillgap.cli.explain import explain
from skillgap.cli.gap import EXAMPLES as GAP_EXAMPLES
from skillgap.cli.gap import gap
from skillgap.cli.help_pages import PlainCommand, PlainGroup
from skillgap.cli.match import EXAMPLES as MATCH_EXAMPLES
from skillgap.cli.match import match
from skillgap.cli.plan import EXAMPLES as PLAN_EXAMPLES
from skillgap.cli.plan import plan
from skillgap.cli.roles import EXAMPLES as ROLES_EXAMPLES
from skillgap.cli.roles import roles
from skillgap.cli.schema import EXAMPLES as SCHEMA_EXAMPLES
from skillgap.cli.schema import schema
from skillgap.cli.show import EXAMPLES as SHOW_EXAMPLES
from skillgap.cli.show import show
from skillgap.cli.telling import tell_error
from skillgap.cli.validate import EXAMPLES as VALIDATE_EXAMPLES
from skillgap.cli.validate import validate
from skillgap.errors import UserError

CommandRow = tuple[str, Callable[..., int], str, str]
"""Name, function, short help, examples."""

COMMANDS = (
    ("plan", plan, "Find the best path to a role", PLAN_EXAMPLES),
    ("gap", gap, "Set what a role asks against what you have", GAP_EXAMPLES),
    ("match", match, "Show what words are taken to mean", MATCH_EXAMPLES),
    ("roles", roles, "List or search the roles", ROLES_EXAMPLES),
    ("show", show, "Show everything known of one thing", SHOW_EXAMPLES),
    ("validate", validate, "Check catalogs, roles and learner files", VALIDATE_EXAMPLES),
    ("explain", explain, "Explain a diagnostic code", EXPLAIN_EXAMPLES),
    ("schema", schema, "Print the JSON Schema of a file", SCHEMA_EXAMPLES),
)

GROUPS = (("catalog", CATALOG_COMMANDS, "Count, compare or lay out a catalog"),)

EXAMPLES = """
skillgap plan --role "data analyst" --have "excel:3, sql"
skillgap gap --role "data analyst" --have "excel:3, sql"
skillgap match js k8s "people management"
"""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

TRACEBACK_LINES = 6

NO_ROOM = (errno.ENOSPC, errno.EIO, errno.EFBIG)
"""What a stream says that takes no more."""


def show_version(*, is_asked: bool) -> None:
    """Print the version and stop."""
    if is_asked:
        from skillgap.cli.streams import write_text

        write_text(f"skillgap {__version__}\n", sys.stdout)
        raise typer.Exit(exit_codes.DONE)


def version_callback(value: bool) -> None:  # noqa: FBT001 - called so by typer
    """Hand the flag over."""
    show_version(is_asked=value)


def root(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the version and stop.",
            callback=version_callback,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Which micro-credentials to earn, in which order, at what cost, by when, and why those."""


def build_app() -> typer.Typer:
    """Give the app with all its commands."""
    app = typer.Typer(
        cls=PlainGroup,
        context_settings=SETTINGS,
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        epilog=EXAMPLES,
    )
    app.callback()(root)
    add_commands(app, COMMANDS)
    for name, commands, short_help in GROUPS:
        group = typer.Typer(
            cls=PlainGroup,
            context_settings=SETTINGS,
            rich_markup_mode=None,
            no_args_is_help=True,
            short_help=short_help,
            help=f"{short_help}.",
        )
        add_commands(group, commands)
        app.add_typer(group, name=name)
    return app


def add_commands(app: typer.Typer, commands: Iterable[CommandRow]) -> None:
    """Add commands to an app or to a group in it."""
    for name, command, short_help, examples in commands:
        app.command(
            name,
            cls=PlainCommand,
            context_settings=SETTINGS,
            short_help=short_help,
            epilog=examples,
        )(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; never raises."""
    try:
        code = run_command(arguments)
    except KeyboardInterrupt:
        code = exit_codes.INTERRUPTED
    except SystemExit:
        # typer ends the process itself where nobody reads its help any more
        code = exit_codes.DONE
    except OSError as error:
        code = tell_full(error) if error.errno in NO_ROOM else tell_fault(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told as a fault of ours
        code = tell_fault(error)
    return code


def run_command(arguments: Sequence[str] | None) -> int:
    """Run one command; what a person did wrong is told here."""
    try:
        done = get_command(build_app()).main(
            args=None if arguments is None else list(arguments),
            prog_name="skillgap",
            standalone_mode=False,
        )
    except exit_codes.ToldError as error:
        return error.code
    except UserError as error:
        tell_error(error.message, error.hint)
        return exit_codes.WRONG_USAGE
    except typer.TyperException as error:
        return tell_usage(error, sys.argv[1:] if arguments is None else arguments)
    except typer.Abort:
        return exit_codes.INTERRUPTED
    return done if isinstance(done, int) else exit_codes.DONE


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


def run() -> None:
    """Run one command and end the process."""
    code = main()
    from skillgap.cli.streams import flush_all

    flush_all()
    sys.exit(code)

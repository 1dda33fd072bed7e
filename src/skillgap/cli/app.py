"""The commands as typer sees them, each built when it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.main import get_command

from skillgap.cli import exit_codes
from skillgap.cli.commands import COMMANDS, EXAMPLES, GROUPS, find_at
from skillgap.cli.declaring import declare
from skillgap.cli.help_pages import PlainCommand, PlainGroup

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

    from skillgap.cli.declarations.words import Declaration

CommandRow = tuple[str, str, str, str]
"""Name, place of the function, place of what help says of it, short help."""

SETTINGS: Final = MappingProxyType(
    {"help_option_names": ["-h", "--help"], "max_content_width": 100}
)


class RootGroup(PlainGroup):
    """All commands, of which only the one that is called is built.

    Why: building a command means importing it and looking at each of its parameters, which takes
    longer than most commands work.
    """

    def list_commands(self, ctx: Context) -> list[str]:
        """List the names of all commands."""
        del ctx
        return [name for name, *_ in (*COMMANDS, *GROUPS)]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Build a command."""
        del ctx
        for row in COMMANDS:
            if row[0] == cmd_name:
                return build_command(row)
        for name, rows, short_help in GROUPS:
            if name == cmd_name:
                return build_group(name, rows, short_help)
        return None

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what each command does."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, *_, told in (*COMMANDS, *GROUPS)])


def show_version(value: bool) -> None:  # noqa: FBT001 - called so by typer
    """Print the version and stop."""
    if value:
        import sys

        from skillgap import __version__
        from skillgap.cli.streams import write_text

        write_text(f"skillgap {__version__}\n", sys.stdout)
        raise typer.Exit(exit_codes.DONE)


def root(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the version and stop.",
            callback=show_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Which micro-credentials to earn, in which order, at what cost, by when, and why those."""


def build_root() -> Command:
    """Give the whole program as one command."""
    app = typer.Typer(
        cls=RootGroup,
        context_settings=dict(SETTINGS),
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        epilog=EXAMPLES,
    )
    app.callback()(root)
    return get_command(app)


def build_command(row: CommandRow) -> Command:
    """Give one command."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    add_commands(app, [row])
    return get_command(app)


def build_group(name: str, rows: Iterable[CommandRow], short_help: str) -> Command:
    """Give a command of commands."""
    app = typer.Typer(
        name=name,
        cls=PlainGroup,
        context_settings=dict(SETTINGS),
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        short_help=short_help,
        help=f"{short_help}.",
    )
    app.callback()(lambda: None)
    add_commands(app, rows)
    return get_command(app)


def add_commands(app: typer.Typer, rows: Iterable[CommandRow]) -> None:
    """Add commands to an app."""
    for name, place, told, short_help in rows:
        command: Callable[..., int] = find_at(place)  # type: ignore[assignment]
        declaration: Declaration = find_at(told)  # type: ignore[assignment]
        app.command(
            name,
            cls=PlainCommand,
            context_settings=dict(SETTINGS),
            short_help=short_help,
            epilog=declaration.examples,
        )(declare(command, declaration.words))


def run_by_typer(arguments: Sequence[str] | None) -> int:
    """Run a command line whatever it says; a wrong use of an option or an argument is told."""
    try:
        done = build_root().main(
            args=None if arguments is None else list(arguments),
            prog_name="skillgap",
            standalone_mode=False,
        )
    except typer.TyperException as error:
        import sys

        from skillgap.cli.faults import tell_usage

        return tell_usage(error, sys.argv[1:] if arguments is None else arguments)
    except typer.Abort:
        return exit_codes.INTERRUPTED
    return done if isinstance(done, int) else exit_codes.DONE

"""The commands as typer sees them: help, errors, and any command line that is not plain."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from skillgap.cli import exits
from skillgap.cli.command_table import COMMANDS, EXAMPLES, GROUPS, find_at
from skillgap.cli.signature import Command, describe, is_repeated, option_name, read_values
from skillgap.errors import UserError

if TYPE_CHECKING:
    from typer import _click

CommandRow = tuple[str, str, str]
"""Name, place of the function, short help."""

EXAMPLES_TITLE: Final = "Examples:"
"""Where the examples of a command begin, in what its function says of itself."""

OTHER_OPTIONS: Final = "Options"
EXAMPLE_INDENT: Final = 2

SETTINGS: Final = MappingProxyType(
    {"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
USUAL: Final[Mapping[str, Any]] = MappingProxyType(
    {"context_settings": dict(SETTINGS), "rich_markup_mode": None, "add_completion": False}
)


def write_examples(
    command: _click.Command, ctx: _click.Context, formatter: _click.HelpFormatter
) -> None:
    """Write the examples of a command so that they can be copied, however narrow the page."""
    del ctx
    if command.epilog:
        with formatter.section("Examples"):
            for line in command.epilog.strip().splitlines():
                for part in in_shell_lines(line.strip(), formatter.width - EXAMPLE_INDENT):
                    formatter.write(f"{' ' * EXAMPLE_INDENT}{part}".rstrip() + "\n")


def in_shell_lines(line: str, width: int) -> list[str]:
    """Break a command into lines of at most `width` columns that a shell reads as the one.

    It breaks between words; one in quotes stays whole.
    """
    words = re.findall(r'(?:"[^"]*"|\S)+', line)
    lines = words[:1] or [""]
    for place, word in enumerate(words[1:], start=2):
        longer = f"{lines[-1]} {word}"
        goes_on = " \\" if place < len(words) else ""
        if len(longer + goes_on) <= width:
            lines[-1] = longer
        else:
            lines[-1] += " \\"
            lines.append(f"    {word}")
    return lines


class PlainCommand(TyperCommand):
    """A command whose help has its options in sections, and examples."""

    format_epilog = write_examples

    def format_options(self, ctx: _click.Context, formatter: _click.HelpFormatter) -> None:
        """Write one section for each group of options, in the order they first appear."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is None:
                continue
            is_argument = param.param_type_name == "argument"
            group = getattr(param, "rich_help_panel", None) or OTHER_OPTIONS
            sections.setdefault("Arguments" if is_argument else group, []).append(record)
        others = sections.pop(OTHER_OPTIONS, [])
        for title, records in [*sections.items(), (OTHER_OPTIONS, others)]:
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


class PlainGroup(TyperGroup):
    """All commands, with the nearest one named where a word is none of them."""

    format_epilog = write_examples

    def resolve_command(
        self, ctx: _click.Context, args: list[str]
    ) -> tuple[str | None, _click.Command | None, list[str]]:
        """Find the command that the first argument names."""
        name = args[0]
        names = self.list_commands(ctx)
        if name in names or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from skillgap.cli.options import did_you_mean

        here = ctx.command_path
        near = did_you_mean(name, names, f"{here} ")
        raise UserError(
            f"there is no command `{name}`", hint=f"{near}`{here} --help` lists the commands"
        )


class RootGroup(PlainGroup):
    """All commands, of which only the one that is called is built.

    Why: building a command means importing it and looking at each of its parameters, which takes
    longer than most commands work.
    """

    def list_commands(self, ctx: _click.Context) -> list[str]:
        """List the names of all commands."""
        del ctx
        return [name for name, *_ in (*COMMANDS, *GROUPS)]

    def get_command(self, ctx: _click.Context, cmd_name: str) -> _click.Command | None:
        """Build a command."""
        del ctx
        for row in COMMANDS:
            if row[0] == cmd_name:
                return build_command(row)
        for name, rows, short_help in GROUPS:
            if name == cmd_name:
                return build_group(name, rows, short_help)
        return None

    def format_commands(self, ctx: _click.Context, formatter: _click.HelpFormatter) -> None:
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
        raise typer.Exit(exits.DONE)


def root(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and stop.", callback=show_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Which micro-credentials to earn, in which order, at what cost, by when, and why those."""


def build_root() -> _click.Command:
    """Return the whole program as one command."""
    app = typer.Typer(cls=RootGroup, no_args_is_help=True, **USUAL, epilog=EXAMPLES)
    app.callback()(root)
    return get_command(app)


def build_command(row: CommandRow) -> _click.Command:
    """Return one command."""
    app = typer.Typer(**USUAL)
    add_commands(app, [row])
    return get_command(app)


def build_group(name: str, rows: Iterable[CommandRow], short_help: str) -> _click.Command:
    """Return a command of commands."""
    app = typer.Typer(
        name=name,
        cls=PlainGroup,
        no_args_is_help=True,
        **USUAL,
        short_help=short_help,
        help=f"{short_help}.",
    )
    app.callback()(lambda: None)
    add_commands(app, rows)
    return get_command(app)


def add_commands(app: typer.Typer, rows: Iterable[CommandRow]) -> None:
    """Add commands to an app."""
    for name, place, short_help in rows:
        command = find_at(place)
        told, _, examples = inspect.cleandoc(command.__doc__ or "").partition(EXAMPLES_TITLE)
        app.command(
            name,
            cls=PlainCommand,
            context_settings=dict(SETTINGS),
            help=told,
            short_help=short_help,
            epilog=examples,
        )(declare(command))


def declare(command: Command) -> Command:
    """Return a function that reads what typer gives it and calls a command with that.

    Its signature says in typer's words what the command's says in ours: parameters by position are
    arguments, those by keyword are options.
    """

    def declared(**typed: object) -> int:
        return command(**read_values(command, typed))

    signature = inspect.signature(command)
    parameters = [declare_parameter(command, each) for each in signature.parameters.values()]
    declared.__annotations__ = {each.name: each.annotation for each in parameters}
    declared.__dict__["__signature__"] = signature.replace(parameters=parameters)
    return declared


def declare_parameter(command: Command, parameter: inspect.Parameter) -> inspect.Parameter:
    """Return a parameter as typer reads it: a flag, or texts that are not read yet."""
    kind, said, *_ = describe(command, parameter.name)
    typed: Any = list[str] if is_repeated(kind) else bool if kind is bool else str
    default = parameter.default
    if is_repeated(kind) and default is not parameter.empty:
        default = None
    if default is None:
        typed |= None
    told: Any
    if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
        told = typer.Argument(metavar=said.placeholder, help=said.help)
    else:
        names = [each for each in (said.also, option_name(parameter.name)) if each]
        told = typer.Option(
            *names, metavar=said.placeholder, help=said.help, rich_help_panel=said.panel
        )
    return parameter.replace(annotation=Annotated[typed, told], default=default)


def run_by_typer(arguments: Sequence[str] | None) -> int:
    """Run a command line whatever it says.

    Raises `UserError` for a wrong use of an option or an argument.
    """
    try:
        done = build_root().main(
            args=None if arguments is None else list(arguments),
            prog_name="skillgap",
            standalone_mode=False,
        )
    except typer.TyperException as error:
        import sys

        from skillgap.cli.exits import wrong_usage

        if type(error).__name__ == "NoArgsIsHelpError":
            from skillgap.cli.streams import write_text

            write_text(f"{error.message}\n", sys.stderr)
            return exits.WRONG_USAGE
        raise wrong_usage(error, sys.argv[1:] if arguments is None else arguments) from error
    except typer.Abort:
        return exits.INTERRUPTED
    return done if isinstance(done, int) else exits.DONE

"""Help that is plain text, grouped by what options are about, with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup

from skillgap.errors import UserError

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

OTHER_OPTIONS = "Options"


class PlainCommand(TyperCommand):
    """A command whose help has its options in sections and its examples as they are typed."""

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
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

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the examples unwrapped, so that they can be copied."""
        del ctx
        write_examples(self.epilog, formatter)


class PlainGroup(TyperGroup):
    """All commands, with the nearest one named where a word is none of them."""

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """Find the command that the first argument names."""
        name = args[0]
        names = self.list_commands(ctx)
        if name in names or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        near = get_close_matches(name, names, n=1)
        here = ctx.command_path
        hint = f"did you mean `{here} {near[0]}`? " if near else ""
        raise UserError(
            f"there is no command `{name}`", hint=f"{hint}`{here} --help` lists the commands"
        )

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the examples unwrapped, so that they can be copied."""
        del ctx
        write_examples(self.epilog, formatter)


def write_examples(epilog: str | None, formatter: HelpFormatter) -> None:
    """Write a block of examples."""
    if epilog:
        with formatter.section("Examples"):
            for line in epilog.strip().splitlines():
                formatter.write(f"  {line.strip()}\n" if line.strip() else "\n")

"""Every command by name, where it lives and what it does: nothing is imported to list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.cli.signature import Command

COMMANDS = (
    ("plan", "skillgap.cli.commands.plan:plan", "Find the best path to a role"),
    ("gap", "skillgap.cli.commands.gap:gap", "Set what a role asks against what you have"),
    ("match", "skillgap.cli.commands.match:match", "Show what words are taken to mean"),
    ("roles", "skillgap.cli.commands.roles:roles", "List, search or find near roles"),
    ("show", "skillgap.cli.commands.show:show", "Show everything known of one thing"),
    (
        "import",
        "skillgap.cli.commands.import_catalog:import_catalog",
        "Bring in a taxonomy or a catalog",
    ),
    (
        "validate",
        "skillgap.cli.commands.validate:validate",
        "Check catalogs, roles and learner files",
    ),
    ("explain", "skillgap.cli.commands.explain:explain", "Explain a diagnostic code"),
    ("schema", "skillgap.cli.commands.schema:schema", "Print the JSON Schema of a file"),
)
"""Name, place of the function, and short help."""

GROUPS = (
    (
        "catalog",
        (
            ("stats", "skillgap.cli.commands.catalog:stats", "Count what a catalog holds"),
            ("diff", "skillgap.cli.commands.catalog:diff", "Tell what changed in meaning"),
            (
                "format",
                "skillgap.cli.commands.catalog:format_files",
                "Lay files out in one canonical way",
            ),
        ),
        "Count, compare or lay out a catalog",
    ),
    (
        "cache",
        (
            ("info", "skillgap.cli.commands.cache:info", "Tell where compiled catalogs are kept"),
            ("clear", "skillgap.cli.commands.cache:clear", "Remove every compiled catalog"),
        ),
        "Look at the compiled catalogs, or remove them",
    ),
)
"""Commands of commands: name, their rows and short help."""

EXAMPLES = """
skillgap plan --role "data analyst" --have "excel:3, sql"
skillgap gap --role "data analyst" --have "excel:3, sql"
skillgap match js k8s "people management"
"""


def find_at(place: str) -> Command:
    """Return the command at a place, `module:name`."""
    from importlib import import_module

    module, _, name = place.partition(":")
    command: Command = getattr(import_module(module), name)
    return command

"""Every command by name, where it lives and what it does: nothing is imported to list them."""

from __future__ import annotations

COMMANDS = (
    (
        "plan",
        "skillgap.cli.plan:plan",
        "skillgap.cli.declarations.plan:PLAN",
        "Find the best path to a role",
    ),
    (
        "gap",
        "skillgap.cli.gap:gap",
        "skillgap.cli.declarations.gap:GAP",
        "Set what a role asks against what you have",
    ),
    (
        "match",
        "skillgap.cli.match:match",
        "skillgap.cli.declarations.match:MATCH",
        "Show what words are taken to mean",
    ),
    (
        "roles",
        "skillgap.cli.roles:roles",
        "skillgap.cli.declarations.roles:ROLES_COMMAND",
        "List, search or find near roles",
    ),
    (
        "show",
        "skillgap.cli.show:show",
        "skillgap.cli.declarations.show:SHOW",
        "Show everything known of one thing",
    ),
    (
        "import",
        "skillgap.cli.import_catalog:import_catalog",
        "skillgap.cli.declarations.import_catalog:IMPORT_CATALOG",
        "Bring in a taxonomy or a catalog",
    ),
    (
        "validate",
        "skillgap.cli.validate:validate",
        "skillgap.cli.declarations.validate:VALIDATE",
        "Check catalogs, roles and learner files",
    ),
    (
        "explain",
        "skillgap.cli.explain:explain",
        "skillgap.cli.declarations.explain:EXPLAIN",
        "Explain a diagnostic code",
    ),
    (
        "schema",
        "skillgap.cli.schema:schema",
        "skillgap.cli.declarations.schema:SCHEMA",
        "Print the JSON Schema of a file",
    ),
)
"""Name, place of the function, place of what help says of it, and short help."""

GROUPS = (
    (
        "catalog",
        (
            (
                "stats",
                "skillgap.cli.catalog:stats",
                "skillgap.cli.declarations.catalog:STATS",
                "Count what a catalog holds",
            ),
            (
                "diff",
                "skillgap.cli.catalog:diff",
                "skillgap.cli.declarations.catalog:DIFF",
                "Tell what changed in meaning",
            ),
            (
                "format",
                "skillgap.cli.catalog:format_files",
                "skillgap.cli.declarations.catalog:FORMAT_FILES",
                "Lay files out in one canonical way",
            ),
        ),
        "Count, compare or lay out a catalog",
    ),
    (
        "cache",
        (
            (
                "info",
                "skillgap.cli.cache:info",
                "skillgap.cli.declarations.cache:INFO",
                "Tell where compiled catalogs are kept",
            ),
            (
                "clear",
                "skillgap.cli.cache:clear",
                "skillgap.cli.declarations.cache:CLEAR",
                "Remove every compiled catalog",
            ),
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


def find_at(place: str) -> object:
    """Give what stands at a place, `module:name`."""
    from importlib import import_module

    module, _, name = place.partition(":")
    return getattr(import_module(module), name)

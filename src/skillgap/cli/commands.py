"""Every command by name, where it lives and what it does: nothing is imported to list them."""

from __future__ import annotations

COMMANDS = (
    ("plan", "skillgap.cli.plan:plan", "Find the best path to a role"),
    ("gap", "skillgap.cli.gap:gap", "Set what a role asks against what you have"),
    ("match", "skillgap.cli.match:match", "Show what words are taken to mean"),
    ("roles", "skillgap.cli.roles:roles", "List, search or find near roles"),
    ("show", "skillgap.cli.show:show", "Show everything known of one thing"),
    (
        "import",
        "skillgap.cli.import_catalog:import_catalog",
        "Bring in a taxonomy or a catalog",
    ),
    ("validate", "skillgap.cli.validate:validate", "Check catalogs, roles and learner files"),
    ("explain", "skillgap.cli.explain:explain", "Explain a diagnostic code"),
    ("schema", "skillgap.cli.schema:schema", "Print the JSON Schema of a file"),
)
"""Name, place and short help; the examples of a command are its module's `EXAMPLES`."""

GROUPS = (
    (
        "catalog",
        "skillgap.cli.catalog:CATALOG_COMMANDS",
        "Count, compare or lay out a catalog",
    ),
    (
        "cache",
        "skillgap.cli.cache:CACHE_COMMANDS",
        "Look at the compiled catalogs, or remove them",
    ),
)
"""Commands of commands: name, place of their rows and short help."""

EXAMPLES = """
skillgap plan --role "data analyst" --have "excel:3, sql"
skillgap gap --role "data analyst" --have "excel:3, sql"
skillgap match js k8s "people management"
"""

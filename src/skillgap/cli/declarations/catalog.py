"""What help says of `skillgap catalog`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations import panels
from skillgap.cli.declarations.shared import FORMAT, OUTPUT, ROLES, TODAY
from skillgap.cli.declarations.words import Declaration, Words

STATS: Final = Declaration(
    examples="""
skillgap catalog stats
skillgap catalog stats data --format json
""",
    words={
        "files": Words("Catalogs and roles, or folders of them.", "[PATH]..."),
        "roles": ROLES,
        "form": FORMAT,
        "output": OUTPUT,
        "today": TODAY,
    },
)

DIFF: Final = Declaration(
    examples="""
git show main:data/catalog.yaml > old.yaml
skillgap catalog diff old.yaml data/catalog.yaml --format markdown
""",
    words={
        "old": Words("A catalog, a role or a folder.", "OLD"),
        "new": Words("The same, as it is now.", "NEW"),
        "form": Words(
            "A report, JSON for scripts, or Markdown for a pull request.",
            "text|json|markdown",
            panels.OUTPUT,
        ),
        "output": OUTPUT,
    },
)

FORMAT_FILES: Final = Declaration(
    examples="""
skillgap catalog format data
skillgap catalog format data --check
""",
    words={
        "files": Words("Catalogs and roles, or folders of them.", "PATH..."),
        "check": Words("Write nothing; exit 1 where a file would change."),
        "diff": Words("Write nothing; show what would change."),
        "keep_order": Words("Leave records where they stand."),
    },
)

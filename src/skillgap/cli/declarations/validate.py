"""What help says of `skillgap validate`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations import panels
from skillgap.cli.declarations.shared import OUTPUT, ROLES, TODAY
from skillgap.cli.declarations.words import Declaration, Words

VALIDATE: Final = Declaration(
    examples="""
skillgap validate catalog.yaml roles/ skillgap.yaml
skillgap validate data --strict --format github
skillgap validate data --ignore SG419,orphan-skill --format sarif -o findings.sarif
skillgap validate data --fix --diff
""",
    words={
        "files": Words(
            "Catalogs, roles and learner files, in any mix, or folders of them.", "[PATH]..."
        ),
        "roles": ROLES,
        "select": Words(
            "Only these: codes, families or names, `SG4,unknown-skill`. May be repeated.",
            "CODES",
            panels.WHICH,
        ),
        "ignore": Words("All but these.", "CODES", panels.WHICH),
        "strict": Words("Warnings fail as well.", panel=panels.WHICH),
        "fix": Words(
            "Mend in place what is beyond doubt; comments and order stay.", panel=panels.MENDING
        ),
        "diff": Words("Write nothing: show what `--fix` would change.", panel=panels.MENDING),
        "form": Words("text, concise, github, json, sarif or junit.", "FORMAT", panels.OUTPUT),
        "output": OUTPUT,
        "max_errors": Words(
            "Print so many problems at most; all are counted.", "NUMBER", panels.OUTPUT
        ),
        "today": TODAY,
    },
)

"""What help says of `skillgap explain`."""

from __future__ import annotations

from skillgap.cli.declarations.shared import FORMAT
from skillgap.cli.declarations.words import Declaration, Words
from skillgap.typed import Final

EXPLAIN: Final = Declaration(
    examples="""
skillgap explain SG302
skillgap explain unknown-skill
""",
    words={
        "code": Words("A code or its name.", "CODE"),
        "form": FORMAT,
    },
)

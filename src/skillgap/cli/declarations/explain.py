"""What help says of `skillgap explain`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations.shared import FORMAT
from skillgap.cli.declarations.words import Declaration, Words

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

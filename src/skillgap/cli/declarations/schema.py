"""What help says of `skillgap schema`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations.shared import OUTPUT
from skillgap.cli.declarations.words import Declaration, Words

SCHEMA: Final = Declaration(
    examples="""
skillgap schema catalog
skillgap schema role --draft 07 -o role.schema.json
""",
    words={
        "kind": Words("Of which file.", "catalog|role|learner"),
        "draft": Words("The dialect; the common YAML language server reads 07.", "2020-12|07"),
        "output": OUTPUT,
    },
)

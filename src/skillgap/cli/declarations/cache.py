"""What help says of `skillgap cache`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations.shared import FORMAT, OUTPUT
from skillgap.cli.declarations.words import Declaration

INFO: Final = Declaration(
    examples="""
skillgap cache info
skillgap cache info --format json
""",
    words={
        "form": FORMAT,
        "output": OUTPUT,
    },
)

CLEAR: Final = Declaration(
    examples="""
skillgap cache clear
""",
    words={},
)

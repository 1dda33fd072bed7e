"""What help says of `skillgap match`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations.shared import CATALOG, FORMAT, NO_CACHE, PROFILE, ROLES
from skillgap.cli.declarations.words import Declaration, Words

MATCH: Final = Declaration(
    examples="""
skillgap match js k8s "people management"
skillgap match "5 years of SQL, CISSP, no Docker"
skillgap match --kind role "data analist"
skillgap match --input words.txt --format json
""",
    words={
        "words": Words("Each is matched by itself.", "[WORDS]..."),
        "kind": Words("What to match against.", "any|skill|role|credential"),
        "file": Words("Read one query a line; `-` is standard input.", "FILE"),
        "profile": PROFILE,
        "catalog": CATALOG,
        "roles": ROLES,
        "no_cache": NO_CACHE,
        "form": FORMAT,
    },
)

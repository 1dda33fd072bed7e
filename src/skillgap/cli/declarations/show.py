"""What help says of `skillgap show`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations.shared import CATALOG, FORMAT, NO_CACHE, ROLES
from skillgap.cli.declarations.words import Declaration, Words

SHOW: Final = Declaration(
    examples="""
skillgap show sql
skillgap show data-analyst
skillgap show --kind issuer google
""",
    words={
        "words": Words("An id, or a name in your own words.", "WORDS..."),
        "kind": Words("role, credential, skill, issuer or stack, where it is several.", "KIND"),
        "catalog": CATALOG,
        "roles": ROLES,
        "no_cache": NO_CACHE,
        "form": FORMAT,
    },
)

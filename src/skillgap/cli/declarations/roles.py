"""What help says of `skillgap roles`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations import panels
from skillgap.cli.declarations.shared import (
    CATALOG,
    FORMAT,
    HAVE,
    HAVE_CREDENTIAL,
    NO_CACHE,
    PROFILE,
    ROLES,
    START,
)
from skillgap.cli.declarations.words import Declaration, Words

ROLES_COMMAND: Final = Declaration(
    examples="""
skillgap roles
skillgap roles analyst
skillgap roles --family security --format json
skillgap roles --near "data analyst"
skillgap roles --near me --have "excel:3, sql:3" --role bookkeeper
""",
    words={
        "words": Words("List only roles that these words speak of.", "[WORDS]..."),
        "family": Words("List only this family of roles.", "NAME"),
        "near": Words(
            "The roles nearest to this one, or with `me` to you: the closest, the"
            " cheapest to reach, the best-paid step up.",
            "ROLE",
            panels.NEAR,
        ),
        "limit": Words("Show this many of each. Default: 5.", "N", panels.NEAR),
        "prefer": Words(
            "What the best path to each is best in, as in `skillgap plan`.", "WHAT", panels.NEAR
        ),
        "role": Words("The role you have now, to compare pay with.", "TEXT", panels.YOU),
        "have": HAVE,
        "have_credential": HAVE_CREDENTIAL,
        "profile": PROFILE,
        "start": START,
        "hours_per_week": Words("How much you study in a week. Default: 10.", "HOURS", panels.YOU),
        "catalog": CATALOG,
        "role_files": ROLES,
        "no_cache": NO_CACHE,
        "form": FORMAT,
    },
)

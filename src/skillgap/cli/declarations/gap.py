"""What help says of `skillgap gap`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations.shared import (
    CATALOG,
    FORMAT,
    HAVE,
    HAVE_CREDENTIAL,
    NO_CACHE,
    NO_INPUT,
    OUTPUT,
    PROFILE,
    ROLE,
    ROLES,
    START,
)
from skillgap.cli.declarations.words import Declaration

GAP: Final = Declaration(
    examples="""
skillgap gap --role "data analyst" --have "excel:3, sql"
skillgap gap --role data-analyst --profile me.yaml --format json
""",
    words={
        "role": ROLE,
        "have": HAVE,
        "have_credential": HAVE_CREDENTIAL,
        "profile": PROFILE,
        "start": START,
        "catalog": CATALOG,
        "roles": ROLES,
        "no_input": NO_INPUT,
        "no_cache": NO_CACHE,
        "form": FORMAT,
        "output": OUTPUT,
    },
)

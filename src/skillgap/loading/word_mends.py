"""Single words of a YAML text as they must have been meant."""

from __future__ import annotations

from typing import Final

from skillgap.diagnostics.location import DataPath
from skillgap.loading.invisible import DECEPTIVE
from skillgap.loading.scalars import SURPRISE_BOOLEANS

BOOLEAN_KEYS: Final = frozenset({"free_audit", "hands_on", "proctored"})
"""Keys whose value is true or false; everywhere else `no` is a text."""


def mended_word(code: str, written: str, place: DataPath) -> str | None:
    """Give what to write instead of a word that programs read in different ways."""
    if not written or "\n" in written or "\r" in written:
        return None
    if code == "SG126" and written in SURPRISE_BOOLEANS:
        is_boolean = bool(place) and place[-1] in BOOLEAN_KEYS
        return SURPRISE_BOOLEANS[written] if is_boolean else f'"{written}"'
    if code == "SG131" and written.isalnum():
        return f'"{written}"'
    if code == "SG112":
        seen = DECEPTIVE.sub("", written)
        return seen if seen != written and seen.strip("\"'") else None
    return None

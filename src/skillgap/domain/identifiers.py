"""The names by which things refer to one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NewType

    SkillId = NewType("SkillId", str)
    CredentialId = NewType("CredentialId", str)
    IssuerId = NewType("IssuerId", str)
    StackId = NewType("StackId", str)
    RoleId = NewType("RoleId", str)
else:
    SkillId = CredentialId = IssuerId = StackId = RoleId = str

ID_LENGTH = 64
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
"""Names that Windows gives to devices: a file `con.yaml` cannot be made there."""


def is_identifier(text: str) -> bool:
    """Say whether `text` is kebab-case ASCII of at most 64 characters, and no reserved name.

    Why: ids become parts of file names, command lines and calendars, so they hold nothing that
    any of these could read as something else.
    """
    return (
        len(text) <= ID_LENGTH
        and re.fullmatch(ID_PATTERN, text) is not None
        and text not in RESERVED
    )

"""The names by which things refer to one another."""

import re
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

if TYPE_CHECKING:
    from typing import NewType

    SkillId = NewType("SkillId", str)
    CredentialId = NewType("CredentialId", str)
    IssuerId = NewType("IssuerId", str)
    StackId = NewType("StackId", str)
    RoleId = NewType("RoleId", str)
else:
    SkillId = CredentialId = IssuerId = StackId = RoleId = str

ID_LENGTH: Final = 64
RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
"""Names that Windows gives to devices: a file `con.yaml` cannot be made there."""

NOT_RESERVED: Final = r"(?!(?:con|prn|aux|nul|com[1-9]|lpt[1-9])\Z)"
ID_PATTERN: Final = rf"^{NOT_RESERVED}[a-z0-9]+(-[a-z0-9]+)*\Z"


class Mentions(msgspec.Struct, frozen=True):
    """A mark on a field: it holds the id of a record of that section."""

    section: str


KEBAB: Final = Meta(pattern=ID_PATTERN, max_length=ID_LENGTH)

Identifier = Annotated[str, KEBAB]
SkillRef = Annotated[SkillId, KEBAB, Mentions("skills")]
CredentialRef = Annotated[CredentialId, KEBAB, Mentions("credentials")]
IssuerRef = Annotated[IssuerId, KEBAB, Mentions("issuers")]
RoleRef = Annotated[RoleId, KEBAB, Mentions("roles")]


def is_identifier(text: str) -> bool:
    """Say whether `text` is kebab-case ASCII of at most 64 characters, and no reserved name.

    Why: ids become parts of file names, command lines and calendars, so they hold nothing that
    any of these could read as something else.
    """
    return len(text) <= ID_LENGTH and re.search(ID_PATTERN, text) is not None

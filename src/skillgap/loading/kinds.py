"""Which of the three kinds of files a document is."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from skillgap.domain.catalog import CatalogFile
from skillgap.domain.learner import LearnerProfile
from skillgap.domain.role import RoleProfile
from skillgap.loading.keys import keys_of

CATALOG_KEYS: Final = frozenset({"currency", "exchange_rates", "issuers", "stacks"})
LEARNER_KEYS: Final = (
    frozenset(keys_of(LearnerProfile)) - keys_of(CatalogFile).keys() - keys_of(RoleProfile).keys()
)
"""Keys that only a person's file has."""

ROLE_KEYS: Final = frozenset(keys_of(RoleProfile)) - keys_of(CatalogFile).keys()
SECTION_KEYS: Final = frozenset({"skills", "issuers", "credentials", "stacks"})
LEARNER_FILE: Final = "skillgap.yaml"


class FileKind(StrEnum):
    """What people write."""

    CATALOG = "catalog"
    ROLE = "role"
    LEARNER = "learner"


def kind_of(data: object, file_name: str = "") -> FileKind:
    """Tell the kind of a document by its keys, where they leave it open by its name.

    A document that looks like none of them is judged as a catalog.
    """
    if not isinstance(data, dict):
        return FileKind.LEARNER if file_name == LEARNER_FILE else FileKind.CATALOG
    if looks_like_role(data) or {"id", "title"} <= data.keys() <= ROLE_KEYS | {"schema_version"}:
        return FileKind.ROLE
    if CATALOG_KEYS & data.keys():
        return FileKind.CATALOG
    if file_name == LEARNER_FILE or LEARNER_KEYS & data.keys():
        return FileKind.LEARNER
    is_learner = entries_are(data, "skills", "skill") or entries_are(
        data, "credentials", "credential"
    )
    return FileKind.LEARNER if is_learner else FileKind.CATALOG


def is_ours(data: object, file_name: str) -> bool:
    """Say whether a file that was come across, not named, is one of the three kinds."""
    if not isinstance(data, dict):
        return data is None or file_name == LEARNER_FILE
    known = {"schema_version", "requirements", *SECTION_KEYS}
    return file_name == LEARNER_FILE or bool(known & data.keys())


def looks_like_role(data: object) -> bool:
    """Say whether a file has the keys of a role and none of a catalog."""
    return isinstance(data, dict) and "requirements" in data and not (SECTION_KEYS & data.keys())


def entries_are(data: dict[Any, Any], section: str, key: str) -> bool:
    """Say whether a list begins with a bare text, or with a map that has a learner's key."""
    entries = data.get(section)
    if not isinstance(entries, list) or not entries:
        return False
    first = entries[0]
    return isinstance(first, str) or (
        isinstance(first, dict) and key in first and "id" not in first
    )

"""The indexes of a catalog's names: taken up where they are kept beside it, else built."""

from __future__ import annotations

from skillgap.domain.catalog import Catalog
from skillgap.domain.role import RoleProfile
from skillgap.domain.skill import Skill
from skillgap.matching.columns import index_of, pack
from skillgap.matching.index import Entry, MatchIndex


def skill_index(catalog: Catalog) -> MatchIndex:
    """Index every skill's label and aliases; build it once and match many words against it."""
    return index_of(catalog.skills, skill_entry)


def role_index(catalog: Catalog) -> MatchIndex:
    """Index every role's title and aliases."""
    return index_of(catalog.roles, role_entry)


def skill_entry(skill: Skill) -> Entry:
    """Return the names of a skill."""
    return Entry(skill.id, skill.label, skill.aliases)


def role_entry(role: RoleProfile) -> Entry:
    """Return the names of a role."""
    return Entry(role.id, role.title, role.aliases)


def index_columns(catalog: Catalog) -> dict[str, dict[str, object]]:
    """Return the indexes that are kept beside a catalog, as columns."""
    from skillgap.matching.reading.credentials import pack_credentials

    return {
        "skills": pack(skill_index(catalog)),
        "roles": pack(role_index(catalog)),
        "credentials": pack_credentials(catalog),
    }

"""The indexes of a catalog's names: taken up where they are kept beside it, else built."""

from __future__ import annotations

from skillgap.domain.catalog import Catalog
from skillgap.matching.columns import stored_index
from skillgap.matching.index import Entry, MatchIndex


def skill_index(catalog: Catalog) -> MatchIndex:
    """Index every skill's label and aliases; build it once and match many words against it."""
    return stored_index(catalog.skills) or MatchIndex.build(
        Entry(skill.id, skill.label, skill.aliases) for skill in catalog.skills.values()
    )


def role_index(catalog: Catalog) -> MatchIndex:
    """Index every role's title and aliases."""
    return stored_index(catalog.roles) or MatchIndex.build(
        Entry(role.id, role.title, role.aliases) for role in catalog.roles.values()
    )


def index_columns(catalog: Catalog) -> dict[str, dict[str, object]]:
    """Give the indexes that are kept beside a catalog, as columns."""
    return {
        "skills": skill_index(catalog).to_columns(),
        "roles": role_index(catalog).to_columns(),
    }

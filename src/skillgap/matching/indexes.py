"""The indexes of a catalog's names: taken up where they are kept beside it, else built."""

from __future__ import annotations

from functools import partial

from skillgap.domain.catalog import Catalog
from skillgap.domain.role import RoleProfile
from skillgap.domain.skill import Skill
from skillgap.matching.columns import index_of, index_once, pack
from skillgap.matching.index import Entry, MatchIndex


def skill_index(catalog: Catalog) -> MatchIndex:
    """Index every skill's label and aliases; build it once and match many words against it."""
    return index_once(catalog.skills, skill_entry)


def role_index(catalog: Catalog) -> MatchIndex:
    """Index every role's title and aliases, and the names of the skills that it asks for."""
    return index_of(catalog.roles, partial(role_entry, catalog=catalog))


def skill_entry(skill: Skill) -> Entry:
    """Return the names of a skill."""
    return Entry(skill.id, skill.label, skill.aliases)


def role_entry(role: RoleProfile, catalog: Catalog) -> Entry:
    """Return the names of a role, and of the skills that it asks for, what matters most first."""
    asked = (
        catalog.skills[skill]
        for requirement in sorted(role.requirements, key=lambda each: -each.importance)
        for skill in requirement.skills
        if skill in catalog.skills
    )
    names = tuple(name for skill in asked for name in (skill.label, *skill.aliases))
    return Entry(role.id, role.title, role.aliases, names)


def index_columns(catalog: Catalog) -> dict[str, dict[str, object]]:
    """Return the indexes that are kept beside a catalog, as columns."""
    from skillgap.matching.reading.credentials import pack_credentials

    return {
        "skills": pack(skill_index(catalog)),
        "roles": pack(role_index(catalog)),
        "credentials": pack_credentials(catalog),
    }

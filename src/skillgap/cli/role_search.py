"""Roles found by words."""

from __future__ import annotations

from skillgap.api import role_index
from skillgap.cli.options import OneOf
from skillgap.domain.catalog import Catalog
from skillgap.domain.role import RoleProfile
from skillgap.matching.match import match_role, rank
from skillgap.matching.normalize import normalize
from skillgap.rendering.layout.words import Names
from skillgap.text import clean, listed

NEAREST = 3


def families(catalog: Catalog) -> list[str]:
    """Return the families there are, each in the letters it is written in."""
    return sorted({clean(role.family).lower() for role in catalog.roles.values() if role.family})


def read_family(text: str | None, catalog: Catalog) -> str | None:
    """Read `--family`. Raises `UserError` for one that there is not."""
    return None if text is None else OneOf(families(catalog))("--family", text)


def within_family(family: str | None, catalog: Catalog) -> list[RoleProfile]:
    """Return the roles of a family, all of them without one."""
    return [
        role
        for role in catalog.roles.values()
        if family is None or clean(role.family or "").lower() == family
    ]


def find_roles(query: str, family: str | None, catalog: Catalog) -> list[RoleProfile]:
    """Return the roles that all words speak of, those so called before those that ask for it."""
    names = Names(catalog)
    within = within_family(family, catalog)
    words = normalize(query).split()
    if not words:
        return within
    titled = [role for role in within if has_all(words, title_words(role))]
    others = [role for role in within if role not in titled]
    asking = [role for role in others if has_all(words, skill_words(role, names))]
    if titled or asking:
        return titled + asking
    match = match_role(role_index(catalog), query)
    return [role for role in within if role.id == match.id]


def has_all(words: list[str], text: str) -> bool:
    """Say whether a text has every word, or the start of one."""
    starts = f" {text}"
    return all(f" {word}" in starts for word in words)


def title_words(role: RoleProfile) -> str:
    """Return what a role is called."""
    return normalize(" ".join((role.title, role.id, role.family or "", *role.aliases)))


def skill_words(role: RoleProfile, names: Names) -> str:
    """Return what a role asks for."""
    asked = (names.skill(skill) for each in role.requirements for skill in each.skills)
    return normalize(" ".join(asked))


def nearest_roles(query: str, catalog: Catalog) -> str:
    """Name the roles nearest to words that none speaks of."""
    near = rank(role_index(catalog), query, NEAREST)
    if not near:
        return "`skillgap roles` lists all roles"
    return f"nearest: {listed([f'`{each.id}`' for each in near])}"

"""What covers a role, and which roles a thing helps toward: lists from card to card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, RoleId, SkillId, StackId
from skillgap.domain.role import Necessity, RoleProfile
from skillgap.rendering.names import Names
from skillgap.rendering.page import Page
from skillgap.rendering.relations import credentials_covering, roles_covered, stacks_covering
from skillgap.rendering.spans import Span, Style
from skillgap.rendering.table import Column, Row, row

SHOWN: Final = 8
COLUMNS: Final = (
    Column("", is_flexible=True, min_width=16),
    Column("", is_flexible=True, has_ids=True),
    Column(""),
)


def write_role_links(page: Page, role: RoleProfile, catalog: Catalog) -> None:
    """Write what covers most of a role, and what leads to its neighbors."""
    names, essential = Names(catalog), essentials(role)
    credentials = [
        row(
            names.credential(CredentialId(each.id)),
            Span(each.id, Style.DIM),
            f"{each.covered} of {essential}",
        )
        for each in credentials_covering(catalog, role)
    ]
    write_first(page, "Credentials that cover most of it", credentials)
    stacks = [
        row(
            names.stack(StackId(each.id)),
            Span(each.id, Style.DIM),
            f"{each.covered} of {essential}",
        )
        for each in stacks_covering(catalog, role)
    ]
    write_first(page, "Stacks that cover most of it", stacks)
    command = f"`skillgap roles --near {role.id}`".replace(" ", "\u00a0")
    page.blank()
    page.text(Span(f"{command} finds the nearest roles", Style.DIM))


def write_covered_roles(page: Page, levels: Mapping[SkillId, int], catalog: Catalog) -> None:
    """Write the roles of which these levels cover most."""
    names = Names(catalog)
    rows = [
        row(
            names.role(RoleId(each.id)),
            Span(each.id, Style.DIM),
            f"{each.covered} of {essentials(catalog.roles[RoleId(each.id)])}",
        )
        for each in roles_covered(catalog, levels)
    ]
    write_first(page, "Roles that it covers most of", rows)


def write_first(page: Page, title: str, rows: Sequence[Row]) -> None:
    """Write the first rows of a list, and how many more there are."""
    if not rows:
        return
    page.heading(title, "essential skills")
    page.table(COLUMNS, rows[:SHOWN], indent=2)
    if len(rows) > SHOWN:
        page.text(Span(f"and {len(rows) - SHOWN} more", Style.DIM), indent=2)


def essentials(role: RoleProfile) -> int:
    """Count what is essential to a role."""
    return len(role.required(Necessity.ESSENTIAL))

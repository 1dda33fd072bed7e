"""Roles as a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from skillgap.domain.role import Necessity, RoleProfile
from skillgap.rendering.clean import clean
from skillgap.rendering.figures import cash, counted
from skillgap.rendering.names import Names
from skillgap.rendering.page import Page
from skillgap.rendering.spans import Span, Style
from skillgap.rendering.table import Column, Row, row

TOP_SKILLS: Final = 3
WIDE: Final = 84

ROLE_COLUMNS: Final = (
    Column("", is_flexible=True, min_width=16),
    Column("", is_flexible=True, min_width=12, has_ids=True),
    Column("", is_flexible=True, min_width=16),
    Column("", align_right=True),
)


def write_roles(page: Page, roles: Sequence[RoleProfile], names: Names) -> None:
    """Write roles grouped by family, each with its weightiest essential skills."""
    families = sorted({clean(role.family or "") for role in roles})
    for family in families:
        page.heading(family or "other")
        members = [role for role in roles if clean(role.family or "") == family]
        if page.width >= WIDE:
            page.table(ROLE_COLUMNS, [role_row(each, names) for each in members], indent=2)
            continue
        for role in members:
            key = Span(f"  {role.id}", Style.DIM)
            page.text([Span(clean(role.title), Style.STRONG), key], indent=2, hang=2)
            page.text(", ".join(top_skills(role, names)), indent=4)
    page.blank()
    page.text(Span(counted(len(roles), "role"), Style.DIM))


def role_row(role: RoleProfile, names: Names) -> Row:
    """Give one role as a row."""
    return row(
        Span(clean(role.title), Style.STRONG),
        Span(role.id, Style.DIM),
        ", ".join(top_skills(role, names)),
        Span(short_pay(role), Style.DIM),
    )


def top_skills(role: RoleProfile, names: Names) -> list[str]:
    """Name the weightiest essential skills of a role."""
    essential = sorted(role.required(Necessity.ESSENTIAL), key=lambda each: -each.importance)
    return [names.skill(each.skills[0]) for each in essential[:TOP_SKILLS]]


def short_pay(role: RoleProfile) -> str:
    """Give a role's pay with its area and year."""
    if role.pay is None:
        return ""
    told = role.pay
    return f"{cash(told.amount, clean(told.currency))} {clean(told.area)} {told.year}"

"""The parts of a card: a title, labeled facts, lists, and what covers what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import RoleId, SkillId
from skillgap.domain.money import Price, PricePer
from skillgap.domain.role import RoleProfile
from skillgap.rendering.layout.page import Column, Page, Row, row
from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.words import Names, hours, money
from skillgap.rendering.show.relations import (
    credentials_covering,
    essentials,
    roles_covered,
    stacks_covering,
)
from skillgap.text import clean

NAME_AND_ID: Final = (
    Column("", is_flexible=True, min_width=16),
    Column("", is_flexible=True, has_ids=True),
)
LABEL_COLUMNS = 13
SHOWN: Final = 8


def write_title(page: Page, title: str, key: str, kind: str) -> None:
    """Write what is shown, its id and what sort of thing it is."""
    left = [Span(clean(title), Style.TITLE), Span(f"  {key}", Style.DIM)]
    page.sides(left, Span(kind, Style.DIM), hang=2)


def write_facts(page: Page, facts: Iterable[tuple[str, str | None]]) -> None:
    """Write labeled facts, cleaned; what is empty or not known is left out."""
    for label, words in facts:
        if words:
            page.entry(Span(label, Style.DIM), words, indent=2, label_width=LABEL_COLUMNS)


def write_named(
    page: Page, title: str, named: Iterable[tuple[str, ...]], more: Sequence[Column] = ()
) -> None:
    """Write a section of things, each by its name, its id and what else is said of it."""
    rows = [row(name, Span(id_, Style.DIM), *rest) for name, id_, *rest in named]
    write_list(page, title, [*NAME_AND_ID, *more], rows)


def write_list(
    page: Page, title: str, table_columns: Sequence[Column], rows: Sequence[Row]
) -> None:
    """Write a section that holds a table; nothing where it has no rows."""
    if rows:
        page.heading(title)
        page.table(table_columns, rows, indent=2)


def tell_price(price: Price, currency: str) -> str:
    """Write a price as it is printed."""
    if price.amount is None:
        return "not known"
    told = money(price.amount, price.currency or currency)
    if price.per is PricePer.MONTH and price.amount:
        told += " a month"
    if price.free_audit and price.amount:
        told += ", free to audit"
    return told


def tell_workload(credential: MicroCredential) -> str:
    """Write a workload."""
    if credential.workload_hours is None:
        return "not known"
    return hours(credential.workload_hours)


def yes_or_no(*, value: bool | None) -> str | None:
    """Write what is known to be so or not so."""
    return None if value is None else ("yes" if value else "no")


def joined(words: Iterable[str]) -> str:
    """Join foreign words with commas, cleaned."""
    return ", ".join(clean(each) for each in words)


def write_role_links(page: Page, role: RoleProfile, catalog: Catalog) -> None:
    """Write what covers most of a role, and what leads to its neighbors."""
    names, essential = Names(catalog), len(essentials(catalog, role))
    for section, found in (
        ("credentials", credentials_covering(catalog, role)),
        ("stacks", stacks_covering(catalog, role)),
    ):
        rows = [
            row(
                names.name(section, "title", each.id),
                Span(each.id, Style.DIM),
                f"{each.covered} of {essential}",
            )
            for each in found
        ]
        write_first(page, f"{section.capitalize()} that cover most of it", rows)
    command = f"`skillgap roles --near {role.id}`".replace(" ", "\u00a0")
    page.blank()
    page.text(Span(f"{command} finds the nearest roles", Style.DIM))


def write_first(page: Page, title: str, rows: Sequence[Row]) -> None:
    """Write the first rows of a list, and how many more there are."""
    if not rows:
        return
    page.heading(title, "essential skills")
    page.table((*NAME_AND_ID, Column("")), rows[:SHOWN], indent=2)
    if len(rows) > SHOWN:
        page.text(Span(f"and {len(rows) - SHOWN} more", Style.DIM), indent=2)


def write_covered_roles(page: Page, levels: Mapping[SkillId, int], catalog: Catalog) -> None:
    """Write the roles of which these levels cover most."""
    names = Names(catalog)
    rows = [
        row(
            names.role(RoleId(each.id)),
            Span(each.id, Style.DIM),
            f"{each.covered} of {len(essentials(catalog, catalog.roles[RoleId(each.id)]))}",
        )
        for each in roles_covered(catalog, levels)
    ]
    write_first(page, "Roles that it covers most of", rows)

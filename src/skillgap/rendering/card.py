"""The parts of a card: a title, labeled facts, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skillgap.domain.credential import MicroCredential
from skillgap.domain.money import Price, PricePer
from skillgap.rendering.clean import clean
from skillgap.rendering.figures import hours, money
from skillgap.rendering.page import Page
from skillgap.rendering.spans import Span, Style
from skillgap.rendering.table import Column, Row

LABEL_COLUMNS = 13


def write_title(page: Page, title: str, key: str, kind: str) -> None:
    """Write what is shown, its id and what sort of thing it is."""
    left = [Span(clean(title), Style.TITLE), Span(f"  {key}", Style.DIM)]
    page.sides(left, Span(kind, Style.DIM), hang=2)


def write_facts(page: Page, facts: Iterable[tuple[str, str | None]]) -> None:
    """Write labeled facts, cleaned; what is empty or not known is left out."""
    for label, words in facts:
        if words:
            page.entry(Span(label, Style.DIM), words, indent=2, label_width=LABEL_COLUMNS)


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
    told = money(price.amount, clean(price.currency or currency))
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

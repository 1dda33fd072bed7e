"""A catalog told: what changed in it, what it holds, what is kept of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skillgap.rendering.layout.page import Column, Page, Row, row
from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.words import percent
from skillgap.text import clean, counted, excerpt, listed, number

if TYPE_CHECKING:
    from skillgap.checks.survey import Survey
    from skillgap.loading.write.differences import FieldChange, RecordChange

MARKS: Final = {"added": "+", "removed": "-", "changed": "~"}
STYLES: Final = {"added": Style.GOOD, "removed": Style.BAD, "changed": Style.WARN}
LONGEST: Final = 200
ISSUERS_SHOWN = 10
NOUNS = (
    ("skills", "skill"),
    ("issuers", "issuer"),
    ("credentials", "credential"),
    ("stacks", "stack"),
    ("roles", "role"),
)
MEGABYTE = 1_000_000


def write_differences(page: Page, changes: Sequence[RecordChange]) -> None:
    """Write the changes section by section."""
    for section, found in groupby(changes, key=lambda each: each.section):
        page.heading(section.capitalize())
        for each in found:
            page.text(
                [
                    Span(f"{MARKS[each.kind]} {each.id}", STYLES[each.kind]),
                    Span(f" {clean(each.title)}", Style.DIM),
                ],
                hang=4,
            )
            for field in each.fields:
                page.text(f"{clean(field.field)}: {arrow(field, page.glyphs.arrow)}", indent=4)
    page.blank()
    page.text(counts(changes))


def arrow(field: FieldChange, sign: str) -> str:
    """Return what a field was and is."""
    return f"{shown(field.before)} {sign} {shown(field.after)}"


def shown(value: str | None) -> str:
    """Return the beginning of a value."""
    return "nothing" if value is None else excerpt(value, LONGEST)


def counts(changes: Sequence[RecordChange]) -> str:
    """Count changes by kind."""
    numbers = [
        f"{sum(1 for each in changes if each.kind == kind)} {kind}"
        for kind in MARKS
        if any(each.kind == kind for each in changes)
    ]
    return listed(numbers) or "no change in meaning"


def differences_markdown(changes: Sequence[RecordChange]) -> str:
    """Write the changes for a pull request; nothing in a text can become markup."""
    lines = [f"**Catalog:** {counts(changes)}"]
    for section, found in groupby(changes, key=lambda each: each.section):
        lines += ["", f"### {section.capitalize()}", "", "| | id | what | before | after |"]
        lines.append("| --- | --- | --- | --- | --- |")
        for each in found:
            name = code(each.id) if each.id else ""
            if not each.fields:
                lines.append(f"| {each.kind} | {name} | {escaped(each.title)} | | |")
            lines += [
                f"| {each.kind} | {name} | {code(field.field)} | {cell(field.before)}"
                f" | {cell(field.after)} |"
                for field in each.fields
            ]
    return "\n".join(lines) + "\n"


def code(text: str) -> str:
    """Write a name as code; a name with signs that code does not hold, as text."""
    told = excerpt(text, LONGEST)
    return escaped(told) if set("`|\\") & set(told) else f"`{told}`"


def escaped(text: str) -> str:
    """Write a text so that no sign in it is Markdown, HTML or a mention."""
    told = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    told = re.sub(r"([\\`*_{}\[\]()#+!|~-])", r"\\\1", told)
    return re.sub("(@|:(?=//)|www(?=[.]))", "\\1\u200b", told)


def cell(text: str | None) -> str:
    """Write a value in a table, a dash where there is none."""
    return "-" if text is None else escaped(excerpt(text, LONGEST))


def write_stats(page: Page, survey: Survey, currency: str) -> None:
    """Write the counts of a catalog."""
    page.text(listed([counted(survey.counts[name], noun) for name, noun in NOUNS]))
    total = survey.counts["credentials"]
    if total:
        page.heading("Credentials")
        prices = survey.prices
        median = survey.median_price
        page.entry(
            "prices",
            f"{prices['free']} free, {prices['once']} paid once, {prices['month']} by the month, "
            f"{prices['unknown']} not known"
            + (f"; median of those paid once: {number(median)} {currency}" if median else ""),
        )
        if survey.median_hours is not None:
            page.entry("hours", f"median {number(survey.median_hours)}")
        page.entry("plans", f"{survey.plannable} of {total} can stand in a plan")
        if survey.expired:
            page.entry("expired", f"{survey.expired} can no longer be begun")
        page.heading("Freshness")
        page.entry("basis", ", ".join(f"{n} {name}" for name, n in survey.bases.items()))
        if survey.oldest and survey.newest:
            page.entry("read", f"from {survey.oldest} to {survey.newest}")
            page.entry("years", ", ".join(f"{year}: {n}" for year, n in survey.years.items()))
        page.heading("Issuers with the most credentials")
        for issuer, count in survey.issuers[:ISSUERS_SHOWN]:
            page.text(f"{count:>4}  {clean(issuer)}")
    if survey.roles:
        page.heading("Roles", "essential skills that a path can bring")
        rows: list[Row] = [
            row(
                clean(each.title),
                f"{each.covered} of {each.essential}",
                percent(each.covered / each.essential) if each.essential else "-",
                str(each.credentials),
            )
            for each in survey.roles
        ]
        page.table(
            (
                Column("role", is_flexible=True),
                Column("covered", align_right=True),
                Column("share", align_right=True),
                Column("credentials", align_right=True),
            ),
            rows,
        )


def write_cache(page: Page, folder: Path | None, sizes: Sequence[int]) -> None:
    """Tell where compiled catalogs are kept and what they take; `sizes` are in bytes."""
    if folder is None:
        page.text("no folder: this machine names no place for what can be made again")
        return
    page.text(clean(str(folder)))
    page.text(f"{counted(len(sizes), 'compiled catalog')}, {number(sum(sizes) / MEGABYTE)} MB")

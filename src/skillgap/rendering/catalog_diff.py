"""What changed from one catalog to another, for a reviewer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from skillgap.loading.differences import FieldChange, RecordChange
from skillgap.rendering.clean import clean
from skillgap.rendering.figures import listed
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.page import Page
from skillgap.rendering.spans import Span, Style

MARKS: Final = {"added": "+", "removed": "-", "changed": "~"}
STYLES: Final = {"added": Style.GOOD, "removed": Style.BAD, "changed": Style.WARN}
LONGEST: Final = 200


def counts(changes: Sequence[RecordChange]) -> str:
    """Count changes by kind."""
    numbers = [
        f"{sum(1 for each in changes if each.kind == kind)} {kind}"
        for kind in MARKS
        if any(each.kind == kind for each in changes)
    ]
    return listed(numbers) or "no change in meaning"


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
    """Write what a field was and is."""
    before, after = (
        "nothing" if each is None else cut(each) for each in (field.before, field.after)
    )
    return f"{before} {sign} {after}"


def cut(text: str) -> str:
    """Clean a text and cut it where it is long."""
    told = clean(text)
    return told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"


def differences_json(changes: Sequence[RecordChange]) -> JsonObject:
    """Give the changes."""
    return {
        "schema_version": SCHEMA_VERSION,
        "changes": [
            {
                "section": each.section,
                "id": each.id,
                "title": each.title,
                "kind": each.kind,
                "fields": [
                    {"field": field.field, "before": field.before, "after": field.after}
                    for field in each.fields
                ],
            }
            for each in changes
        ],
        "summary": {kind: sum(1 for each in changes if each.kind == kind) for kind in MARKS},
    }


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


def cell(text: str | None) -> str:
    """Write a value in a table, a dash where there is none."""
    return "-" if text is None else escaped(cut(text))


def code(text: str) -> str:
    """Write a name as code; a name with signs that code does not hold, as text."""
    told = cut(text)
    return escaped(told) if set("`|\\") & set(told) else f"`{told}`"


def escaped(text: str) -> str:
    """Write a text so that no sign in it is Markdown, HTML or a mention."""
    told = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    told = re.sub(r"([\\`*_{}\[\]()#+!|~-])", r"\\\1", told)
    return re.sub("(@|:(?=//)|www(?=[.]))", "\\1\u200b", told)

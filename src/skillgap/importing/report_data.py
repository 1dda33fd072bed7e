"""The account of an import as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from skillgap.importing.reasons import REASONS
from skillgap.importing.report import ImportReport, Remark
from skillgap.loading.yaml.text import quotable

EXAMPLES_SHOWN: Final = 3


def report_lines(report: ImportReport) -> Iterator[tuple[int, str]]:
    """Yield the account as lines, each with its indentation.

    Of many rows with one reason the first are shown, and how many more there are.
    """
    yield 0, counted(report.made) or "nothing to carry"
    if report.met:
        yield 0, f"{counted(report.met)} met in the catalog"
    left_out = report.rows - report.carried
    yield 0, f"{report.rows:,} rows read: {report.carried:,} carried, {left_out:,} left out"
    groups: dict[str, list[tuple[str, tuple[Remark, ...]]]] = {}
    for (file, reason), group in report.by_reason().items():
        groups.setdefault(file, []).append((reason, group))
    for table in report.tables:
        told = groups.get(table.file, [])
        if not told and not table.fields_left_out:
            continue
        yield 0, ""
        yield 0, f"{table.file}: {table.rows:,} rows, {table.carried:,} carried"
        for reason, group in told:
            yield from reason_lines(reason, group)
        if table.fields_left_out:
            yield 2, f"columns with no place of ours: {', '.join(table.fields_left_out)}"
    if report.unread:
        yield 0, ""
        yield 0, f"not read: {', '.join(report.unread)}"
    if report.notes:
        yield 0, ""
        for note in report.notes:
            yield 0, f"note: {note}"


def reason_lines(reason: str, group: tuple[Remark, ...]) -> Iterator[tuple[int, str]]:
    """Tell one reason of one table."""
    gone = sum(1 for each in group if each.left_out)
    fate = "left out" if gone == len(group) else "carried without it"
    if 0 < gone < len(group):
        fate = f"{gone:,} left out"
    yield 2, f"{len(group):,} {reason} ({fate}): {REASONS[reason]}"
    for each in group[:EXAMPLES_SHOWN]:
        detail = f": {quotable(each.detail)}" if each.detail else ""
        yield 4, f"{each.file}:{each.line}{detail}"
    if len(group) > EXAMPLES_SHOWN:
        yield 4, f"and {len(group) - EXAMPLES_SHOWN:,} more"


def counted(counts: Mapping[str, int]) -> str:
    """Write counts with their nouns."""
    return ", ".join(
        f"{count:,} {noun if count != 1 else noun.removesuffix('s')}"
        for noun, count in counts.items()
    )

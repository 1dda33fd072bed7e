"""`skillgap catalog`: what a catalog holds, what changed in it, and its canonical layout."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from skillgap.cli import exit_codes

if TYPE_CHECKING:
    from skillgap.domain.catalog import Catalog
    from skillgap.rendering.json_values import JsonObject

DIFF_FORMATS: Final = ("text", "json", "markdown")


def stats(
    files: list[str] | None = None,
    *,
    roles: list[str] | None = None,
    form: str = "text",
    output: str | None = None,
    today: str | None = None,
) -> int:
    """Count what a catalog holds: coverage of roles, freshness, issuers, prices.

    Without a path the shipped catalog is counted.
    """
    import datetime as dt

    from skillgap.checks.survey import survey
    from skillgap.cli.emit import emit
    from skillgap.cli.files import open_catalog
    from skillgap.cli.values import FORMATS, read_choice, read_date
    from skillgap.rendering.catalog import write_stats

    form = read_choice("--format", form, FORMATS)
    catalog = open_catalog(files, roles)
    day = read_date("--today", today) or dt.date.today()  # noqa: DTZ011 - the person's own day
    found = survey(catalog, day)

    def build_json() -> JsonObject:
        from skillgap.rendering.catalog_json import stats_json

        return stats_json(found, catalog.currency)

    emit(form, output, lambda page: write_stats(page, found, catalog.currency), build_json)
    return exit_codes.DONE


def diff(
    old: str,
    new: str,
    *,
    form: str = "text",
    output: str | None = None,
) -> int:
    """Tell what changed in meaning; order, layout and comments mean nothing.

    Exit code 0 whether or not anything changed. 1: one of the two has errors.
    """
    from skillgap.cli.emit import emit, emit_text
    from skillgap.cli.values import read_choice
    from skillgap.loading.write.differences import find_differences
    from skillgap.rendering.catalog import differences_markdown, write_differences

    form = read_choice("--format", form, DIFF_FORMATS)
    found = find_differences(open_as_it_is(old), open_as_it_is(new))
    if form == "markdown":
        emit_text(differences_markdown(found), output)
    else:

        def build_json() -> JsonObject:
            from skillgap.rendering.catalog_json import differences_json

            return differences_json(found)

        emit(form, output, lambda page: write_differences(page, found), build_json)
    return exit_codes.DONE


def open_as_it_is(name: str) -> Catalog:
    """Read a catalog, a role or a folder without adding anything; raises `ToldError`."""
    from pathlib import Path

    from skillgap.cli.exit_codes import ToldError
    from skillgap.cli.file_errors import code_for
    from skillgap.cli.files import tell
    from skillgap.diagnostics.diagnostic import has_errors
    from skillgap.loading.catalog_files import load_catalog_files

    loaded = load_catalog_files([Path(name)])
    if has_errors(loaded.diagnostics):
        tell(loaded.diagnostics)
        raise ToldError(code_for(loaded.diagnostics))
    return loaded.catalog


def format_files(
    files: list[str],
    *,
    check: bool = False,
    diff: bool = False,
    keep_order: bool = False,
) -> int:
    """Lay files out as all others are: keys in one order, records by id, comments kept.

    A file that cannot be read as YAML, or that has anchors, is left as it is and named.
    """
    from skillgap.cli.catalog_layout import lay_out_files
    from skillgap.cli.mending import difference, write_mended
    from skillgap.cli.streams import page_for, say, write_text
    from skillgap.text import clean, counted

    found = lay_out_files(files, keep_order=keep_order)
    page = page_for(sys.stderr)
    if diff:
        write_text(difference(found.changed), sys.stdout)
    for file in found.changed:
        page.text(f"{'would change' if check or diff else 'laid out'}: {clean(file)}")
    if not check and not diff:
        write_mended(found.changed)
    for file in found.left:
        page.text(f"left as it is: {clean(file)} (`skillgap validate` says what is in the way)")
    page.text(f"{counted(found.looked_at, 'file')} looked at, {len(found.changed)} to lay out")
    say(page)
    if found.exit_code:
        return found.exit_code
    return exit_codes.FINDINGS if (found.changed and (check or diff)) or found.left else 0

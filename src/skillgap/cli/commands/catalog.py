"""`skillgap catalog`: what a catalog holds, what changed in it, and its canonical layout."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from skillgap.cli import exits
from skillgap.cli.exits import code_for
from skillgap.cli.options import (
    OUTPUT,
    FilesArgument,
    FormatOption,
    OneOf,
    OutputOption,
    RolesOption,
    TodayOption,
    this_day,
)
from skillgap.cli.signature import Parameter

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject

DIFF_FORMATS: Final = ("text", "json", "markdown")


def stats(
    files: FilesArgument = (),
    *,
    roles: RolesOption = (),
    format_: FormatOption = "text",
    output: OutputOption = None,
    today: TodayOption = None,
) -> int:
    """Count what a catalog holds: coverage of roles, freshness, issuers, prices.

    Without a path the shipped catalog is counted.

    Examples:
        skillgap catalog stats
        skillgap catalog stats data --format json
    """
    from skillgap.checks.survey import survey
    from skillgap.cli.files import open_catalog
    from skillgap.cli.streams import emit
    from skillgap.rendering.catalog import write_stats

    catalog = open_catalog(files, roles)
    found = survey(catalog, today or this_day())

    def build_json() -> JsonObject:
        from skillgap.rendering.catalog_json import stats_json

        return stats_json(found, catalog.currency)

    emit(format_, output, lambda page: write_stats(page, found, catalog.currency), build_json)
    return exits.DONE


def diff(
    old: Annotated[str, Parameter("A catalog, a role or a folder.", "OLD")],
    new: Annotated[str, Parameter("The same, as it is now.", "NEW")],
    *,
    format_: Annotated[
        str,
        Parameter(
            "A report, JSON for scripts, or Markdown for a pull request.",
            panel=OUTPUT,
            read=OneOf(DIFF_FORMATS),
        ),
    ] = "text",
    output: OutputOption = None,
) -> int:
    """Tell what changed in meaning; order, layout and comments mean nothing.

    Exit code 0 whether or not anything changed. 1: one of the two has errors.

    Examples:
        git show main:data/catalog.yaml > old.yaml
        skillgap catalog diff old.yaml data/catalog.yaml --format markdown
    """
    from skillgap.cli.files import open_as_it_is
    from skillgap.cli.streams import emit, emit_text
    from skillgap.loading.write.differences import find_differences
    from skillgap.rendering.catalog import differences_markdown, write_differences

    found = find_differences(open_as_it_is([old]), open_as_it_is([new]))
    if format_ == "markdown":
        emit_text(differences_markdown(found), output)
    else:

        def build_json() -> JsonObject:
            from skillgap.rendering.catalog_json import differences_json

            return differences_json(found)

        emit(format_, output, lambda page: write_differences(page, found), build_json)
    return exits.DONE


def format_files(
    files: Annotated[
        tuple[str, ...], Parameter("Catalogs and roles, or folders of them.", "PATH...")
    ],
    *,
    check: Annotated[bool, Parameter("Write nothing; exit 1 where a file would change.")] = False,
    diff: Annotated[bool, Parameter("Write nothing; show what would change.")] = False,
    keep_order: Annotated[bool, Parameter("Leave records where they stand.")] = False,
) -> int:
    """Lay files out as all others are: keys in one order, records by id, comments kept.

    A file that cannot be read as YAML, or that has anchors, is left as it is and named.

    Examples:
        skillgap catalog format data
        skillgap catalog format data --check
    """
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
    return exits.FINDINGS if (found.changed and (check or diff)) or found.left else 0


class LaidOut(msgspec.Struct, frozen=True):
    """What laying out would change: text before and after by file; `left` cannot be laid out."""

    changed: dict[str, tuple[str, str, int]]
    left: tuple[str, ...]
    looked_at: int
    exit_code: int


def lay_out_files(names: Sequence[str], *, keep_order: bool) -> LaidOut:
    """Lay out catalogs and roles; what cannot be opened is told on standard error."""
    from pathlib import Path

    from skillgap.cli.files import tell
    from skillgap.diagnostics.diagnostic import Diagnostic
    from skillgap.loading.kinds import FileKind, is_ours, kind_of
    from skillgap.loading.write.format import laid_out
    from skillgap.loading.yaml.document import read_document
    from skillgap.loading.yaml.files import yaml_files_below
    from skillgap.loading.yaml.reader import CATALOG_LIMITS

    files, refused = yaml_files_below([Path(each) for each in names])
    changed: dict[str, tuple[str, str, int]] = {}
    left: list[str] = []
    looked_at = 0
    for file in files:
        document = read_document(file, CATALOG_LIMITS)
        if isinstance(document, Diagnostic):
            refused.append(document)
            continue
        is_named = str(file) in names
        is_learner = kind_of(document.data, file.name) is FileKind.LEARNER
        if not is_named and (is_learner or not is_ours(document.data, file.name)):
            continue
        looked_at += 1
        text = laid_out(document, keep_order=keep_order)
        if text is None:
            left.append(str(file))
        elif text != document.lines.text:
            changed[str(file)] = (document.lines.text, text, 1)
    tell(refused)
    return LaidOut(changed, tuple(left), looked_at, code_for(refused))

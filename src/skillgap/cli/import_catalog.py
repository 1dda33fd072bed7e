"""`skillgap import`: other people's taxonomies and catalogs as files of ours."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skillgap.errors import UserError

if TYPE_CHECKING:
    from skillgap.domain.catalog import Catalog
    from skillgap.importing.importer import Imported
    from skillgap.importing.reading.tables import Progress
    from skillgap.rendering.json_values import JsonObject
    from skillgap.rendering.layout.page import Page

STANDARD_OUTPUT: Final = "-"


def import_catalog(
    form_of_source: str,
    source: str | None = None,
    *,
    output: str | None = None,
    roles_dir: str | None = None,
    into: list[str] | None = None,
    issuer: str | None = None,
    as_of: str | None = None,
    template: bool = False,
    dry_run: bool = False,
    form: str = "text",
) -> int:
    """Bring a taxonomy or a catalog into files of ours, and account for every row.

    The catalog goes to `-o`, else to standard output, and then the report to standard error.
    Exit code 0: something was carried. 1: nothing was. 2: the source cannot be read.
    """
    from skillgap.cli import exit_codes
    from skillgap.cli.values import FORMATS, read_choice, read_date
    from skillgap.importing.formats.csv_template import template_text
    from skillgap.importing.importer import Import, ImportOptions
    from skillgap.importing.run import FORMATS as SOURCES
    from skillgap.importing.run import run_import

    form = read_choice("--format", form, FORMATS)
    form_of_source = read_choice("FORMAT", form_of_source, tuple(SOURCES))
    if template:
        write_template(form_of_source, template_text(), output)
        return exit_codes.DONE
    if source is None:
        raise UserError(
            f"there is nothing to import as `{form_of_source}`",
            hint=f"give {SOURCES[form_of_source]}",
        )
    check_targets(form, output, into, dry_run=dry_run)
    options = ImportOptions(as_of=read_date("--as-of", as_of), default_issuer=issuer)
    asked = Import(existing_catalog(into), options, progress_line())
    imported = run_import(form_of_source, Path(source), asked)
    if not dry_run:
        write_import(imported, output, roles_dir)
    tell_import(imported, form_of_source, form, to_error=not dry_run and is_standard(output))
    if roles_dir is None and imported.additions.roles and not dry_run:
        tell_unwritten(len(imported.additions.roles))
    return exit_codes.DONE if imported.report.made else exit_codes.FINDINGS


def is_standard(output: str | None) -> bool:
    """Say whether what is written goes to standard output."""
    return output is None or output == STANDARD_OUTPUT


def write_template(form_of_source: str, text: str, output: str | None) -> None:
    """Write the template to where it is asked for."""
    from skillgap.cli.streams import write_file, write_text

    if form_of_source != "csv":
        raise UserError("only `csv` has a template", hint="skillgap import csv --template")
    if output is None or output == STANDARD_OUTPUT:
        write_text(text, sys.stdout)
    else:
        write_file(text, output)


def check_targets(
    form: str, output: str | None, into: Sequence[str] | None, *, dry_run: bool
) -> None:
    """Refuse what would mix two outputs, or lose the catalog that is merged into."""
    if form == "json" and not dry_run and is_standard(output):
        raise UserError(
            "the catalog and the report cannot both go to standard output",
            hint="give the catalog a file with `-o`, or ask for the report alone with `--dry-run`",
        )
    if output is None:
        return
    for each in into or ():
        if Path(each).resolve() == Path(output).resolve():
            raise UserError(
                f"`{output}` is the catalog to merge into",
                hint="give `-o` another file: it gets what is new, and both are used together",
            )


def existing_catalog(into: Sequence[str] | None) -> Catalog:
    """Load the catalog to merge into, with the roles in its folder; an empty one without it."""
    from skillgap.cli.exit_codes import ToldError
    from skillgap.cli.file_errors import code_for
    from skillgap.cli.files import tell
    from skillgap.diagnostics.diagnostic import has_errors
    from skillgap.domain.catalog import Catalog
    from skillgap.loading.catalog_files import load_catalog_files

    if not into:
        return Catalog()
    loaded = load_catalog_files([Path(each) for each in into])
    if has_errors(loaded.diagnostics):
        tell(loaded.diagnostics)
        raise ToldError(code_for(loaded.diagnostics))
    return loaded.catalog


def write_import(imported: Imported, output: str | None, roles_dir: str | None) -> None:
    """Write the roles, each to its file, and then the catalog."""
    from skillgap.cli.streams import write_file, write_text
    from skillgap.loading.write.writer import write_catalog, write_role

    additions = imported.additions
    if roles_dir is not None and additions.roles:
        folder = Path(roles_dir)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                f"cannot make the folder `{roles_dir}`: {error.strerror}",
                hint="give `--roles-dir` a folder that you may write to",
            ) from error
        for role in additions.roles.values():
            write_file(write_role(role), str(folder / f"{role.id}.yaml"))
    text = "".join(write_catalog(additions))
    if output is None or output == STANDARD_OUTPUT:
        write_text(text, sys.stdout)
    else:
        write_file(text, output)


def tell_import(imported: Imported, form_of_source: str, form: str, *, to_error: bool) -> None:
    """Give the account: on standard output, or beside a catalog that goes there."""
    from skillgap.cli.emit import emit
    from skillgap.cli.streams import page_for, say
    from skillgap.importing.report_data import report_lines
    from skillgap.text import clean

    def write_account(page: Page) -> None:
        for indent, line in report_lines(imported.report):
            if line:
                page.text(clean(line), indent=indent, hang=2)
            else:
                page.blank()

    if to_error:
        page = page_for(sys.stderr)
        write_account(page)
        say(page)
        return

    def build_json() -> JsonObject:
        from skillgap.rendering.import_json import import_json

        return import_json(imported.report, form_of_source)

    emit(form, None, write_account, build_json)


def tell_unwritten(roles: int) -> None:
    """Say that roles were made and not written, and what would write them."""
    from skillgap.cli.streams import page_for, say
    from skillgap.text import counted

    page = page_for(sys.stderr)
    page.text(f"{counted(roles, 'role')} not written: `--roles-dir DIR` says where to")
    say(page)


def progress_line() -> Progress:
    """Give what tells the progress on one line of a terminal; nobody is told elsewhere."""
    from skillgap.cli.streams import write_text
    from skillgap.importing.reading.tables import no_progress
    from skillgap.text import clean

    stream = sys.stderr
    if stream is None or not stream.isatty():
        return no_progress

    def tell_progress(file: str, done: int, total: int) -> None:
        share = f"{done / total:4.0%}" if total else "    "
        name = clean(Path(file).name)[:50]
        end = "\r" if done < total else "\r" + " " * 60 + "\r"
        write_text(f"{share} {name:<52}{end}", stream)

    return tell_progress

"""`skillgap import`: other people's taxonomies and catalogs as files of ours."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from skillgap.cli.options import DATA, FormatOption, OneOf, OutputOption, read_day
from skillgap.cli.signature import Parameter
from skillgap.errors import UserError

if TYPE_CHECKING:
    from skillgap.importing.importer import Imported
    from skillgap.importing.reading.tables import Progress
    from skillgap.rendering.json_values import JsonObject
    from skillgap.rendering.layout.page import Page


def read_source(option: str, text: str) -> str:
    """Return the name of a format that can be imported. Raises `UserError` for any other."""
    from skillgap.importing.run import FORMATS

    return OneOf(tuple(FORMATS))(option, text)


def import_catalog(
    form_of_source: Annotated[
        str,
        Parameter(
            "`onet`, `esco`, `ctdl`, `mslearn`, `openbadge` or `csv`.", "FORMAT", read=read_source
        ),
    ],
    source: Annotated[
        str | None, Parameter("The file or the folder to import.", "[SOURCE]")
    ] = None,
    *,
    output: OutputOption = None,
    roles_dir: Annotated[
        str | None, Parameter("Write the roles here, one a file; made if need be.", "DIR")
    ] = None,
    into: Annotated[
        tuple[str, ...],
        Parameter(
            "The catalog to merge into, a file or a folder; what it has stays there. May"
            " be repeated.",
            "CATALOG",
            DATA,
        ),
    ] = (),
    issuer: Annotated[str | None, Parameter("Who issues records that name nobody.", "NAME")] = None,
    as_of: Annotated[
        dt.date | None, Parameter("Of when a source is that has no date.", "DATE", read=read_day)
    ] = None,
    template: Annotated[bool, Parameter("With `csv`: print the template and stop.")] = False,
    dry_run: Annotated[bool, Parameter("Write nothing, only report.")] = False,
    format_: FormatOption = "text",
) -> int:
    """Bring a taxonomy or a catalog into files of ours, and account for every row.

    The catalog goes to `-o`, else to standard output, and then the report to standard error.
    Exit code 0: something was carried. 1: nothing was. 2: the source cannot be read.

    Examples:
        skillgap import onet db_29_3_text --dry-run
        skillgap import esco esco-csv --into data -o esco.yaml --roles-dir esco-roles
        skillgap import csv --template > credentials.csv
        skillgap import csv credentials.csv -o my-catalog.yaml
    """
    from skillgap.cli import exits
    from skillgap.cli.files import open_as_it_is
    from skillgap.cli.streams import emit_text, is_standard, remark
    from skillgap.domain.catalog import Catalog
    from skillgap.importing.formats.csv_template import template_text
    from skillgap.importing.importer import Import, ImportOptions
    from skillgap.importing.run import FORMATS, run_import
    from skillgap.text import counted

    if template:
        if form_of_source != "csv":
            raise UserError("only `csv` has a template", hint="skillgap import csv --template")
        emit_text(template_text(), output)
        return exits.DONE
    if source is None:
        raise UserError(
            f"there is nothing to import as `{form_of_source}`",
            hint=f"give {FORMATS[form_of_source]}",
        )
    check_targets(format_, output, into, dry_run=dry_run)
    options = ImportOptions(as_of=as_of, default_issuer=issuer)
    asked = Import(open_as_it_is(into) if into else Catalog(), options, progress_line())
    imported = run_import(form_of_source, Path(source), asked)
    if not dry_run:
        write_import(imported, output, roles_dir)
    tell_import(imported, form_of_source, format_, to_error=not dry_run and is_standard(output))
    if roles_dir is None and imported.additions.roles and not dry_run:
        made = counted(len(imported.additions.roles), "role")
        remark(f"{made} not written: `--roles-dir DIR` says where to")
    return exits.DONE if imported.report.made else exits.FINDINGS


def check_targets(form: str, output: str | None, into: Sequence[str], *, dry_run: bool) -> None:
    """Refuse what would mix two outputs, or lose the catalog that is merged into."""
    from skillgap.cli.streams import is_standard

    if form == "json" and not dry_run and is_standard(output):
        raise UserError(
            "the catalog and the report cannot both go to standard output",
            hint="give the catalog a file with `-o`, or ask for the report alone with `--dry-run`",
        )
    if output is None:
        return
    for each in into:
        if Path(each).resolve() == Path(output).resolve():
            raise UserError(
                f"`{output}` is the catalog to merge into",
                hint="give `-o` another file: it gets what is new, and both are used together",
            )


def write_import(imported: Imported, output: str | None, roles_dir: str | None) -> None:
    """Write the roles, each to its file, and then the catalog."""
    from skillgap.cli.streams import emit_text, write_file
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
    emit_text("".join(write_catalog(additions)), output)


def tell_import(imported: Imported, form_of_source: str, form: str, *, to_error: bool) -> None:
    """Return the account: on standard output, or beside a catalog that goes there."""
    from skillgap.cli.streams import emit, page_for, say
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


def progress_line() -> Progress:
    """Return what tells the progress on one line of a terminal; nobody is told elsewhere."""
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

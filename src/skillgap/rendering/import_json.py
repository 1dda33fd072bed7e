"""The account of an import as a script reads it."""

from typing import Annotated, Literal

from msgspec import Meta

from skillgap.importing.reasons import REASONS
from skillgap.importing.report import ImportReport
from skillgap.rendering.json_values import Count, JsonStruct, Report, Texts, means


class TableJson(JsonStruct, frozen=True):
    """The rows, or records, of one file."""

    file: str
    rows: Count
    carried: Count
    left_out: Count
    fields_left_out: Annotated[Texts, means("columns that have no place in a file of ours")]


class RemarkJson(JsonStruct, frozen=True):
    """Something that was not carried as it stood."""

    file: str
    line: Annotated[int, Meta(ge=1)]
    reason: str
    detail: str
    left_out: bool


class ImportJson(Report, frozen=True):
    """What `skillgap import --format json` prints: the account of an import, which adds up."""

    format: Literal["onet", "esco", "ctdl", "mslearn", "openbadge", "csv"]
    made: Annotated[dict[str, Count], means("records that are new, by kind")]
    met: Annotated[
        dict[str, Count], means("records that the catalog merged into has already, by kind")
    ]
    rows: Count
    carried: Count
    left_out: Count
    tables: tuple[TableJson, ...]
    reasons: Annotated[dict[str, str], means("what each reason that occurs means")]
    remarks: Annotated[
        tuple[RemarkJson, ...],
        means("every row that was left out, or carried without something"),
    ]
    notes: Annotated[Texts, means("the figures that are the import's own")]
    unread: Annotated[Texts, means("files of the source that were not read")]


def import_json(report: ImportReport, form: str) -> ImportJson:
    """Return the whole account: every table, and every row that was not carried as it stood."""
    reasons = sorted({each.reason for each in report.remarks})
    return ImportJson.of(
        report,
        format=form,
        left_out=report.rows - report.carried,
        reasons={name: REASONS[name] for name in reasons},
    )

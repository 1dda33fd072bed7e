"""What is wrong, and what a code means, as a script reads it."""

from typing import Annotated

from skillgap.diagnostics.codes import CodeEntry
from skillgap.diagnostics.diagnostic import Severity, in_reading_order
from skillgap.diagnostics.told_before import count_severities
from skillgap.rendering.json_parts import DiagnosticJson
from skillgap.rendering.json_values import At, JsonStruct, Report, means
from skillgap.rendering.report import CheckReport


class FindingJson(DiagnosticJson, frozen=True):
    """One thing that is wrong, and what mends it."""

    fix: Annotated[
        str | None,
        At("replacement"),
        means(
            "what --fix writes in place of what is at this column; null where that is not beyond"
            " doubt"
        ),
    ]


class SummaryJson(JsonStruct, frozen=True):
    """How much of what."""

    errors: int
    warnings: int
    infos: int
    skills: int
    issuers: int
    credentials: int
    stacks: int
    roles: int
    learners: Annotated[int, means("people's files that could be read")]
    files: Annotated[int, means("files that were looked at")]
    hidden: Annotated[int, means("problems that --max-errors leaves out")]


class ValidateJson(Report, frozen=True):
    """What `skillgap validate --format json` prints."""

    diagnostics: tuple[FindingJson, ...]
    summary: SummaryJson


class ExplainJson(Report, frozen=True):
    """What `skillgap explain --format json` prints."""

    code: str
    name: str
    severity: Severity
    meaning: str
    why: str
    example: str
    instead: str


def check_json(report: CheckReport) -> ValidateJson:
    """Return every problem in reading order, and the counts; what is not shown is counted."""
    counts = count_severities(report.found)
    summary = SummaryJson.of(
        report,
        files=len(report.files),
        **{f"{severity.value}s": counts.get(severity, 0) for severity in Severity},
        **{f"{noun}s": count for noun, count in report.sizes.items()},
    )
    return ValidateJson.of(diagnostics=in_reading_order(report.shown), summary=summary)


def code_json(entry: CodeEntry) -> ExplainJson:
    """Return the entry of a code."""
    return ExplainJson.of(entry)

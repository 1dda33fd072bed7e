"""A gap as a script reads it."""

from skillgap.gap import GapStatus
from skillgap.rendering.json_parts import (
    DiagnosticJson,
    GapJson,
    GateStandingJson,
    UnderstoodRoleJson,
    WordJson,
)
from skillgap.rendering.json_values import Report, Share
from skillgap.rendering.report import GapReport


class GapReportJson(Report, frozen=True):
    """What `skillgap gap --format json` prints."""

    role: UnderstoodRoleJson
    skills: tuple[WordJson, ...]
    readiness: Share
    gates: tuple[GateStandingJson, ...]
    met: int
    short: int
    missing: int
    gaps: tuple[GapJson, ...]
    diagnostics: tuple[DiagnosticJson, ...]


def gap_report_json(report: GapReport) -> GapReportJson:
    """Return a gap; every key is always there."""
    understanding = report.understanding
    return GapReportJson.of(
        report,
        role=understanding,
        skills=understanding.words,
        gates=understanding.gates,
        diagnostics=understanding.diagnostics,
        **{status.value: report.count(status) for status in GapStatus},
    )

"""A gap as a script reads it."""

from skillgap.gap import GapStatus, trait_share
from skillgap.rendering.json_parts import (
    DiagnosticJson,
    GapJson,
    GateStandingJson,
    HeardJson,
    UnderstoodRoleJson,
    WordJson,
)
from skillgap.rendering.json_values import JsonStruct, Report, Share
from skillgap.rendering.report import GapReport


class HeldTraitsJson(JsonStruct, frozen=True):
    """The traits that the role asks for, counted apart from its skills."""

    before: Share
    gaps: tuple[GapJson, ...]


class GapReportJson(Report, frozen=True):
    """What `skillgap gap --format json` prints."""

    role: UnderstoodRoleJson
    skills: tuple[WordJson, ...]
    heard: HeardJson
    readiness: Share
    gates: tuple[GateStandingJson, ...]
    met: int
    short: int
    missing: int
    gaps: tuple[GapJson, ...]
    traits: HeldTraitsJson
    diagnostics: tuple[DiagnosticJson, ...]


def gap_report_json(report: GapReport) -> GapReportJson:
    """Return a gap; every key is always there."""
    understanding = report.understanding
    return GapReportJson.of(
        report,
        role=understanding,
        skills=understanding.skill_words,
        heard=understanding,
        gates=understanding.gates,
        traits=HeldTraitsJson.of(before=trait_share(report.traits), gaps=report.traits),
        diagnostics=understanding.diagnostics,
        **{status.value: report.count(status) for status in GapStatus},
    )

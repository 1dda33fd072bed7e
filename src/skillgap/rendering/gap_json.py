"""A gap as a script reads it."""

from __future__ import annotations

from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.json_text import share
from skillgap.rendering.json_values import diagnostic_json, gap_json, role_json, word_json
from skillgap.rendering.report import GapReport


def gap_report_json(report: GapReport) -> JsonObject:
    """Give a gap; every key is always there."""
    understanding = report.understanding
    short = [each for each in report.gaps if each.short_by]
    return {
        "schema_version": SCHEMA_VERSION,
        "role": role_json(understanding.role, understanding.role_match),
        "skills": [word_json(each) for each in understanding.words],
        "readiness": share(report.readiness),
        "met": len(report.gaps) - len(short),
        "short": sum(1 for each in short if each.held),
        "missing": sum(1 for each in short if not each.held),
        "gaps": [gap_json(each) for each in report.gaps],
        "diagnostics": [diagnostic_json(each) for each in understanding.diagnostics],
    }

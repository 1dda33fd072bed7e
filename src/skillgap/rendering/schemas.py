"""The JSON Schemas of the reports, made of the fields that the reports themselves have."""

from __future__ import annotations

import json
from typing import Any, Final, get_args

import msgspec

from skillgap.rendering.catalog_json import CacheJson, DiffJson, StatsJson
from skillgap.rendering.findings.json import ExplainJson, ValidateJson
from skillgap.rendering.gap_json import GapReportJson
from skillgap.rendering.import_json import ImportJson
from skillgap.rendering.json_parts import MatchesJson
from skillgap.rendering.json_values import Report
from skillgap.rendering.plan.json import PlanJson
from skillgap.rendering.roles.json import RolesJson
from skillgap.rendering.show.json import Kind, ShowJson

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

REPORTS: Final[tuple[tuple[str, type[Report]], ...]] = (
    ("plan", PlanJson),
    ("gap", GapReportJson),
    ("match", MatchesJson),
    ("roles", RolesJson),
    ("show", ShowJson),
    ("import", ImportJson),
    ("validate", ValidateJson),
    ("explain", ExplainJson),
    ("catalog stats", StatsJson),
    ("catalog diff", DiffJson),
    ("cache info", CacheJson),
)
"""Each command that reports, and the report that `--format json` prints."""


def report_schemas() -> dict[str, dict[str, Any]]:
    """Return every schema by the name of its file, in the 2020-12 dialect."""
    return {
        f"{command.replace(' ', '-')}.schema.json": report_schema(command, report)
        for command, report in REPORTS
    }


def report_schema(command: str, report: type[Report]) -> dict[str, Any]:
    """Return the schema of what one command prints."""
    schema = msgspec.json.schema(report)
    names = {name: name.removesuffix("Json") for name in schema["$defs"]}
    told = json.dumps(schema["$defs"])
    for name, short in names.items():
        told = told.replace(f'"#/$defs/{name}"', f'"#/$defs/{short}"')
    parts = {names[name]: without_title(part) for name, part in json.loads(told).items()}
    whole = parts.pop(names[report.__name__])
    if report is ShowJson:
        whole["oneOf"] = [{"required": [kind]} for kind in get_args(Kind)]
    return {"$schema": DIALECT, **whole, "title": f"skillgap {command}", "$defs": parts}


def without_title(part: dict[str, Any]) -> dict[str, Any]:
    """Return a part without the title that its key says already."""
    return {key: value for key, value in part.items() if key != "title"}

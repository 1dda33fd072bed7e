"""The roles near to a role or to a person, as a script reads them."""

from __future__ import annotations

from skillgap.planning.nearby import NearbyRole
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.json_text import amount, share
from skillgap.rendering.json_values import diagnostic_json, word_json
from skillgap.rendering.near_report import NearReport
from skillgap.rendering.roles_json import listed_role_json


def near_json(report: NearReport) -> JsonObject:
    """Give every role that was planned, the nearest first, and the three lists of their ids."""
    found = report.neighborhood
    return {
        "schema_version": SCHEMA_VERSION,
        "near": {
            "query": report.query,
            "to": "person" if report.is_person else "role",
            "role": report.now.id if report.now else None,
            "compared": found.compared,
            "prefer": report.prefer.value,
            "hours_per_week": amount(report.hours_per_week),
            "skills": [word_json(each) for each in report.words],
            "closest": [each.role.id for each in found.closest],
            "cheapest": [each.role.id for each in found.cheapest],
            "step_up": [each.role.id for each in found.step_up],
            "diagnostics": [diagnostic_json(each) for each in report.diagnostics],
        },
        "roles": [near_role_json(each) for each in found.roles],
    }


def near_role_json(near: NearbyRole) -> JsonObject:
    """Give a role as it is listed anywhere, with how near it is and what it takes."""
    path: JsonObject | None = None
    if near.path is not None:
        totals = near.path.totals
        path = {
            "status": near.path.status.value,
            "covers_essentials": near.path.covers_essentials,
            "money": amount(totals.money),
            "currency": totals.currency,
            "hours": amount(totals.hours),
            "weeks": amount(totals.weeks),
            "steps": [step.credential for step in near.path.steps],
        }
    difference = near.pay_difference
    return {
        **listed_role_json(near.role),
        "readiness": share(near.readiness),
        "shared": list(near.shared),
        "pay_difference": None if difference is None else amount(difference),
        "path": path,
    }

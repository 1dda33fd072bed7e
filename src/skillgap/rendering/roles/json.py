"""Roles as a script reads them."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.domain.role import Necessity, RoleProfile
from skillgap.planning.followups.nearby import NearbyRole
from skillgap.rendering.json_values import (
    SCHEMA_VERSION,
    JsonObject,
    amount,
    codes_json,
    diagnostic_json,
    pay_json,
    share,
    source_json,
    word_json,
)
from skillgap.rendering.report import NearReport


def roles_json(roles: Sequence[RoleProfile]) -> JsonObject:
    """Give roles in the order they are listed."""
    return {
        "schema_version": SCHEMA_VERSION,
        "roles": [listed_role_json(role) for role in roles],
    }


def listed_role_json(role: RoleProfile) -> JsonObject:
    """Give what a list says of one role."""
    return {
        "id": role.id,
        "title": role.title,
        "family": role.family,
        "aliases": list(role.aliases),
        "essential": len(role.required(Necessity.ESSENTIAL)),
        "optional": len(role.required(Necessity.OPTIONAL)),
        "job_zone": role.job_zone,
        "codes": codes_json(role),
        "pay": pay_json(role.pay),
    }


def role_profile_json(role: RoleProfile) -> JsonObject:
    """Give everything known of one role."""
    return {
        "id": role.id,
        "title": role.title,
        "family": role.family,
        "aliases": list(role.aliases),
        "codes": codes_json(role),
        "job_zone": role.job_zone,
        "pay": pay_json(role.pay),
        "pay_source": source_json(role.pay.source) if role.pay else None,
        "related": list(role.related),
        "requirements": [
            {
                "any_of": list(each.skills),
                "level": each.level,
                "importance": amount(each.importance),
                "necessity": each.necessity.value,
                "evidence": [
                    {
                        "framework": given.framework,
                        "code": given.code,
                        "name": given.name,
                        "level": given.level,
                        "importance": given.importance,
                    }
                    for given in each.evidence
                ],
                "note": each.note,
            }
            for each in role.requirements
        ],
        "source": source_json(role.source),
    }


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

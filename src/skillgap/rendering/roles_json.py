"""Roles as a script reads them."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.domain.role import Necessity, RoleProfile
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.json_text import amount
from skillgap.rendering.json_values import codes_json, pay_json, source_json


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

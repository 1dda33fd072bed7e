"""The shape of a role to a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.domain.identifiers import RoleId
from skillgap.domain.role import (
    EscoOccupation,
    Evidence,
    OccupationCodes,
    Pay,
    RoleProfile,
    SkillRequirement,
)
from skillgap.loading.catalog_nouns import skill_ids, to_source

if TYPE_CHECKING:
    from skillgap.loading.shapes.role import PayShape, RequirementShape, RoleShape


def to_role(shape: RoleShape) -> RoleProfile:
    """Convert a role."""
    return RoleProfile(
        id=RoleId(shape.id),
        title=shape.title,
        requirements=tuple(to_requirement(each) for each in shape.requirements),
        family=shape.family,
        aliases=tuple(shape.aliases),
        codes=OccupationCodes(
            onet_soc=tuple(shape.codes.onet_soc),
            esco=tuple(EscoOccupation(each.uri, each.label) for each in shape.codes.esco),
            isco08=tuple(shape.codes.isco08),
        ),
        job_zone=shape.job_zone,
        pay=to_pay(shape.pay),
        related=tuple(RoleId(each) for each in shape.related),
        source=to_source(shape.source),
    )


def to_requirement(shape: RequirementShape) -> SkillRequirement:
    """Convert one requirement."""
    return SkillRequirement(
        skills=skill_ids(shape),
        level=shape.level,
        importance=shape.importance,
        necessity=shape.necessity,
        evidence=tuple(
            Evidence(each.framework, each.code, each.name, each.level, each.importance)
            for each in shape.evidence
        ),
        note=shape.note,
    )


def to_pay(shape: PayShape | None) -> Pay | None:
    """Convert what a role pays."""
    if shape is None:
        return None
    return Pay(
        amount=shape.amount,
        currency=shape.currency,
        per=shape.per,
        statistic=shape.statistic,
        area=shape.area,
        year=shape.year,
        source=to_source(shape.source),
    )

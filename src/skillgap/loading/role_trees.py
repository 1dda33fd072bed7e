"""A role as the tree of keys and values that its file holds."""

from __future__ import annotations

from skillgap.domain.role import Evidence, Pay, RoleProfile, SkillRequirement
from skillgap.loading.record_trees import TreeMap, known, one_or_any, source_tree, texts


def evidence_tree(evidence: Evidence) -> TreeMap:
    """Write a figure of an outside framework."""
    return known(
        {
            "framework": evidence.framework,
            "code": evidence.code,
            "name": evidence.name,
            "level": evidence.level,
            "importance": evidence.importance,
        }
    )


def requirement_tree(requirement: SkillRequirement) -> TreeMap:
    """Write a requirement of a role."""
    figures: TreeMap = {
        "level": requirement.level,
        "importance": requirement.importance,
        "necessity": requirement.necessity,
    }
    return (
        one_or_any("skill", requirement.skills)
        | figures
        | known(
            {
                "evidence": [evidence_tree(each) for each in requirement.evidence],
                "note": requirement.note,
            }
        )
    )


def pay_tree(pay: Pay | None) -> TreeMap | None:
    """Write what a role pays."""
    if pay is None:
        return None
    figures: TreeMap = {
        "amount": pay.amount,
        "currency": pay.currency,
        "per": pay.per,
        "statistic": pay.statistic,
        "area": pay.area,
        "year": pay.year,
    }
    return figures | known({"source": source_tree(pay.source)})


def role_tree(role: RoleProfile) -> TreeMap:
    """Write a role."""
    codes = known(
        {
            "onet_soc": texts(role.codes.onet_soc),
            "esco": [known({"uri": each.uri, "label": each.label}) for each in role.codes.esco],
            "isco08": texts(role.codes.isco08),
        }
    )
    return known(
        {
            "id": role.id,
            "title": role.title,
            "family": role.family,
            "aliases": texts(role.aliases),
            "codes": codes,
            "job_zone": role.job_zone,
            "pay": pay_tree(role.pay),
            "related": texts(role.related),
            "source": source_tree(role.source),
            "requirements": [requirement_tree(each) for each in role.requirements],
        }
    )

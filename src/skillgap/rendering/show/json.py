"""Everything known of one thing of the catalog, for a script."""

from __future__ import annotations

from collections.abc import Mapping

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import Credits, MicroCredential
from skillgap.domain.identifiers import SkillId
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price
from skillgap.domain.role import RoleProfile
from skillgap.domain.skill import Skill, SkillLevel
from skillgap.domain.stack import Discount, Stack
from skillgap.planning.recognition import FULL, recognition_parts
from skillgap.rendering.json_values import (
    SCHEMA_VERSION,
    JsonObject,
    JsonValue,
    amount,
    source_json,
)
from skillgap.rendering.roles.json import role_profile_json
from skillgap.rendering.show.relations import (
    asking,
    awarding,
    credentials_covering,
    issued_by,
    levels_of,
    levels_of_stack,
    narrower,
    roles_covered,
    stacks_awarding,
    stacks_covering,
    stacks_with,
    unlocked_by,
)
from skillgap.rendering.show.text import Shown


def shown_json(shown: Shown, catalog: Catalog) -> JsonObject:
    """Give `kind`, and under the kind's own name everything known."""
    kind, value = describe(shown, catalog)
    return {"schema_version": SCHEMA_VERSION, "kind": kind, kind: value}


def describe(shown: Shown, catalog: Catalog) -> tuple[str, JsonObject]:
    """Give the kind of a thing and everything known of it."""
    if isinstance(shown, RoleProfile):
        return "role", role_card_json(shown, catalog)
    if isinstance(shown, MicroCredential):
        return "credential", credential_json(shown, catalog)
    if isinstance(shown, Skill):
        return "skill", skill_json(shown, catalog)
    if isinstance(shown, Issuer):
        return "issuer", issuer_json(shown, catalog)
    return "stack", stack_json(shown, catalog)


def role_card_json(role: RoleProfile, catalog: Catalog) -> JsonObject:
    """Give a role, and what covers its essential requirements, what covers most first."""
    return {
        **role_profile_json(role),
        "covered_by": [
            {"credential": each.id, "covered": each.covered}
            for each in credentials_covering(catalog, role)
        ],
        "covered_by_stacks": [
            {"stack": each.id, "covered": each.covered} for each in stacks_covering(catalog, role)
        ],
    }


def covers_json(levels: Mapping[SkillId, int], catalog: Catalog) -> list[JsonValue]:
    """Give the roles of which these levels cover something, most first."""
    return [{"role": each.id, "covered": each.covered} for each in roles_covered(catalog, levels)]


def credential_json(credential: MicroCredential, catalog: Catalog) -> JsonObject:
    """Give a credential, and what it unlocks and counts toward."""
    assessment, delivery = credential.assessment, credential.delivery
    until = credential.offered_until
    return {
        "id": credential.id,
        "title": credential.title,
        "issuer": credential.issuer,
        "achievement_type": value_of(credential.achievement_type),
        "aliases": list(credential.aliases),
        "url": credential.url,
        "subject": credential.subject,
        "awards": levels_json(credential.awards),
        "prerequisites": {
            "skills": [
                {"any_of": list(each.skills), "level": each.level}
                for each in credential.prerequisites.skills
            ],
            "credentials": [
                {"any_of": list(each)} for each in credential.prerequisites.credentials
            ],
        },
        "corequisites": list(credential.corequisites),
        "recommends": list(credential.recommends),
        "unlocks": [each.id for each in unlocked_by(catalog, credential.id)],
        "stacks": [each.id for each in stacks_with(catalog, credential.id)],
        "covers": covers_json(levels_of(credential.awards), catalog),
        "workload_hours": optional_amount(credential.workload_hours),
        "min_weeks": optional_amount(credential.min_weeks),
        "price": price_json(credential.price, catalog.currency),
        "delivery": {
            "mode": value_of(delivery.mode),
            "pace": value_of(delivery.pace),
            "languages": list(delivery.languages),
        },
        "assessment": {
            "kind": value_of(assessment.kind),
            "proctored": assessment.proctored,
            "hands_on": assessment.hands_on,
        },
        "verification": value_of(credential.verification),
        "valid_months": credential.valid_months,
        "renewal": renewal_json(credential, catalog.currency),
        "credits": credits_json(credential.credits),
        "eqf_level": credential.eqf_level,
        "recognition": [
            {"by": each.by, "as": each.counts_as, "url": each.url}
            for each in credential.recognition
        ],
        "offered_until": until.isoformat() if until else None,
        "recognition_score": score_json(credential, catalog),
        "source": source_json(credential.source),
        "field_sources": {
            field: source_json(source) for field, source in credential.field_sources.items()
        },
    }


def skill_json(skill: Skill, catalog: Catalog) -> JsonObject:
    """Give a skill, what awards it and which roles ask for it."""
    return {
        "id": skill.id,
        "label": skill.label,
        "kind": value_of(skill.kind),
        "aliases": list(skill.aliases),
        "broader": list(skill.broader),
        "narrower": [each.id for each in narrower(catalog, skill.id)],
        "alignments": [
            {
                "framework": each.framework,
                "code": each.code,
                "url": each.url,
                "name": each.name,
            }
            for each in skill.alignments
        ],
        "awarded_by": [
            {"credential": each.credential.id, "level": each.level}
            for each in awarding(catalog, skill.id)
        ],
        "awarded_by_stacks": [
            {"stack": stack.id, "level": level}
            for stack, level in stacks_awarding(catalog, skill.id)
        ],
        "asked_by": [
            {
                "role": each.role.id,
                "level": each.requirement.level,
                "importance": amount(each.requirement.importance),
                "necessity": each.requirement.necessity.value,
            }
            for each in asking(catalog, skill.id)
        ],
    }


def issuer_json(issuer: Issuer, catalog: Catalog) -> JsonObject:
    """Give an issuer and what it awards."""
    return {
        "id": issuer.id,
        "name": issuer.name,
        "kind": value_of(issuer.kind),
        "url": issuer.url,
        "aliases": list(issuer.aliases),
        "accreditations": [{"by": each.by, "url": each.url} for each in issuer.accreditations],
        "credentials": [each.id for each in issued_by(catalog, issuer.id)],
        "stacks": [each.id for each in catalog.stacks.values() if each.issuer == issuer.id],
    }


def discount_json(discount: Discount | None) -> JsonObject | None:
    """Give what is off for whoever completes a stack."""
    if discount is None:
        return None
    return {
        "amount": optional_amount(discount.amount),
        "percent": optional_amount(discount.percent),
        "currency": discount.currency,
        "members": list(discount.members),
    }


def stack_json(stack: Stack, catalog: Catalog) -> JsonObject:
    """Give a stack, its members and the roles it helps toward."""
    choose: JsonObject | None = None
    if stack.choose:
        choose = {"count": stack.choose.count, "from": list(stack.choose.options)}
    return {
        "id": stack.id,
        "title": stack.title,
        "issuer": stack.issuer,
        "url": stack.url,
        "all_of": list(stack.all_of),
        "choose": choose,
        "awards": levels_json(stack.awards),
        "earns": list(stack.earns),
        "covers": covers_json(levels_of_stack(catalog, stack), catalog),
        "discount": discount_json(stack.discount),
        "credits": credits_json(stack.credits),
        "leads_to": stack.leads_to,
        "source": source_json(stack.source),
    }


def levels_json(awards: tuple[SkillLevel, ...]) -> list[JsonValue]:
    """Give skills at levels."""
    return [{"skill": each.skill, "level": each.level} for each in awards]


def price_json(price: Price | None, currency: str) -> JsonObject | None:
    """Give a price as it is printed."""
    if price is None:
        return None
    return {
        "amount": optional_amount(price.amount),
        "per": price.per.value,
        "currency": price.currency or currency,
        "free_audit": price.free_audit,
    }


def score_json(credential: MicroCredential, catalog: Catalog) -> JsonObject:
    """Give the recognition score in thousandths, part by part."""
    parts = recognition_parts(credential, catalog.issuers.get(credential.issuer))
    return {
        "score": sum(each.earned for each in parts),
        "of": FULL,
        "parts": [
            {"name": each.name, "earned": each.earned, "possible": each.possible} for each in parts
        ],
    }


def renewal_json(credential: MicroCredential, currency: str) -> JsonObject | None:
    """Give what keeps a credential valid."""
    renewal = credential.renewal
    if renewal is None:
        return None
    return {
        "every_months": renewal.every_months,
        "price": price_json(renewal.price, currency),
        "hours": optional_amount(renewal.hours),
    }


def credits_json(credits_: Credits) -> JsonObject:
    """Give credits in each system."""
    return {
        "ects": optional_amount(credits_.ects),
        "other": [
            {"system": each.system, "amount": amount(each.amount)} for each in credits_.other
        ],
    }


def optional_amount(value: float | None) -> int | float | None:
    """Give a figure, None where it is not known."""
    return None if value is None else amount(value)


def value_of(member: object) -> str | None:
    """Give the word of an enumeration, None where it is not known."""
    return None if member is None else str(member)

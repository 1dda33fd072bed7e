"""Everything known of one thing of the catalog, for a person."""

from __future__ import annotations

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.issuer import Issuer
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill
from skillgap.domain.stack import Discount, Stack
from skillgap.gap import split_traits
from skillgap.rendering.gates import in_force_order, tell_gate_in_full
from skillgap.rendering.layout.page import Column, Page, row
from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.words import Names, cash, percent, tell_credits, tell_level
from skillgap.rendering.show.card import (
    joined,
    tell_price,
    tell_workload,
    write_covered_roles,
    write_facts,
    write_list,
    write_named,
    write_role_links,
    write_title,
)
from skillgap.rendering.show.credential import write_credential
from skillgap.rendering.show.relations import (
    asking,
    awarding,
    issued_by,
    levels_of_stack,
    narrower,
    stacks_awarding,
)
from skillgap.rendering.sources_text import tell_source
from skillgap.rendering.understanding_text import codes, pay
from skillgap.text import clean, listed, number

Shown = RoleProfile | MicroCredential | Skill | Issuer | Stack
"""What can be shown."""

LEVEL = Column("", is_flexible=True, min_width=11)


def write_shown(page: Page, shown: Shown, catalog: Catalog) -> None:
    """Write the card of whatever it is."""
    if isinstance(shown, RoleProfile):
        write_role_card(page, shown, catalog)
    elif isinstance(shown, MicroCredential):
        write_credential(page, shown, catalog)
    elif isinstance(shown, Skill):
        write_skill(page, shown, catalog)
    elif isinstance(shown, Issuer):
        write_issuer(page, shown, catalog)
    else:
        write_stack(page, shown, catalog)


def write_role_card(page: Page, role: RoleProfile, catalog: Catalog) -> None:
    """Write the card of a role."""
    names = Names(catalog)
    write_title(page, role.title, role.id, "role")
    pay_source = tell_source(role.pay.source) if role.pay and role.pay.source else None
    write_facts(
        page,
        (
            ("family", clean(role.family or "")),
            ("also called", joined(role.aliases)),
            ("codes", codes(role)),
            ("pay", pay(role).removeprefix("pays ")),
            ("pay rests on", pay_source),
            *(("gate", tell_gate_in_full(each)) for each in in_force_order(role.gates)),
            ("related", ", ".join(f"{names.role(each)} ({each})" for each in role.related)),
            ("rests on", tell_source(role.source)),
        ),
    )
    requirement_columns = [
        Column("skill", is_flexible=True),
        Column("", is_flexible=True, has_ids=True),
        Column("level", is_flexible=True, min_width=13),
        Column("weight", align_right=True),
        Column("rests on", is_flexible=True),
    ]
    counted, traits = split_traits(role, catalog)
    for title, asked in (
        ("Essential", counted.required(Necessity.ESSENTIAL)),
        ("Optional", counted.required(Necessity.OPTIONAL)),
        ("Traits", traits.requirements),
    ):
        rows = [
            row(
                names.requirement(each),
                Span(", ".join(each.skills), Style.DIM),
                tell_level(each.level),
                percent(each.importance),
                Span(tell_evidence(each), Style.DIM),
            )
            for each in asked
        ]
        write_list(page, title, requirement_columns, rows)
    write_role_links(page, role, catalog)


def tell_evidence(requirement: SkillRequirement) -> str:
    """Say from which outside figures a requirement derives."""
    parts = []
    for each in requirement.evidence:
        told = " ".join(clean(part) for part in (each.framework, each.code, each.name) if part)
        figures = [
            f"{label} {number(value, decimals=2)}"
            for label, value in (("level", each.level), ("importance", each.importance))
            if value is not None
        ]
        parts.append(f"{told} ({', '.join(figures)})" if figures else told)
    if requirement.note:
        parts.append(clean(requirement.note))
    return "; ".join(parts)


def write_skill(page: Page, skill: Skill, catalog: Catalog) -> None:
    """Write the card of a skill."""
    names = Names(catalog)
    write_title(page, skill.label, skill.id, "skill")
    write_facts(
        page,
        (
            ("kind", skill.kind.value if skill.kind else None),
            ("also called", joined(skill.aliases)),
            ("broader", ", ".join(names.skill_and_id(each) for each in skill.broader)),
            (
                "narrower",
                ", ".join(names.skill_and_id(each.id) for each in narrower(catalog, skill.id)),
            ),
        ),
    )
    for each in skill.alignments:
        parts = (each.framework, each.code, each.name, each.url)
        write_facts(page, (("aligned to", " ".join(clean(part) for part in parts if part)),))
    figures = (LEVEL, Column("", align_right=True), Column("", is_flexible=True, min_width=8))
    credentials = [
        (
            names.credential(each.credential.id),
            each.credential.id,
            f"level {tell_level(each.level)}",
            tell_workload(each.credential),
            tell_price(each.credential.price, catalog.currency),
        )
        for each in awarding(catalog, skill.id)
    ]
    write_named(page, "Awarded by", credentials, figures)
    stacks = [
        (names.stack(stack.id), stack.id, f"level {tell_level(level)}")
        for stack, level in stacks_awarding(catalog, skill.id)
    ]
    write_named(page, "Awarded by the stacks", stacks, (LEVEL,))
    roles = [
        (
            names.role(each.role.id),
            each.role.id,
            f"level {tell_level(each.requirement.level)}",
            each.requirement.necessity.value,
            percent(each.requirement.importance),
        )
        for each in asking(catalog, skill.id)
    ]
    asked = (LEVEL, Column(""), Column("", align_right=True))
    write_named(page, "Asked for by", roles, asked)


def write_issuer(page: Page, issuer: Issuer, catalog: Catalog) -> None:
    """Write the card of an issuer."""
    names = Names(catalog)
    write_title(page, issuer.name, issuer.id, "issuer")
    write_facts(
        page,
        (
            ("kind", issuer.kind.value if issuer.kind else None),
            ("also called", joined(issuer.aliases)),
            ("accredited by", joined(each.by for each in issuer.accreditations)),
            ("page", clean(issuer.url or "")),
        ),
    )
    figures = (Column("", align_right=True), Column("", is_flexible=True, min_width=8))
    awarded = [
        (
            clean(each.title),
            each.id,
            tell_workload(each),
            tell_price(each.price, catalog.currency),
        )
        for each in issued_by(catalog, issuer.id)
    ]
    write_named(page, "Awards", awarded, figures)
    stacks = [each for each in catalog.stacks.values() if each.issuer == issuer.id]
    write_named(page, "Stacks", [(names.stack(each.id), each.id) for each in stacks])


def write_stack(page: Page, stack: Stack, catalog: Catalog) -> None:
    """Write the card of a stack."""
    names = Names(catalog)
    write_title(page, stack.title or stack.id, stack.id, "stack")
    earned = [
        f"{names.skill_and_id(each.skill)} at level {tell_level(each.level)}"
        for each in stack.awards
    ]
    earned += [f"{names.credential(each)} ({each})" for each in stack.earns]
    write_facts(
        page,
        (
            ("issuer", names.issuer_and_id(stack.issuer) if stack.issuer else None),
            ("earns", ", ".join(earned)),
            ("discount", tell_discount(stack.discount, catalog.currency, names)),
            ("credits", tell_credits(stack.credits)),
            ("leads to", clean(stack.leads_to or "")),
            ("page", clean(stack.url or "")),
            ("rests on", tell_source(stack.source)),
        ),
    )
    groups = [("All of", stack.all_of)]
    if stack.choose:
        groups.append((f"Any {stack.choose.count} of", stack.choose.options))
    for title, members in groups:
        write_named(page, title, [(names.member(each), each) for each in members])
    write_covered_roles(page, levels_of_stack(catalog, stack), catalog)


def tell_discount(discount: Discount | None, currency: str, names: Names) -> str:
    """Say what is off for whoever completes a stack."""
    if discount is None:
        return ""
    if discount.percent is not None:
        off = f"{number(discount.percent)}%"
    else:
        off = cash(discount.amount or 0, discount.currency or currency)
    on = f" {listed([names.member(each) for each in discount.members])}" if discount.members else ""
    return f"{off} off{on} for the whole stack"

"""Everything known of one credential, for a person."""

from __future__ import annotations

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.money import Price
from skillgap.planning.recognition import FULL, recognition_parts
from skillgap.rendering.layout.page import Column, Page, row
from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.words import Names, day, tell_credits, tell_level, weeks
from skillgap.rendering.show.card import (
    joined,
    tell_price,
    tell_workload,
    write_covered_roles,
    write_facts,
    write_list,
    write_title,
    yes_or_no,
)
from skillgap.rendering.show.relations import levels_of, stacks_with, unlocked_by
from skillgap.rendering.sources_text import tell_source
from skillgap.text import clean, listed, number


def write_credential(page: Page, credential: MicroCredential, catalog: Catalog) -> None:
    """Write the card of a credential."""
    names = Names(catalog)
    kind = credential.achievement_type.value if credential.achievement_type else "credential"
    write_title(page, credential.title, credential.id, kind)
    assessment, delivery = credential.assessment, credential.delivery
    write_facts(
        page,
        (
            ("issuer", names.issuer_and_id(credential.issuer)),
            ("also called", joined(credential.aliases)),
            ("subject", clean(credential.subject or "")),
            ("price", tell_price(credential.price, catalog.currency)),
            ("workload", tell_workload(credential)),
            ("at least", weeks(credential.min_weeks) if credential.min_weeks else None),
            ("delivery", joined(each.value for each in (delivery.mode, delivery.pace) if each)),
            ("languages", joined(delivery.languages)),
            ("assessment", assessment.kind.value if assessment.kind else None),
            ("proctored", yes_or_no(value=assessment.proctored)),
            ("hands-on", yes_or_no(value=assessment.hands_on)),
            ("verified by", credential.verification.value if credential.verification else None),
            ("valid", f"{credential.valid_months} months" if credential.valid_months else None),
            ("renewal", tell_renewal(credential, catalog.currency)),
            ("credits", tell_credits(credential.credits)),
            ("EQF level", str(credential.eqf_level) if credential.eqf_level else None),
            ("until", day(credential.offered_until) if credential.offered_until else None),
            ("page", clean(credential.url or "")),
            ("rests on", tell_source(credential.source)),
        ),
    )
    for field, source in credential.field_sources.items():
        write_facts(page, ((clean(field), tell_source(source)),))
    award_rows = [
        row(names.skill(each.skill), Span(each.skill, Style.DIM), f"level {tell_level(each.level)}")
        for each in credential.awards
    ]
    two = [Column("", is_flexible=True), Column("", is_flexible=True, has_ids=True)]
    write_list(page, "Awards", [*two, Column("")], award_rows)
    write_list(page, "Requires", [Column("", is_flexible=True)], required_rows(credential, names))
    for title, ids in (
        ("Goes with", credential.corequisites),
        ("Recommended before", credential.recommends),
        ("Unlocks", tuple(each.id for each in unlocked_by(catalog, credential.id))),
    ):
        rows = [row(names.credential(each), Span(each, Style.DIM)) for each in ids]
        write_list(page, title, two, rows)
    stack_rows = [
        row(names.stack(each.id), Span(each.id, Style.DIM))
        for each in stacks_with(catalog, credential.id)
    ]
    write_list(page, "Counts toward", two, stack_rows)
    write_covered_roles(page, levels_of(credential.awards), catalog)
    recognition_rows = [
        row(clean(each.by), clean(each.counts_as), Span(clean(each.url or ""), Style.DIM))
        for each in credential.recognition
    ]
    write_list(page, "Recognized by", [*two, Column("", is_flexible=True)], recognition_rows)
    write_recognition(page, credential, catalog)


def tell_renewal(credential: MicroCredential, currency: str) -> str | None:
    """Say what keeps it valid."""
    renewal = credential.renewal
    if renewal is None:
        return None
    told = f"every {renewal.every_months} months"
    price: Price | None = renewal.price
    if price is not None:
        told += f", {tell_price(price, currency)}"
    if renewal.hours is not None:
        told += f", {number(renewal.hours)} h"
    return told


def required_rows(credential: MicroCredential, names: Names) -> list[tuple[tuple[Span, ...], ...]]:
    """Return each prerequisite as a row."""
    rows = [
        row(
            f"{listed([names.skill_and_id(skill) for skill in each.skills], 'or')}"
            f" at level {tell_level(each.level)}"
        )
        for each in credential.prerequisites.skills
    ]
    rows += [
        row(listed([f"{names.credential(option)} ({option})" for option in options], "or"))
        for options in credential.prerequisites.credentials
    ]
    return rows


def write_recognition(page: Page, credential: MicroCredential, catalog: Catalog) -> None:
    """Write the recognition score and each part it is made of."""
    parts = recognition_parts(credential, catalog.issuers.get(credential.issuer))
    score = sum(each.earned for each in parts)
    page.heading("Recognition", f"{score} of {FULL:,}, from evidence in the catalog")
    rows = [
        row(each.name.replace("-", " "), str(each.earned), tell_possible(each.possible))
        for each in parts
        if each.possible or each.earned
    ]
    columns = [Column("", is_flexible=True), Column("", align_right=True), Column("")]
    page.table(columns, rows, indent=2)


def tell_possible(possible: int) -> str:
    """Say how much a part can earn."""
    return f"of {possible}" if possible else "taken off"

"""Figures that cannot be compared, or do not fit one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, SkillId

HOURS_PER_ECTS: Final = (12.0, 60.0)
"""One credit is 25 to 30 hours; half and double of that is told."""

LEAST_HOURS: Final[Mapping[int, float]] = MappingProxyType({3: 8.0, 4: 20.0, 5: 40.0})
"""Who lifts a skill to a level from more than one below it needs at least so many hours."""


def check_prices(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find prices without a currency, and in a currency without a rate."""
    known = {catalog.currency, *catalog.exchange_rates.rates}
    for credential in catalog.credentials.values():
        price = credential.price
        if not price.amount:
            continue
        if price.currency is None:
            where = locator.locate(("credentials", credential.id, "price", "amount"))
            message = f"`{credential.id}` costs {price.amount:g} of no currency"
            hint = f"add `currency: {catalog.currency}`, here or at the top of the file"
            yield where.diagnose("SG408", message, hint=hint)
    for path, currency in named_currencies(catalog):
        if currency not in known:
            message = f"no rate leads from `{currency}` to `{catalog.currency}`"
            hint = f"add `{currency}` to the `rates` of `exchange_rates`"
            yield locator.locate(path).diagnose("SG407", message, hint=hint)


def named_currencies(catalog: Catalog) -> Iterator[tuple[DataPath, str]]:
    """Yield the currencies of amounts that are more than nothing, each with its path."""
    for credential in catalog.credentials.values():
        path: DataPath = ("credentials", credential.id, "price", "currency")
        if credential.price.amount and credential.price.currency is not None:
            yield path, credential.price.currency
        price = credential.renewal.price if credential.renewal else None
        if price is not None and price.amount and price.currency is not None:
            yield (*path[:2], "renewal", "price", "currency"), price.currency
    for stack in catalog.stacks.values():
        discount = stack.discount
        if discount is not None and discount.amount and discount.currency is not None:
            yield ("stacks", stack.id, "discount", "currency"), discount.currency


def check_award_levels(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find credentials that award less of a skill than they require of it."""
    for credential in catalog.credentials.values():
        required: dict[SkillId, int] = {}
        for asked in credential.prerequisites.skills:
            if len(asked.skills) == 1:
                skill = asked.skills[0]
                required[skill] = max(asked.level, required.get(skill, 0))
        for index, award in enumerate(credential.awards):
            if award.level < required.get(award.skill, 0):
                where = locator.locate(("credentials", credential.id, "awards", index, "level"))
                asked_level = required[award.skill]
                yield where.diagnose(
                    "SG414",
                    f"`{award.skill}` is awarded at level {award.level} and required at level"
                    f" {asked_level}",
                    hint=f"award it above level {asked_level}, or require less",
                )


def check_credits(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find credits that the workload cannot stand for."""
    least, most = HOURS_PER_ECTS
    for credential in catalog.credentials.values():
        ects, hours = credential.credits.ects, credential.workload_hours
        if not ects or not hours or least <= hours / ects <= most:
            continue
        where = locator.locate(("credentials", credential.id, "credits", "ects"))
        yield where.diagnose(
            "SG415",
            f"{ects:g} ECTS for {hours:g} hours, {hours / ects:.3g} hours for a credit",
            hint=f"a credit is 25 to 30 hours, so {ects:g} are about {ects * 27:.0f}",
        )


def check_award_pace(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find levels that so few hours cannot bring without asking for the level below."""
    for credential in catalog.credentials.values():
        hours = credential.workload_hours
        if hours is None or hours >= LEAST_HOURS[5]:
            continue
        for index, award in enumerate(credential.awards):
            if hours >= LEAST_HOURS.get(award.level, 0):
                continue
            if asks_for(catalog, credential, award.skill, award.level - 1):
                continue
            where = locator.locate(("credentials", credential.id, "awards", index, "level"))
            yield where.diagnose(
                "SG416",
                f"`{award.skill}` at level {award.level} in {hours:g} hours, from nothing",
                hint=f"lower the level, or require `{award.skill}` at level {award.level - 1}",
            )


def asks_for(catalog: Catalog, credential: MicroCredential, skill: SkillId, level: int) -> bool:
    """Say whether nobody starts a credential without a skill at a level.

    Why along the whole chain: an exam asks for the exam before it, which asks for the skill.
    """
    seen: set[CredentialId] = set()
    agenda = [credential]
    while agenda:
        each = agenda.pop()
        for asked in each.prerequisites.skills:
            if skill in asked.skills and asked.level >= level:
                return True
        for group in each.prerequisites.credentials:
            for option in group:
                before = catalog.credentials.get(option)
                if before is None or option in seen:
                    continue
                seen.add(option)
                if any(award.skill == skill and award.level >= level for award in before.awards):
                    return True
                agenda.append(before)
    return False

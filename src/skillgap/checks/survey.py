"""What a catalog holds, counted."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Mapping

import msgspec

from skillgap.checks.reach import find_reach, is_offered, is_plannable
from skillgap.checks.sources import sources_of
from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import SkillId
from skillgap.domain.money import PricePer
from skillgap.domain.role import RoleProfile


class RoleCoverage(msgspec.Struct, frozen=True):
    """How many essential requirements of a role a path can meet, and by how many credentials."""

    role: str
    title: str
    essential: int
    covered: int
    credentials: int


class Survey(msgspec.Struct, frozen=True):
    """The counts of a catalog.

    `bases` counts sources of credentials by what they rest on, `ages` all dated sources by year;
    `newest` and `oldest` are the dates of readings. Prices are of credentials, in the catalog's
    currency: free, once, by the month, not known.
    """

    counts: Mapping[str, int]
    roles: tuple[RoleCoverage, ...]
    bases: Mapping[str, int]
    years: Mapping[str, int]
    oldest: dt.date | None
    newest: dt.date | None
    issuers: tuple[tuple[str, int], ...]
    prices: Mapping[str, int]
    median_price: float | None
    median_hours: float | None
    plannable: int
    expired: int


def survey(catalog: Catalog, today: dt.date | None = None) -> Survey:
    """Count what a catalog holds; without `today` no offer has expired."""
    credentials = catalog.credentials.values()
    dates = [each.as_of for _, each in sources_of(catalog) if each.as_of is not None]
    once = [
        each.price.amount
        for each in credentials
        if each.price.amount
        and each.price.per is PricePer.ONCE
        and each.price.currency in (None, catalog.currency)
    ]
    hours = [each.workload_hours for each in credentials if each.workload_hours is not None]
    bases = Counter(each.source.basis.value if each.source else "no source" for each in credentials)
    return Survey(
        counts={
            name: len(getattr(catalog, name))
            for name in ("skills", "issuers", "credentials", "stacks", "roles")
        },
        roles=role_coverages(catalog, today),
        bases=dict(sorted(bases.items())),
        years=dict(sorted(Counter(str(each.year) for each in dates).items())),
        oldest=min(dates, default=None),
        newest=max(dates, default=None),
        issuers=tuple(Counter(str(each.issuer) for each in credentials).most_common()),
        prices=price_counts(catalog),
        median_price=statistics.median(once) if once else None,
        median_hours=statistics.median(hours) if hours else None,
        plannable=sum(1 for each in credentials if is_plannable(each)),
        expired=sum(1 for each in credentials if not is_offered(each, today)),
    )


def price_counts(catalog: Catalog) -> dict[str, int]:
    """Count credentials by how they are paid."""
    found = {"free": 0, "once": 0, "month": 0, "unknown": 0}
    for each in catalog.credentials.values():
        amount = each.price.amount
        kind = "unknown" if amount is None else "free" if amount == 0 else each.price.per.value
        found[kind] += 1
    return found


def role_coverages(catalog: Catalog, today: dt.date | None) -> tuple[RoleCoverage, ...]:
    """Count for each role what a path through the catalog can meet."""
    levels = find_reach(catalog, today, in_plans=True).levels
    return tuple(coverage(catalog, role, levels) for role in catalog.roles.values())


def coverage(catalog: Catalog, role: RoleProfile, levels: Mapping[SkillId, int]) -> RoleCoverage:
    """Count for one role."""
    essential = [each for each in role.requirements if each.is_essential]
    wanted = {skill for each in role.requirements for skill in each.skills}
    return RoleCoverage(
        role.id,
        role.title,
        len(essential),
        sum(
            1
            for each in essential
            if max(levels.get(skill, 0) for skill in each.skills) >= each.level
        ),
        sum(
            1
            for each in catalog.credentials.values()
            if any(award.skill in wanted for award in each.awards)
        ),
    )

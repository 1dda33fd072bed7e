"""What a catalog holds, as a page and as JSON."""

from __future__ import annotations

from skillgap.checks.survey import Survey
from skillgap.rendering.clean import clean
from skillgap.rendering.figures import counted, listed, number, percent
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.page import Page
from skillgap.rendering.table import Column, Row, row

ISSUERS_SHOWN = 10

NOUNS = (
    ("skills", "skill"),
    ("issuers", "issuer"),
    ("credentials", "credential"),
    ("stacks", "stack"),
    ("roles", "role"),
)


def write_stats(page: Page, survey: Survey, currency: str) -> None:
    """Write the counts of a catalog."""
    page.text(listed([counted(survey.counts[name], noun) for name, noun in NOUNS]))
    total = survey.counts["credentials"]
    if total:
        page.heading("Credentials")
        prices = survey.prices
        median = survey.median_price
        page.entry(
            "prices",
            f"{prices['free']} free, {prices['once']} paid once, {prices['month']} by the month, "
            f"{prices['unknown']} not known"
            + (f"; median of those paid once: {number(median)} {currency}" if median else ""),
        )
        if survey.median_hours is not None:
            page.entry("hours", f"median {number(survey.median_hours)}")
        page.entry("plans", f"{survey.plannable} of {total} can stand in a plan")
        if survey.expired:
            page.entry("expired", f"{survey.expired} can no longer be begun")
        page.heading("Freshness")
        page.entry("basis", ", ".join(f"{n} {name}" for name, n in survey.bases.items()))
        if survey.oldest and survey.newest:
            page.entry("read", f"from {survey.oldest} to {survey.newest}")
            page.entry("years", ", ".join(f"{year}: {n}" for year, n in survey.years.items()))
        page.heading("Issuers with the most credentials")
        for issuer, count in survey.issuers[:ISSUERS_SHOWN]:
            page.text(f"{count:>4}  {clean(issuer)}")
    if survey.roles:
        page.heading("Roles", "essential skills that a path can bring")
        rows: list[Row] = [
            row(
                clean(each.title),
                f"{each.covered} of {each.essential}",
                percent(each.covered / each.essential) if each.essential else "-",
                str(each.credentials),
            )
            for each in survey.roles
        ]
        page.table(
            (
                Column("role", is_flexible=True),
                Column("covered", align_right=True),
                Column("share", align_right=True),
                Column("credentials", align_right=True),
            ),
            rows,
        )


def stats_json(survey: Survey, currency: str) -> JsonObject:
    """Give the counts of a catalog."""
    return {
        "schema_version": SCHEMA_VERSION,
        "counts": dict(survey.counts),
        "currency": currency,
        "prices": dict(survey.prices),
        "median_price_once": survey.median_price,
        "median_workload_hours": survey.median_hours,
        "plannable": survey.plannable,
        "expired": survey.expired,
        "bases": dict(survey.bases),
        "read": {
            "oldest": survey.oldest.isoformat() if survey.oldest else None,
            "newest": survey.newest.isoformat() if survey.newest else None,
            "by_year": dict(survey.years),
        },
        "issuers": [{"id": issuer, "credentials": count} for issuer, count in survey.issuers],
        "roles": [
            {
                "id": each.role,
                "title": each.title,
                "essential": each.essential,
                "covered": each.covered,
                "credentials": each.credentials,
            }
            for each in survey.roles
        ],
    }

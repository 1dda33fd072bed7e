"""Dates against the day of the check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from skillgap.checks.sources import sources_of
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog

STALE_DAYS: Final = 3 * 365
ENDING_DAYS: Final = 90
AHEAD: Final = dt.timedelta(days=1)
"""So far ahead of the day of the check another time zone may be."""


def check_offers(catalog: Catalog, locator: Locator, today: dt.date | None) -> Iterator[Diagnostic]:
    """Find credentials that can no longer be begun, or not for long."""
    for credential in catalog.credentials.values() if today else ():
        until = credential.offered_until
        if until is None or today is None:
            continue
        where = locator.locate(("credentials", credential.id, "offered_until"))
        left = (until - today).days
        if left < 0:
            message = f"`{credential.id}` could be begun until {until}, which has passed"
            yield where.diagnose("SG417", message, hint="delete it, or give the new date")
        elif left < ENDING_DAYS:
            message = f"`{credential.id}` can be begun until {until}, {left} days from {today}"
            yield where.diagnose("SG418", message, hint="look whether something takes its place")


def check_reading_dates(
    catalog: Catalog, locator: Locator, today: dt.date | None
) -> Iterator[Diagnostic]:
    """Find readings that are history, or have not happened yet."""
    for path, source in sources_of(catalog) if today else ():
        if source.as_of is None or today is None:
            continue
        age = (today - source.as_of).days
        if source.as_of > today + AHEAD:
            where = locator.locate((*path, "as_of"))
            message = f"read on {source.as_of}, a day that has not come"
            yield where.diagnose("SG420", message, hint="write the day it was really read")
        elif age > STALE_DAYS:
            where = locator.locate((*path, "as_of"))
            message = f"read on {source.as_of}, {age // 365} years ago"
            yield where.diagnose("SG419", message, hint="read it again and write the new date")

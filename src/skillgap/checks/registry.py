"""Every check of a catalog, in the order they run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from skillgap.checks.cycles import check_broader, check_prerequisites
from skillgap.checks.duplicates import check_near_duplicates
from skillgap.checks.figures import (
    check_award_levels,
    check_award_pace,
    check_credits,
    check_prices,
)
from skillgap.checks.freshness import check_offers, check_reading_dates
from skillgap.checks.gates import check_gates
from skillgap.checks.judgeable import check_judgeable
from skillgap.checks.names import check_lookalikes, check_names
from skillgap.checks.reachability import (
    check_coverage,
    check_roles,
    check_stack_members,
    check_stacks,
    check_unreachable,
)
from skillgap.checks.sources import (
    check_source_presence,
    check_sources,
    check_traceable,
    check_urls,
)
from skillgap.checks.unresolved import (
    check_orphans,
    check_references,
    check_repeats,
)
from skillgap.diagnostics.diagnostic import Diagnostic, in_reading_order
from skillgap.diagnostics.locator import Locator, NoLocator
from skillgap.domain.catalog import Catalog

Check = Callable[[Catalog, Locator], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_references,
    check_repeats,
    check_names,
    check_prerequisites,
    check_broader,
    check_stacks,
    check_gates,
    check_coverage,
    check_sources,
    check_prices,
)

CARE_CHECKS: tuple[Check, ...] = (
    check_judgeable,
    check_lookalikes,
    check_near_duplicates,
    check_award_levels,
    check_award_pace,
    check_credits,
    check_source_presence,
    check_traceable,
    check_urls,
    check_orphans,
)
"""What matters to whoever keeps the catalog, and not to whoever plans with it."""

DatedCheck = Callable[[Catalog, Locator, dt.date | None], Iterable[Diagnostic]]

DATED_CHECKS: tuple[DatedCheck, ...] = (
    check_unreachable,
    check_roles,
    check_stack_members,
    check_offers,
    check_reading_dates,
)
"""Of these, what depends on the day of the check; without a day no date is judged."""


def run_checks(catalog: Catalog, locator: Locator | None = None) -> tuple[Diagnostic, ...]:
    """Run the checks without which a plan could be wrong.

    Without `locator` the diagnostics have no locations.
    """
    where = NoLocator() if locator is None else locator
    return in_reading_order(each for check in CHECKS for each in check(catalog, where))


def run_care_checks(
    catalog: Catalog, locator: Locator | None = None, today: dt.date | None = None
) -> tuple[Diagnostic, ...]:
    """Run the checks for whoever keeps the catalog; without `today` no date is judged."""
    where = NoLocator() if locator is None else locator
    found = [each for check in CARE_CHECKS for each in check(catalog, where)]
    found += [each for check in DATED_CHECKS for each in check(catalog, where, today)]
    return in_reading_order(found)

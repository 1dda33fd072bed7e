"""Prices that cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog


def check_prices(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find prices without a currency, and in a currency without a rate."""
    known = {catalog.currency, *catalog.exchange_rates.rates}
    for credential in catalog.credentials.values():
        price = credential.price
        if not price.amount:
            continue
        if price.currency is None:
            spot = places.spot(("credentials", credential.id, "price", "amount"))
            message = f"`{credential.id}` costs {price.amount:g} of no currency"
            hint = f"add `currency: {catalog.currency}`, here or at the top of the file"
            yield spot.diagnose("SG408", message, hint=hint)
        elif price.currency not in known:
            spot = places.spot(("credentials", credential.id, "price", "currency"))
            message = f"no rate leads from `{price.currency}` to `{catalog.currency}`"
            hint = f"add `{price.currency}` to the `rates` of `exchange_rates`"
            yield spot.diagnose("SG407", message, hint=hint)

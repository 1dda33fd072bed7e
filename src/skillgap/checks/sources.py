"""Sources that contradict themselves."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog
from skillgap.domain.source import Basis, Source


def check_sources(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find readings without a date, and dates of what was not read."""
    for place, source in sources_of(catalog):
        if source.basis is Basis.READ and source.as_of is None:
            spot = places.spot((*place, "basis"))
            hint = "add `as_of:` with the date of what was read, or write `general-knowledge`"
            yield spot.diagnose("SG405", "read, and no date of what was read", hint=hint)
        if source.basis is Basis.GENERAL_KNOWLEDGE and source.as_of is not None:
            spot = places.spot((*place, "as_of"))
            hint = "write `as_of: null`, or `basis: read` with what was read"
            yield spot.diagnose("SG406", "a date, though nothing was read", hint=hint)


def sources_of(catalog: Catalog) -> Iterator[tuple[DataPath, Source]]:
    """Give every source of a catalog with its place."""
    candidates: list[tuple[DataPath, Source | None]] = [
        (("exchange_rates", "source"), catalog.exchange_rates.source)
    ]
    for credential in catalog.credentials.values():
        candidates.append((("credentials", credential.id, "source"), credential.source))
        candidates += [
            (("credentials", credential.id, "field_sources", name), source)
            for name, source in credential.field_sources.items()
        ]
    for stack in catalog.stacks.values():
        candidates.append((("stacks", stack.id, "source"), stack.source))
    for role in catalog.roles.values():
        candidates.append((("roles", role.id, "source"), role.source))
        if role.pay is not None:
            candidates.append((("roles", role.id, "pay", "source"), role.pay.source))
    return ((place, source) for place, source in candidates if source is not None)

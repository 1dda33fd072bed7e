"""Lists that name one record twice."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.checks.mentions import mentions
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog


def check_repeats(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find ids that stand twice in one list."""
    seen: set[tuple[DataPath, str, str]] = set()
    for mention in mentions(catalog):
        key = (mention.together, mention.section, mention.id)
        if key in seen:
            spot = places.spot(mention.place, naming=mention.id)
            message = f"`{mention.id}` stands twice in `{mention.together[-1]}`"
            yield spot.diagnose("SG307", message, hint="keep one of the two")
        seen.add(key)

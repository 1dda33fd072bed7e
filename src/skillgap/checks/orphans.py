"""Skills that nothing mentions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from skillgap.checks.mentions import mentions
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog


def check_orphans(catalog: Catalog, places: Places, _today: dt.date | None) -> Iterator[Diagnostic]:
    """Find skills that can neither be asked for nor be earned.

    Without both roles and credentials at hand it cannot be judged.
    """
    if not catalog.roles or not catalog.credentials:
        return
    mentioned = {each.id for each in mentions(catalog) if each.section == "skills"}
    for skill in catalog.skills.values():
        if skill.id not in mentioned:
            spot = places.spot(("skills", skill.id, "id"))
            message = f"nothing awards, requires or is part of `{skill.id}`"
            hint = "award it, ask for it in a role, or delete it"
            yield spot.diagnose("SG425", message, hint=hint)

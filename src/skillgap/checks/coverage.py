"""Requirements that nothing on offer can meet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import SkillId


def check_coverage(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find skills that a role requires at a level that nothing awards.

    Roles without any credential on offer cannot be judged. What several roles require alike is
    told of the first.
    """
    if not catalog.credentials:
        return
    best = best_levels(catalog)
    told: set[tuple[tuple[SkillId, ...], int]] = set()
    for role in catalog.roles.values():
        for index, requirement in enumerate(role.requirements):
            options = requirement.skills
            if any(each not in catalog.skills for each in options):
                continue
            highest = max(best.get(each, 0) for each in options)
            if highest >= requirement.level or (options, requirement.level) in told:
                continue
            told.add((options, requirement.level))
            spot = places.spot(("roles", role.id, "requirements", index), naming=options[0])
            named = " or ".join(f"`{each}`" for each in options)
            message = f"nothing awards {named} at level {requirement.level}"
            known = f"at level {highest} at most" if highest else "nowhere"
            hint = f"award it at level {requirement.level}: it is on offer {known}"
            yield spot.diagnose("SG404", f"{message}, which `{role.id}` requires", hint=hint)


def best_levels(catalog: Catalog) -> dict[SkillId, int]:
    """Give the highest level at which each skill is awarded."""
    best: dict[SkillId, int] = {}
    credentials, stacks = catalog.credentials.values(), catalog.stacks.values()
    awards = chain((each.awards for each in credentials), (each.awards for each in stacks))
    for award in chain.from_iterable(awards):
        best[award.skill] = max(best.get(award.skill, 0), award.level)
    return best

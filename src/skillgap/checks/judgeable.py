"""What the files at hand cannot settle."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator

from skillgap.checks.references import role_references
from skillgap.checks.unresolved import unknown_reference
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.locator import LocatedPath, Locator
from skillgap.diagnostics.nearest import certain_correction
from skillgap.domain.catalog import Catalog
from skillgap.domain.learner import LearnerProfile

FindPath = Callable[[DataPath], LocatedPath]
"""Finds a data path in one person's file."""


def check_judgeable(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Tell of roles whose skills no catalog at hand could have."""
    if catalog.skills or catalog.credentials:
        return
    for role in catalog.roles.values():
        count = len({each.id for each in role_references(role) if each.section == "skills"})
        where = locator.locate(("roles", role.id, "id"))
        which = "skill" if count == 1 else f"{count} skills"
        message = f"the {which} of `{role.id}` cannot be judged: no catalog is at hand"
        yield where.diagnose("SG312", message, hint="give the catalog as well")
        if role.related and len(catalog.roles) == 1:
            where = locator.locate(("roles", role.id, "related"))
            message = f"the relatives of `{role.id}` cannot be judged: no other role is at hand"
            yield where.diagnose("SG312", message, hint="give the other roles as well")


def check_learner(
    profile: LearnerProfile, catalog: Catalog, locator: Locator, locate: FindPath
) -> Iterator[Diagnostic]:
    """Find ids in a person's file that no catalog at hand has.

    One that is near to an id at hand is misspelled; any other may be of another catalog.
    """
    references: list[tuple[str, str, DataPath]] = [
        ("credentials", held.credential, ("credentials", index))
        for index, held in enumerate(profile.credentials)
    ]
    references += [
        ("skills", skill, ("choices", words)) for words, skill in profile.choices.items()
    ]
    for section, name, path in references:
        records = catalog.credentials if section == "credentials" else catalog.skills
        if name in records or locator.declares(section, name):
            continue
        near = difflib.get_close_matches(name, records, n=1)
        where = locate(path)
        if near:
            certain = certain_correction(name, records) is not None
            yield unknown_reference(section, name, near[0], where, locator, certain=certain)
            continue
        noun = section.removesuffix("s")
        yield where.diagnose(
            "SG312",
            f"the {noun} `{name}` cannot be judged: no catalog at hand has it",
            hint="give the catalog that has it as well",
        )

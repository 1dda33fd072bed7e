"""Credentials that are written down twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from skillgap.checks.names import comparable
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential

FILLERS: Final = frozenset(
    {"a", "an", "and", "certificate", "certification", "for", "in", "of", "the", "to"}
)

SAME_AWARDS: Final = 60
"""So many credentials of one issuer with equal awards are compared with one another."""


def check_near_duplicates(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find credentials of one issuer with the same awards and almost the same title."""
    groups: dict[object, list[MicroCredential]] = defaultdict(list)
    for credential in catalog.credentials.values():
        groups[credential.issuer, frozenset(credential.awards)].append(credential)
    for group in groups.values():
        for one, other in combinations(group[:SAME_AWARDS], 2):
            if comparable(one.title) != comparable(other.title) and (
                words_of(one.title) == words_of(other.title)
            ):
                related = locator.locate(("credentials", one.id, "title")).related(
                    "the other is here"
                )
                yield locator.locate(("credentials", other.id, "title")).diagnose(
                    "SG424",
                    f"`{other.id}` has the words and the awards of `{one.id}`",
                    hint="keep one of the two, the other title under `aliases`",
                    related=related,
                )


def words_of(title: str) -> frozenset[str]:
    """Return the words of a title without those that could as well be missing."""
    return frozenset(re.findall("[\\w+#.]+", comparable(title))) - FILLERS

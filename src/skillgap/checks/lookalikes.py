"""Names and credentials that are all but the same."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from skillgap.checks.names import comparable, names_of
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential

CONFUSABLE: Final = str.maketrans("авекмнорстухіѕјԁɡαεικνορτυχ", "abekmhopctyxisjdgaeikvoptux")
"""Cyrillic and Greek letters that are drawn like Latin ones."""

MEANINGLESS: Final = re.compile("[^\\w+#]|_")
"""What a name does not need to be told from another; `C`, `C++` and `C#` need their signs."""

FILLERS: Final = frozenset(
    {"a", "an", "and", "certificate", "certification", "for", "in", "of", "the", "to"}
)

SAME_AWARDS: Final = 60
"""So many credentials of one issuer with equal awards are compared with one another."""


def check_lookalikes(
    catalog: Catalog, places: Places, _today: dt.date | None
) -> Iterator[Diagnostic]:
    """Find names of two skills, issuers or roles that nobody could tell apart."""
    kinds = (
        (
            ("skills", each.id, "label", each.label, each.aliases)
            for each in catalog.skills.values()
        ),
        (
            ("issuers", each.id, "name", each.name, each.aliases)
            for each in catalog.issuers.values()
        ),
        (("roles", each.id, "title", each.title, each.aliases) for each in catalog.roles.values()),
    )
    for kind in kinds:
        first: dict[str, tuple[str, str, DataPath]] = {}
        told: set[tuple[str, str]] = set()
        for record in kind:
            for name, record_id, place in names_of(*record):
                key = drawn(name)
                other, owner, owner_place = first.setdefault(key, (name, record_id, place))
                # equal but for case is a clash of names, which has a check of its own
                if not key or owner == record_id or other == name or (owner, record_id) in told:
                    continue
                told.add((owner, record_id))
                related = places.spot(owner_place).related(f"the name of `{owner}` is here")
                yield places.spot(place).diagnose(
                    "SG311",
                    f"a name of `{record_id}` looks like one of `{owner}`",
                    hint="keep it where most people would look for it",
                    related=related,
                )


def drawn(name: str) -> str:
    """Give a name as the eye takes it: no accents, no spacing, look-alike letters as Latin."""
    name = comparable(name)
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name).translate(CONFUSABLE)
        name = "".join(each for each in apart if not unicodedata.combining(each))
    return MEANINGLESS.sub("", name)


def check_near_duplicates(
    catalog: Catalog, places: Places, _today: dt.date | None
) -> Iterator[Diagnostic]:
    """Find credentials of one issuer with the same awards and almost the same title."""
    groups: dict[object, list[MicroCredential]] = defaultdict(list)
    for credential in catalog.credentials.values():
        groups[credential.issuer, frozenset(credential.awards)].append(credential)
    for group in groups.values():
        for one, other in combinations(group[:SAME_AWARDS], 2):
            if comparable(one.title) != comparable(other.title) and (
                words_of(one.title) == words_of(other.title)
            ):
                related = places.spot(("credentials", one.id, "title")).related("the other is here")
                yield places.spot(("credentials", other.id, "title")).diagnose(
                    "SG424",
                    f"`{other.id}` has the words and the awards of `{one.id}`",
                    hint="keep one of the two, the other title under `aliases`",
                    related=related,
                )


def words_of(title: str) -> frozenset[str]:
    """Give the words of a title without those that could as well be missing."""
    return frozenset(re.findall("[\\w+#.]+", comparable(title))) - FILLERS

"""Names that two records share, or that nobody could tell apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog

Named = tuple[str, str, DataPath]
"""A name as it is compared, the id of its record, and its data path."""

CONFUSABLE: Final = str.maketrans("авекмнорстухіѕјԁɡαεικνορτυχ", "abekmhopctyxisjdgaeikvoptux")
"""Cyrillic and Greek letters that are drawn like Latin ones."""

MEANINGLESS: Final = re.compile("[^\\w+#]|_")
"""What a name does not need to be told from another; `C`, `C++` and `C#` need their signs."""

KEEP_ONE: Final = "keep it where most people would look for it"


def check_names(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find labels, titles and aliases that two records of one kind share.

    Titles of credentials may be shared by different issuers.
    """
    titles = [
        (f"{each.issuer} {comparable(each.title)}", each.id, ("credentials", each.id, "title"))
        for each in catalog.credentials.values()
    ]
    for names in (*names_by_kind(catalog), titles):
        first: dict[str, tuple[str, DataPath]] = {}
        for name, record_id, path in names:
            owner, owner_path = first.setdefault(name, (record_id, path))
            if owner != record_id:
                message = f"`{record_id}` has a name that `{owner}` has as well"
                first_use = locator.locate(owner_path)
                related = first_use.related(f"the name of `{owner}` is here")
                where = locator.locate(path)
                yield where.diagnose("SG306", message, hint=KEEP_ONE, related=related)


def check_lookalikes(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find names of two skills, issuers or roles that nobody could tell apart."""
    for names in names_by_kind(catalog):
        first: dict[str, tuple[str, str, DataPath]] = {}
        told: set[tuple[str, str]] = set()
        for name, record_id, path in names:
            key = drawn(name)
            other, owner, owner_path = first.setdefault(key, (name, record_id, path))
            # equal but for case is a clash of names, which has a check of its own
            if not key or owner == record_id or other == name or (owner, record_id) in told:
                continue
            told.add((owner, record_id))
            message = f"a name of `{record_id}` looks like one of `{owner}`"
            first_use = locator.locate(owner_path)
            related = first_use.related(f"the name of `{owner}` is here")
            where = locator.locate(path)
            yield where.diagnose("SG311", message, hint=KEEP_ONE, related=related)


def names_by_kind(catalog: Catalog) -> tuple[Iterator[Named], ...]:
    """Return the names of skills, of issuers and of roles, each kind apart."""
    skills, issuers, roles = catalog.skills, catalog.issuers, catalog.roles
    kinds: tuple[Iterable[tuple[DataPath, str, Iterable[str]]], ...] = (
        ((("skills", each.id, "label"), each.label, each.aliases) for each in skills.values()),
        ((("issuers", each.id, "name"), each.name, each.aliases) for each in issuers.values()),
        ((("roles", each.id, "title"), each.title, each.aliases) for each in roles.values()),
    )
    return tuple(map(names_of, kinds))


def names_of(records: Iterable[tuple[DataPath, str, Iterable[str]]]) -> Iterator[Named]:
    """Yield the names of records, given as the first with its data path, and the others."""
    for path, main, aliases in records:
        section, record_id, _ = path
        yield comparable(main), str(record_id), path
        for index, alias in enumerate(aliases):
            yield comparable(alias), str(record_id), (section, record_id, "aliases", index)


def comparable(name: str) -> str:
    """Return a name without what nobody hears: case, width and spacing."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def drawn(name: str) -> str:
    """Return a name as the eye takes it: no accents, no spacing, look-alike letters as Latin."""
    name = comparable(name)
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name).translate(CONFUSABLE)
        name = "".join(each for each in apart if not unicodedata.combining(each))
    return MEANINGLESS.sub("", name)

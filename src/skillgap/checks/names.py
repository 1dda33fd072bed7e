"""Names that two records share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog

Named = tuple[str, str, DataPath]
"""A name as it is compared, the id of its record, and its place."""


def check_names(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find labels, titles and aliases that two records of one kind share.

    Titles of credentials may be shared by different issuers.
    """
    kinds: tuple[Iterator[Named], ...] = (
        (
            named
            for each in catalog.skills.values()
            for named in names_of("skills", each.id, "label", each.label, each.aliases)
        ),
        (
            named
            for each in catalog.issuers.values()
            for named in names_of("issuers", each.id, "name", each.name, each.aliases)
        ),
        (
            (f"{each.issuer} {comparable(each.title)}", each.id, ("credentials", each.id, "title"))
            for each in catalog.credentials.values()
        ),
        (
            named
            for each in catalog.roles.values()
            for named in names_of("roles", each.id, "title", each.title, each.aliases)
        ),
    )
    for kind in kinds:
        yield from clashes(kind, places)


def names_of(
    section: str, record_id: str, field_name: str, main: str, aliases: Iterable[str]
) -> Iterator[Named]:
    """Give the names of one record."""
    yield comparable(main), record_id, (section, record_id, field_name)
    for index, alias in enumerate(aliases):
        yield comparable(alias), record_id, (section, record_id, "aliases", index)


def clashes(names: Iterable[Named], places: Places) -> Iterator[Diagnostic]:
    """Find names that a record before has as well."""
    first: dict[str, tuple[str, DataPath]] = {}
    for name, record_id, place in names:
        owner, owner_place = first.setdefault(name, (record_id, place))
        if owner != record_id:
            spot = places.spot(place)
            message = f"`{record_id}` has a name that `{owner}` has as well"
            related = places.spot(owner_place).related(f"the name of `{owner}` is here")
            hint = "keep it where most people would look for it"
            yield spot.diagnose("SG306", message, hint=hint, related=related)


def comparable(name: str) -> str:
    """Give a name without what nobody hears: case, width and spacing."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())

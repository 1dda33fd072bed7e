"""Ids and titles that a person types, to the things of a catalog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, IssuerId, StackId
from skillgap.errors import UserError
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.match import Candidate, match_role, rank
from skillgap.matching.normalize import normalize
from skillgap.text import clean, excerpt, listed

SURE_METHODS = ("exact", "alias", "key")
NEAREST = 3

if TYPE_CHECKING:
    from typing import TypeVar

    Key = TypeVar("Key", bound=str)


def find_credentials(
    option: str, texts: Iterable[str], catalog: Catalog
) -> tuple[CredentialId, ...]:
    """Find credentials by id, title or alias. Raises `UserError` for one that there is not."""
    entries = (Entry(each.id, each.title, each.aliases) for each in catalog.credentials.values())
    return find_all(option, "credential", texts, catalog.credentials, entries)


def find_issuers(option: str, texts: Iterable[str], catalog: Catalog) -> tuple[IssuerId, ...]:
    """Find issuers by id, name or alias. Raises `UserError` for one that there is not."""
    entries = (Entry(each.id, each.name, each.aliases) for each in catalog.issuers.values())
    return find_all(option, "issuer", texts, catalog.issuers, entries)


def find_stacks(option: str, texts: Iterable[str], catalog: Catalog) -> tuple[StackId, ...]:
    """Find stacks by id or title. Raises `UserError` for one that there is not."""
    entries = (Entry(each.id, each.title or each.id, ()) for each in catalog.stacks.values())
    return find_all(option, "stack", texts, catalog.stacks, entries)


def find_all(
    option: str,
    kind: str,
    texts: Iterable[str],
    known: Mapping[Key, object],
    entries: Iterable[Entry],
) -> tuple[Key, ...]:
    """Find each text, in the order given, each thing once."""
    texts = tuple(texts)
    by_id = {str(key): key for key in known} if texts else {}
    found: list[Key] = []
    index: MatchIndex | None = None
    for text in texts:
        if text in by_id:
            found.append(by_id[text])
            continue
        index = index or MatchIndex.build(entries)
        for part in parts_of(text, by_id, index):
            if as_id(part) in by_id:
                found.append(by_id[as_id(part)])
                continue
            match = match_role(index, part)
            if match.status != "matched" or match.id is None or match.method not in SURE_METHODS:
                raise unknown(option, kind, part, rank(index, part, NEAREST))
            found.append(by_id[match.id])
    return tuple(dict.fromkeys(found))


def as_id(text: str) -> str:
    """Give words as the id they would have."""
    return normalize(text).replace(" ", "-")


def parts_of(text: str, by_id: Mapping[str, object], index: MatchIndex) -> list[str]:
    """Give the parts of a list with commas, or the whole where it is a title that has some."""
    if "," not in text or as_id(text) in by_id or match_role(index, text).method in SURE_METHODS:
        return [text.strip()]
    return [part.strip() for part in text.split(",") if part.strip()]


def unknown(option: str, kind: str, text: str, nearest: Sequence[Candidate]) -> UserError:
    """Make the error for a text that names nothing."""
    near = [f"`{each.id}` ({clean(each.label)})" for each in nearest]
    hint = f"did you mean {listed(near, 'or')}?" if near else f"the catalog has no {kind} like it"
    return UserError(f"`{option}` names no {kind}: `{excerpt(text)}`", hint=hint)

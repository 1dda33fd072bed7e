"""The things of a catalog by what a person calls them: their ids, or their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, IssuerId, StackId
from skillgap.domain.issuer import Issuer
from skillgap.domain.skill import Skill
from skillgap.errors import UserError
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.match import Candidate, Match, match_role, rank
from skillgap.matching.normalize import normalize
from skillgap.text import clean, excerpt, listed

if TYPE_CHECKING:
    from typing import TypeVar

    from skillgap.rendering.show.text import Shown

    Key = TypeVar("Key", bound=str)

SURE_METHODS: Final = ("exact", "alias", "key")
NEAREST: Final = 5
NEAREST_OF_A_KIND: Final = 3
ARTICLES: Final = MappingProxyType(
    {
        "role": "a role",
        "credential": "a credential",
        "skill": "a skill",
        "issuer": "an issuer",
        "stack": "a stack",
    }
)


def find_credentials(
    option: str, texts: Sequence[str], catalog: Catalog
) -> tuple[CredentialId, ...]:
    """Find credentials by id, title or alias. Raises `UserError` for one that there is not."""
    return find_all(option, "credential", texts, catalog.credentials)


def find_issuers(option: str, texts: Sequence[str], catalog: Catalog) -> tuple[IssuerId, ...]:
    """Find issuers by id, name or alias. Raises `UserError` for one that there is not."""
    return find_all(option, "issuer", texts, catalog.issuers)


def find_stacks(option: str, texts: Sequence[str], catalog: Catalog) -> tuple[StackId, ...]:
    """Find stacks by id or title. Raises `UserError` for one that there is not."""
    return find_all(option, "stack", texts, catalog.stacks)


def find_all(
    option: str, kind: str, texts: Sequence[str], things: Mapping[Key, Shown]
) -> tuple[Key, ...]:
    """Find each text, in the order given, each thing once."""
    by_id = {str(key): key for key in things} if texts else {}
    found: list[Key] = []
    index: MatchIndex | None = None
    for text in texts:
        if text in by_id:
            found.append(by_id[text])
            continue
        index = index or index_of(things.values())
        for part in parts_of(text, by_id, index):
            if as_id(part) in by_id:
                found.append(by_id[as_id(part)])
                continue
            match = match_role(index, part)
            if match.status != "matched" or match.id is None or match.method not in SURE_METHODS:
                raise unknown(option, kind, part, rank(index, part, NEAREST_OF_A_KIND))
            found.append(by_id[match.id])
    return tuple(dict.fromkeys(found))


def index_of(things: Iterable[Shown]) -> MatchIndex:
    """Index things by what they are called."""
    return MatchIndex.build(
        Entry(each.id, name_of(each), getattr(each, "aliases", ())) for each in things
    )


def as_id(text: str) -> str:
    """Return words as the id they would have."""
    return normalize(text).replace(" ", "-")


def parts_of(text: str, by_id: Mapping[str, object], index: MatchIndex) -> list[str]:
    """Return the parts of a list with commas, or the whole where it is a title that has some."""
    if "," not in text or as_id(text) in by_id or match_role(index, text).method in SURE_METHODS:
        return [text.strip()]
    return [part.strip() for part in text.split(",") if part.strip()]


def unknown(option: str, kind: str, text: str, nearest: Sequence[Candidate]) -> UserError:
    """Make the error for a text that names nothing."""
    near = [f"`{each.id}` ({clean(each.label)})" for each in nearest]
    hint = f"did you mean {listed(near, 'or')}?" if near else f"the catalog has no {kind} like it"
    return UserError(f"`{option}` names no {kind}: `{excerpt(text)}`", hint=hint)


def find_thing(text: str, kind: str | None, catalog: Catalog) -> Shown:
    """Find what an id or a name stands for, within `kind` where one is given.

    Raises `UserError` where it is nothing, naming the nearest, or several things.
    """
    things = shelves(catalog)
    kinds = [each for each in things if kind in (None, each)]
    for key in (text, as_id(text)):
        holders = [each for each in kinds if key in things[each]]
        if holders:
            return things[only_one(text, holders, key)][key]
    matches = {each: match_role(index_of(things[each].values()), text) for each in kinds}
    named = [each for each in kinds if is_sure(matches[each])] or [
        each for each in kinds if matches[each].status == "matched"
    ]
    if named:
        found = matches[only_one(text, named, None)]
        chosen = named[0]
        return things[chosen][str(found.id)]
    near = holding_all_words(text, kinds, things)
    if len(near) == 1:
        return things[near[0].kind][near[0].id]
    raise UserError(
        f"nothing is called `{excerpt(text)}`", hint=tell_nearest(near or nearest(matches))
    )


class Near(msgspec.Struct, frozen=True):
    """A thing that words may have meant."""

    id: str
    label: str
    kind: str


def name_of(thing: Shown) -> str:
    """Return what a thing is called."""
    if isinstance(thing, Skill):
        return thing.label
    if isinstance(thing, Issuer):
        return thing.name
    return thing.title or thing.id


def holding_all_words(
    text: str, kinds: list[str], things: Mapping[str, Mapping[str, Shown]]
) -> list[Near]:
    """Find the things whose name holds every one of the words."""
    words = normalize(text).split()
    if not words:
        return []
    return [
        Near(key, name_of(thing), kind)
        for kind in kinds
        for key, thing in things[kind].items()
        if set(words) <= set(normalize(name_of(thing)).split())
    ]


def shelves(catalog: Catalog) -> dict[str, Mapping[str, Shown]]:
    """Return the things of each kind by id."""
    return {
        "role": {str(key): value for key, value in catalog.roles.items()},
        "credential": {str(key): value for key, value in catalog.credentials.items()},
        "skill": {str(key): value for key, value in catalog.skills.items()},
        "issuer": {str(key): value for key, value in catalog.issuers.items()},
        "stack": {str(key): value for key, value in catalog.stacks.items()},
    }


def is_sure(match: Match) -> bool:
    """Say whether words are a thing's own name."""
    return match.status == "matched" and match.method in SURE_METHODS


def only_one(text: str, kinds: list[str], key: str | None) -> str:
    """Return the one kind there is. Raises `UserError` where there are several."""
    if len(kinds) > 1:
        what = "the id of" if key else "the name of"
        raise UserError(
            f"`{excerpt(text)}` is {what} {listed([ARTICLES[each] for each in kinds])}",
            hint=f"say which with {listed([f'`--kind {each}`' for each in kinds], 'or')}",
        )
    return kinds[0]


def nearest(matches: Mapping[str, Match]) -> list[Near]:
    """Return the things of every kind in the order of how near they are."""
    near = sorted(
        (-each.score, kind, each.id, each.label)
        for kind, match in matches.items()
        for each in match.runners_up
    )
    return [Near(key, label, kind) for _, kind, key, label in near]


def tell_nearest(near: list[Near]) -> str:
    """Name things that words may have meant."""
    if not near:
        return "`skillgap roles` lists the roles, `skillgap match` finds skills"
    lines = [f"  {each.id}: {clean(each.label)} ({each.kind})" for each in near[:NEAREST]]
    more = f"\n  and {len(near) - NEAREST} more" if len(near) > NEAREST else ""
    return "nearest:\n" + "\n".join(lines) + more

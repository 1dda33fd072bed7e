"""One thing of a catalog, of whatever kind, by its id or its name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from skillgap.cli.choices import SURE_METHODS, as_id
from skillgap.domain.catalog import Catalog
from skillgap.domain.issuer import Issuer
from skillgap.domain.skill import Skill
from skillgap.errors import UserError
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.match import Match, match_role
from skillgap.matching.normalize import normalize
from skillgap.rendering.show.text import Shown
from skillgap.text import clean, excerpt, listed

NEAREST = 5
ARTICLES = MappingProxyType(
    {
        "role": "a role",
        "credential": "a credential",
        "skill": "a skill",
        "issuer": "an issuer",
        "stack": "a stack",
    }
)


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
    matches = {each: match_role(index_of(each, catalog), text) for each in kinds}
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
    """Give what a thing is called."""
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
    """Give the things of each kind by id."""
    return {
        "role": {str(key): value for key, value in catalog.roles.items()},
        "credential": {str(key): value for key, value in catalog.credentials.items()},
        "skill": {str(key): value for key, value in catalog.skills.items()},
        "issuer": {str(key): value for key, value in catalog.issuers.items()},
        "stack": {str(key): value for key, value in catalog.stacks.items()},
    }


def index_of(kind: str, catalog: Catalog) -> MatchIndex:
    """Index the names of one kind."""
    if kind == "role":
        entries = [Entry(each.id, each.title, each.aliases) for each in catalog.roles.values()]
    elif kind == "credential":
        entries = [
            Entry(each.id, each.title, each.aliases) for each in catalog.credentials.values()
        ]
    elif kind == "skill":
        entries = [Entry(each.id, each.label, each.aliases) for each in catalog.skills.values()]
    elif kind == "issuer":
        entries = [Entry(each.id, each.name, each.aliases) for each in catalog.issuers.values()]
    else:
        entries = [Entry(each.id, each.title or each.id) for each in catalog.stacks.values()]
    return MatchIndex.build(entries)


def is_sure(match: Match) -> bool:
    """Say whether words are a thing's own name."""
    return match.status == "matched" and match.method in SURE_METHODS


def only_one(text: str, kinds: list[str], key: str | None) -> str:
    """Give the one kind there is. Raises `UserError` where there are several."""
    if len(kinds) > 1:
        what = "the id of" if key else "the name of"
        raise UserError(
            f"`{excerpt(text)}` is {what} {listed([ARTICLES[each] for each in kinds])}",
            hint=f"say which with {listed([f'`--kind {each}`' for each in kinds], 'or')}",
        )
    return kinds[0]


def nearest(matches: Mapping[str, Match]) -> list[Near]:
    """Give the things of every kind in the order of how near they are."""
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

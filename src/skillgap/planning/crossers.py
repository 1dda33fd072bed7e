"""First crossers: who can be the first to serve a need."""

from __future__ import annotations

from collections.abc import Mapping

from skillgap.planning.chaining import walk
from skillgap.planning.components import find_components
from skillgap.planning.world import Atom, Need, World, serves
from skillgap.typed import Final

EXACT_WORK: Final = 300_000
"""How many steps of chaining may be spent on the exact test, some tens of milliseconds."""


def find_first_crossers(world: World) -> tuple[tuple[int, ...], ...]:
    """Give, for every need, the providers that can be taken while nobody serves it yet.

    In any order of a plan, whoever serves a need first was taken while it was not served. Rows
    that list only these are tighter, and most circles of two vanish from the model. The exact test
    chains forward with the need never served; only providers on a circle can fail it, so only
    needs with such providers are tested, as far as EXACT_WORK goes. The cheap test, whether a
    provider itself asks for the need or for more, is made for every one on a circle.
    """
    circular = find_circular_items(world)
    work = EXACT_WORK
    size = len(world.items) + sum(map(len, world.provides))
    speaking = needs_by_name(world)
    crossers = []
    for number, need in enumerate(world.needs):
        providers = world.providers[number]
        if not circular.isdisjoint(providers):
            providers = tuple(
                each
                for each in providers
                if each not in circular or not asks_for(world, each, number)
            )
            if work >= size and len(providers) > 1 and not circular.isdisjoint(providers):
                work -= size
                ignored = ignore_need(world, need, speaking)
                first = set(walk(world, ignored=ignored).order)
                providers = tuple(each for each in providers if each in first)
        crossers.append(providers)
    return tuple(crossers)


def find_circular_items(world: World) -> frozenset[int]:
    """Find the items that lie on a circle of needs, those that serve their own included.

    Needs are nodes of their own, numbered after the items: edges from every item to every provider
    of what it asks for would be too many.
    """
    first_need = len(world.items)
    edges = {
        item: tuple(
            dict.fromkeys(
                first_need + need for group in groups for need in world.group_needs[group]
            )
        )
        for item, groups in enumerate(world.groups_of)
    }
    edges.update((first_need + need, items) for need, items in enumerate(world.providers))
    return frozenset(
        node
        for component in find_components(edges)
        if len(component) > 1
        for node in component
        if node < first_need
    )


def asks_for(world: World, item: int, need: int) -> bool:
    """Say whether an item cannot be done before the need is served, by its own groups alone."""
    wanted = set(world.needs[need])
    return any(
        all(
            implies(atom, wanted)
            for other in world.group_needs[group]
            for atom in world.needs[other]
        )
        for group in world.groups_of[item]
    )


def implies(atom: Atom, wanted: set[Atom]) -> bool:
    """Say whether having an atom means having one of those wanted."""
    name, level = atom
    if level == 0:
        return atom in wanted
    return any(other == name and 0 < least <= level for other, least in wanted)


def needs_by_name(world: World) -> Mapping[str, list[int]]:
    """List for each skill and credential the needs that speak of it."""
    speaking: dict[str, list[int]] = {}
    for number, need in enumerate(world.needs):
        for name in dict.fromkeys(name for name, _ in need):
            speaking.setdefault(name, []).append(number)
    return speaking


def ignore_need(
    world: World, need: Need, speaking: Mapping[str, list[int]]
) -> Mapping[int, frozenset[int]]:
    """List, for every need, the providers that serve it only by serving `need` as well."""
    wanted = set(need)
    near = {number for name, _ in need for number in speaking[name]}
    ignored: dict[int, frozenset[int]] = {}
    for number in sorted(near):
        other = world.needs[number]
        rest = tuple(atom for atom in other if not implies(atom, wanted))
        if len(rest) < len(other):
            ignored[number] = frozenset(
                each for each in world.providers[number] if not serves(world.items[each], rest)
            )
    return ignored

"""Forward chaining: what can be done, in an order, from what is held."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Sequence

import msgspec

from skillgap.planning.graph.world import Atom, Need, World


class Reach(msgspec.Struct, frozen=True):
    """Items in an order in which each finds its needs served, and which needs are served."""

    order: tuple[int, ...]
    served: bytearray

    def serves(self, need: int) -> bool:
        """Say whether a need is served in the end."""
        return bool(self.served[need])


def chain(world: World, allowed: Container[int] | None = None) -> Reach:
    """Do everything that can be done with the items allowed (all of them, by default).

    An item whose corequisites are not served in the end is left out, and what rests on it.
    """
    reach = walk(world, allowed)
    while world.corequisites:
        alone = {
            item
            for item in reach.order
            if not all(reach.serves(need) for need in world.corequisites.get(item, ()))
        }
        if not alone:
            break
        reach = walk(world, set(reach.order) - alone)
    return reach


def walk(world: World, allowed: Container[int] | None = None) -> Reach:
    """Do everything that can be done in an order, corequisites left aside.

    Linear in the size of the world.
    """
    waits = list(world.waits)
    missing = list(world.counts)
    served = bytearray(len(world.needs))
    order = [
        item
        for item, wait in enumerate(waits)
        if wait == 0 and (allowed is None or item in allowed)
    ]
    for item in order:
        for need in world.provides[item]:
            if served[need]:
                continue
            served[need] = 1
            for group in world.watchers[need]:
                missing[group] -= 1
                if missing[group] == 0:
                    owner = world.owners[group]
                    waits[owner] -= 1
                    if waits[owner] == 0 and (allowed is None or owner in allowed):
                        order.append(owner)
    return Reach(tuple(order), served)


def find_first_crossers(world: World) -> tuple[tuple[int, ...], ...]:
    """Give, for every need, the providers that can be taken while nobody serves it yet.

    In any order of a plan, whoever serves a need first was taken while it was not served, after
    items that do not serve it. Rows that list only these are tighter, and most circles vanish from
    the model (Hoffmann, Porteous and Sebastia, 2004, call these first achievers).
    """
    spared = find_spared(world)
    return tuple(
        tuple([each for each in providers if spared[each] >> need & 1])
        for need, providers in enumerate(world.providers)
    )


def find_spared(world: World) -> Sequence[int]:
    """Give, for every item, the needs that can all stay unserved until it is taken.

    Each is a number with a bit for each need: one walk forward settles all needs at once. For each
    need alone it is the walk over the items that do not serve it. Corequisites are left aside.
    """
    serving = [sum([1 << need for need in provided]) for provided in world.provides]
    spared = [0] * len(world.items)
    spared_by_need = [0] * len(world.needs)
    waiting = deque(item for item, wait in enumerate(world.waits) if wait == 0)
    for item in waiting:
        spared[item] = -1
    while waiting:
        item = waiting.popleft()
        offered = spared[item] & ~serving[item]
        for need in world.provides[item]:
            if not offered & ~spared_by_need[need]:
                continue
            spared_by_need[need] |= offered
            for group in world.watchers[need]:
                owner = world.owners[group]
                more = find_spared_of(world, owner, spared_by_need)
                if more != spared[owner]:
                    spared[owner] = more
                    waiting.append(owner)
    return spared


def find_spared_of(world: World, item: int, spared_by_need: Sequence[int]) -> int:
    """Give the needs that can stay unserved while all that an item asks for comes about."""
    spared = -1
    for group in world.groups_of[item]:
        at_least = [-1] + [0] * world.counts[group]
        for need in world.group_needs[group]:
            one_more = spared_by_need[need]
            for count in range(len(at_least) - 1, 0, -1):
                at_least[count] |= at_least[count - 1] & one_more
        spared &= at_least[-1]
    return spared


def find_possible_crossers(world: World) -> tuple[tuple[int, ...], ...]:
    """Give, for every need, the providers that do not ask for the need themselves, or for more.

    Whoever holds whatever, as long as nothing that they hold serves the need, nobody else can be
    the first to serve it.
    """
    return tuple(
        tuple([each for each in providers if not asks_for(world, each, need)])
        for need, providers in enumerate(world.providers)
    )


def asks_for(world: World, item: int, need: int) -> bool:
    """Say whether an item cannot be done before a need is served, by its own groups alone."""
    wanted = world.needs[need]
    return any(
        all(
            implies(atom, wanted)
            for other in world.group_needs[group]
            for atom in world.needs[other]
        )
        for group in world.groups_of[item]
    )


def implies(atom: Atom, wanted: Need) -> bool:
    """Say whether having an atom means having one of those wanted."""
    name, level = atom
    if level == 0:
        return atom in wanted
    return any(other == name and 0 < least <= level for other, least in wanted)

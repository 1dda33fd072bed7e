"""Reachability: what can be done, in an order, from what is held."""

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
        """Return whether a need is served in the end."""
        return bool(self.served[need])


def find_reach(world: World, allowed: Container[int] | None = None) -> Reach:
    """Find what can be done with the items allowed (all of them, by default).

    An item whose corequisites are not served in the end is left out, and what rests on it.
    """
    reach = reach_in_order(world, allowed)
    while world.corequisites:
        alone = {
            item
            for item in reach.order
            if not all(reach.serves(need) for need in world.corequisites.get(item, ()))
        }
        if not alone:
            break
        reach = reach_in_order(world, set(reach.order) - alone)
    return reach


def reach_in_order(world: World, allowed: Container[int] | None = None) -> Reach:
    """Find what can be done in an order, corequisites left aside.

    Linear in the size of the world: every need is served at most once, every group counts down.
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


def find_first_achievers(world: World) -> tuple[tuple[int, ...], ...]:
    """Return, for every need, the achievers that can be done while it is not served.

    1. Let a be the first item of a plan, in the order it is done, that serves need n.
    2. Everything done before a leaves n unserved.
    3. So a can be done while n is unserved: a is one of the first achievers F(n).
    4. So y(n) <= sum of x(a) over a in F(n) holds for every plan that can be done.

    The constraint of 4 is tighter than the one over all achievers, and most loops vanish with it
    (Hoffmann, Porteous and Sebastia, 2004).
    """
    delayable = find_delayable(world)
    return tuple(
        tuple([each for each in achievers if delayable[each] >> need & 1])
        for need, achievers in enumerate(world.achievers)
    )


def find_delayable(world: World) -> Sequence[int]:
    """Return, for every item, the needs that can all stay unserved until it is done.

    Each is a number with one bit for a need, so that one pass settles all needs at once.
    Corequisites are left aside.
    """
    serving = [sum([1 << need for need in provided]) for provided in world.provides]
    delayable = [0] * len(world.items)
    delayable_by_need = [0] * len(world.needs)
    waiting = deque(item for item, wait in enumerate(world.waits) if wait == 0)
    for item in waiting:
        delayable[item] = -1
    while waiting:
        item = waiting.popleft()
        offered = delayable[item] & ~serving[item]
        for need in world.provides[item]:
            if not offered & ~delayable_by_need[need]:
                continue
            delayable_by_need[need] |= offered
            for group in world.watchers[need]:
                owner = world.owners[group]
                more = find_delayable_of(world, owner, delayable_by_need)
                if more != delayable[owner]:
                    delayable[owner] = more
                    waiting.append(owner)
    return delayable


def find_delayable_of(world: World, item: int, delayable_by_need: Sequence[int]) -> int:
    """Return the needs that can stay unserved while all groups of an item are served."""
    delayable = -1
    for group in world.groups_of[item]:
        at_least = [-1] + [0] * world.counts[group]
        for need in world.group_needs[group]:
            one_more = delayable_by_need[need]
            for count in range(len(at_least) - 1, 0, -1):
                at_least[count] |= at_least[count - 1] & one_more
        delayable &= at_least[-1]
    return delayable


def find_possible_achievers(world: World) -> tuple[tuple[int, ...], ...]:
    """Return, for every need, the achievers that do not ask for it, or for more, themselves.

    Whatever is held, if nothing that is held serves the need, nobody else can be the first to.
    """
    return tuple(
        tuple([each for each in achievers if not asks_for(world, each, need)])
        for need, achievers in enumerate(world.achievers)
    )


def asks_for(world: World, item: int, need: int) -> bool:
    """Return whether an item cannot be done before a need is served, by its own groups alone."""
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
    """Return whether having an atom means having one of those wanted."""
    name, level = atom
    if level == 0:
        return atom in wanted
    return any(other == name and 0 < least <= level for other, least in wanted)

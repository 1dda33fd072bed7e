"""Forward chaining: what can be done, in an order, from what is held."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from skillgap.planning.world import World


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

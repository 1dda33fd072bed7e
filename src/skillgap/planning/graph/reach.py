"""Reachability: what can be done, in an order, from what is held."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from skillgap.planning.graph.world import Atom, Need, World


class Reach(msgspec.Struct, frozen=True):
    """Items in an order in which each finds its needs served, and which needs are served."""

    order: tuple[int, ...]
    served: bytearray

    def serves(self, need: int) -> bool:
        """Return whether a need is served in the end."""
        return bool(self.served[need])


def find_reach(world: World, allowed: Collection[int] | None = None) -> Reach:
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


def reach_in_order(world: World, allowed: Collection[int] | None = None) -> Reach:
    """Find what can be done in an order, corequisites left aside.

    Linear in the size of what is allowed: every need is served once, every group counts down.
    """
    waits = list(world.waits)
    missing = list(world.counts)
    served = bytearray(len(world.needs))
    among = range(len(waits)) if allowed is None else sorted(allowed)
    order = [item for item in among if waits[item] == 0]
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
    """Return, for every need, the achievers that do not ask for it, or for more, themselves.

    1. Let a be the first item of a plan, in the order it is done, that serves need n.
    2. Everything done before a leaves n unserved.
    3. So a does not ask for n, nor for more than n: a is one of the first achievers F(n).
    4. So y(n) <= sum of x(a) over a in F(n) holds for every plan that can be done.

    Hoffmann, Porteous and Sebastia (2004) find fewer, by the reach without each need.
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

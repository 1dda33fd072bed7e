"""Rows beside those of needs: the days a path takes, and what completed stacks take off."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import Final

from skillgap.planning.counting import price_of
from skillgap.planning.engine import Problem
from skillgap.planning.world import World

MOST_DAYS: Final = 10_000_000
"""Longer than any path: all that a column of days may hold."""


def add_clock(problem: Problem, world: World) -> None:
    """Write the days a path takes, from below: what no timetable of its offers can beat.

    All work one after another; all time shared out among as many as run at once; and for every
    offer the time until it can be done at the earliest.
    """
    clock = problem.add_column(is_integral=True, upper=float(MOST_DAYS))
    offers = {at: item.offer for at, item in enumerate(world.items) if item.offer is not None}
    work = [(at, float(offer.work_days)) for at, offer in offers.items()]
    problem.add_row([(clock, -1.0), *work], upper=0.0)
    spans = [(at, float(offer.days)) for at, offer in offers.items()]
    problem.add_row([(clock, -float(world.at_once)), *spans], upper=0.0)
    for at, end in earliest_ends(world).items():
        if world.items[at].offer is not None:
            problem.add_row([(at, float(end)), (clock, -1.0)], upper=0.0)


def earliest_ends(world: World) -> dict[int, int]:
    """Give for every item that can be done the day before which it cannot be, with no limit."""
    waits, missing = list(world.waits), list(world.counts)
    served = bytearray(len(world.needs))
    ends: dict[int, int] = {}
    agenda = [(days_of(world, at), at) for at, wait in enumerate(waits) if wait == 0]
    heapify(agenda)
    while agenda:
        end, item = heappop(agenda)
        ends[item] = end
        for need in world.provides[item]:
            if served[need]:
                continue
            served[need] = 1
            for group in world.watchers[need]:
                missing[group] -= 1
                if missing[group] == 0:
                    owner = world.owners[group]
                    waits[owner] -= 1
                    if waits[owner] == 0:
                        heappush(agenda, (end + days_of(world, owner), owner))
    return ends


def days_of(world: World, item: int) -> int:
    """Give the days an item takes, none for a stack."""
    offer = world.items[item].offer
    return 0 if offer is None else offer.days


def add_rebates(problem: Problem, world: World) -> dict[tuple[int, int], int]:
    """Write what completed stacks take off; gives the column of each rebate and member of it.

    A rebate on one member is its own such column. Each is given only with its stack and its
    members, an amount only where its members cost that much, and no member serves two.
    """
    shares: dict[tuple[int, int], int] = {}
    serving: dict[int, list[int]] = {}
    for number, rebate in enumerate(world.rebates):
        given = len(world.items) + number
        problem.add_row([(given, 1.0), (rebate.stack, -1.0)], upper=0.0)
        for member in rebate.members:
            share = problem.add_column(is_integral=True) if rebate.is_amount else given
            shares[number, member] = share
            serving.setdefault(member, []).append(share)
            problem.add_row([(share, 1.0), (member, -1.0)], upper=0.0)
        if rebate.is_amount:
            covered = [
                (shares[number, member], -float(price_of(world, member)))
                for member in rebate.members
            ]
            problem.add_row([(given, float(rebate.cents)), *covered], upper=0.0)
    for columns in serving.values():
        if len(columns) > 1:
            problem.add_row([(each, 1.0) for each in columns], upper=1.0)
    return shares

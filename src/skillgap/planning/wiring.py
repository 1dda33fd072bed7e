"""Items connected with the needs that they serve and ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from skillgap.planning.world import Item, Need, Rebate, World

Asked = Sequence[tuple[int, tuple[int, ...]]]
"""What an item asks for: of each group how many, and the numbers of its needs."""


def wire(items: tuple[Item, ...], roots: Iterable[Need], at_once: int = 1) -> World:
    """Connect items with all the needs that they and `roots` speak of."""
    asked = dict.fromkeys(roots)
    for item in items:
        asked.update(dict.fromkeys(item.corequisites))
        for group in item.groups:
            asked.update(dict.fromkeys(group.needs))
    needs = tuple(sorted(asked))
    number_of = {need: number for number, need in enumerate(needs)}
    asking = index_atoms(needs)
    return connect(
        items,
        needs,
        tuple([needs_served(item, asking) for item in items]),
        [
            [(each.count, tuple([number_of[need] for need in each.needs])) for each in item.groups]
            for item in items
        ],
        {
            number: tuple([number_of[need] for need in item.corequisites])
            for number, item in enumerate(items)
            if item.corequisites
        },
        tuple(find_rebates(items)),
        at_once,
    )


def restrict(world: World, kept: Sequence[int], roots: Iterable[Need]) -> World:
    """Give what `wire` gives for some of a world's items, which come in their order.

    Why not by wiring: what serves what is known, and a plan makes the same world smaller twice.
    """
    asked = bytearray(len(world.needs))
    for root in roots:
        asked[world.number_of[root]] = 1
    for item in kept:
        for need in world.corequisites.get(item, ()):
            asked[need] = 1
        for group in world.groups_of[item]:
            for need in world.group_needs[group]:
                asked[need] = 1
    needs = [need for need, is_asked in enumerate(asked) if is_asked]
    new = dict(zip(needs, range(len(needs)), strict=True))
    items = tuple([world.items[item] for item in kept])
    return connect(
        items,
        tuple([world.needs[need] for need in needs]),
        tuple(
            [tuple([new[need] for need in world.provides[item] if asked[need]]) for item in kept]
        ),
        [
            [
                (world.counts[group], tuple([new[need] for need in world.group_needs[group]]))
                for group in world.groups_of[item]
            ]
            for item in kept
        ],
        {
            number: tuple([new[need] for need in world.corequisites[item]])
            for number, item in enumerate(kept)
            if item in world.corequisites
        },
        tuple(find_rebates(items)) if world.rebates else (),
        world.at_once,
    )


def connect(
    items: tuple[Item, ...],
    needs: tuple[Need, ...],
    provides: tuple[tuple[int, ...], ...],
    asked: Sequence[Asked],
    corequisites: Mapping[int, tuple[int, ...]],
    rebates: tuple[Rebate, ...],
    at_once: int,
) -> World:
    """Make a world of items whose needs are numbered; `asked` and `provides` are item by item."""
    providers: list[list[int]] = [[] for _ in needs]
    watchers: list[list[int]] = [[] for _ in needs]
    owners: list[int] = []
    counts: list[int] = []
    group_needs: list[tuple[int, ...]] = []
    groups_of: list[tuple[int, ...]] = []
    for number, served in enumerate(provides):
        for need in served:
            providers[need].append(number)
        first = len(owners)
        for count, numbers in asked[number]:
            for need in numbers:
                watchers[need].append(len(owners))
            owners.append(number)
            counts.append(count)
            group_needs.append(numbers)
        groups_of.append(tuple(range(first, len(owners))))
    return World(
        items=items,
        needs=needs,
        number_of={need: number for number, need in enumerate(needs)},
        provides=provides,
        providers=tuple(map(tuple, providers)),
        watchers=tuple(map(tuple, watchers)),
        owners=tuple(owners),
        counts=tuple(counts),
        group_needs=tuple(group_needs),
        waits=tuple(map(len, groups_of)),
        groups_of=tuple(groups_of),
        corequisites=corequisites,
        rebates=rebates,
        at_once=at_once,
    )


def find_rebates(items: tuple[Item, ...]) -> Iterator[Rebate]:
    """List what completed stacks take off which offers."""
    for number, item in enumerate(items):
        off = item.off
        if off is None:
            continue
        members = {
            at: each.offer.price_cents
            for at, each in enumerate(items)
            if each.offer is not None and each.offer.credential.id in off.on
        }
        members = {at: cents for at, cents in members.items() if cents}
        if off.cents and sum(members.values()) >= off.cents:
            yield Rebate(number, tuple(members), off.cents, is_amount=True)
        for at, cents in members.items():
            if saved := off.share_of(cents):
                yield Rebate(number, (at,), saved, is_amount=False)


def index_atoms(needs: Iterable[Need]) -> dict[str, list[tuple[int, int]]]:
    """List for each skill and credential the levels wanted of it and by which need."""
    asking: dict[str, list[tuple[int, int]]] = {}
    for number, need in enumerate(needs):
        for name, level in need:
            asking.setdefault(name, []).append((level, number))
    return asking


def needs_served(item: Item, asking: Mapping[str, list[tuple[int, int]]]) -> tuple[int, ...]:
    """List the needs that an item serves, in their order.

    A skill and a credential may share an id: the level 0 tells them apart.
    """
    served = {
        number
        for award in item.awards
        for level, number in asking.get(award.skill, ())
        if 0 < level <= award.level
    }
    served.update(
        number
        for credential in item.gives
        for level, number in asking.get(credential, ())
        if level == 0
    )
    return tuple(sorted(served))

"""Items connected with the needs that they serve and ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from skillgap.planning.graph.reach import chain
from skillgap.planning.graph.world import Item, Memberships, Need, Rebate, World, memberships_of
from skillgap.planning.objective import CENTS, STACK_BONUS, balanced_weight
from skillgap.planning.offers import Off, Offer, least_cents

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


def reduce_items(
    items: tuple[Item, ...], roots: Iterable[Need], hour_value: float, at_once: int = 1
) -> World:
    """Wire the relevant items that can be reached."""
    roots = tuple(roots)
    whole = wire_relevant(items, roots, hour_value, at_once)
    reachable = sorted(chain(whole).order)
    return whole if len(reachable) == len(whole.items) else restrict(whole, reachable, roots)


def wire_relevant(
    items: tuple[Item, ...], roots: Iterable[Need], hour_value: float, at_once: int = 1
) -> World:
    """Wire the relevant items, whether or not they can be reached."""
    roots = tuple(roots)
    return wire(find_relevant(items, roots, hour_value), roots, at_once)


def find_relevant(
    items: tuple[Item, ...], roots: Iterable[Need], hour_value: float
) -> tuple[Item, ...]:
    """Keep the items that `roots` lead back to, and stacks that could pay.

    Why this loses nothing: an item on no way back from a root closes nothing and unlocks nothing
    that does, so it could only be worth its place by completing stacks (see `find_fillers`).
    """
    by_atom = index_providers(items)
    wanted = trace_back(items, by_atom, roots)
    wanted |= trace_discounts(items, by_atom, wanted)
    memberships = memberships_of(items)
    fillers = find_fillers(items, memberships, wanted, hour_value)
    if fillers:
        filler_needs = tuple(((items[each].id, 0),) for each in fillers)
        wanted |= trace_back(items, by_atom, filler_needs)
        wanted |= trace_discounts(items, by_atom, wanted)
    wanted |= touched_stacks(items, memberships, wanted)
    return tuple(items[number] for number in sorted(wanted))


def index_providers(items: tuple[Item, ...]) -> Mapping[str, list[tuple[int, int]]]:
    """List for each skill the levels awarded of it, and by which item; credentials at level 0."""
    by_name: dict[str, list[tuple[int, int]]] = {}
    for number, item in enumerate(items):
        for award in item.awards:
            by_name.setdefault(award.skill, []).append((award.level, number))
        for credential in item.gives:
            by_name.setdefault(credential, []).append((0, number))
    return by_name


def trace_back(
    items: tuple[Item, ...],
    by_name: Mapping[str, list[tuple[int, int]]],
    roots: Iterable[Need],
) -> set[int]:
    """Find the items that serve the roots, those that serve these items' needs, and so on."""
    found: set[int] = set()
    waiting = list(roots)
    seen = set(waiting)
    while waiting:
        for name, level in waiting.pop():
            for offered, number in by_name.get(name, ()):
                if (offered < level if level else offered != 0) or number in found:
                    continue
                found.add(number)
                asked = (
                    *(group.needs for group in items[number].groups),
                    items[number].corequisites,
                )
                for need in (need for needs in asked for need in needs):
                    if need not in seen:
                        seen.add(need)
                        waiting.append(need)
    return found


def trace_discounts(
    items: tuple[Item, ...],
    by_name: Mapping[str, list[tuple[int, int]]],
    wanted: AbstractSet[int],
) -> set[int]:
    """Find what leads to the stacks that take something off what is wanted.

    Why: the rest of such a stack may cost less than completing it saves. So may what an amount is
    off for: it is only given where all of that costs as much.
    """
    found: set[int] = set()
    waiting = [number for number, item in enumerate(items) if item.off is not None]
    while True:
        known = wanted | found
        names = {items[each].id for each in known if items[each].offer is not None}
        touched = [each for each in waiting if (off := items[each].off) and names & off.on]
        if not touched:
            return found
        waiting = [each for each in waiting if each not in touched]
        for each in touched:
            needs = [need for group in items[each].groups for need in group.needs]
            off = items[each].off
            if off is not None and off.cents:
                needs += [((member, 0),) for member in sorted(off.on)]
            found |= trace_back(items, by_name, needs)


def find_fillers(
    items: tuple[Item, ...], memberships: Memberships, wanted: set[int], hour_value: float
) -> list[int]:
    """Find offers so light that completing stacks alone could pay for them.

    An offer that weighs at least the bonus of every stack it could help to complete never pays:
    leaving it out of a path loses no more than these bonuses. What could be off it counts as off.
    """
    offs = [item.off for item in items if item.off is not None]
    return [
        number
        for number, item in enumerate(items)
        if item.offer is not None
        and item.id in memberships.asking
        and number not in wanted
        and least_weight(item.offer, offs, hour_value)
        < len(memberships.above(item.id)) * STACK_BONUS * CENTS
    ]


def least_weight(offer: Offer, offs: Iterable[Off], hour_value: float) -> int:
    """Give the least that an offer can weigh, whatever is off it."""
    own = tuple(off for off in offs if offer.credential.id in off.on)
    saved = offer.price_cents - least_cents(offer.price_cents, own)
    return balanced_weight(offer, hour_value) - saved


def touched_stacks(
    items: tuple[Item, ...], memberships: Memberships, wanted: set[int]
) -> AbstractSet[int]:
    """Find the stacks that something wanted counts toward, and those that ask for nothing more."""
    found = {
        number for number, item in enumerate(items) if item.stack is not None and not item.groups
    }
    names = {given for number in (*wanted, *found) for given in items[number].gives}
    for name in sorted(names & memberships.asking.keys()):
        found |= memberships.above(name)
    return found

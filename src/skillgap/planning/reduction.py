"""Only what could matter: credentials that a target leads back to and that can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from skillgap.planning.chaining import chain
from skillgap.planning.discounts import Off, least_cents
from skillgap.planning.memberships import Memberships, memberships_of
from skillgap.planning.objective import CENTS, STACK_BONUS, balanced_weight
from skillgap.planning.offers import Offer
from skillgap.planning.wiring import restrict, wire
from skillgap.planning.world import Item, Need, World


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

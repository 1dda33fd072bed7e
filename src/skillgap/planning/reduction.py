"""Only what could matter: credentials that a target leads back to and that can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from skillgap.domain.identifiers import CredentialId
from skillgap.planning.chaining import chain
from skillgap.planning.objective import CENTS, STACK_BONUS, balanced_weight
from skillgap.planning.offers import Offer
from skillgap.planning.world import Item, Need, World, wire


def reduce_items(
    items: tuple[Item, ...], roots: Iterable[Need], hour_value: float, at_once: int = 1
) -> World:
    """Keep the reachable items that `roots` lead back to, and stacks that could pay.

    Why this loses nothing: an item on no way back from a root closes nothing and unlocks nothing
    that does, so it could only be worth its place by completing stacks (see `find_fillers`).
    """
    roots = tuple(roots)
    by_atom = index_providers(items)
    wanted = trace_back(items, by_atom, roots)
    wanted |= trace_discounts(items, by_atom, wanted)
    fillers = find_fillers(items, wanted, hour_value)
    if fillers:
        filler_needs = tuple(((items[each].id, 0),) for each in fillers)
        wanted |= trace_back(items, by_atom, filler_needs)
        wanted |= trace_discounts(items, by_atom, wanted)
    kept = tuple(
        item for number, item in enumerate(items) if number in wanted or item.stack is not None
    )
    whole = wire(kept, roots, at_once)
    reachable = set(chain(whole).order)
    if len(reachable) == len(kept):
        return whole
    rest = tuple(item for each, item in enumerate(kept) if each in reachable)
    return wire(rest, roots, at_once)


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

    Why: the rest of such a stack may cost less than completing it saves.
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
            found |= trace_back(items, by_name, needs)


def find_fillers(items: tuple[Item, ...], wanted: set[int], hour_value: float) -> list[int]:
    """Find offers so light that completing stacks alone could pay for them.

    An offer that weighs at least the bonus of every stack it could help to complete never pays:
    leaving it out of a path loses no more than these bonuses.
    """
    stacks_with: dict[CredentialId, int] = {}
    earning = 0
    for item in items:
        if item.stack is None:
            continue
        earning += len(item.gives) > 1
        for member in {need[0][0] for group in item.groups for need in group.needs}:
            stacks_with[CredentialId(member)] = stacks_with.get(CredentialId(member), 0) + 1
    earning += sum(item.stack is not None and item.id in stacks_with for item in items)
    return [
        number
        for number, item in enumerate(items)
        if item.offer is not None
        and number not in wanted
        and could_pay(item.offer, stacks_with, earning, hour_value)
    ]


def could_pay(
    offer: Offer, stacks_with: Mapping[CredentialId, int], earning: int, hour_value: float
) -> bool:
    """Say whether the stacks an offer counts in, and those these lead to, outweigh it."""
    direct = stacks_with.get(offer.credential.id, 0)
    if direct == 0:
        return False
    reached = direct + (sum(stacks_with.values()) if earning else 0)
    return balanced_weight(offer, hour_value) < reached * STACK_BONUS * CENTS

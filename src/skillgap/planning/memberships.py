"""Which stacks something counts toward, by way of the stacks inside them too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from skillgap.planning.world import Item


class Memberships:
    """Stacks by number, with what they ask for and what completing them gives.

    `asking` lists for each name the stacks that have it as a member.
    """

    def __init__(self, stacks: Iterable[tuple[int, Iterable[str], Sequence[str]]]) -> None:
        """Take the number, the members and the gifts of each stack."""
        self.gives: dict[int, Sequence[str]] = {}
        asking: dict[str, list[int]] = {}
        for number, members, given in stacks:
            self.gives[number] = given
            for name in dict.fromkeys(members):
                asking.setdefault(name, []).append(number)
        self.asking: Mapping[str, Sequence[int]] = asking

    def above(self, name: str) -> AbstractSet[int]:
        """Find the stacks that something counts toward."""
        found: set[int] = set()
        waiting = [name]
        while waiting:
            fresh = [each for each in self.asking.get(waiting.pop(), ()) if each not in found]
            found.update(fresh)
            waiting += (given for each in fresh for given in self.gives[each])
        return found


def memberships_of(items: Iterable[Item]) -> Memberships:
    """Give the memberships among items, by the items' own numbers."""
    return Memberships(
        (number, (need[0][0] for group in item.groups for need in group.needs), item.gives)
        for number, item in enumerate(items)
        if item.stack is not None
    )

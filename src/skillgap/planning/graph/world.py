"""What could matter to a plan: items, the needs they serve, and the needs they ask for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.domain.skill import SkillLevel
from skillgap.domain.stack import Stack
from skillgap.gap import Holdings
from skillgap.planning.objective import STACK_BONUS
from skillgap.planning.offers import DiscountTerms, Offer, find_discount_terms

Atom = tuple[str, int]
"""A skill with the level wanted of it, or a credential with 0."""

Need = tuple[Atom, ...]
"""A disjunction of atoms in their order: what a role, a credential or a stack asks."""


class Group(msgspec.Struct, frozen=True):
    """At least `count` of these needs."""

    count: int
    needs: tuple[Need, ...]


class Item(msgspec.Struct, frozen=True):
    """An offer, or a stack that completes by itself once all of its `groups` are served.

    Exactly one of `offer` and `stack` is set. What is held already is not asked again. An item is
    also an atom under each id in `gives`. `corequisites` are needs to be served in the end, in
    whatever order. `discount` is what completing a stack takes off the price of its members.
    """

    id: str
    offer: Offer | None
    stack: StackId | None
    groups: tuple[Group, ...]
    awards: tuple[SkillLevel, ...]
    gives: tuple[CredentialId, ...]
    corequisites: tuple[Need, ...] = ()
    discount: DiscountTerms | None = None


class Rebate(msgspec.Struct, frozen=True):
    """What a completed stack takes off the price of some members: `cents` at most.

    It is never more than the members that serve it cost together, and no member serves two. A
    percentage makes one rebate for each member, an amount one for all. In the model a rebate is
    counted in units of `step` cents, which divide whatever it can come to.
    """

    stack: int
    members: tuple[int, ...]
    cents: int
    step: int


class Target(msgspec.Struct, frozen=True):
    """One level of one requirement of the role that is not held yet."""

    requirement: int
    level: int
    need: Need
    weight: int
    is_essential: bool


class World(msgspec.Struct, frozen=True):
    """Items in the order of their ids, offers first, connected with the needs they serve.

    - `provides[i]`: the needs that item i serves; `achievers[n]`: the items that serve need n.
    - `groups_of[i]`: the groups of item i, `waits[i]` in number; `owners[g]`: the item of group g.
    - `group_needs[g]`: the needs of group g, of which it wants `counts[g]`.
    - `watchers[n]`: the groups that need n is in.
    - `corequisites[i]`: needs that item i wants served in the end.

    Where sums are taken, rebates are numbered on from the items, and the `makespan` comes after
    them.
    """

    items: tuple[Item, ...]
    needs: tuple[Need, ...]
    number_of: Mapping[Need, int]
    provides: tuple[tuple[int, ...], ...]
    achievers: tuple[tuple[int, ...], ...]
    watchers: tuple[tuple[int, ...], ...]
    owners: tuple[int, ...]
    counts: tuple[int, ...]
    group_needs: tuple[tuple[int, ...], ...]
    waits: tuple[int, ...]
    groups_of: tuple[tuple[int, ...], ...]
    corequisites: Mapping[int, tuple[int, ...]]
    rebates: tuple[Rebate, ...]
    at_once: int = 1

    @property
    def offer_count(self) -> int:
        """How many offers there are; the stacks come after them."""
        return bisect_left(self.items, True, key=lambda item: item.offer is None)  # noqa: FBT003

    @property
    def stacks(self) -> set[int]:
        """The numbers of the stacks, which complete by themselves."""
        return set(range(self.offer_count, len(self.items)))

    @property
    def makespan(self) -> int | None:
        """The number of the makespan; None where the days add up from the items."""
        return len(self.items) + len(self.rebates) if self.at_once > 1 else None


Measure = Mapping[int, int]
"""What each item adds to a limit or an objective, in whole numbers; items left out add 0.

Rebates are numbered on from the items.
"""


def all_items(
    catalog: Catalog, offers: Mapping[CredentialId, Offer], holdings: Holdings
) -> tuple[Item, ...]:
    """List everything that could be done as items, offers first, each in the order of ids."""
    stacks = (
        stack_item(catalog.stacks[each], catalog, holdings) for each in sorted(catalog.stacks)
    )
    return (
        *(offer_item(offers[each], holdings) for each in sorted(offers)),
        *(each for each in stacks if each is not None),
    )


def offer_item(offer: Offer, holdings: Holdings) -> Item:
    """Return an offer as an item."""
    credential = offer.credential
    groups = [
        Group(1, (skill_need(each.skills, each.level),))
        for each in credential.prerequisites.skills
        if not any(holdings.level_of(skill) >= each.level for skill in each.skills)
    ]
    groups += [
        Group(1, (credential_need(options),))
        for options in credential.prerequisites.credentials
        if not holdings.credentials.intersection(options)
    ]
    return Item(
        id=credential.id,
        offer=offer,
        stack=None,
        groups=tuple(dict.fromkeys(groups)),
        awards=credential.awards,
        gives=(credential.id,),
        corequisites=tuple(
            credential_need((each,))
            for each in dict.fromkeys(credential.corequisites)
            if each not in holdings.credentials
        ),
    )


def stack_item(stack: Stack, catalog: Catalog, holdings: Holdings) -> Item | None:
    """Return a stack as an item, which awards also what the credentials that it earns award.

    None where it is held already or where nothing completes it.
    """
    if stack.id in holdings.stacks or not (stack.all_of or stack.choose):
        return None
    groups = [
        Group(1, (credential_need((member,)),))
        for member in dict.fromkeys(stack.all_of)
        if member not in holdings.credentials
    ]
    if stack.choose is not None:
        options = dict.fromkeys(stack.choose.options)
        held = holdings.credentials.intersection(options)
        still = stack.choose.count - len(held)
        if still > 0:
            needs = tuple(credential_need((each,)) for each in options if each not in held)
            if still > len(needs):
                return None
            groups.append(Group(still, needs))
    gives = tuple(dict.fromkeys((*stack.earns, CredentialId(stack.id))))
    earned = [catalog.credentials[each] for each in gives if each in catalog.credentials]
    return Item(
        id=stack.id,
        offer=None,
        stack=stack.id,
        groups=tuple(groups),
        awards=stack.awards + tuple(award for each in earned for award in each.awards),
        gives=gives,
        discount=find_discount_terms(stack, catalog),
    )


def skill_need(skills: Iterable[SkillId], level: int) -> Need:
    """Ask any one of `skills` at a level."""
    return tuple(sorted({(str(skill), level) for skill in skills}))


def credential_need(credentials: Iterable[CredentialId]) -> Need:
    """Ask any one of `credentials`."""
    return tuple(sorted({(str(each), 0) for each in credentials}))


class Memberships:
    """Which stack counts toward which, by number.

    `asking` lists for each id the stacks that have it as a member; `gives` the ids that come with
    each stack.
    """

    def __init__(self, stacks: Iterable[tuple[int, Iterable[str], Sequence[str]]]) -> None:
        """Take of each stack its number, its members and the ids that come with it."""
        self.gives: dict[int, Sequence[str]] = {}
        asking: dict[str, list[int]] = {}
        for number, members, given in stacks:
            self.gives[number] = given
            for name in dict.fromkeys(members):
                asking.setdefault(name, []).append(number)
        self.asking: Mapping[str, Sequence[int]] = asking

    def above(self, name: str) -> AbstractSet[int]:
        """Find the stacks that something counts toward, directly or through other stacks."""
        found: set[int] = set()
        waiting = [name]
        while waiting:
            fresh = [each for each in self.asking.get(waiting.pop(), ()) if each not in found]
            found.update(fresh)
            waiting += (given for each in fresh for given in self.gives[each])
        return found

    def most_bonus(self, name: str, bonus: Callable[[int], int] = lambda _: STACK_BONUS) -> int:
        """Return the most that something can be worth to stacks: the bonuses of those above it.

        `bonus` gives that of each stack by its number, by default in money.
        """
        return sum(bonus(each) for each in self.above(name))


def memberships_of(items: Iterable[Item]) -> Memberships:
    """Return the memberships among items, by the numbers of the items."""
    return Memberships(
        (number, (need[0][0] for group in item.groups for need in group.needs), item.gives)
        for number, item in enumerate(items)
        if item.stack is not None
    )

"""The part of the catalog that could matter to a plan, as numbered items and needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.domain.skill import SkillLevel
from skillgap.domain.stack import Stack
from skillgap.gap import Holdings
from skillgap.planning.offers import Off, Offer, find_off

Atom = tuple[str, int]
"""A skill with the level wanted of it, or a credential with 0."""

Need = tuple[Atom, ...]
"""Any one of its atoms, in their order: what a role, a credential or a stack asks."""


class Group(msgspec.Struct, frozen=True):
    """At least `count` of these needs."""

    count: int
    needs: tuple[Need, ...]


class Rebate(msgspec.Struct, frozen=True):
    """What a completed stack takes off: `cents`, on what `members` cost together.

    Each of a stack's hundredths is a rebate on one member; an amount is one rebate on all of
    them, given where those that nothing else is off for cost that much. No member serves two.
    """

    stack: int
    members: tuple[int, ...]
    cents: int
    is_amount: bool


class Item(msgspec.Struct, frozen=True):
    """An offer, or a stack that completes by itself: all of `groups` first, then it gives.

    Exactly one of `offer` and `stack` is given. What is held already is no longer asked.
    `corequisites` are needs to be served in the end, in whatever order. `off` is what completing a
    stack takes off the price of its members.
    """

    id: str
    offer: Offer | None
    stack: StackId | None
    groups: tuple[Group, ...]
    awards: tuple[SkillLevel, ...]
    gives: tuple[CredentialId, ...]
    corequisites: tuple[Need, ...] = ()
    off: Off | None = None


class Target(msgspec.Struct, frozen=True):
    """One level of one requirement of the role that is not held yet."""

    requirement: int
    level: int
    need: Need
    weight: int
    is_essential: bool


class World(msgspec.Struct, frozen=True):
    """Items in the order of their ids, offers first, wired to the needs they serve.

    `provides[i]` are the needs that item i serves, `providers[n]` the items that serve need n;
    `watchers[n]` are the groups that wait for need n, `owners[g]` the item of group g,
    `counts[g]` how many of its needs it wants, `waits[i]` how many groups item i waits for.
    `corequisites[i]` are needs that item i wants served in the end. Where sums are taken, rebates
    are numbered on from the items, and after them the `clock`, the days a path takes.
    """

    items: tuple[Item, ...]
    needs: tuple[Need, ...]
    number_of: Mapping[Need, int]
    provides: tuple[tuple[int, ...], ...]
    providers: tuple[tuple[int, ...], ...]
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
    def stacks(self) -> set[int]:
        """The numbers of the stacks, which complete by themselves."""
        return {number for number, item in enumerate(self.items) if item.offer is None}

    @property
    def clock(self) -> int | None:
        """The number of the days a path takes; None where they add up from the items."""
        return len(self.items) + len(self.rebates) if self.at_once > 1 else None


def skill_need(skills: Iterable[SkillId], level: int) -> Need:
    """Ask any one of `skills` at a level."""
    return tuple(sorted({(str(skill), level) for skill in skills}))


def credential_need(credentials: Iterable[CredentialId]) -> Need:
    """Ask any one of `credentials`."""
    return tuple(sorted({(str(each), 0) for each in credentials}))


def offer_item(offer: Offer, holdings: Holdings) -> Item:
    """See an offer as an item."""
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
    """See a stack as an item, which gives also what the credentials it earns award.

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
        off=find_off(stack, catalog),
    )


def all_items(
    catalog: Catalog, offers: Mapping[CredentialId, Offer], holdings: Holdings
) -> tuple[Item, ...]:
    """See everything that could ever be done as items, offers first, each in the order of ids."""
    stacks = (
        stack_item(catalog.stacks[each], catalog, holdings) for each in sorted(catalog.stacks)
    )
    return (
        *(offer_item(offers[each], holdings) for each in sorted(offers)),
        *(each for each in stacks if each is not None),
    )


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


Measure = Mapping[int, int]
"""What each item adds to a limit or an objective, in whole numbers; items left out add 0.

What completed stacks take off is numbered on from the items.
"""

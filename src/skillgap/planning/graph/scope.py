"""The scope of a question: the part of a catalog that its answer can speak of.

It is found by following records from one to the next, so that the rest is never looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId
from skillgap.domain.role import RoleProfile
from skillgap.domain.shelf import CredentialShelf
from skillgap.domain.stack import Stack
from skillgap.gap import Holdings, find_gap, find_holdings, split_traits
from skillgap.planning.graph.world import Memberships
from skillgap.planning.objective import EXTRA_CREDENTIAL
from skillgap.planning.request import PlanRequest

NOTHING_HELD = Holdings(MappingProxyType({}), frozenset(), frozenset())


def cut_to_scope(catalog: Catalog, request: PlanRequest) -> Catalog:
    """Return the catalog without the credentials that neither path nor explanation can name.

    Only where the catalog knows who awards a skill; any other comes back as it is.

    Why this changes no answer:

    1. What closes a requirement awards one of its skills: kept, at whatever level.
    2. What is needed before or beside something kept is one of its prerequisites or corequisites:
       kept, and what these lead back to.
    3. A stack matters to a path, a total or a piece of advice only where something it names is kept
       or held, where it awards a skill that is asked for, or where a member costs so little that
       bonuses alone could pay for it: then all that it names is kept.
    """
    credentials = catalog.credentials
    if request.role not in catalog.roles or not isinstance(credentials, CredentialShelf):
        return catalog
    holdings = find_holdings(request.learner, catalog, request.start)
    search = ScopeSearch(credentials, holdings)
    search.follow(*asked_by(catalog, request, holdings))
    known = {*holdings.credentials, *find_cheap_members(catalog, credentials, request.hour_value)}
    waiting = list(catalog.stacks.values())
    while True:
        known |= search.found | search.named
        touched = [
            stack
            for stack in waiting
            if stack.id in request.limits.toward
            or not known.isdisjoint(named_by(stack))
            or any(award.skill in search.asked for award in stack.awards)
        ]
        if not touched:
            return search.cut_out(catalog)
        taken = {stack.id for stack in touched}
        waiting = [stack for stack in waiting if stack.id not in taken]
        known.update(each for stack in touched for each in named_by(stack))
        search.follow((), sorted(known))


def cut_to_shared_scope(catalog: Catalog, request: PlanRequest) -> Catalog:
    """Return the catalog without what matters to nobody who asks this, whatever they hold.

    Why every stack is kept: it may matter to somebody who holds a part of it.
    """
    credentials = catalog.credentials
    if not isinstance(credentials, CredentialShelf):
        return catalog
    search = ScopeSearch(credentials, NOTHING_HELD)
    skills, named = asked_by(catalog, request, NOTHING_HELD)
    search.follow(skills, {*named, *named_by_stacks(catalog)})
    return search.cut_out(catalog)


class ScopeSearch:
    """The credentials found so far, the ids that they ask for, and the skills."""

    def __init__(self, credentials: CredentialShelf, holdings: Holdings) -> None:
        """Start with nothing found; what is held is not asked for."""
        self.credentials = credentials
        self.holdings = holdings
        self.found: set[CredentialId] = set()
        self.named: set[CredentialId] = set()
        self.asked: set[SkillId] = set()

    def follow(self, skills: Iterable[SkillId], named: Iterable[CredentialId]) -> None:
        """Find who awards the skills, the credentials named, and what these lead back to."""
        credentials, holdings = self.credentials, self.holdings
        waiting = [each for each in named if each in credentials]
        waiting += self.awarders(skills)
        while waiting:
            id_ = waiting.pop()
            if id_ in self.found:
                continue
            self.found.add(id_)
            credential = credentials[id_]
            waiting += (each for each in credential.corequisites if each in credentials)
            for options in credential.prerequisites.credentials:
                if not holdings.credentials.intersection(options):
                    self.named.update(options)
                    waiting += (each for each in options if each in credentials)
            for wanted in credential.prerequisites.skills:
                if not any(holdings.level_of(each) >= wanted.level for each in wanted.skills):
                    waiting += self.awarders(wanted.skills)

    def awarders(self, skills: Iterable[SkillId]) -> Iterator[CredentialId]:
        """List who awards skills that nobody has asked for yet."""
        for skill in skills:
            if skill not in self.asked:
                self.asked.add(skill)
                yield from self.credentials.awarders(skill)

    def cut_out(self, catalog: Catalog) -> Catalog:
        """Return the catalog with what was found and no other credentials."""
        kept = {each: self.credentials[each] for each in sorted(self.found)}
        return replace(catalog, credentials=MappingProxyType(kept))


def parts_of_role(catalog: Catalog, request: PlanRequest) -> tuple[RoleProfile, RoleProfile]:
    """Return what coverage counts of the role that a request is about, and its traits."""
    return split_traits(
        catalog.roles[request.role], catalog, include_transversal=request.include_transversal
    )


def asked_by(
    catalog: Catalog, request: PlanRequest, holdings: Holdings
) -> tuple[set[SkillId], set[CredentialId]]:
    """List the skills that are to be closed, and the credentials that a request names."""
    role, _ = parts_of_role(catalog, request)
    skills = {
        skill
        for gap in find_gap(role, holdings)
        if gap.short_by and (gap.requirement.is_essential or request.include_optional)
        for skill in gap.requirement.skills
    }
    held = (each.credential for each in request.learner.credentials)
    return skills, {*request.limits.include, *held}


def named_by(stack: Stack) -> Iterator[CredentialId]:
    """List the ids in a stack: its own, its members, what it earns, what its discount is on."""
    yield CredentialId(stack.id)
    yield from stack.members
    yield from stack.earns
    if stack.discount is not None:
        yield from stack.discount.members


def named_by_stacks(catalog: Catalog) -> set[CredentialId]:
    """List the ids in any stack."""
    return {each for stack in catalog.stacks.values() for each in named_by(stack)}


def find_cheap_members(
    catalog: Catalog, credentials: CredentialShelf, hour_value: float
) -> Iterator[CredentialId]:
    """List members of stacks that may cost less than the bonuses of all their stacks.

    Money and weak recognition are left aside, so the list is too long rather than too short.
    """
    memberships = Memberships(
        (number, stack.members, (stack.id, *stack.earns))
        for number, stack in enumerate(catalog.stacks.values())
    )
    for name in memberships.asking:
        member = CredentialId(name)
        bonus = memberships.most_bonus(name) - EXTRA_CREDENTIAL
        if bonus > 0 and member in credentials:
            hours = credentials[member].workload_hours
            if hours is not None and hours * hour_value < bonus:
                yield member

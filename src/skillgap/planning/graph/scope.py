"""The part of a catalog that an answer can speak of, found without looking at the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId
from skillgap.domain.shelf import CredentialShelf
from skillgap.domain.stack import Stack
from skillgap.gap import Holdings, find_gap, find_holdings
from skillgap.planning.graph.world import Memberships
from skillgap.planning.objective import EXTRA_CREDENTIAL, STACK_BONUS
from skillgap.planning.request import PlanRequest

NOTHING_HELD = Holdings(MappingProxyType({}), frozenset(), frozenset())


def narrow(catalog: Catalog, request: PlanRequest) -> Catalog:
    """Leave out every credential that neither the path nor its explanation could name.

    Only where the catalog knows who awards a skill; any other comes back as it is.

    Why this changes nothing: whatever closes a requirement awards one of its skills, whatever is
    needed before or beside stands among prerequisites or corequisites, and all of these are kept,
    at whatever level, with all that they lead back to. A stack counts for a path, for what it
    costs, or as advice, only where something of it is kept or held, awards what is asked, or is so
    light that bonuses alone could pay for it; then all that the stack speaks of is kept as well.
    """
    credentials = catalog.credentials
    if request.role not in catalog.roles or not isinstance(credentials, CredentialShelf):
        return catalog
    holdings = find_holdings(request.learner, catalog, request.start)
    trail = Trail(credentials, holdings)
    trail.follow(*asked_by(catalog, request, holdings))
    known = {*holdings.credentials, *find_light(catalog, credentials, request.hour_value)}
    waiting = list(catalog.stacks.values())
    while True:
        known |= trail.found
        touched = [
            stack
            for stack in waiting
            if stack.id in request.limits.toward
            or not known.isdisjoint(named_by(stack))
            or any(award.skill in trail.asked for award in stack.awards)
        ]
        if not touched:
            return trail.cut_out(catalog)
        taken = {stack.id for stack in touched}
        waiting = [stack for stack in waiting if stack.id not in taken]
        known.update(each for stack in touched for each in named_by(stack))
        trail.follow((), sorted(known))


def narrow_for_all(catalog: Catalog, request: PlanRequest) -> Catalog:
    """Leave out what does not matter to anybody who asks this, whatever they hold.

    Why all stacks: to somebody who holds a part of one it may matter.
    """
    credentials = catalog.credentials
    if not isinstance(credentials, CredentialShelf):
        return catalog
    trail = Trail(credentials, NOTHING_HELD)
    skills, named = asked_by(catalog, request, NOTHING_HELD)
    trail.follow(skills, {*named, *named_by_stacks(catalog)})
    return trail.cut_out(catalog)


def asked_by(
    catalog: Catalog, request: PlanRequest, holdings: Holdings
) -> tuple[set[SkillId], set[CredentialId]]:
    """List the skills that are to be closed, and the credentials that a request names."""
    skills = {
        skill
        for gap in find_gap(catalog.roles[request.role], holdings)
        if gap.short_by and (gap.requirement.is_essential or request.include_optional)
        for skill in gap.requirement.skills
    }
    held = (each.credential for each in request.learner.credentials)
    return skills, {*request.limits.include, *held}


def named_by(stack: Stack) -> Iterator[CredentialId]:
    """List what a stack speaks of: itself, its members, what it earns, what it is money off for."""
    yield CredentialId(stack.id)
    yield from stack.members
    yield from stack.earns
    if stack.discount is not None:
        yield from stack.discount.members


def named_by_stacks(catalog: Catalog) -> set[CredentialId]:
    """List what any stack speaks of."""
    return {each for stack in catalog.stacks.values() for each in named_by(stack)}


def find_light(
    catalog: Catalog, credentials: CredentialShelf, hour_value: float
) -> Iterator[CredentialId]:
    """List the members of stacks that may weigh less than the bonuses of all these stacks.

    Money and weak recognition are left aside, so more are listed than do.
    """
    memberships = Memberships(
        (number, stack.members, (stack.id, *stack.earns))
        for number, stack in enumerate(catalog.stacks.values())
    )
    for name in memberships.asking:
        member = CredentialId(name)
        bonus = STACK_BONUS * len(memberships.above(name)) - EXTRA_CREDENTIAL
        if bonus > 0 and member in credentials:
            hours = credentials[member].workload_hours
            if hours is not None and hours * hour_value < bonus:
                yield member


class Trail:
    """What was found so far, and the skills that were asked for on the way."""

    def __init__(self, credentials: CredentialShelf, holdings: Holdings) -> None:
        """Start with nothing found; what is held is not asked for."""
        self.credentials = credentials
        self.holdings = holdings
        self.found: set[CredentialId] = set()
        self.asked: set[SkillId] = set()

    def follow(self, skills: Iterable[SkillId], named: Iterable[CredentialId]) -> None:
        """Find the credentials that award the skills, those named, and what these lead back to."""
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
        """Give a catalog with what was found and no other credentials."""
        kept = {each: self.credentials[each] for each in sorted(self.found)}
        return replace(catalog, credentials=MappingProxyType(kept))

"""The part of a catalog that an answer can speak of, found without looking at the rest."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId
from skillgap.domain.shelf import CredentialShelf
from skillgap.frozen import replace
from skillgap.gap import Holdings, find_gap, find_holdings
from skillgap.planning.request import PlanRequest

NOTHING_HELD = Holdings(MappingProxyType({}), frozenset(), frozenset())


def narrow(catalog: Catalog, request: PlanRequest) -> Catalog:
    """Leave out every credential that neither the path nor its explanation could name.

    Only where the catalog knows who awards a skill; any other comes back as it is.
    """
    if request.role not in catalog.roles or not isinstance(catalog.credentials, CredentialShelf):
        return catalog
    return narrow_to(catalog, request, find_holdings(request.learner, catalog, request.start))


def narrow_to(catalog: Catalog, request: PlanRequest, holdings: Holdings) -> Catalog:
    """Leave out what does not matter to anybody who holds at least this.

    Why this changes nothing: whatever closes a requirement awards one of its skills, whatever is
    needed before or beside stands among prerequisites or corequisites, whatever completes a stack
    or is cheaper with it is named by the stack, and all of these are kept, at whatever level, with
    all that they lead back to.
    """
    credentials = catalog.credentials
    if not isinstance(credentials, CredentialShelf):
        return catalog
    asked = {
        skill
        for gap in find_gap(catalog.roles[request.role], holdings)
        if gap.short_by and (gap.requirement.is_essential or request.include_optional)
        for skill in gap.requirement.skills
    }
    named = {
        *request.limits.include,
        *(each.credential for each in request.learner.credentials),
        *named_by_stacks(catalog),
    }
    found = trace(credentials, asked, named, holdings)
    kept = {each: credentials[each] for each in sorted(found)}
    return replace(catalog, credentials=MappingProxyType(kept))


def named_by_stacks(catalog: Catalog) -> set[CredentialId]:
    """List what any stack speaks of: itself, its members, what it earns, what it takes money off.

    Why all of them, whoever asks: a stack counts for the best path, for what it costs, and as
    advice, and stacks inside stacks and those to be completed are among them.
    """
    return {
        each
        for stack in catalog.stacks.values()
        for each in (
            CredentialId(stack.id),
            *stack.members,
            *stack.earns,
            *(stack.discount.members if stack.discount else ()),
        )
    }


def trace(
    credentials: CredentialShelf,
    skills: Iterable[SkillId],
    named: Iterable[CredentialId],
    holdings: Holdings,
) -> set[CredentialId]:
    """Find the credentials that award the skills, those named, and what either leads back to."""
    found: set[CredentialId] = set()
    waiting = [each for each in named if each in credentials]
    asked = set(skills)
    for skill in asked:
        waiting += credentials.awarders(skill)
    while waiting:
        id_ = waiting.pop()
        if id_ in found:
            continue
        found.add(id_)
        waiting += (each for each in credentials[id_].corequisites if each in credentials)
        prerequisites = credentials[id_].prerequisites
        for options in prerequisites.credentials:
            if not holdings.credentials.intersection(options):
                waiting += (each for each in options if each in credentials)
        for wanted in prerequisites.skills:
            if any(holdings.level_of(skill) >= wanted.level for skill in wanted.skills):
                continue
            for skill in wanted.skills:
                if skill not in asked:
                    asked.add(skill)
                    waiting += credentials.awarders(skill)
    return found

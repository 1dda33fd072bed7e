"""Many plans over one catalog: what does not depend on the person is computed once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import Final, TypeVar

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId
from skillgap.domain.learner import HeldCredential, HeldSkill, Learner
from skillgap.domain.role import RoleProfile
from skillgap.domain.shelf import CredentialShelf, shelve
from skillgap.gap import Holdings, find_gap, find_holdings
from skillgap.planning.graph.scope import cut_to_shared_scope, named_by_stacks, parts_of_role
from skillgap.planning.offers import Screening, screen
from skillgap.planning.planner import plan_within
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import Infeasible, LearningPath, PlanStatus
from skillgap.planning.schedule import hold_also
from skillgap.planning.search.pool import CandidatePool
from skillgap.planning.solver.stopping import Deadline

KEPT_PLANS: Final = 512
KEPT_SCOPES: Final = 64
"""How much is remembered; what was used least lately is forgotten, so that memory stays flat."""

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")


class Scope(msgspec.Struct, frozen=True):
    """What can matter to anybody who asks the same of the same role, whatever they hold.

    `caps` is the highest level of each skill that anything asks; a level above it makes no
    difference. `names` are the credentials that anything names. `role` is what coverage counts of
    the role, and `traits` the rest of it.
    """

    catalog: Catalog
    role: RoleProfile
    traits: RoleProfile
    caps: Mapping[SkillId, int]
    names: frozenset[CredentialId]


class PlanSession:
    """Plans for one person after another; every answer equals what `plan_path` gives.

    Belongs to who makes it, and to one thread at a time.
    """

    def __init__(self, catalog: Catalog) -> None:
        """Index the catalog by who awards what, once."""
        if not isinstance(catalog.credentials, CredentialShelf):
            catalog = replace(catalog, credentials=shelve(catalog.credentials))
        self.catalog = catalog
        self.scopes: OrderedDict[Hashable, Scope] = OrderedDict()
        self.screenings: OrderedDict[Hashable, Screening] = OrderedDict()
        self.pools: OrderedDict[Hashable, CandidatePool | None] = OrderedDict()
        self.plans: OrderedDict[Hashable, LearningPath | Infeasible] = OrderedDict()

    def plan(self, request: PlanRequest) -> LearningPath | Infeasible:
        """Find the best path; see `plan_path`."""
        if request.role not in self.catalog.roles:
            return plan_within(self.catalog, request, Deadline.after(request.time_limit))
        scope = self.scope_of(request)
        holdings = find_holdings(request.learner, self.catalog, request.start)
        asked = replace(request, learner=canonical(holdings, scope))
        answer = self.plans.get(asked)
        if answer is None:
            pool = self.pool_of(scope, asked)
            deadline = Deadline.after(request.time_limit)
            answer = plan_within(scope.catalog, asked, deadline, self.screen, pool)
        if answer.status is not PlanStatus.FEASIBLE:
            keep(self.plans, asked, answer, KEPT_PLANS)
        return self.answer_for(request, scope, holdings, answer)

    def scope_of(self, request: PlanRequest) -> Scope:
        """Return what matters to a request, whatever is held."""
        key = (
            request.role,
            request.include_optional,
            request.include_transversal,
            request.limits.include,
        )
        scope = self.scopes.get(key)
        if scope is None:
            scope = find_scope(self.catalog, replace(request, learner=Learner()))
        keep(self.scopes, key, scope, KEPT_SCOPES)
        return scope

    def screen(self, catalog: Catalog, request: PlanRequest, holdings: Holdings) -> Screening:
        """Sort the catalog as `offers.screen` does, once for all who hold the same credentials."""
        key = same_for_all(request), holdings.credentials
        screening = self.screenings.get(key)
        if screening is None:
            screening = screen(catalog, request, holdings)
        keep(self.screenings, key, screening, KEPT_SCOPES)
        return screening

    def pool_of(self, scope: Scope, request: PlanRequest) -> CandidatePool | None:
        """Return the candidate pool of all who hold the same credentials.

        None the first time that somebody asks so: finding the pool pays where somebody else asks
        again.
        """
        key = same_for_all(request), request.learner.credentials
        pool = self.pools.get(key)
        if pool is None and key in self.pools:
            pool = CandidatePool(scope.catalog, request, self.screen)
        keep(self.pools, key, pool, KEPT_SCOPES)
        return pool

    def answer_for(
        self,
        request: PlanRequest,
        scope: Scope,
        holdings: Holdings,
        answer: LearningPath | Infeasible,
    ) -> LearningPath | Infeasible:
        """Return an answer as one person's, with what they hold beyond what matters."""
        gaps, traits = find_gap(scope.role, holdings), find_gap(scope.traits, holdings)
        if isinstance(answer, Infeasible):
            return replace(answer, request=request, gaps_before=gaps, traits_before=traits)
        taken = [step.credential for step in answer.steps]
        after = hold_also(request.learner, taken, self.catalog, request.start)
        return replace(
            answer,
            request=request,
            gaps_before=gaps,
            gaps_after=find_gap(scope.role, after),
            traits_before=traits,
            traits_after=find_gap(scope.traits, after),
        )


def same_for_all(request: PlanRequest) -> PlanRequest:
    """Return a request without the person."""
    return replace(request, learner=Learner())


def keep(kept: OrderedDict[Key, Kept], key: Key, value: Kept, at_most: int) -> None:
    """Remember a value as the one used last, and forget what was used least lately."""
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > at_most:
        kept.popitem(last=False)


def find_scope(catalog: Catalog, request: PlanRequest) -> Scope:
    """Find what matters to a request, whatever is held."""
    narrowed = cut_to_shared_scope(catalog, request)
    asked = [each.prerequisites for each in narrowed.credentials.values()]
    role, traits = parts_of_role(catalog, request)
    levels = [(each.skills, each.level) for each in role.requirements]
    levels += [(each.skills, each.level) for one in asked for each in one.skills]
    caps: dict[SkillId, int] = {}
    for skills, level in levels:
        for skill in skills:
            caps[skill] = max(caps.get(skill, 0), level)
    names = {
        *narrowed.credentials,
        *(each for one in asked for options in one.credentials for each in options),
        *(each for one in narrowed.credentials.values() for each in one.corequisites),
        *named_by_stacks(catalog),
    }
    return Scope(narrowed, role, traits, caps, frozenset(names))


def canonical(holdings: Holdings, scope: Scope) -> Learner:
    """Return the least that a person may hold and get the same plan: one for all with that gap."""
    return Learner(
        tuple(
            HeldSkill(skill, min(level, scope.caps[skill]))
            for skill, level in sorted(holdings.skills.items())
            if level and skill in scope.caps
        ),
        tuple(HeldCredential(each) for each in sorted(holdings.credentials & scope.names)),
    )

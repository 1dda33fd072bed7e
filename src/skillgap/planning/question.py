"""A request set against the catalog: where the search and the explanations start from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.role import RoleProfile
from skillgap.errors import UserError
from skillgap.gap import Holdings, SkillGap, find_gap, find_holdings
from skillgap.planning.graph.build import build_reachable_world, build_relevant_world
from skillgap.planning.graph.reach import Reach, find_reach
from skillgap.planning.graph.scope import parts_of_role
from skillgap.planning.graph.world import (
    Measure,
    Need,
    Target,
    World,
    all_items,
    credential_need,
    skill_need,
)
from skillgap.planning.objective import (
    balanced_cost,
    importance_weight,
    preference_cost,
    stack_reward,
)
from skillgap.planning.offers import (
    Offer,
    Screening,
    cents_available,
    days_available,
    minutes_available,
    screen,
)
from skillgap.planning.request import LimitName, PlanRequest, Preference

BEYOND_BALANCED: Final = 2**48
"""More cents than any path costs: what a preference counts stands before what balanced does."""


class Question(msgspec.Struct, frozen=True):
    """What is asked, what is held, and what the catalog has to say to it.

    `role` asks what coverage counts, and `traits` the rest of it. `targets` are the levels still to
    go of the requirements that count; `includes` the needs that
    stand for the credentials and stacks that must be held in the end. `within_reach` is what can be
    done with offers that keep every limit by themselves.
    """

    catalog: Catalog
    request: PlanRequest
    role: RoleProfile
    traits: RoleProfile
    holdings: Holdings
    gaps: tuple[SkillGap, ...]
    screening: Screening
    targets: tuple[Target, ...]
    includes: tuple[Need, ...]
    world: World
    within_reach: Reach

    @property
    def needs(self) -> tuple[Need, ...]:
        """All that is asked for: every level still to go, and what must be held in the end."""
        return (*(target.need for target in self.targets), *self.includes)

    def number(self, need: Need) -> int:
        """Return the number of a need in the world."""
        return self.world.number_of[need]

    def is_within_reach(self, need: Need) -> bool:
        """Return whether a need can be served with offers that keep every limit by themselves."""
        return self.within_reach.serves(self.number(need))

    def reach_without(self, credential: CredentialId) -> Reach:
        """Return what is within reach without one credential."""
        items = self.world.items
        others = {each for each in self.within_reach.order if items[each].id != credential}
        return find_reach(self.world, others | self.world.stacks)

    def offers(self) -> Mapping[int, Offer]:
        """Return the offers by the number of their item."""
        return {
            number: item.offer
            for number, item in enumerate(self.world.items)
            if item.offer is not None
        }

    def time(self) -> Measure:
        """Return what adds up to the days that a path takes."""
        if self.world.makespan is not None:
            return {self.world.makespan: 1}
        return {at: each.days for at, each in self.offers().items()}

    def savings(self) -> dict[int, int]:
        """Return what a unit of each rebate takes off, in cents below 0, by its number."""
        first = len(self.world.items)
        return {first + at: -each.step for at, each in enumerate(self.world.rebates)}

    def costs(self, preference: Preference) -> dict[int, int]:
        """Return what each item adds to the value of a preference."""
        if preference is Preference.FASTEST:
            return dict(self.time())
        reward, hour_value = stack_reward(preference), self.request.hour_value
        costs = {
            number: -reward
            if item.offer is None
            else preference_cost(item.offer, preference, hour_value)
            for number, item in enumerate(self.world.items)
        }
        if preference in (Preference.BALANCED, Preference.CHEAPEST):
            costs |= self.savings()
        return costs

    def item_costs(self) -> dict[int, int]:
        """Return the cost of each offer: by the preference, and where equal by balanced value."""
        request = self.request
        prefer, hour_value = request.prefer, request.hour_value
        first = 0 if prefer is Preference.BALANCED else BEYOND_BALANCED
        return {
            number: preference_cost(offer, prefer, hour_value) * first
            + balanced_cost(offer, hour_value)
            for number, offer in self.offers().items()
        }

    def limits(self) -> dict[LimitName, tuple[Measure, int]]:
        """Return the limits that are set on sums: what each item adds, and what is allowed."""
        asked = self.request.limits
        offers = self.offers()
        found: dict[LimitName, tuple[Measure, int]] = {}
        cents, minutes = cents_available(asked), minutes_available(asked)
        days = days_available(self.request)
        if cents is not None:
            prices = {at: each.cents for at, each in offers.items()}
            found[LimitName.BUDGET] = (prices | self.savings(), cents)
        if minutes is not None:
            found[LimitName.HOURS] = ({at: each.minutes for at, each in offers.items()}, minutes)
        if days is not None:
            found[LimitName.BY] = (self.time(), days)
        if asked.max_credentials is not None:
            found[LimitName.MAX_CREDENTIALS] = (dict.fromkeys(offers, 1), asked.max_credentials)
        return found


Screen = Callable[[Catalog, PlanRequest, Holdings], Screening]


def ask(
    catalog: Catalog,
    request: PlanRequest,
    screen: Screen = screen,
    among: Mapping[CredentialId, Offer] | None = None,
    *,
    whatever_is_held: bool = False,
) -> Question:
    """Set a request against the catalog.

    `screen` sorts out what can be planned with; a session passes one that remembers. `among` are
    the offers to choose from, where not all. With `whatever_is_held` everything counts as within
    reach, because somebody who holds more than this learner may reach it. Raises UserError where
    the request names a role, a credential or a stack that is not in the catalog, or no hours per
    week.
    """
    if request.role not in catalog.roles:
        raise UserError(f"unknown role `{request.role}`")
    if not request.hours_per_week > 0:
        raise UserError("hours per week must be more than 0")
    for id_ in request.limits.include:
        if id_ not in catalog.credentials:
            raise UserError(f"unknown credential `{id_}`")
    role, traits = parts_of_role(catalog, request)
    holdings = find_holdings(request.learner, catalog, request.start)
    gaps = find_gap(role, holdings)
    targets = find_targets(gaps, include_optional=request.include_optional)
    screening = screen(catalog, request, holdings)
    for stack in request.limits.toward:
        if stack not in catalog.stacks:
            raise UserError(f"unknown stack `{stack}`")
    wanted = {*request.limits.include, *(CredentialId(each) for each in request.limits.toward)}
    includes = tuple(
        credential_need((each,)) for each in sorted(wanted) if each not in holdings.credentials
    )
    offers = screening.offers if among is None else among
    items = all_items(catalog, offers, holdings)
    roots = (*(target.need for target in targets), *includes)
    bring = build_relevant_world if whatever_is_held else build_reachable_world
    world = bring(items, roots, request.hour_value, request.at_once)
    fitting = {
        number
        for number, item in enumerate(world.items)
        if item.offer is None or item.offer.credential.id not in screening.over_limit
    }
    if whatever_is_held:
        within_reach = Reach(tuple(sorted(fitting)), bytearray(b"\1" * len(world.needs)))
    else:
        within_reach = find_reach(world, fitting)
    return Question(
        catalog=catalog,
        request=request,
        role=role,
        traits=traits,
        holdings=holdings,
        gaps=gaps,
        screening=screening,
        targets=targets,
        includes=includes,
        world=world,
        within_reach=within_reach,
    )


def find_targets(gaps: tuple[SkillGap, ...], *, include_optional: bool) -> tuple[Target, ...]:
    """List every level still to go of every requirement that counts."""
    return tuple(
        Target(
            requirement=number,
            level=level,
            need=skill_need(gap.requirement.skills, level),
            weight=importance_weight(gap.requirement.importance),
            is_essential=gap.requirement.is_essential,
        )
        for number, gap in enumerate(gaps)
        if gap.requirement.is_essential or include_optional
        for level in range(gap.held + 1, gap.requirement.level + 1)
    )

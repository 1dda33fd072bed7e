"""The roles near to what somebody holds: how ready they are for each, and what it takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import RoleId, SkillId
from skillgap.domain.learner import HeldSkill, Learner
from skillgap.domain.role import Necessity, Pay, RoleProfile
from skillgap.domain.shelf import CredentialShelf, shelve
from skillgap.gap import Holdings, find_gap, find_holdings, readiness, split_traits
from skillgap.gates import GateStanding, distance_by_gates, find_standings
from skillgap.planning.planner import plan_path
from skillgap.planning.request import DEFAULT_HOURS_PER_WEEK, Limits, PlanRequest, Preference
from skillgap.planning.result import LearningPath

PLANNED_PER_SHOWN: Final = 2
"""How many roles are planned for each that is shown: the others are too far away to matter."""

DEFAULT_SHOWN: Final = 5


class NearbyRequest(msgspec.Struct, frozen=True):
    """Whose neighborhood is asked for.

    `now` is the role they are in: pay is set against its pay, and it is left out. `among` keeps
    only these roles; None keeps all. `limit` is how many roles each list has at most.
    """

    learner: Learner
    start: dt.date
    now: RoleId | None = None
    among: frozenset[RoleId] | None = None
    limit: int = DEFAULT_SHOWN
    prefer: Preference = Preference.BALANCED
    hours_per_week: float = DEFAULT_HOURS_PER_WEEK
    languages: tuple[str, ...] = ()


class Nearness(msgspec.Struct, frozen=True):
    """A role, the share of it that is held (0-1), and the required skills that are held at all.

    `shared` is in the order of what weighs most.
    """

    role: RoleProfile
    readiness: float
    shared: tuple[SkillId, ...]
    gates: tuple[GateStanding, ...] = ()


class NearbyRole(msgspec.Struct, frozen=True):
    """A near role and the best path to it.

    `pay_difference` is a year's pay there less pay now, None where the two cannot be compared.
    """

    role: RoleProfile
    readiness: float
    shared: tuple[SkillId, ...]
    pay_difference: float | None
    path: LearningPath | None
    gates: tuple[GateStanding, ...] = ()

    @property
    def is_reachable(self) -> bool:
        """Whether there is a path that covers every essential requirement."""
        return self.path is not None and self.path.covers_essentials


class Neighborhood(msgspec.Struct, frozen=True):
    """The nearest of `compared` roles that share anything, the nearest first, each planned.

    `closest`, `cheapest` and `step_up` each list some of `roles`, the best first; a step up pays
    more than what is earned now, and where that is not known, `step_up` lists the best paid.
    """

    compared: int
    roles: tuple[NearbyRole, ...]
    closest: tuple[NearbyRole, ...]
    cheapest: tuple[NearbyRole, ...]
    step_up: tuple[NearbyRole, ...]


def nearby_roles(catalog: Catalog, request: NearbyRequest) -> Neighborhood:
    """Find the roles closest by readiness, and of these the cheapest to reach and the best paid.

    Why only some are planned: readiness is a sum, a path is a proof.
    """
    holdings = find_holdings(request.learner, catalog, request.start)
    others = [
        role
        for role in catalog.roles.values()
        if role.id != request.now and (request.among is None or role.id in request.among)
    ]
    near = nearest(others, holdings, request.learner, catalog)[: request.limit * PLANNED_PER_SHOWN]
    here = catalog.roles.get(request.now) if request.now else None
    now = here.pay if here else None
    if not isinstance(catalog.credentials, CredentialShelf):
        catalog = replace(catalog, credentials=shelve(catalog.credentials))
    roles = tuple(plan_to(catalog, each, request, now) for each in near)
    reachable = tuple(each for each in roles if each.is_reachable)
    return Neighborhood(
        compared=len(others),
        roles=roles,
        closest=roles[: request.limit],
        cheapest=in_order(reachable, effort)[: request.limit],
        step_up=in_order(steps_up(reachable, now), earning)[: request.limit],
    )


def in_order(
    roles: Iterable[NearbyRole], rank: Callable[[NearbyRole], tuple[object, ...]]
) -> tuple[NearbyRole, ...]:
    """Return roles in the order of a rank, those that gates keep away behind the others."""
    return tuple(sorted(roles, key=lambda each: (distance_by_gates(each.gates), *rank(each))))


def nearest(
    roles: Iterable[RoleProfile], holdings: Holdings, learner: Learner, catalog: Catalog
) -> list[Nearness]:
    """Order the roles by what their gates say and then by how much of them is held.

    One that shares nothing is not near, and one that the law closes is not offered.
    """
    found = [
        replace(measure(role, holdings, catalog), gates=find_standings(role, learner, catalog))
        for role in roles
    ]
    return sorted(
        (each for each in found if each.shared and not any(gate.is_barred for gate in each.gates)),
        key=lambda each: (
            distance_by_gates(each.gates),
            -each.readiness,
            -len(each.shared),
            each.role.id,
        ),
    )


def measure(role: RoleProfile, holdings: Holdings, catalog: Catalog) -> Nearness:
    """Return how near a role is to what is held, by what is essential to it, traits left aside."""
    counted, _ = split_traits(role, catalog)
    gaps = [gap for gap in find_gap(counted, holdings) if gap.requirement.is_essential]
    weighty = sorted(gaps, key=lambda gap: -gap.requirement.importance)
    shared = tuple(dict.fromkeys(gap.skill for gap in weighty if gap.held))
    return Nearness(role, readiness(gaps), shared)


def plan_to(
    catalog: Catalog, near: Nearness, request: NearbyRequest, now: Pay | None
) -> NearbyRole:
    """Find the best path to one role."""
    answer = plan_path(
        catalog,
        PlanRequest(
            role=near.role.id,
            learner=request.learner,
            start=request.start,
            limits=Limits(languages=request.languages),
            prefer=request.prefer,
            hours_per_week=request.hours_per_week,
        ),
    )
    path = answer if isinstance(answer, LearningPath) else None
    difference = pay_difference(now, near.role.pay)
    return NearbyRole(near.role, near.readiness, near.shared, difference, path, near.gates)


def pay_difference(now: Pay | None, then: Pay | None) -> float | None:
    """Return how much more is paid; None unless both count the same thing in the same place."""
    if now is None or then is None or measured(now) != measured(then):
        return None
    return then.amount - now.amount


def measured(pay: Pay) -> tuple[str, str, str, str]:
    """Return what must agree before two figures of pay are compared."""
    return pay.currency, pay.per, pay.statistic, pay.area


def steps_up(roles: Sequence[NearbyRole], now: Pay | None) -> list[NearbyRole]:
    """Return the roles that pay more than now; where that is unknown, all that compare."""
    if now is not None:
        return [each for each in roles if each.pay_difference and each.pay_difference > 0]
    paid = [(each, each.role.pay) for each in roles if each.role.pay]
    return [each for each, pay in paid if measured(pay) == measured(paid[0][1])]


def effort(near: NearbyRole) -> tuple[float, float, float, RoleId]:
    """Return what the path takes, to order by: money, then hours."""
    totals = near.path.totals if near.path else None
    money, hours = (totals.money, totals.hours) if totals else (0.0, 0.0)
    return money, hours, -near.readiness, near.role.id


def earning(near: NearbyRole) -> tuple[float, tuple[float, float, float, RoleId]]:
    """Return what orders the best paid first, and of equals the cheapest to reach."""
    return -(near.role.pay.amount if near.role.pay else 0.0), effort(near)


def holder_of(role: RoleProfile) -> Learner:
    """Return somebody who holds just what a role cannot do without; of a group, its first skill."""
    levels: dict[SkillId, int] = {}
    for each in role.required(Necessity.ESSENTIAL):
        skill = each.skills[0]
        levels[skill] = max(levels.get(skill, 0), each.level)
    return Learner(tuple(HeldSkill(skill, level) for skill, level in levels.items()))

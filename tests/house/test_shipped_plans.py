"""No default plan of a shipped role buys a trait, and each is proven and as whole as can be."""

from __future__ import annotations

import datetime as dt

import pytest

from skillgap.api import Learner, LearningPath, PlanRequest, RoleProfile, load_catalog, plan_many
from skillgap.domain.learner import HeldSkill
from skillgap.domain.proficiency import is_learned_at_work
from skillgap.planning.facts import NothingAwards, RoleNeeds
from skillgap.planning.result import Uncovered

START = dt.date(2027, 1, 4)


def nobody(role: RoleProfile) -> Learner:
    """Somebody who holds nothing."""
    del role
    return Learner()


def half_skilled(role: RoleProfile) -> Learner:
    """Somebody who holds every other requirement, the optional ones and the traits as well."""
    held = role.requirements[::2]
    return Learner(tuple(HeldSkill(each.skills[-1], each.level) for each in held))


def is_left_to_work(uncovered: Uncovered) -> bool:
    """Whether a path reaches the most that is taught, and the role asks for more than that."""
    return all(
        isinstance(fact, NothingAwards)
        and is_learned_at_work(fact.level, fact.best_level)
        and uncovered.reached >= fact.best_level
        for fact in uncovered.because
        if not isinstance(fact, RoleNeeds)
    )


@pytest.mark.slow
def test_every_shipped_role_is_planned_as_far_as_is_taught_and_no_step_is_for_traits_alone():
    catalog = load_catalog().catalog
    traits = {id_ for id_, skill in catalog.skills.items() if skill.kind == "transversal"}
    assert len(traits) > 20
    requests = [
        PlanRequest(role.id, person(role), START)
        for role in catalog.roles.values()
        for person in (nobody, half_skilled)
    ]
    assert len(requests) > 100
    short, bought = [], []
    for request, path in zip(requests, plan_many(catalog, requests), strict=True):
        role = catalog.roles[request.role]
        is_proven = isinstance(path, LearningPath) and path.status == "optimal"
        if not (is_proven and all(map(is_left_to_work, path.uncovered))):
            short.append(role.id)
            continue
        wanted = {
            skill
            for each in role.requirements
            if not traits.issuperset(each.skills)
            for skill in each.skills
        }
        for step in path.steps:
            is_closing = any(each.skill in wanted for each in step.closes)
            reason = step.reason
            if not (is_closing or reason.unlocks or reason.accompanies or reason.stacks):
                bought.append((role.id, step.credential))
        assert all(traits.issuperset(each.requirement.skills) for each in path.traits_after)
        assert not any(traits.issuperset(each.requirement.skills) for each in path.gaps_after)
    assert (short, bought) == ([], [])

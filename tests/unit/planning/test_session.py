import datetime as dt
import resource
from random import Random

import pytest
from msgspec.structs import replace

from skillgap.api import (
    Infeasible,
    Learner,
    Limits,
    PlanRequest,
    load_catalog,
    plan_many,
    plan_path,
)
from skillgap.domain.learner import HeldCredential, HeldSkill
from skillgap.errors import UserError
from skillgap.planning.request import Preference
from skillgap.planning.session import KEPT_PLANS, PlanSession

START = dt.date(2026, 1, 5)


@pytest.fixture(scope="module")
def catalog():
    return load_catalog().catalog


def people(catalog, role, count, seed=1):
    """People who hold some of a role's skills, some others, and now and then a credential."""
    generator = Random(seed)
    wanted = [skill for each in catalog.roles[role].requirements for skill in each.skills]
    for _ in range(count):
        skills = [
            *generator.sample(wanted, generator.randint(0, min(8, len(wanted)))),
            *generator.sample(sorted(catalog.skills), 2),
        ]
        credentials = generator.sample(sorted(catalog.credentials), generator.choice([0, 0, 1]))
        yield Learner(
            tuple(HeldSkill(each, generator.randint(1, 5)) for each in skills),
            tuple(HeldCredential(each) for each in credentials),
        )


@pytest.mark.slow
def test_every_answer_is_what_planning_for_one_gives(catalog):
    generator = Random(2)
    ids = sorted(catalog.credentials)
    requests = []
    for role in generator.choices(sorted(catalog.roles), k=8):
        limits = Limits(
            budget=generator.choice([None, None, 100, 1000]),
            max_credentials=generator.choice([None, None, 3]),
            include=tuple(generator.sample(ids, generator.choice([0, 0, 1]))),
            exclude=tuple(generator.sample(ids, 5)),
        )
        prefer = generator.choice(list(Preference))
        (learner,) = people(catalog, role, 1, seed=len(requests))
        requests.append(PlanRequest(role, learner, START, limits, prefer, generator.random() < 0.3))
    answers = list(plan_many(catalog, requests * 2))
    assert answers == [plan_path(catalog, each) for each in requests] * 2
    assert len(answers) == 16


def test_who_asks_for_traits_gets_a_plan_of_their_own(catalog):
    session = PlanSession(catalog)
    shown = PlanRequest("data-analyst", Learner((HeldSkill("communication", 2),)), START)
    asked = replace(shown, include_transversal=True)
    answers = [session.plan(each) for each in (shown, asked)]
    assert answers == [plan_path(catalog, each) for each in (shown, asked)]
    held = [[(each.skill, each.held) for each in one.traits_before] for one in answers]
    assert held == [[("communication", 2), ("problem-solving", 0)], []]


def test_the_same_gap_is_planned_once_and_told_to_each(catalog):
    session = PlanSession(catalog)
    role = min(catalog.roles)
    skill = catalog.roles[role].requirements[0].skills[0]
    level = max(each.level for each in catalog.roles[role].requirements if skill in each.skills)
    idle = next(each for each in catalog.skills if each not in session_skills(session, role))
    learners = [
        Learner((HeldSkill(skill, 5),)),
        Learner((HeldSkill(skill, 5), HeldSkill(idle, 3))),
    ]
    answers = [session.plan(PlanRequest(role, each, START)) for each in learners]
    assert len(session.plans) == 1
    assert answers[0].steps == answers[1].steps
    assert [each.request.learner for each in answers] == learners
    assert {gap.held for gap in answers[0].gaps_before if gap.skill == skill} == {5}
    assert level <= 5


def test_what_is_the_same_for_all_is_found_out_once(catalog):
    session = PlanSession(catalog)
    role = "data-analyst"
    requests = [
        PlanRequest(role, replace(each, credentials=()), START) for each in people(catalog, role, 6)
    ]
    answers = [session.plan(each) for each in requests]
    (pool,) = session.pools.values()
    assert pool is not None
    assert 0 < len(pool.offers) < len(pool.question.world.items)
    assert answers == [plan_path(catalog, each) for each in requests]


def session_skills(session, role):
    """The skills that matter to a role."""
    return session.scope_of(PlanRequest(role, Learner(), START)).caps


def test_wrong_requests_are_refused_as_for_one(catalog):
    session = PlanSession(catalog)
    for request in (
        PlanRequest("nobody", Learner(), START),
        PlanRequest(min(catalog.roles), Learner(), START, Limits(include=("nothing",))),
        PlanRequest(min(catalog.roles), Learner(), START, hours_per_week=0),
    ):
        with pytest.raises(UserError):
            session.plan(request)


def test_what_contradicts_itself_is_told_to_each(catalog):
    session = PlanSession(catalog)
    first, second = sorted(catalog.credentials)[:2]
    limits = Limits(include=(first, second), max_credentials=1)
    for learner in people(catalog, min(catalog.roles), 3):
        request = PlanRequest(min(catalog.roles), learner, START, limits)
        answer = session.plan(request)
        assert answer == plan_path(catalog, request)
        assert isinstance(answer, Infeasible) or answer.request.learner == learner


def test_memory_stays_flat(catalog):
    session = PlanSession(catalog)
    role = min(catalog.roles)
    requests = [PlanRequest(role, each, START) for each in people(catalog, role, 25)]
    for request in requests:
        session.plan(request)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for request in requests * 5:
        session.plan(request)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8 * 1024 * 1024
    assert 0 < len(session.plans) <= KEPT_PLANS

"""The roles near to what somebody holds."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import Delivery
from skillgap.domain.learner import HeldCredential, HeldSkill, Learner
from skillgap.domain.role import Necessity, Pay, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill, SkillKind
from skillgap.planning.followups.nearby import (
    NearbyRequest,
    holder_of,
    nearby_roles,
    pay_difference,
)
from skillgap.planning.request import Preference

START = dt.date(2026, 1, 5)


def dollars(amount: float) -> Pay:
    return Pay(amount=amount, currency="USD", per="year", statistic="median", area="US", year=2025)


def role(id_: str, asks: str, pay: Pay | None = None, optional: str = "") -> RoleProfile:
    """Make a role that asks for `sql:2 tableau|looker:1`."""
    requirements = tuple(
        SkillRequirement.of(tuple(skills.split("|")), int(level), weight, necessity)
        for text, weight, necessity in (
            (asks, 0.5, Necessity.ESSENTIAL),
            (optional, 0.2, Necessity.OPTIONAL),
        )
        for skills, _, level in (each.partition(":") for each in text.split())
    )
    return RoleProfile(id=id_, title=id_.title(), requirements=requirements, pay=pay)


@pytest.fixture
def world(credential, catalog):
    """Four skills, each with a credential at level 3, but none for `magic`."""
    offers = [
        credential("c-sql", "sql:3", price=10.0, hours=10.0),
        credential("c-python", "python:3", price=20.0, hours=50.0),
        credential(
            "c-excel", "excel:3", price=30.0, hours=10.0, delivery=Delivery(None, None, ("de",))
        ),
    ]
    base = catalog(offers, "")
    roles = [
        role("analyst", "sql:2 excel:2", dollars(100), optional="python:1"),
        role("engineer", "sql:2 python:2", dollars(150)),
        role("clerk", "excel:2", dollars(60)),
        role("coder", "python:3"),
        role("wizard", "sql:2 magic:3", dollars(900)),
        role("idler", ""),
    ]
    return Catalog(credentials=base.credentials, roles={each.id: each for each in roles})


def holding(*skills: str, **fields: object) -> NearbyRequest:
    held = tuple(HeldSkill(name, int(level)) for name, level in (s.split(":") for s in skills))
    return NearbyRequest(Learner(held), START, **fields)


def told(near):
    return [
        (each.role.id, round(each.readiness, 2), each.shared, each.pay_difference) for each in near
    ]


def ids(near):
    return [each.role.id for each in near]


def test_the_closest_are_those_of_which_most_is_held(world):
    found = nearby_roles(world, holding("sql:2", "excel:1", now="clerk"))
    assert told(found.closest) == [
        ("analyst", 0.75, ("sql", "excel"), 40),
        ("engineer", 0.5, ("sql",), 90),
        ("wizard", 0.4, ("sql",), 840),
    ]
    assert found.compared == 5


def test_the_cheapest_are_ordered_by_money_and_lead_all_the_way(world):
    found = nearby_roles(world, holding("sql:2", "excel:1"))
    costs = [(each.role.id, each.path.totals.money) for each in found.cheapest]
    assert costs == [("engineer", 20), ("analyst", 30), ("clerk", 30)]


def test_a_step_up_pays_more_and_can_be_reached(world):
    found = nearby_roles(world, holding("sql:2", "excel:1", now="analyst"))
    assert ids(found.step_up) == ["engineer"]
    assert ids(nearby_roles(world, holding("sql:2", now="engineer")).step_up) == []


def test_without_pay_now_the_best_paid_are_listed(world):
    found = nearby_roles(world, holding("sql:2", "excel:1"))
    assert ids(found.step_up) == ["engineer", "analyst", "clerk"]
    assert {each.pay_difference for each in found.roles} == {None}


def test_a_role_that_cannot_be_reached_says_so(world):
    wizard = nearby_roles(world, holding("sql:2")).roles[-1]
    assert (wizard.role.id, wizard.is_reachable, wizard.path.covers_essentials) == (
        "wizard",
        False,
        False,
    )


def test_what_only_optional_skills_share_is_not_near(world):
    assert ids(nearby_roles(world, holding("python:1")).closest) == ["coder", "engineer"]
    assert nearby_roles(world, holding("tableau:5")).roles == ()


def test_what_only_traits_share_is_not_near_and_a_trait_counts_in_no_readiness(world):
    kinds = {"sql": SkillKind.TRANSVERSAL, "excel": SkillKind.TOOL}
    skills = {id_: Skill(id_, id_, kind) for id_, kind in kinds.items()}
    near = nearby_roles(replace(world, skills=skills), holding("sql:2", "excel:1"))
    assert [(each.role.id, each.readiness, each.shared) for each in near.roles] == [
        ("analyst", 0.5, ("excel",)),
        ("clerk", 0.5, ("excel",)),
    ]


def test_twice_as_many_are_planned_as_are_shown(world):
    found = nearby_roles(world, holding("sql:2", "excel:1", limit=1))
    assert ids(found.roles) == ["analyst", "clerk"]
    assert [ids(each) for each in (found.closest, found.cheapest, found.step_up)] == [
        ["analyst"],
        ["analyst"],
        ["analyst"],
    ]


def test_only_the_roles_asked_for_are_compared(world):
    found = nearby_roles(world, holding("sql:2", among=frozenset({"engineer", "clerk"})))
    assert (ids(found.roles), found.compared) == (["engineer"], 2)


def test_what_a_held_credential_awards_counts(world):
    request = NearbyRequest(Learner(credentials=(HeldCredential("c-python"),)), START)
    coder = nearby_roles(world, request).closest[0]
    assert (coder.role.id, coder.readiness, coder.path.steps) == ("coder", 1.0, ())


def test_a_path_keeps_to_the_languages_asked_for(world):
    found = nearby_roles(world, holding("sql:2", "excel:1", languages=("en",)))
    assert {each.role.id for each in found.roles if not each.is_reachable} >= {"analyst", "clerk"}


def test_the_preference_and_the_pace_are_those_asked_for(world):
    found = nearby_roles(
        world, holding("sql:2", prefer=Preference.FEWEST, hours_per_week=5.0)
    ).roles[0]
    assert (found.path.request.prefer, found.path.totals.weeks) == (Preference.FEWEST, 2)


@pytest.mark.parametrize(
    ("then", "difference"),
    [
        (dollars(130), 30),
        (dollars(70), -30),
        (None, None),
        (
            Pay(amount=130, currency="EUR", per="year", statistic="median", area="US", year=2025),
            None,
        ),
        (
            Pay(amount=130, currency="USD", per="hour", statistic="median", area="US", year=2025),
            None,
        ),
        (Pay(amount=130, currency="USD", per="year", statistic="mean", area="US", year=2025), None),
        (
            Pay(amount=130, currency="USD", per="year", statistic="median", area="Ohio", year=2025),
            None,
        ),
    ],
)
def test_pay_is_only_compared_where_it_counts_the_same(then, difference):
    assert pay_difference(dollars(100), then) == difference
    assert pay_difference(None, then) is None


def test_who_is_in_a_role_holds_what_is_essential_and_the_first_of_a_group():
    analyst = role("analyst", "sql:2 tableau|looker:3 sql:1", optional="python:4")
    assert holder_of(analyst) == Learner((HeldSkill("sql", 2), HeldSkill("tableau", 3)))

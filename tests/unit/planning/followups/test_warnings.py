from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from skillgap.domain.credential import Assessment, AssessmentKind, Renewal
from skillgap.domain.role import Necessity
from skillgap.domain.skill import Skill, SkillKind
from skillgap.planning.followups.warnings import (
    ExpiresSoon,
    LeansOnIssuer,
    RestsOnAttendance,
    find_notes,
)
from skillgap.planning.planner import plan_path

NOTHING = Assessment(AssessmentKind.NONE)
EXAM = Assessment(AssessmentKind.EXAM)


def notes(world, asked):
    return find_notes(world, plan_path(world, asked))


def test_two_thirds_from_one_issuer_is_a_leaning(credential, catalog, request_for):
    def make(last):
        offers = [
            credential("a", "x:1"),
            credential("b", "y:1"),
            credential("c", "z:1", issuer=last),
        ]
        return catalog(offers, "x:1 y:1 z:1")

    assert notes(make("other"), request_for()) == (LeansOnIssuer("school", 2 / 3, 2, 3),)
    assert notes(make("school"), request_for()) == (LeansOnIssuer("school", 1.0, 3, 3),)
    assert notes(make("school"), request_for(issuers=("school",))) == ()
    few = catalog([credential("a", "x:1"), credential("b", "y:1")], "x:1 y:1")
    assert notes(few, request_for()) == ()


def test_a_skill_that_nothing_assesses_rests_on_attendance(credential, catalog, request_for):
    def make(first, second):
        return catalog(
            [credential("a", "x:1", assessment=first), credential("b", "y:1", assessment=second)],
            "x:1 y:1",
        )

    assert notes(make(NOTHING, EXAM), request_for()) == (RestsOnAttendance(("a",), ("x",), False),)
    assert notes(make(NOTHING, NOTHING), request_for()) == (
        RestsOnAttendance(("a", "b"), ("x", "y"), True),
    )
    assert notes(make(EXAM, EXAM), request_for()) == ()
    assert notes(make(Assessment(), EXAM), request_for()) == ()


def test_what_expires_within_a_year_of_the_end_is_named(credential, catalog, request_for):
    def make(months, renewal=None):
        return catalog([credential("a", "x:1", valid_months=months, renewal=renewal)], "x:1")

    assert notes(make(12), request_for()) == (ExpiresSoon("a", dt.date(2027, 1, 11), False),)
    assert notes(make(12, Renewal(12)), request_for())[0].can_be_renewed
    assert notes(make(13), request_for()) == ()
    assert notes(make(None), request_for()) == ()


@pytest.fixture
def narrow(credential, catalog):
    """A role that asks for two tools and, as an option, for teamwork."""

    def make(*, is_taught=True, kind=SkillKind.TOOL, is_transversal=True):
        offers = [credential("a", "excel:1"), credential("b", "sql:1")]
        offers += [credential("c", "teamwork:2", price=7.0)] if is_taught else []
        world = catalog(offers, "excel:1 sql:1 teamwork:2")
        role = world.roles["role"]
        *tools, team = role.requirements
        asked = (*tools, replace(team, necessity=Necessity.OPTIONAL))
        skills = {
            "excel": Skill("excel", "Excel", SkillKind.TOOL),
            "sql": Skill("sql", "SQL", kind),
            "teamwork": Skill(
                "teamwork", "Teamwork", SkillKind.TRANSVERSAL if is_transversal else SkillKind.SKILL
            ),
        }
        return replace(
            world,
            skills=MappingProxyType(skills),
            roles=MappingProxyType({"role": replace(role, requirements=asked)}),
        )

    return make


@pytest.fixture
def counted(request_for):
    """A request in which traits count like any other skill."""

    def make(*holds, **asked):
        return request_for(*holds, include_transversal=True, **asked)

    return make


def test_a_trait_that_is_counted_apart_makes_no_path_narrow(narrow, request_for):
    assert notes(narrow(), request_for()) == ()


def test_tools_alone_are_narrow_where_the_role_asks_for_more(narrow, counted):
    (note,) = notes(narrow(), counted())
    assert (note.kind, note.family, note.missing) == (SkillKind.TOOL, None, ("teamwork",))
    assert (note.broader.added, note.broader.money) == (("c",), 7.0)


def test_the_broader_option_goes_with_what_teaches_it(narrow, counted):
    (note,) = notes(narrow(is_taught=False), counted())
    assert note.broader is None
    (note,) = notes(narrow(), counted(budget=5.0))
    assert note.broader is None


def test_nothing_is_narrow_once_a_fact_of_it_is_gone(narrow, counted):
    assert notes(narrow(kind=SkillKind.KNOWLEDGE), counted()) == ()
    assert notes(narrow(is_transversal=False), counted()) == ()
    assert notes(narrow(), counted("teamwork:2")) == ()
    whole = notes(narrow(), counted(include_optional=True))
    assert [type(each) for each in whole] == [LeansOnIssuer]


def test_a_common_broader_skill_is_a_family(narrow, counted):
    world = narrow(kind=SkillKind.KNOWLEDGE)
    skills = {
        id_: replace(skill, broader=("computing",)) if id_ != "teamwork" else skill
        for id_, skill in world.skills.items()
    }
    (note,) = notes(replace(world, skills=MappingProxyType(skills)), counted())
    assert (note.kind, note.family) == (None, "computing")


def test_an_empty_path_has_no_notes(credential, catalog, request_for):
    assert notes(catalog([credential("a", "x:1")], "x:1"), request_for("x:1")) == ()

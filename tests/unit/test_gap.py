from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.learner import HeldCredential, HeldSkill, Learner
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill, SkillKind, SkillLevel
from skillgap.domain.stack import Electives, Stack
from skillgap.gap import (
    GapStatus,
    Holdings,
    find_gap,
    find_holdings,
    find_implied,
    gap_to_role,
    is_complete,
    is_trait,
    readiness,
    split_traits,
    trait_share,
)

TODAY = dt.date(2025, 3, 1)


def credential(name, *awards):
    levels = tuple(SkillLevel(skill, level) for skill, level in awards)
    return MicroCredential(name, name, "i", levels, 1, Price(0))


CATALOG = Catalog(
    credentials={
        "a": credential("a", ("sql", 2)),
        "b": credential("b", ("r", 1)),
        "diploma": credential("diploma", ("sql", 4)),
        "doctorate": credential("doctorate", ("r", 5)),
    },
    stacks={
        "first": Stack.of(
            "first", all_of=("a", "b"), awards=(SkillLevel("r", 3),), earns=("diploma",)
        ),
        "second": Stack.of("second", all_of=("diploma",), earns=("doctorate",)),
    },
)


def hold(skills=(), credentials=()):
    learner = Learner(tuple(HeldSkill(*each) for each in skills), tuple(credentials))
    return find_holdings(learner, CATALOG, TODAY)


def test_the_best_level_of_what_is_named_and_what_is_awarded_counts():
    held = hold([("sql", 1), ("r", 4), ("sql", 3)], [HeldCredential("a"), HeldCredential("b")][:1])
    assert (dict(held.skills), held.credentials) == ({"sql": 3, "r": 4}, {"a"})


def test_an_expired_credential_is_not_held_and_its_skills_are():
    def found(expires):
        held = hold(credentials=[HeldCredential("a", expires=expires)])
        return held.credentials, dict(held.skills)

    assert found(TODAY) == ({"a"}, {"sql": 2})
    assert found(TODAY - dt.timedelta(days=1)) == (set(), {"sql": 2})
    held = hold(credentials=[HeldCredential("a", expired=True)])
    assert (held.credentials, dict(held.skills)) == (set(), {"sql": 2})


def test_a_completed_stack_earns_a_credential_that_completes_another():
    held = hold(credentials=[HeldCredential("a"), HeldCredential("b")])
    assert held.credentials == {"a", "b", "diploma", "doctorate", "first", "second"}
    assert held.stacks == {"first", "second"}
    assert dict(held.skills) == {"sql": 4, "r": 5}


def test_a_credential_that_the_catalog_lacks_awards_nothing():
    assert dict(hold(credentials=[HeldCredential("gone")]).skills) == {}


@pytest.mark.parametrize(
    ("stack", "held", "complete"),
    [
        (Stack("s", all_of=("a", "b")), "a", False),
        (Stack("s", all_of=("a", "b")), "ab", True),
        (Stack("s", all_of=("a",), choose=Electives(2, ("b", "c", "d"))), "abd", True),
        (Stack("s", all_of=("a",), choose=Electives(2, ("b", "c", "d"))), "ab", False),
        (Stack("s", choose=Electives(1, ("b",))), "b", True),
        (Stack("s"), "ab", False),
    ],
)
def test_a_stack_is_complete(stack, held, complete):
    assert is_complete(stack, frozenset(held)) is complete


def role(*requirements):
    return RoleProfile(
        id="r",
        title="R",
        requirements=tuple(
            SkillRequirement.of(skills, level, importance, Necessity.ESSENTIAL)
            for skills, level, importance in requirements
        ),
    )


def holding(**levels):
    return Holdings(levels, frozenset(), frozenset())


def test_each_requirement_is_met_short_or_missing():
    asked = role((("a",), 2, 1.0), (("b",), 3, 0.5), (("c", "d"), 1, 0.2))
    gaps = find_gap(asked, holding(a=3, b=1))
    assert [(each.skill, each.held, each.short_by, each.status) for each in gaps] == [
        ("a", 3, 0, GapStatus.MET),
        ("b", 1, 2, GapStatus.SHORT),
        ("c", 0, 1, GapStatus.MISSING),
    ]


def test_of_a_group_the_option_held_best_counts():
    (gap,) = find_gap(role((("a", "b"), 3, 1.0)), holding(a=1, b=2))
    assert (gap.skill, gap.held) == ("b", 2)


def test_readiness_weighs_levels_by_importance():
    asked = role((("a",), 2, 1.0), (("b",), 3, 0.5))
    assert readiness(find_gap(asked, holding())) == 0
    assert readiness(find_gap(asked, holding(a=5, b=1))) == pytest.approx((2 + 0.5) / (2 + 1.5))
    assert readiness(find_gap(asked, holding(a=2, b=3))) == 1
    assert readiness([]) == 1


KINDS = Catalog(
    skills={
        "talk": Skill("talk", "Talk", SkillKind.TRANSVERSAL),
        "team": Skill("team", "Team", SkillKind.TRANSVERSAL),
        "sql": Skill("sql", "SQL", SkillKind.TOOL),
        "odd": Skill("odd", "Odd"),
    }
)


@pytest.mark.parametrize(
    ("skills", "expected"),
    [
        ("talk", True),
        ("talk team", True),
        ("talk sql", False),
        ("sql", False),
        ("odd", False),
        ("talk odd", False),
        ("talk gone", False),
    ],
)
def test_a_trait_is_a_requirement_of_transversal_skills_alone(skills, expected):
    (requirement,) = role((tuple(skills.split()), 2, 1.0)).requirements
    assert is_trait(requirement, KINDS) is expected


def test_a_role_is_split_into_what_counts_and_its_traits():
    asked = role((("talk",), 2, 1.0), (("sql",), 3, 0.5), (("team", "talk"), 4, 0.5))
    talk, sql, team = asked.requirements
    counted, traits = split_traits(asked, KINDS)
    assert (counted.requirements, traits.requirements) == ((sql,), (talk, team))
    counted, traits = split_traits(asked, KINDS, include_transversal=True)
    assert (counted.requirements, traits.requirements) == ((talk, sql, team), ())


def test_the_gap_to_a_role_leaves_its_traits_out_unless_they_are_asked_for():
    asked = role((("talk",), 2, 1.0), (("sql",), 3, 0.5))
    learner = Learner((HeldSkill("talk", 1),))
    alone = gap_to_role(KINDS, asked, learner, TODAY)
    whole = gap_to_role(KINDS, asked, learner, TODAY, include_transversal=True)
    assert [(each.skill, each.held) for each in alone] == [("sql", 0)]
    assert [(each.skill, each.held) for each in whole] == [("talk", 1), ("sql", 0)]


def test_the_share_of_traits_counts_optional_ones_as_well():
    essential = SkillRequirement.of(("talk",), 2, 1.0, Necessity.ESSENTIAL)
    optional = SkillRequirement.of(("team",), 4, 0.5, Necessity.OPTIONAL)
    asked = RoleProfile(id="r", title="R", requirements=(essential, optional))
    assert trait_share(find_gap(asked, holding(talk=1, team=2))) == pytest.approx((1 + 1) / (2 + 2))
    assert trait_share(()) == 1


LEVELS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 5))


@given(LEVELS, st.sampled_from("abc"), st.integers(1, 5))
def test_more_skill_never_lowers_readiness(levels, skill, level):
    asked = role((("a",), 2, 1.0), (("b", "c"), 3, 0.5), (("c",), 5, 0.1))
    more = levels | {skill: max(level, levels.get(skill, 0))}
    before, after = (readiness(find_gap(asked, holding(**each))) for each in (levels, more))
    assert 0 <= before <= after <= 1


TAXONOMY = Catalog(
    skills={
        each.id: each
        for each in (
            Skill("programming", "Programming"),
            Skill("javascript", "JavaScript", broader=("programming",)),
            Skill("react", "React", broader=("javascript",)),
            Skill("sql", "SQL"),
            Skill("postgresql", "PostgreSQL", broader=("sql",)),
            Skill("mysql", "MySQL", broader=("sql",)),
        )
    }
)


@pytest.mark.parametrize(
    ("held", "settled", "implied"),
    [
        ({"postgresql": 5, "mysql": 3}, (), [("sql", 3, "postgresql")]),
        ({"react": 4}, (), [("javascript", 3, "react"), ("programming", 2, "javascript")]),
        ({"react": 2}, (), [("javascript", 1, "react")]),
        ({"sql": 5}, (), []),
        ({"postgresql": 5, "sql": 4}, (), []),
        ({"postgresql": 5, "sql": 1}, ("sql",), []),
        ({"postgresql": 5}, ("sql",), []),
        ({"unknown": 5}, (), []),
    ],
)
def test_a_narrower_skill_implies_its_broader_ones_a_level_below(held, settled, implied):
    found = find_implied(TAXONOMY, held, settled)
    assert [(each.skill, each.level, each.because) for each in found] == implied


def test_what_is_implied_does_not_go_round_in_a_circle():
    loop = Catalog(
        skills={
            "a": Skill("a", "A", broader=("b",)),
            "b": Skill("b", "B", broader=("a",)),
        }
    )
    assert [(each.skill, each.level) for each in find_implied(loop, {"a": 5})] == [("b", 3)]


@pytest.mark.parametrize(
    ("earned", "credentials", "skills"),
    [
        (TODAY, {"a"}, {"sql": 2}),
        (TODAY + dt.timedelta(days=1), set(), {}),
    ],
)
def test_what_is_earned_in_the_future_is_not_held_and_gives_nothing(earned, credentials, skills):
    held = hold(credentials=[HeldCredential("a", earned=earned)])
    assert (held.credentials, held.skills) == (credentials, skills)

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
from skillgap.domain.skill import SkillLevel
from skillgap.domain.stack import Electives, Stack
from skillgap.gap import GapStatus, Holdings, find_gap, find_holdings, is_complete, readiness

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


def test_an_expired_credential_no_longer_counts_and_its_last_day_does():
    def skills(expires):
        return dict(hold(credentials=[HeldCredential("a", expires=expires)]).skills)

    assert skills(TODAY) == {"sql": 2}
    assert skills(TODAY - dt.timedelta(days=1)) == {}


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


LEVELS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 5))


@given(LEVELS, st.sampled_from("abc"), st.integers(1, 5))
def test_more_skill_never_lowers_readiness(levels, skill, level):
    asked = role((("a",), 2, 1.0), (("b", "c"), 3, 0.5), (("c",), 5, 0.1))
    more = levels | {skill: max(level, levels.get(skill, 0))}
    before, after = (readiness(find_gap(asked, holding(**each))) for each in (levels, more))
    assert 0 <= before <= after <= 1

from __future__ import annotations

from skillgap.checks.reachability import best_levels, check_coverage
from skillgap.diagnostics.locator import NoLocator
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill, SkillLevel
from skillgap.domain.stack import Stack


def catalog(*requirements, credentials=True):
    offered = MicroCredential("c", "C", "i", (SkillLevel("sql", 2),), 1, Price(0))
    return Catalog(
        skills={name: Skill(name, name) for name in ("sql", "r")},
        credentials={"c": offered} if credentials else {},
        stacks={"s": Stack.of("s", all_of=("c",), awards=(SkillLevel("sql", 3),))},
        roles={
            "role": RoleProfile(
                id="role",
                title="Role",
                requirements=tuple(
                    SkillRequirement.of(skills, level, 1.0, Necessity.ESSENTIAL)
                    for skills, level in requirements
                ),
            )
        },
    )


def told(*requirements, **options):
    return [each.message for each in check_coverage(catalog(*requirements, **options), NoLocator())]


def test_the_best_level_counts_stacks():
    assert best_levels(catalog()) == {"sql": 3}


def test_what_is_awarded_high_enough_is_covered():
    assert told((("sql",), 3), (("r", "sql"), 1)) == []


def test_what_nothing_awards_is_told():
    assert told((("r",), 4), (("r",), 1)) == [
        "nothing awards `r` at level 4, which `role` requires",
        "nothing awards `r` at level 1, which `role` requires",
    ]


def test_what_is_learned_at_work_is_not_told():
    assert told((("sql",), 4), (("r", "sql"), 5)) == []


def test_what_is_required_again_is_told_once():
    assert len(told((("r",), 4), (("r",), 4), (("r",), 5))) == 2


def test_an_unknown_skill_and_a_missing_catalog_are_not_judged_here():
    assert told((("gone",), 1)) == []
    assert told((("sql",), 5), credentials=False) == []

from __future__ import annotations

from msgspec.structs import replace

from skillgap.domain.stack import Stack
from skillgap.planning.facts import (
    LimitName,
    NothingAwards,
    OnlyAwardedBy,
    PrerequisiteOutOfReach,
    RoleNeeds,
    RuledOut,
    StackOutOfReach,
)
from skillgap.planning.planner import plan_path


def because(path):
    """The facts of the first thing left open, the role's own need left aside."""
    first, *facts = path.uncovered[0].because
    assert first == RoleNeeds("role", path.uncovered[0].requirement)
    return facts


def test_a_chain_goes_down_to_what_stands_in_the_way(credential, catalog, request_for):
    world = catalog(
        [
            credential("top", "sql:3", after="sql:2"),
            credential("middle", "sql:2", holding="bottom"),
            credential("bottom", "excel:1"),
        ],
        "sql:3",
    )
    assert because(plan_path(world, request_for(exclude=("bottom",)))) == [
        OnlyAwardedBy("sql", 3, ("top",)),
        PrerequisiteOutOfReach("top", "sql", 2),
        OnlyAwardedBy("sql", 2, ("middle", "top")),
        PrerequisiteOutOfReach("middle", needed=("bottom",)),
        RuledOut("bottom", LimitName.EXCLUDE),
    ]


def test_of_a_group_every_skill_is_told(credential, catalog, request_for):
    world = catalog([credential("a", "looker:1")], "looker|tableau:1")
    assert because(plan_path(world, request_for(exclude=("a",)))) == [
        OnlyAwardedBy("looker", 1, ("a",)),
        RuledOut("a", LimitName.EXCLUDE),
        NothingAwards("tableau", 1, 0),
    ]


def test_removing_the_fact_that_is_named_changes_the_answer(credential, catalog, request_for):
    stack = Stack.of("pair", all_of=("a", "b"), awards=credential("x", "sql:1").awards)
    world = catalog([credential("a", "r:1"), credential("b", "r:1")], "sql:1", [stack])
    request = request_for(exclude=("b",))
    assert because(plan_path(world, request)) == [
        OnlyAwardedBy("sql", 1, (), ("pair",)),
        StackOutOfReach("pair"),
        RuledOut("b", LimitName.EXCLUDE),
    ]
    assert plan_path(world, request_for()).covers_essentials
    smaller = replace(world, stacks={"pair": replace(stack, all_of=("a",))})
    assert plan_path(smaller, request).covers_essentials


def test_prerequisites_within_reach_are_not_blamed(credential, catalog, request_for):
    world = catalog(
        [
            credential("top", "sql:3", after="excel:1 r:1", holding="first"),
            credential("first", "excel:1"),
        ],
        "sql:3",
    )
    assert because(plan_path(world, request_for())) == [
        OnlyAwardedBy("sql", 3, ("top",)),
        PrerequisiteOutOfReach("top", "r", 1),
        NothingAwards("r", 1, 0),
    ]

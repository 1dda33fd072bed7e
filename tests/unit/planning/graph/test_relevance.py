from __future__ import annotations

from skillgap.domain.stack import Stack
from skillgap.planning.question import ask


def kept(question) -> list[str]:
    """The ids of the items that are left."""
    return [item.id for item in question.world.items]


def test_only_what_leads_to_the_role_is_kept(credential, catalog, request_for):
    world = catalog(
        [
            credential("goal", "sql:3", after="sql:1"),
            credential("basics", "sql:1"),
            credential("pottery", "art:5"),
            credential("sealed", "sql:5", after="magic:1"),
        ],
        "sql:3",
    )
    assert kept(ask(world, request_for())) == ["basics", "goal"]


def test_a_stack_is_kept_where_its_bonus_could_decide(credential, catalog, request_for):
    world = catalog(
        [credential("goal", "sql:3"), credential("pottery", "art:5", price=5.0)],
        "sql:3",
        [Stack("single", all_of=("goal",)), Stack("both", all_of=("goal", "pottery"))],
    )
    assert kept(ask(world, request_for())) == ["goal", "single"]


def test_a_light_filler_is_kept_where_stacks_could_pay_for_it(credential, catalog, request_for):
    world = catalog(
        [credential("goal", "sql:3"), credential("feather", "art:5", hours=0.0)],
        "sql:3",
        [Stack(f"s{n}", all_of=("goal", "feather")) for n in range(6)],
    )
    assert kept(ask(world, request_for())) == ["feather", "goal", *(f"s{n}" for n in range(6))]

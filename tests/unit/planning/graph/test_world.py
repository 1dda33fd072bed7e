from __future__ import annotations

from skillgap.domain.stack import Electives, Stack
from skillgap.gap import find_holdings
from skillgap.planning.graph.build import build_world
from skillgap.planning.graph.world import Group, all_items
from skillgap.planning.offers import screen


def items_of(catalog, request):
    """Everything that could be done, as items."""
    holdings = find_holdings(request.learner, catalog, request.start)
    return all_items(catalog, screen(catalog, request, holdings).offers, holdings)


def test_what_is_held_is_no_longer_asked(credential, catalog, request_for):
    asking = credential("late", "sql:3", after="sql:1 python:2", holding="early")
    world = catalog([asking, credential("early", "sql:1")], "sql:3")
    late = items_of(world, request_for("sql:1"))[1]
    assert late.id == "late"
    assert late.groups == (Group(1, ((("python", 2),),)), Group(1, ((("early", 0),),)))


def test_a_stack_asks_for_its_members_and_gives_what_its_credential_awards(
    credential, catalog, request_for
):
    stack = Stack.of("pair", all_of=("a",), choose=Electives(1, ("b", "c")), earns=("degree",))
    world = catalog(
        [credential(each, "sql:1") for each in ("a", "b", "c")] + [credential("degree", "r:4")],
        "sql:1",
        [stack],
    )
    item = items_of(world, request_for())[-1]
    assert item.groups == (Group(1, ((("a", 0),),)), Group(1, ((("b", 0),), (("c", 0),))))
    assert [(each.skill, each.level) for each in item.awards] == [("r", 4)]


def test_a_stack_that_cannot_be_completed_is_no_item(credential, catalog, request_for):
    stack = Stack("hopeless", choose=Electives(3, ("a", "b")))
    world = catalog([credential("a", "sql:1")], "sql:1", [stack, Stack("empty")])
    assert [item.id for item in items_of(world, request_for())] == ["a"]


def test_a_skill_and_a_credential_of_one_name_are_told_apart(credential, catalog, request_for):
    world = catalog([credential("sql", "excel:1"), credential("other", "sql:2")], "sql:1")
    other, named = items_of(world, request_for())
    assert (other.id, named.id) == ("other", "sql")
    wired = build_world((named, other), [(("sql", 1),), (("sql", 0),)])
    assert wired.needs == ((("sql", 0),), (("sql", 1),))
    assert wired.provides == ((0,), (1,))

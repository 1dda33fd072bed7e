from __future__ import annotations

from skillgap.planning.question import ask
from skillgap.planning.search.heuristics import find_cheap_reach


def cheap(world, asked, costs):
    question = ask(world, asked)
    numbers = [question.number(target.need) for target in question.targets]
    by_number = {at: costs[each.credential.id] for at, each in question.offers().items()}
    reach = find_cheap_reach(question.world, numbers, by_number)
    assert all(reach.serves(each) for each in numbers)
    return {question.world.items[each].id for each in reach.order}


def test_prerequisites_count_into_the_price(credential, catalog, request_for):
    world = catalog(
        [
            credential("short", "sql:1", after="r:1"),
            credential("root", "r:1"),
            credential("whole", "sql:1"),
        ],
        "sql:1",
    )
    assert cheap(world, request_for(), {"short": 1, "root": 5, "whole": 7}) == {"short", "root"}
    assert cheap(world, request_for(), {"short": 1, "root": 7, "whole": 7}) == {"whole"}


def test_what_is_taken_already_serves_again(credential, catalog, request_for):
    world = catalog(
        [credential("both", "x:1 y:1"), credential("x", "x:1"), credential("y", "y:1")], "x:1 y:1"
    )
    assert cheap(world, request_for(), {"both": 5, "x": 6, "y": 4}) == {"both"}

from __future__ import annotations

from skillgap.domain.stack import Discount, Stack
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.question import ask
from skillgap.planning.totals import Given, add_up, allocate_rebates, find_makespan


def asked(credential, catalog, request_for, stacks, **fields):
    offers = [
        credential("a", "a:1", price=100.0),
        credential("b", "b:1", price=50.0, min_weeks=4),
        credential("c", "c:1", price=50.0, min_weeks=4),
    ]
    return ask(catalog(offers, "a:1 b:1 c:1", stacks), request_for(**fields))


def test_each_member_serves_the_discount_that_saves_most(credential, catalog, request_for):
    stacks = [
        Stack("amount", all_of=("a", "b"), discount=Discount(amount=60.0)),
        Stack("share", all_of=("a", "c"), discount=Discount(percent=50.0)),
    ]
    question = asked(credential, catalog, request_for, stacks)
    reach = find_reach(question.world)
    named = {
        question.world.items[question.world.rebates[number].stack].id: [
            question.world.items[each].id for each in given.members
        ]
        for number, given in allocate_rebates(question.world, reach).items()
    }
    assert named == {"amount": ["b"], "share": ["c"]}
    assert add_up(question.world, question.savings(), reach) == -12500


def test_an_amount_takes_off_no_more_than_the_price(credential, catalog, request_for):
    stacks = [Stack("all", all_of=("a", "b", "c"), discount=Discount(amount=60.0, members=("b",)))]
    question = asked(credential, catalog, request_for, stacks)
    assert allocate_rebates(question.world, find_reach(question.world)) == {0: Given((1,), 5000)}


def test_days_are_those_of_the_schedule_where_several_run_at_once(credential, catalog, request_for):
    question = asked(credential, catalog, request_for, [], at_once=2)
    reach = find_reach(question.world)
    assert question.world.makespan == 3
    assert find_makespan(question.world, reach) == 35
    assert add_up(question.world, question.time(), reach) == 35

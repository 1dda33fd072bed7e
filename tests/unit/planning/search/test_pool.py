from __future__ import annotations

from skillgap.domain.stack import Discount, Stack
from skillgap.planning.offers import screen
from skillgap.planning.request import Preference
from skillgap.planning.search.pool import CandidatePool


def pool_of(world, asked) -> CandidatePool:
    """What is the same for all who ask so."""
    return CandidatePool(world, asked, screen)


def test_what_is_dominated_for_who_holds_nothing_is_so_for_all(credential, catalog, request_for):
    offers = [
        credential("dear", "sql:2", price=90.0),
        credential("next", "sql:2", after="sql:1"),
        credential("first", "sql:1"),
    ]
    world = catalog(offers, "sql:2")
    asked = request_for("sql:1", prefer=Preference.CHEAPEST)
    assert sorted(pool_of(world, asked).offers) == ["first", "next"]


def test_what_only_a_skill_opens_that_nobody_awards_stays(credential, catalog, request_for):
    offers = [
        credential("dear", "sql:1", price=90.0),
        credential("opened", "sql:1", after="z:1"),
        credential("far", "sql:1", after="z:1", price=95.0),
    ]
    cheapest = {"prefer": Preference.CHEAPEST}
    found = pool_of(catalog(offers, "sql:1"), request_for(**cheapest))
    assert sorted(found.offers) == ["dear", "opened"]


def test_who_asks_for_a_need_may_still_be_first_for_who_holds_more(
    credential, catalog, request_for
):
    offers = [
        credential("basics", "sql:1", price=50.0),
        credential("bridge", "r:1", after="sql:1"),
        credential("short", "sql:1", after="r:1"),
    ]
    found = pool_of(catalog(offers, "sql:1"), request_for(prefer=Preference.CHEAPEST))
    assert "short" in found.offers


def test_what_a_stack_is_cheaper_with_stays(credential, catalog, request_for):
    offers = [
        credential("goal", "sql:1", price=50.0),
        credential("other", "y:1"),
        credential("beside", "z:1", price=5.0),
    ]
    sale = Stack("sale", all_of=("goal", "beside"), discount=Discount(percent=50.0))
    found = pool_of(catalog(offers, "sql:1", [sale]), request_for())
    assert sorted(found.offers) == ["beside", "goal"]


def test_what_is_served_without_a_credential_is_looked_at_once(credential, catalog, request_for):
    world = catalog([credential("one", "sql:1"), credential("two", "sql:1 r:1")], "sql:1 r:1")
    found = pool_of(world, request_for())
    without_two = found.served_without("two")
    assert without_two((("sql", 1),))
    assert not without_two((("r", 1),))
    assert found.served_without("two") is without_two
    assert found.served_without("one")((("sql", 1),))

from __future__ import annotations

import datetime as dt

import pytest

from skillgap.planning.followups.tradeoff import find_tradeoff, spread


@pytest.fixture
def many(credential, catalog):
    """Twelve ways to one skill, each dearer by 10 and a week quicker than the one before."""
    supporters = [
        credential(f"w{n:02}", "sql:1", price=10.0 * n, hours=130.0 - 10 * n) for n in range(12)
    ]
    return catalog(supporters, "sql:1")


def told(found):
    start = found.points[0].path.request.start
    return [(each.money, (each.ends - start).days + 1) for each in found.points]


def test_every_point_is_listed_from_the_earliest_to_the_cheapest(many, request_for):
    found = find_tradeoff(many, request_for(), at_most=None)
    assert told(found) == [(10.0 * n, 7 * (13 - n)) for n in reversed(range(12))]
    assert (found.is_complete, found.is_proven) == (True, True)


def test_a_cap_spreads_the_points_and_keeps_both_ends(many, request_for):
    found = find_tradeoff(many, request_for(), at_most=4)
    assert told(found) == [(110.0, 14), (80.0, 35), (40.0, 63), (0.0, 91)]
    assert not found.is_complete


def test_few_points_are_all_told_under_a_cap(credential, catalog, request_for):
    world = catalog(
        [
            credential("quick", "sql:1", price=50.0, hours=10.0),
            credential("poor", "sql:1", price=50.0, hours=20.0),
            credential("cheap", "sql:1", price=5.0, hours=30.0),
        ],
        "sql:1",
    )
    found = find_tradeoff(world, request_for(), at_most=2)
    assert told(found) == [(50.0, 7), (5.0, 21)]
    assert found.is_complete


def test_a_limit_takes_points_off_an_end(many, request_for):
    found = find_tradeoff(many, request_for(budget=25.0), at_most=None)
    assert [money for money, _ in told(found)] == [20.0, 10.0, 0.0]


def test_a_last_day_of_the_persons_own_is_never_loosened(credential, catalog, request_for):
    asked = request_for(by=dt.date(2026, 1, 4))
    assert asked.start > asked.limits.by
    found = find_tradeoff(catalog([credential("a", "sql:1", hours=0.0)], "sql:1"), asked)
    assert [(each.money, each.ends) for each in found.points] == [(0.0, asked.start)]
    assert found.points[0].path.steps == ()


def test_no_path_at_all_has_no_frontier(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1", price=9.0)], "sql:1")
    assert find_tradeoff(world, request_for(include=("a",), budget=1.0)) is None


def test_days_are_spread_evenly():
    first, last = dt.date(2026, 1, 1), dt.date(2026, 1, 11)
    assert [each.day for each in spread(first, last, 3)] == [1, 6, 11]
    assert spread(first, first, 8) == [first]

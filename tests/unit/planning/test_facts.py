"""Every fact that an explanation names stands in the way: without it the answer is another."""

from __future__ import annotations

import datetime as dt

import pytest

from skillgap.planning.facts import (
    FigureUnknown,
    LimitName,
    LimitsTogether,
    NoLongerOffered,
    NothingAwards,
    OverLimit,
    PrerequisiteOutOfReach,
    RuledOut,
)
from skillgap.planning.planner import plan_path


@pytest.mark.parametrize(
    ("fields", "limits", "fact"),
    [
        ({"awards": "sql:1"}, {}, NothingAwards("sql", 2, 1)),
        ({}, {"exclude": ("only",)}, RuledOut("only", LimitName.EXCLUDE)),
        ({}, {"issuers": ("other",)}, RuledOut("only", LimitName.ISSUER)),
        ({}, {"verifiable_only": True}, RuledOut("only", LimitName.VERIFIABLE_ONLY)),
        ({"price": 5.0}, {"free_only": True}, RuledOut("only", LimitName.FREE_ONLY)),
        ({"price": 5.0}, {"budget": 4.0}, OverLimit(LimitName.BUDGET, 5.0, 4.0, "only")),
        ({"hours": 50.0}, {"hours": 40.0}, OverLimit(LimitName.HOURS, 50.0, 40.0, "only")),
        ({"price": None}, {}, FigureUnknown("only", "price")),
        ({"hours": None}, {}, FigureUnknown("only", "workload_hours")),
        (
            {"offered_until": dt.date(2026, 1, 1)},
            {},
            NoLongerOffered("only", dt.date(2026, 1, 1)),
        ),
        ({"after": "r:1"}, {}, PrerequisiteOutOfReach("only", "r", 1)),
    ],
)
def test_without_the_fact_the_skill_is_covered(
    credential, catalog, request_for, fields, limits, fact
):
    only = {"awards": "sql:2", **fields}
    stuck = plan_path(catalog([credential("only", **only)], "sql:2"), request_for(**limits))
    assert fact in stuck.uncovered[0].because
    free = plan_path(catalog([credential("only", "sql:2")], "sql:2"), request_for())
    assert free.uncovered == ()


def test_limits_named_together_are_each_of_them_in_the_way(credential, catalog, request_for):
    world = catalog(
        [
            credential("quick", "sql:1", price=50.0, hours=10.0),
            credential("cheap", "sql:1", price=5.0, hours=50.0),
            credential("other", "r:1", price=5.0, hours=5.0),
        ],
        "sql:1 r:1",
    )
    both = {"budget": 54.0, "hours": 54.0}
    stuck = plan_path(world, request_for(**both))
    together = LimitsTogether((LimitName.BUDGET, LimitName.HOURS))
    assert together in stuck.uncovered[0].because
    for name in both:
        rest = {key: value for key, value in both.items() if key != name}
        assert plan_path(world, request_for(**rest)).uncovered == ()

from __future__ import annotations

import datetime as dt

import pytest

from skillgap.errors import UserError
from skillgap.planning.facts import LimitName
from skillgap.planning.question import ask


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"role": "poet"}, "unknown role `poet`"),
        ({"include": ("nowhere",)}, "unknown credential `nowhere`"),
        ({"hours_per_week": 0.0}, "hours per week must be more than 0"),
        ({"hours_per_week": float("nan")}, "hours per week must be more than 0"),
    ],
)
def test_what_the_catalog_has_not_stops_the_request(
    credential, catalog, request_for, fields, message
):
    from msgspec.structs import replace

    role = fields.pop("role", "role")
    request = replace(request_for(**fields), role=role)
    with pytest.raises(UserError, match=message):
        ask(catalog([credential("a", "sql:1")], "sql:1"), request)


def test_every_level_still_to_go_is_a_target(credential, catalog, request_for):
    question = ask(catalog([credential("a", "sql:2")], "sql:3 r:1"), request_for("sql:1 r:1"))
    assert [(each.level, each.need) for each in question.targets] == [
        (2, (("sql", 2),)),
        (3, (("sql", 3),)),
    ]
    assert [question.is_within_reach(each.need) for each in question.targets] == [True, False]


def test_limits_come_in_whole_numbers(credential, catalog, request_for):
    world = catalog([credential("a", "sql:1", price=9.5, hours=1.5)], "sql:1")
    request = request_for(budget=10.0, hours=2.0, by=dt.date(2026, 1, 11), max_credentials=3)
    assert ask(world, request).limits() == {
        LimitName.BUDGET: ({0: 950}, 1000),
        LimitName.HOURS: ({0: 90}, 120),
        LimitName.BY: ({0: 2}, 7),
        LimitName.MAX_CREDENTIALS: ({0: 1}, 3),
    }

from __future__ import annotations

import datetime as dt
import time

from skillgap.checks.reach import find_reach
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Prerequisites
from skillgap.domain.money import Price
from skillgap.domain.skill import Skill, SkillLevel, SkillOptions
from skillgap.domain.stack import Electives, Stack

FREE = Price(0)


def world(*credentials, stacks=()):
    return Catalog(
        skills={"sql": Skill("sql", "SQL")},
        credentials={each.id: each for each in credentials},
        stacks={each.id: each for each in stacks},
    )


def credential(name, level=1, skills=(), before=(), **facts):
    asked = tuple(SkillOptions.of(("sql",), each) for each in skills)
    needed = Prerequisites.of(asked, tuple((each,) for each in before))
    return MicroCredential(
        name, name, "acme", (SkillLevel("sql", level),), 1, FREE, prerequisites=needed, **facts
    )


def test_skills_open_what_asks_for_them():
    found = find_reach(world(credential("a", 2), credential("b", 3, skills=[2])))
    assert (found.credentials, dict(found.levels)) == ({"a", "b"}, {"sql": 3})


def test_what_asks_for_more_than_can_be_had_stays_out():
    found = find_reach(world(credential("a", 2), credential("b", 5, skills=[3])))
    assert (found.credentials, dict(found.levels)) == ({"a"}, {"sql": 2})


def test_a_stack_earns_once_enough_members_are_reached():
    stack = Stack.of("s", all_of=("a",), choose=Electives(1, ("b", "c")), earns=("d",))
    locked = credential("c", before=["d"])
    catalog = world(
        credential("a"),
        credential("b", 4),
        locked,
        credential("d", 5, before=["d"]),
        stacks=[stack],
    )
    assert find_reach(catalog).credentials == {"a", "b", "c", "d", "s"}


def test_an_offer_that_has_ended_is_out_of_reach():
    ended = credential("a", offered_until=dt.date(2025, 1, 1))
    assert find_reach(world(ended), dt.date(2025, 1, 2)).credentials == frozenset()
    assert find_reach(world(ended), dt.date(2025, 1, 1)).credentials == {"a"}
    assert find_reach(world(ended)).credentials == {"a"}


def test_plans_hold_nothing_of_unknown_price():
    unpriced = MicroCredential("a", "A", "acme", (SkillLevel("sql", 2),), 1, Price(None))
    assert dict(find_reach(world(unpriced), in_plans=True).levels) == {}
    assert dict(find_reach(world(unpriced)).levels) == {"sql": 2}


def test_a_chain_of_ten_thousand_takes_no_time():
    links = [
        credential(f"c{n:05}", before=[f"c{n + 1:05}"] if n < 9999 else []) for n in range(10_000)
    ]
    started = time.process_time()
    assert len(find_reach(world(*links)).credentials) == 10_000
    assert time.process_time() - started < 2

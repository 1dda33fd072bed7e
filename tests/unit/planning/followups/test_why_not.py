from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from skillgap.domain.learner import HeldCredential
from skillgap.domain.skill import SkillLevel
from skillgap.domain.stack import Stack
from skillgap.errors import UserError
from skillgap.planning.facts import (
    FigureUnknown,
    LimitName,
    NoLongerOffered,
    OverLimit,
    PrerequisiteOutOfReach,
    RuledOut,
)
from skillgap.planning.followups.why_not import AbsenceKind, why_not
from skillgap.planning.request import Preference


def ask_why_not(world, request, id_="other"):
    (absence,) = why_not(world, request, (id_,))
    return absence


@pytest.fixture
def world(credential, catalog):
    def make(*extra, **fields):
        best = credential("best", "sql:2", price=5.0)
        other = credential("other", fields.pop("awards", "sql:2"), **{"price": 9.0, **fields})
        return catalog([best, other, *extra], "sql:2")

    return make


def test_what_costs_more_is_told_to_the_cent_and_no_longer_once_it_is_cheaper(world, request_for):
    asked = request_for(prefer=Preference.CHEAPEST)
    absence = ask_why_not(world(price=9.25, hours=5.0), asked)
    assert absence.kind is AbsenceKind.COSTS_MORE
    assert (absence.more.money, absence.more.hours, absence.more.value) == (4.25, -5.0, 4.25)
    assert (absence.more.added, absence.more.dropped) == (("other",), ("best",))
    assert ask_why_not(world(price=4.0), asked).kind is AbsenceKind.ON_PATH


def test_what_is_no_better_by_any_measure_is_dominated_until_it_is(world, request_for):
    absence = ask_why_not(world(), request_for())
    assert (absence.kind, absence.dominated_by) == (AbsenceKind.DOMINATED, "best")
    assert absence.more.money == 4.0
    for better in ({"hours": 9.0}, {"awards": "sql:3 python:1"}):
        changed = world(**better)
        role = changed.roles["role"]
        wider = (*role.requirements, replace(role.requirements[0], skill="python", level=1))
        asked = replace(changed, roles={"role": replace(role, requirements=wider)})
        assert ask_why_not(asked, request_for()).kind is not AbsenceKind.DOMINATED


def test_what_closes_nothing_says_what_is_held_already(world, request_for):
    absence = ask_why_not(world(awards="python:1"), request_for())
    assert (absence.kind, absence.held_skills) == (AbsenceKind.ADDS_NOTHING, ())
    assert absence.more.money == 9.0
    held = ask_why_not(world(awards="sql:1"), request_for("sql:1"))
    assert (held.kind, held.held_skills) == (AbsenceKind.ADDS_NOTHING, (SkillLevel("sql", 1),))
    assert ask_why_not(world(awards="sql:1"), request_for()).kind is not AbsenceKind.ADDS_NOTHING


@pytest.mark.parametrize(
    ("fields", "limits", "kind", "fact"),
    [
        ({}, {"exclude": ("other",)}, AbsenceKind.RULED_OUT, RuledOut("other", LimitName.EXCLUDE)),
        ({}, {"free_only": True}, AbsenceKind.RULED_OUT, RuledOut("other", LimitName.FREE_ONLY)),
        ({"price": None}, {}, AbsenceKind.FIGURE_UNKNOWN, FigureUnknown("other", "price")),
        (
            {"hours": None},
            {},
            AbsenceKind.FIGURE_UNKNOWN,
            FigureUnknown("other", "workload_hours"),
        ),
        (
            {"offered_until": dt.date(2026, 1, 1)},
            {},
            AbsenceKind.NO_LONGER_OFFERED,
            NoLongerOffered("other", dt.date(2026, 1, 1)),
        ),
        (
            {},
            {"budget": 6.0},
            AbsenceKind.OVER_LIMIT,
            OverLimit(LimitName.BUDGET, 9.0, 6.0, "other"),
        ),
        (
            {"after": "r:1"},
            {},
            AbsenceKind.OUT_OF_REACH,
            PrerequisiteOutOfReach("other", "r", 1),
        ),
    ],
)
def test_the_fact_is_named_and_without_it_the_answer_is_another(
    world, request_for, fields, limits, kind, fact
):
    absence = ask_why_not(world(**fields), request_for(**limits))
    assert (absence.kind, absence.facts[0]) == (kind, fact)
    assert ask_why_not(world(), request_for()).kind is AbsenceKind.DOMINATED


def test_what_fits_alone_but_not_beside_the_path_has_no_room(credential, catalog, request_for):
    def make(price):
        return catalog(
            [
                credential("a", "sql:1", price=5.0),
                credential("b", "python:1", price=5.0),
                credential("other", "sql:1", price=price, hours=1.0),
            ],
            "sql:1 python:1",
        )

    absence = ask_why_not(make(8.0), request_for(budget=10.0))
    assert absence.kind is AbsenceKind.NO_ROOM
    assert absence.facts == (OverLimit(LimitName.BUDGET, 13.0, 10.0),)
    assert ask_why_not(make(8.0), request_for(budget=13.0)).kind is not AbsenceKind.NO_ROOM


def test_what_is_held_and_what_is_on_the_path_say_so(world, request_for):
    on_path = ask_why_not(world(), request_for(), "best")
    assert (on_path.kind, on_path.order) == (AbsenceKind.ON_PATH, 1)
    learner = replace(request_for().learner, credentials=(HeldCredential("best"),))
    held = ask_why_not(world(), replace(request_for(), learner=learner), "best")
    assert held.kind is AbsenceKind.HELD


def test_equal_paths_are_told_as_a_tie(world, request_for):
    absence = ask_why_not(world(price=900.0, hours=5.0), request_for(prefer=Preference.FEWEST))
    assert (absence.kind, absence.more.value) == (AbsenceKind.TIED, 0.0)


def test_a_credential_that_is_not_there_is_the_callers_mistake(world, request_for):
    with pytest.raises(UserError, match="unknown credential `nowhere`"):
        why_not(world(), request_for(), ("nowhere",))


def test_what_comes_with_a_stack_of_the_path_says_which(credential, catalog, request_for):
    offers = [credential("a", "x:1"), credential("other", "y:1", price=None)]
    stack = Stack.of("pair", all_of=("a",), earns=("other",))
    absence = ask_why_not(catalog(offers, "x:1 y:1", [stack]), request_for())
    assert (absence.kind, absence.earned_by) == (AbsenceKind.EARNED, "pair")
    without = ask_why_not(catalog(offers, "x:1 y:1"), request_for())
    assert (without.kind, without.earned_by) == (AbsenceKind.FIGURE_UNKNOWN, None)

"""The oracle stands on the documentation, and on nothing that it judges."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from oracle import Oracle
from rulebook import (
    POINTS,
    Study,
    credentials_in_force,
    days_at_once,
    practice,
    read_points,
    recognition,
    skills_named,
    tie_weight,
)
from strategies import ISSUERS, make_credential, puzzles, seeds

from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    AssessmentKind,
    MicroCredential,
    Recognition,
    Verification,
)
from skillgap.domain.issuer import Accreditation, Issuer, IssuerKind
from skillgap.domain.learner import HeldCredential, HeldSkill, Learner
from skillgap.domain.money import Price
from skillgap.gap import find_holdings
from skillgap.planning.objective import tie_break_cost
from skillgap.planning.recognition import assessed_practice, recognition_score

HERE = Path(__file__).parent
NOUNS = ("skillgap.domain.", "skillgap.planning.request")
"""What the oracle may know: what there is and what is asked, never how it is answered."""


@pytest.mark.parametrize("name", ["oracle.py", "rulebook.py"])
def test_the_oracle_knows_nothing_of_the_planner(name):
    tree = ast.parse((HERE / name).read_text(encoding="utf-8"))
    known = {each.module for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
    ours = {each for each in known if each.startswith("skillgap")}
    assert ours
    assert {each for each in ours if not each.startswith(NOUNS)} == set()
    assert not any(
        name.name.startswith("skillgap")
        for each in ast.walk(tree)
        if isinstance(each, ast.Import)
        for name in each.names
    )


def test_the_page_tells_the_points_of_everything_there_is():
    assert {known for part, known in POINTS if part == "issuer's standing"} == {
        "accredited",
        *IssuerKind,
    }
    assert {known for part, known in POINTS if part == "assessment"} == {
        "proctored",
        *AssessmentKind,
    }
    assert {known for part, known in POINTS if part == "verification"} == set(Verification)
    assert {known for part, known in POINTS if part == "achievement type"} == set(AchievementType)
    assert read_points("| a | b, c | 10 |\n|---|---|---|\n| a | d | -20 |") == {
        ("a", "b"): 10,
        ("a", "c"): 10,
        ("a", "d"): -20,
    }


def make(**facts):
    return MicroCredential("c", "C", "i", (), 1.0, Price(0.0), **facts)


@pytest.mark.parametrize(
    ("facts", "issuer", "score"),
    [
        ({}, None, 0),
        ({"recognition": (Recognition("ACE", "credit"),) * 2}, None, 200),
        ({"recognition": tuple(Recognition(by, "credit") for by in ("ACE", "ECTS"))}, None, 300),
        ({}, Issuer("i", "I", IssuerKind.PROVIDER, accreditations=(Accreditation("B"),)), 200),
        ({"assessment": Assessment(AssessmentKind.QUIZ, proctored=True)}, None, 160),
        ({"verification": Verification.CODE, "valid_months": 24}, None, 30),
        ({"verification": Verification.CODE, "valid_months": 12}, None, 0),
        ({"achievement_type": AchievementType.COURSE}, Issuer("i", "I", IssuerKind.VENDOR), 140),
    ],
)
def test_recognition_adds_up_what_the_page_says(facts, issuer, score):
    assert recognition(make(**facts), issuer) == score


@pytest.mark.parametrize(
    ("kind", "hands_on", "score"),
    [
        (None, None, 0),
        (AssessmentKind.LAB, None, 1000),
        (AssessmentKind.LAB, False, 400),
        (AssessmentKind.EXAM, True, 600),
        (AssessmentKind.MIXED, None, 200),
    ],
)
def test_practice_is_what_is_done_and_what_is_judged(kind, hands_on, score):
    assert practice(make(assessment=Assessment(kind, hands_on=hands_on))) == score


def test_the_best_level_named_counts():
    named = (HeldSkill("sql", 3), HeldSkill("sql", 1), HeldSkill("excel", 2))
    assert skills_named(Learner(named)) == {"sql": 3, "excel": 2}


@pytest.mark.parametrize(
    ("studies", "most", "days"),
    [
        ([], 2, 0),
        ([("a", 5, 5), ("b", 5, 5)], 2, 10),
        ([("a", 14, 2), ("b", 14, 2)], 2, 14),
        ([("a", 14, 2), ("b", 14, 2)], 1, 28),
        ([("a", 14, 10), ("b", 14, 10)], 2, 20),
        ([("a", 14, 2), ("b", 14, 2), ("after a", 7, 7)], 3, 21),
        ([("after b", 7, 7)], 2, None),
    ],
)
def test_time_passes_day_by_day(studies, most, days):
    made = [Study(id_, *figures, 0, 1, frozenset()) for id_, *figures in studies]

    def can_begin(id_, done):
        return not id_.startswith("after ") or id_.removeprefix("after ") in done

    assert days_at_once(made, most, can_begin) == days


def test_a_credential_is_held_up_to_its_last_day():
    day = dt.date(2026, 3, 2)
    held = (
        HeldCredential("for good"),
        HeldCredential("to the day", expires=day),
        HeldCredential("past", expires=day - dt.timedelta(days=1)),
        HeldCredential("a year", earned=dt.date(2025, 3, 2)),
        HeldCredential("over a year", earned=dt.date(2025, 3, 1)),
    )
    valid = {"for good": 12, "a year": 12, "over a year": 12}
    in_force = credentials_in_force(Learner((), held), day, valid)
    assert in_force == {"for good", "to the day", "a year"}


@given(seeds)
def test_the_planner_counts_as_the_page_says(seed):
    dice = Random(seed)
    for _ in range(20):
        credential = make_credential(dice, "c0", ("c0", "c1"))
        issuer = dice.choice((None, *ISSUERS))
        assert recognition_score(credential, issuer) == recognition(credential, issuer)
        assert assessed_practice(credential) == practice(credential)
    assert tie_break_cost(f"c{seed}") == tie_weight(f"c{seed}")


@given(puzzles)
def test_what_is_held_is_what_the_oracle_finds(puzzle):
    request, held = puzzle.request, Oracle(puzzle).held
    found = find_holdings(request.learner, puzzle.catalog, request.start)
    assert (found.skills, found.credentials, found.stacks) == (
        held.levels,
        held.credentials,
        held.stacks,
    )

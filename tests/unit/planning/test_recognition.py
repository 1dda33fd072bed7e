from __future__ import annotations

import pytest

from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    AssessmentKind,
    Recognition,
    Verification,
)
from skillgap.domain.issuer import Accreditation, Issuer, IssuerKind
from skillgap.planning.recognition import (
    ACHIEVEMENT,
    ASSESSMENT,
    FULL,
    ISSUER_STANDING,
    VERIFICATION,
    assessed_practice,
    recognition_parts,
    recognition_score,
)


def test_everything_that_can_be_pointed_at_makes_the_full_score(credential):
    best = credential(
        "best",
        "sql:1",
        achievement_type=AchievementType.CERTIFICATION,
        assessment=Assessment(AssessmentKind.EXAM, proctored=True),
        verification=Verification.REGISTRY,
        recognition=(Recognition("ACE", "credit"), Recognition("NCCRS", "credit")),
    )
    issuer = Issuer("school", "School", accreditations=(Accreditation("ISO"),))
    parts = recognition_parts(best, issuer)
    assert sum(part.possible for part in parts) == FULL == recognition_score(best, issuer)
    assert all(part.earned == part.possible for part in parts)


def test_what_is_not_known_earns_nothing(credential):
    assert recognition_score(credential("plain", "sql:1"), None) == 0
    assert recognition_score(credential("plain", "sql:1"), Issuer("school", "School")) == 0


def test_each_part_is_told_with_its_name(credential):
    some = credential("some", "sql:1", recognition=(Recognition("ACE", "credit"),))
    issuer = Issuer("school", "School", IssuerKind.UNIVERSITY)
    told = {part.name: part.earned for part in recognition_parts(some, issuer)}
    assert told == {
        "counted-by-others": 200,
        "issuer-standing": 150,
        "assessment": 0,
        "verification": 0,
        "achievement-type": 0,
        "expiry": 0,
    }


@pytest.mark.parametrize(
    ("months", "lost"), [(None, 0), (6, 100), (12, 100), (24, 60), (36, 30), (37, 0)]
)
def test_what_expires_soon_loses_some_of_what_it_earned(credential, months, lost):
    known = credential("known", "sql:1", verification=Verification.REGISTRY, valid_months=months)
    assert recognition_score(known, None) == 150 - lost
    assert recognition_score(credential("plain", "sql:1", valid_months=months), None) == 0


def test_every_word_of_the_catalog_has_its_weight():
    assert set(ISSUER_STANDING) == set(IssuerKind)
    assert set(ASSESSMENT) == set(AssessmentKind)
    assert set(VERIFICATION) == set(Verification)
    assert set(ACHIEVEMENT) == set(AchievementType)


@pytest.mark.parametrize(
    ("kind", "hands_on", "score"),
    [
        (AssessmentKind.LAB, None, 1000),
        (AssessmentKind.PROJECT, False, 400),
        (AssessmentKind.MIXED, True, 800),
        (AssessmentKind.EXAM, True, 600),
        (AssessmentKind.QUIZ, None, 0),
        (None, None, 0),
    ],
)
def test_practice_counts_where_it_is_done_and_where_it_is_judged(credential, kind, hands_on, score):
    assessed = credential("c", "sql:1", assessment=Assessment(kind, hands_on=hands_on))
    assert assessed_practice(assessed) == score

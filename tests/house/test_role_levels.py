"""Levels that follow O*NET tell roles apart, and a senior role asks more than a junior one."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))

from role_levels import by_place, following_onet

NOT_FOR_MANAGERS = "is chosen as at the start, and managers do not begin there: leave it to O*NET"
DERIVATION = Path(__file__).resolve().parents[2] / "data/derivation"


@pytest.fixture
def derivation(monkeypatch):
    monkeypatch.syspath_prepend(str(DERIVATION))
    return importlib.import_module


def level_in(root, role, skill):
    text = (root / f"data/roles/{role}.yaml").read_text(encoding="utf-8")
    requirements = yaml.load(text, Loader=yaml.CSafeLoader)["requirements"]
    (level,) = [each["level"] for each in requirements if each.get("skill") == skill]
    return level


@pytest.mark.parametrize(
    ("rating", "percent", "level"),
    [
        (1, 10, 1),
        (2, 30, 2),
        (3, 50, 3),
        (4, 70, 4),
        (5, 90, 5),
        (0, 0, 1),
        (2.5, 40, 3),
        (6, 100, 5),
    ],
)
def test_a_place_is_the_fifth_that_a_rating_lies_in(derivation, rating, percent, level):
    place = derivation("levels").Place(rating, [1, 2, 3, 4, 5])
    assert (place.percent, place.level, place.count) == (percent, level, 5)


def test_equal_ratings_count_half(derivation):
    place = derivation("levels").Place(3, [1, 3, 3, 3])
    assert (place.percent, place.level) == (62, 4)


def facts_of(derivation, ratings, zones):
    facts = derivation("facts")
    rated = {
        occupation: [facts.Rating("2.A.1.d", "Speaking", level, importance)]
        for occupation, (level, importance) in ratings.items()
    }
    return facts.Facts({}, zones, {}, rated, {}, {}, {})


def test_only_occupations_that_an_element_is_important_in_are_compared(derivation):
    facts = facts_of(derivation, {"a": (4, 3), "b": (2, 3.5), "c": (1, 2.9)}, {})
    assert derivation("levels").compared(facts) == {"2.A.1.d": [2, 4]}


def test_a_rule_that_goes_against_job_zones_is_refused(derivation):
    levels = derivation("levels")
    zones = {"a": 2, "b": 3}
    along = facts_of(derivation, {"a": (2, 3), "b": (4, 3)}, zones)
    against = facts_of(derivation, {"a": (4, 3), "b": (2, 3)}, zones)
    assert levels.rule_problems(along) == []
    assert levels.rule_problems(against) == [
        "Job Zone 3 is given 2.00 on the whole, no more than zone 2"
    ]


def role_of(derivation, name, occupation):
    return derivation("choices").RoleChoice(
        name, name, "people", (occupation,), (), "", "", (), (), ()
    )


def requirement_of(derivation, level, rating, reason=""):
    facts, evidence = derivation("facts"), derivation("evidence")
    chosen = level if reason else None
    choice = derivation("choices").Choice(
        "essential", ("communication",), chosen, chosen, reason, "Speaking", (), ()
    )
    rated = facts.Rating("2.A.1.d", "Speaking", rating, 4)
    return evidence.Requirement(choice, level, 0.75, (), "", rated)


@pytest.mark.parametrize(
    ("occupation", "level", "reason", "told"),
    [
        ("13-1071.00", 4, "", []),
        ("13-1071.00", 5, "", ["r: Speaking comes out at level 5 in Job Zone 2: choose by hand"]),
        ("13-1071.00", 5, "core", []),
        ("13-1071.00", 2, "entry", []),
        (
            "11-3121.00",
            2,
            "entry",
            [f"r: communication {NOT_FOR_MANAGERS}"],
        ),
    ],
)
def test_a_level_keeps_to_its_zone_and_its_reason(derivation, occupation, level, reason, told):
    role = role_of(derivation, "r", occupation)
    facts = facts_of(derivation, {}, {occupation: 2})
    requirement = requirement_of(derivation, level, 4, reason)
    assert derivation("evidence").level_problems(role, requirement, facts) == told


def test_who_is_rated_higher_in_a_family_asks_no_less(derivation):
    upper = role_of(derivation, "upper", "13-1071.00")
    lower = role_of(derivation, "lower", "13-1072.00")
    manager = role_of(derivation, "manager", "11-3121.00")
    problems = derivation("evidence").order_problems
    asks_less = requirement_of(derivation, 2, 4.5, "entry")
    asks_more = requirement_of(derivation, 4, 4)
    assert problems({upper: [asks_less], lower: [asks_more]}) == [
        "upper asks less of communication than lower, which O*NET rates lower"
    ]
    assert problems({upper: [asks_less], manager: [asks_more]}) == []
    asks_most = requirement_of(derivation, 5, 4.5)
    assert problems({upper: [asks_most], lower: [asks_more]}) == []


def test_levels_that_follow_onet_tell_roles_apart(root):
    levels = Counter(map(by_place, following_onet(root / "data/roles")))
    assert levels.total() > 100
    assert len([each for each in levels.values() if each >= levels.total() / 10]) >= 3
    assert max(levels.values()) <= 0.6 * levels.total()


def test_levels_that_follow_onet_rise_with_the_job_zone(root):
    zones: dict[int, list[int]] = {}
    for asked in following_onet(root / "data/roles"):
        zones.setdefault(asked[1], []).append(by_place(asked))
    means = [sum(zones[zone]) / len(zones[zone]) for zone in sorted(zones)]
    assert len(means) > 3
    assert means == sorted(set(means))


@pytest.mark.parametrize(
    ("skill", "roles"),
    [
        ("accounting", ("bookkeeper", "accountant")),
        ("human-resource-management", ("hr-specialist", "hr-manager")),
        ("troubleshooting", ("it-support-specialist", "network-engineer", "systems-administrator")),
        ("communication", ("teaching-assistant", "english-language-teacher")),
        ("communication", ("medical-administrative-assistant", "healthcare-manager")),
        ("critical-thinking", ("tax-preparer", "accountant")),
        ("problem-solving", ("data-analyst", "data-scientist")),
    ],
)
def test_a_senior_role_asks_more_than_a_junior_one(root, skill, roles):
    levels = [level_in(root, role, skill) for role in roles]
    assert levels == sorted(set(levels)), dict(zip(roles, levels, strict=True))

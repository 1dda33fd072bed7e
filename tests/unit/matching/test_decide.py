import pytest

from skillgap.matching import decide
from skillgap.matching.calibration import ROLE, SKILL
from skillgap.matching.decide import JUST_UNDER, SIGNS, cap, find_nearest
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.letters import find_meant
from skillgap.matching.query import read_query
from skillgap.matching.rerank import FEATURES, compare, see_wording

INDEX = MatchIndex.build(
    [
        Entry("internal-audit", "Internal audit"),
        Entry("c", "C"),
        Entry("react", "React"),
        Entry("excel", "Excel"),
        Entry("java-11", "Java 11"),
        Entry("analyst", "Data analyst"),
        Entry("javascript", "JavaScript"),
    ]
)


def first(text, calibration=SKILL):
    found = find_nearest(INDEX, text, calibration, 5)
    return (INDEX.ids[found[0][0]], found[0][1]) if found else (None, 0.0)


def test_a_slip_in_a_long_word_is_certain_enough():
    name, score = first("javascritp")
    assert name == "javascript"
    assert score >= SKILL.accept


@pytest.mark.parametrize(
    "text", ["external audit", "C+", "exce", "rect", "java 17", "excellent", "React Native"]
)
def test_what_is_another_thing_is_never_taken(text):
    assert first(text)[1] < SKILL.accept


def most(text, name):
    query = read_query(text, INDEX.word_rows)
    row = INDEX.names.index(name)
    (features,) = compare(INDEX, query, find_meant(INDEX, query), [row])
    return cap(INDEX, query, see_wording(INDEX, row), features, SKILL)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("external audit", "internal audit"),
        ("react++", "react"),
        ("java 17", "java 11"),
        ("exc", "excel"),
    ],
)
def test_opposites_symbols_numbers_and_short_words_are_at_most_asked_about(text, name):
    assert SKILL.ask < most(text, name) < SKILL.accept


@pytest.mark.parametrize(
    ("text", "name"),
    [("internal audits", "internal audit"), ("reacts", "react"), ("javascritp", "javascript")],
)
def test_another_spelling_may_be_taken(text, name):
    assert most(text, name) == 1.0


def test_of_titles_only_a_mistyped_one_is_taken():
    assert first("data analist", ROLE)[1] >= ROLE.accept
    assert first("analyst", ROLE)[1] == ROLE.ask_only
    assert first("data plumber", ROLE)[1] < ROLE.accept


def test_what_is_doubtful_scores_just_under_what_is_taken(monkeypatch):
    sure = first("javscript", SKILL)[1]
    assert sure >= SKILL.accept
    monkeypatch.setattr(decide, "is_doubtful", lambda *_: True)
    assert first("javscript", SKILL)[1] == SKILL.accept - JUST_UNDER


def test_scores_are_chances():
    found = find_nearest(INDEX, "java audit", SKILL, 5)
    assert len(found) > 1
    assert all(0.0 <= score <= 1.0 for _, score in found)
    assert sum(score for _, score in found) <= 1.0 + 1e-9
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


@pytest.mark.parametrize("calibration", [SKILL, ROLE])
def test_there_is_a_weight_for_each_feature_and_sign(calibration):
    assert len(calibration.feature_weights) == len(FEATURES)
    assert len(calibration.sign_weights) == len(SIGNS)
    assert 0.0 < calibration.ask < calibration.accept < 1.0

import pytest

from skillgap.matching.stem import stem


@pytest.mark.parametrize(
    "family",
    [
        "manage manages managing management manager managers",
        "analyze analysis analyst analytics",
        "optimize optimise optimization",
        "communicate communication communicating",
        "engineer engineering engineers",
        "plan planning planner",
        "policy policies",
    ],
)
def test_a_family_has_one_stem(family):
    words = family.split()
    assert {stem(word) for word in words} == {stem(words[0])}


def test_java_and_javascript_are_no_family():
    assert stem("java") != stem("javascript")


@pytest.mark.parametrize("word", ["c++", "r", "sql", "k8s", "business", "employee", "\u6570\u636e"])
def test_short_words_symbols_and_other_scripts_stay_whole(word):
    assert stem(word).startswith(word[:5])
    assert len(stem(word)) >= min(len(word), 5)

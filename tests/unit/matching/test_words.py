import pytest

from skillgap.matching.words import base_forms, is_form, is_word, mean_alike


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("managing", {"managing", "manag", "manage"}),
        ("planned", {"planned", "plann", "planne", "plan"}),
        ("policies", {"policies", "policie", "policy"}),
        ("sql", {"sql"}),
        ("bus", {"bus"}),
    ],
)
def test_a_word_may_be_a_form_of_these(word, forms):
    assert base_forms(word) >= forms


@pytest.mark.parametrize(
    "word",
    ["inventory", "canvas", "caching", "coaching", "mechanic", "police", "excellent", "workspaces"],
)
def test_words_that_people_write_are_real(word):
    assert is_word(word)


@pytest.mark.parametrize(
    "word", ["managment", "kubernets", "javscript", "tableu", "lerning", "comunication", "grafanna"]
)
def test_misspelled_words_are_not(word):
    assert not is_word(word)


def test_forms_of_one_word_are_known_by_their_endings():
    assert is_form("plans", "planning")
    assert not is_form("plan", "plane")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiations", "negotiation"),
        ("statistical", "statistics"),
        ("visualizing", "visualization"),
        ("management", "managing"),
        ("postgres", "postgresql"),
        ("containers", "container"),
    ],
)
def test_these_mean_the_same(one, other):
    assert mean_alike(one, other)
    assert mean_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("production", "product"),
        ("integrity", "integration"),
        ("static", "statistics"),
        ("international", "internal"),
        ("police", "policy"),
        ("hospitality", "hospital"),
        ("inventory", "inventor"),
        ("canvas", "canva"),
        ("news", "new"),
        ("grammarly", "grammar"),
        ("robotxq", "robotics"),
    ],
)
def test_these_share_letters_and_no_sense(one, other):
    assert not mean_alike(one, other)
    assert not mean_alike(other, one)

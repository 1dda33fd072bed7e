from __future__ import annotations

import pytest

from skillgap.checks.duplicates import words_of
from skillgap.checks.names import drawn


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Power BI", "PowerBI"),
        ("Power-BI", "power_bi"),
        ("Résumé", "resume"),
        ("\uff2aava", "Java"),
        ("J\u0430v\u0430", "Java"),
        ("Node.js", "NodeJS"),
    ],
)
def test_names_that_look_alike_are_drawn_alike(one, other):
    assert drawn(one) == drawn(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C", "C#"), ("C++", "C#"), ("Go", "Golang")]
)
def test_names_that_differ_in_a_sign_that_means_something_are_told_apart(one, other):
    assert drawn(one) != drawn(other)


def test_words_that_could_be_missing_do_not_count():
    assert words_of("Certificate in Data Analytics") == words_of("Data Analytics Certification")
    assert words_of("Data Analytics I") != words_of("Data Analytics II")

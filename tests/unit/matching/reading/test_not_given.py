"""Nothing out of so many, heads that are counted, degrees not given and licences lost."""

import pytest

from skillgap.matching.reading.held import said_education, said_licences
from skillgap.matching.texts import read_one_kind


@pytest.mark.parametrize(
    "said",
    ["0", ": 0", " (0)", " 0/10", " 0 / 5", " 0%", " level 0", " 0 yrs", " - 0", "☆☆☆", " ○○○○○"],
)
def test_nothing_is_not_held(read, said):
    text = f"Docker{said if said != '0' else ' 0'}"
    assert read(f"{text}, Linux") == ["`docker`, negated", "`linux`"]


def test_a_part_of_the_stars_and_a_release_are_not_nothing(read):
    assert read("Python ●●●○○, Python 3.0") == ["`python` 3"]


@pytest.mark.parametrize(
    "text", ["Led a team of 5", "managed a team of 3", "led a team of up to 5"]
)
def test_heads_that_are_counted_are_no_level(read, text):
    assert read(text) == ["`team-management`"]


@pytest.mark.parametrize(
    "text",
    ["PhD dropout", "PhD thesis", "PhD student", "master of ceremonies", "bachelor of the year",
     "not yet a bachelor", "bachelor thesis missing", "MA", "BS", "Associate of ISC2"],
)  # fmt: skip
def test_what_is_no_degree_opens_nothing(vocabularies, text):
    assert said_education(read_one_kind(vocabularies["any"], text, "any")) is None


@pytest.mark.parametrize(
    "text",
    ["teaching licence revoked", "lost my teaching licence", "no teaching licence",
     "teaching licence (expired)", "teaching licence (exp 2020)", "my licence was suspended",
     "teaching licence (denied)", "applied for a teaching licence"],
)  # fmt: skip
def test_a_licence_that_is_lost_or_was_never_given_is_none(vocabularies, text):
    assert said_licences(read_one_kind(vocabularies["any"], text, "any")) is None


@pytest.mark.parametrize("text", ["teaching licence", "teaching licence (exp 2030)"])
def test_a_licence_in_force_is_given(vocabularies, text):
    assert said_licences(read_one_kind(vocabularies["any"], text, "any")) == (text,)

"""What is denied or wanted, in a sentence, before a list and in a heading over lines."""

import pytest

NO_SQL, NO_R = "`sql`, negated", "`r`, negated"
WANTED = ["`sql`, wanted", "`docker`, wanted"]


@pytest.mark.parametrize(
    "heading",
    [
        "Don't have",
        "I don't know",
        "Never used",
        "Tools I have never used",
        "Skills I lack",
        "Skills that I do not have",
        "Missing skills",
        "Weaknesses",
        "Skill gaps",
        "Unable to use",
        "Stopped using",
    ],
)
def test_a_heading_that_denies_holds_beside_it_and_below_it(read, heading):
    assert read(f"{heading}: SQL, R") == [NO_SQL, NO_R]
    assert read(f"{heading}:\nSQL\nR") == [NO_SQL, NO_R]


@pytest.mark.parametrize(
    "heading",
    [
        "Skills I want",
        "Skills I need",
        "Required skills",
        "Skills needed",
        "Job requirements",
        "Requirements",
        "Looking for",
        "Nice to have",
        "Target role",
    ],
)
def test_a_heading_of_wishes_holds_beside_it_and_below_it(read, heading):
    assert read(f"{heading}: SQL, Docker") == WANTED
    assert read(f"{heading}:\nSQL\nDocker") == WANTED


@pytest.mark.parametrize("heading", ["Skills", "Qualifications", "Languages I know", "Tools"])
def test_a_heading_of_what_is_held_denies_nothing(read, heading):
    assert read(f"{heading}: SQL, Docker") == ["`sql`", "`docker`"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I cannot write code in Python", "`python`, negated"),
        ("can't code Python", "`python`, negated"),
        ("unable to use Excel", "`excel`, negated"),
        ("gave up on Docker years ago", "`docker`, negated"),
        ("no longer use SQL", NO_SQL),
        ("I have no SQL", NO_SQL),
        ("wish I knew SQL", "`sql`, wanted"),
        ("very bad at SQL", "`sql` 1"),
        ("weak in SQL", "`sql` 1"),
        ("very good at SQL", "`sql` 4"),
        ("requirements analysis", "`requirements-analysis`"),
    ],
)
def test_a_sentence_denies_what_it_speaks_of(read, text, meant):
    assert read(text) == [meant]


@pytest.mark.parametrize("text", ["missing data", "required documentation", "wanted poster design"])
def test_a_word_that_describes_a_thing_denies_nothing(read, text):
    assert not [part for part in read(text) if part.endswith((", negated", ", wanted"))]

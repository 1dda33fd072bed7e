import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.matching import levels
from skillgap.matching.levels import LEVEL_OF_WORD, level_of_years, read_levels, says_no_level


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("sql:3", "sql", 3),
        ("sql = 3", "sql", 3),
        ("sql=advanced", "sql", 4),
        ("SQL (advanced)", "SQL", 4),
        ("SQL - expert", "SQL", 5),
        ("SQL 4/5", "SQL", 4),
        ("SQL level 2", "SQL", 2),
        ("advanced SQL", "SQL", 4),
        ("SQL advanced", "SQL", 4),
        ("5 years of SQL", "SQL", 4),
        ("10+ years experience in Java", "Java", 5),
        ("SQL, 2 yrs", "SQL", 2),
        ("basic knowledge of Excel", "Excel", 1),
        ("working knowledge of React", "React", 2),
        ("familiar with AWS", "AWS", 2),
        ("good Excel skills", "Excel", 3),
        ("deep understanding of statistics", "statistics", 4),
        ("fluent in French", "French", 4),
        ("expert in Tableau", "Tableau", 5),
        ("senior data engineering", "data engineering", 4),
        ("experience with machine learning", "machine learning", None),
        ("machine learning skills", "machine learning", None),
        ("hands-on experience with Docker", "Docker", 3),
        ("R: 3", "R", 3),
        ("Sr. SQL", "SQL", 4),
        ("sr SQL", "SQL", 4),
        ("Jr. Python", "Python", 2),
        ("SQL, jr.", "SQL", 2),
    ],
)
def test_the_level_is_read_and_taken_off(text, words, level):
    last = list(read_levels(text))[-1]
    assert (last.words, last.level) == (words, level)


@pytest.mark.parametrize(
    "text",
    [
        "SQL", "React Native", "deep learning", "visual basic", "basic", "native apps", "sql:9",
        "SQL level 7", "srs", "Jr",
        "Master of Science", "practical nursing", "limited partnerships",
    ],
)  # fmt: skip
def test_a_name_that_only_looks_like_a_level_is_left_alone(text):
    assert [(reading.words, reading.level) for reading in read_levels(text)] == [(text, None)]


def test_the_whole_text_is_always_the_first_reading():
    assert [one.words for one in read_levels("advanced Python 3.12 skills")] == [
        "advanced Python 3.12 skills",
        "Python 3.12 skills",
        "Python 3.12",
        "Python",
    ]


def test_a_version_is_no_level():
    reading = list(read_levels("Python 3"))[-1]
    assert (reading.words, reading.level, reading.version) == ("Python", None, "3")
    assert len(list(read_levels("ISO 27001"))) == 1


def test_brackets_are_read_outside_then_inside():
    _, outside, inside = read_levels("natural language processing (NLP)")
    assert (outside.words, outside.is_aside) == ("natural language processing", False)
    assert (inside.words, inside.is_aside) == ("NLP", True)


@pytest.mark.parametrize(
    ("years", "level"), [(0, 1), (0.5, 1), (1, 2), (3, 3), (5, 4), (10, 5), (40, 5)]
)
def test_years_stand_for_levels(years, level):
    assert level_of_years(years) == level


def test_every_word_stands_for_a_level_of_one_to_five():
    assert set(LEVEL_OF_WORD.values()) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("text", ["sql:9", "sql=0", "SQL: 12", "sql:-1", "sql:2.5", "SQL level 7"])
def test_a_level_that_there_is_not_is_seen(text):
    assert says_no_level(text)


@pytest.mark.parametrize(
    "text", ["sql:3", "sql", "SQL level 2", "ISO 9001", "9", ":9", "x" * 99_999]
)
def test_a_level_that_there_is_and_none_are_left_alone(text):
    assert not says_no_level(text)


@given(
    st.text("ab :=-/1359l", max_size=12), st.sampled_from(["", ":3", "=3", " : 2", "= 5", ":1/5"])
)
def test_a_level_after_a_mark_is_what_the_patterns_find(text, end):
    quick = list(read_levels(text + end))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(levels, "DIGITS", ())
        assert list(read_levels(text + end)) == quick

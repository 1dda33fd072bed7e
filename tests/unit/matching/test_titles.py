import pytest

from skillgap.matching.titles import cut_ends, cut_numbers, read_title


def names_of(text, *, is_aside=False):
    return [each.names for each in read_title(text) if each.is_aside is is_aside]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Test Engineer (Fresh Graduate) \u2013 38788 (Contract)", ("Test Engineer",)),
        ("Internship - Sales Engineer", ("Sales Engineer",)),
        ("Sr. Android Engineer", ("Android Engineer",)),
        ("Data Analyst (m/f/d) Req #12345", ("Data Analyst",)),
        ("Junior Marketing Executive - Johor", ("Marketing Executive",)),
        ("Software Engineer / Programmer", ("Software Engineer", "Programmer")),
        ("Full Stack Developer - 6+ years of experience", ("Full Stack Developer",)),
        ("Chef [REMOTE]", ("Chef",)),
        ("Accountant II", ("Accountant",)),
    ],
)
def test_what_stands_around_a_job_is_left_out(text, names):
    assert names_of(text)[0] == (text,)
    assert names_of(text)[-1] == names


def test_what_comes_after_the_job_is_at_most_asked_about():
    assert names_of("Assistant Manager, Project Specialist", is_aside=True) == [
        ("Project Specialist",)
    ]
    assert ("ReactJS",) in names_of("Web Developer (ReactJS)", is_aside=True)


def test_a_rank_within_a_title_stays():
    assert cut_ends("Lead Generation Specialist") == "Generation Specialist"
    assert names_of("Lead Generation Specialist")[0] == ("Lead Generation Specialist",)
    assert cut_ends("Data Lead Analyst") == "Data Lead Analyst"


@pytest.mark.parametrize(
    ("text", "left"),
    [("Nurse 12345", "Nurse"), ("911 Operator", "Operator"), ("Nurse 3", "Nurse 3")],
)
def test_requisition_numbers_are_left_out(text, left):
    assert cut_numbers(text) == left


def test_every_reading_is_tried_once_and_says_something():
    for text in ("", "  ", "-", "(", "Intern", "a / b / c", "x" * 400):
        readings = list(read_title(text))
        assert len({(each.names, each.is_aside) for each in readings}) == len(readings)
        assert all(name for each in readings for name in each.names)

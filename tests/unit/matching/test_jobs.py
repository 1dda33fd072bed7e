import pytest

from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.jobs import match_role

INDEX = MatchIndex.build(
    [
        Entry("data-analyst", "Data Analyst", ("Reporting Analyst",), ("SQL", "Excel", "Teamwork")),
        Entry("bi-analyst", "BI Analyst", (), ("SQL", "Power BI", "Teamwork")),
        Entry("cloud-engineer", "Cloud Engineer", ("DevOps Engineer",), ("AWS", "Linux")),
        Entry("data-engineer", "Data Engineer", (), ("SQL", "AWS")),
        Entry("chef", "Chef", ("Head Cook",), ("Cooking",)),
        Entry("tester", "Penetration Tester", (), ("pentesting",)),
        Entry("developer", "Software Developer", ("Software Engineer", "Programmer"), ("Java",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "role", "method"),
    [
        ("Data Analyst", "data-analyst", "exact"),
        ("Senior Reporting Analyst (m/f/d) - Berlin", "data-analyst", "alias"),
        ("Software Engineer / Programmer", "developer", "alias"),
        ("data analist", "data-analyst", "fuzzy"),
        ("Sofware Develper", "developer", "fuzzy"),
        ("head cook 88231", "chef", "alias"),
    ],
)
def test_a_whole_title_and_a_mistyped_one_are_taken(text, role, method):
    found = match_role(INDEX, text)
    assert (found.status, found.id, found.method) == ("matched", role, method)
    assert found.query == text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("AWS engineer", ["cloud-engineer", "data-engineer"]),
        ("pentesting", ["tester"]),
        ("Chef / Programmer", ["chef", "developer"]),
    ],
)
def test_several_and_those_that_ask_for_a_skill_are_asked_about(text, asked):
    found = match_role(INDEX, text)
    assert (found.status, found.id) == ("ambiguous", None)
    assert {each.id for each in found.runners_up} >= set(asked)
    assert len(found.runners_up) <= 5


@pytest.mark.parametrize("text", ["Plumber", "Truck Driver", "", "???", "Teamwork Officer"])
def test_where_nothing_is_near_nothing_is_named(text):
    found = match_role(INDEX, text)
    assert (found.status, found.id, found.runners_up) == ("unmatched", None, ())

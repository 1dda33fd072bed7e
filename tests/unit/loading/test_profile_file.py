from __future__ import annotations

import datetime as dt
from typing import get_args

from skillgap.domain.learner import HeldCredential, Holiday, LearnerProfile, SkillWords
from skillgap.loading.keys import keys_of, parts_of
from skillgap.loading.profile_file import load_profile_file
from skillgap.planning.request import Preference

PROFILE = """\
schema_version: 1
name: Ada
role: data analyst
skills: ["excel:3", {skill: sql, level: 2}, {skill: power bi}]
credentials: [ccna, {credential: itil, earned: 2024-05-31, expires: 2027-05-31}]
hours_per_week: 7
budget: 300
by: 2027-01-31
prefer: hands-on
languages: [en]
choices: {js: javascript, ai: machine-learning}
"""


def load(tmp_path, text):
    (tmp_path / "skillgap.yaml").write_text(text, encoding="utf-8")
    return load_profile_file(tmp_path / "skillgap.yaml")


def test_a_profile_is_read_whole(tmp_path):
    assert load(tmp_path, PROFILE) == (
        LearnerProfile(
            name="Ada",
            role="data analyst",
            skill_entries=("excel:3", SkillWords("sql", 2), SkillWords("power bi")),
            credential_entries=(
                "ccna",
                HeldCredential("itil", dt.date(2024, 5, 31), dt.date(2027, 5, 31)),
            ),
            hours_per_week=7,
            budget=300,
            by=dt.date(2027, 1, 31),
            prefer="hands-on",
            languages=("en",),
            choices={"ai": "machine-learning", "js": "javascript"},
        ),
        (),
    )


def test_everything_may_be_left_out(tmp_path):
    profile, found = load(tmp_path, "skills: [sql]\ncredentials: [ccna]\n")
    assert (profile, found) == (
        LearnerProfile(skill_entries=("sql",), credential_entries=("ccna",)),
        (),
    )
    assert (profile.skills, profile.credentials) == (
        (SkillWords("sql"),),
        (HeldCredential("ccna"),),
    )


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    text = "skills: [3, {sql: 2}]\nhours_per_week: 0\nprefer: cheap\nbudgt: 3\n"
    profile, diagnostics = load(tmp_path, text)
    assert profile is None
    assert [
        (each.code, each.location.line, each.location.column, each.hint) for each in diagnostics
    ] == [
        ("SG203", 1, 10, 'put it in quotes: `"3"`'),
        ("SG201", 1, 13, "add `skill:`"),
        ("SG202", 1, 14, "the keys here are `skill`, `level`"),
        ("SG204", 2, 17, "write a number that is more than 0"),
        ("SG206", 3, 9, "did you mean `cheapest`?"),
        ("SG202", 4, 1, "did you mean `budget`?"),
    ]


def test_a_missing_profile_is_a_diagnostic(tmp_path):
    profile, (told,) = load_profile_file(tmp_path / "none.yaml")
    assert (profile, told.code) == (None, "SG101")


def test_the_preferences_are_those_of_the_planner():
    words = parts_of(keys_of(LearnerProfile)["prefer"].declared)[0]
    assert set(get_args(words)) == {each.value for each in Preference}


def test_holidays_are_read_and_may_not_end_before_they_begin(tmp_path):
    text = """\
at_once: 2
holidays: [{from: 2027-07-01, to: 2027-07-21}, {from: 2027-09-02, to: 2027-09-01}]
"""
    profile, found = load(tmp_path, text)
    assert (profile.at_once, profile.holidays[0]) == (
        2,
        Holiday(dt.date(2027, 7, 1), dt.date(2027, 7, 21)),
    )
    assert [(each.code, each.path) for each in found] == [("SG411", ("holidays", 1, "to"))]


def test_a_region_that_is_none_is_told_how_one_is_written(tmp_path):
    _, found = load(tmp_path, "schema_version: 1\nregion: California\n")
    assert [(each.code, each.message, each.hint) for each in found] == [
        (
            "SG214",
            "`California` is no region",
            "write a country or a part of one by ISO 3166, such as `US` or `US-CA`",
        )
    ]

import pytest

from skillgap.api import read_learner, read_phrases
from skillgap.domain.learner import HeldCredential, HeldSkill
from skillgap.matching.reading.held import assumed_of, counted_level, given_by, hold


def held(catalog, *texts, credentials=()):
    parts = [part for each in read_phrases(catalog, texts, year=2026) for part in each.parts]
    return hold(catalog, [(part, counted_level(part)) for part in parts], credentials)


def test_skills_count_at_the_level_said_else_at_two(catalog):
    assert held(catalog, "sql:4, python").learner.skills == (
        HeldSkill("sql", 4),
        HeldSkill("python", 2),
    )


def test_a_credential_in_words_is_held_as_by_its_option(catalog):
    assert held(catalog, "CISSP").learner.credentials == (HeldCredential("isc2-cissp"),)


@pytest.mark.parametrize(
    "text", ["CISSP in progress", "studying for CISSP", "no CISSP", "CISSP?no"]
)
def test_what_is_not_held_yet_does_not_count(catalog, text):
    assert held(catalog, text).learner.credentials == ()


def test_an_expired_credential_is_kept_as_expired(catalog):
    assert held(catalog, "CISSP expired").learner.credentials == (
        HeldCredential("isc2-cissp", expired=True),
    )


def test_the_option_goes_before_the_words(catalog):
    given = (HeldCredential("isc2-cissp"),)
    assert held(catalog, "CISSP expired", credentials=given).learner.credentials == given


def test_a_title_gives_what_its_role_asks_and_what_is_said_goes_before(catalog):
    found = held(catalog, "data analyst 10 years, sql:1, no statistics")
    levels = {each.skill: each.level for each in found.learner.skills}
    asked = {
        each.skills[0]: each.level
        for each in catalog.roles["data-analyst"].requirements
        if each.is_essential
    }
    assert (
        levels == {**asked, "sql": 1} | {"sql": 1}
        if "statistics" not in asked
        else {
            key: 1 if key == "sql" else level for key, level in asked.items() if key != "statistics"
        }
    )
    assert "sql" not in found.assumed
    assert set(found.assumed.values()) == {"data-analyst"}


def test_years_bound_what_is_assumed(catalog):
    (part,) = next(iter(read_phrases(catalog, ["data analyst 1 year"]))).parts
    assert {each.level for each in assumed_of(catalog, "data-analyst", part)} <= {1, 2}
    assert given_by(part, catalog) == assumed_of(catalog, "data-analyst", part)


def test_a_learner_is_read_from_words(catalog):
    learner = read_learner(catalog, ["sql:4 and CISSP", "no Docker", "flibbertigibbet"])
    assert learner.skills == (HeldSkill("sql", 4),)
    assert learner.credentials == (HeldCredential("isc2-cissp"),)

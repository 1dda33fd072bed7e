import datetime as dt

import pytest

from skillgap.cli.heard import PersonOptions, ToldOfSelf
from skillgap.cli.person import understand
from skillgap.domain.gate import EducationLevel
from skillgap.domain.learner import HeldCredential, HeldSkill
from skillgap.errors import UserError

FILES = {"catalogs": ("catalog.yaml",), "roles": ("roles",), "today": dt.date(2026, 11, 2)}


def person(**options):
    return understand(PersonOptions(**FILES, **options), is_told=True)


def test_levels_are_read_and_the_default_is_told(world):
    found = person(role="data-analyst", have=("sql:3, excel",))
    assert found.learner.skills == (HeldSkill("sql", 3), HeldSkill("excel", 2))
    assert [word.is_level_given for word in found.understanding.words] == [True, False]


def test_an_id_is_understood_as_itself(world):
    found = person(role="data-analyst", have=("power-bi:4",))
    assert found.learner.skills == (HeldSkill("power-bi", 4),)
    assert found.understanding.words[0].part.method == "exact"


def test_words_that_mean_nothing_are_told_and_left_out(world, capsys):
    found = person(role="data-analyst", have=("flibbertigibbet, sql",))
    assert found.learner.skills == (HeldSkill("sql", 2),)
    assert [each.code for each in found.understanding.diagnostics] == ["SG501"]
    assert "warning[SG501]: no skill is called `flibbertigibbet`" in capsys.readouterr().err


def test_what_is_typed_goes_before_the_profile(world, capsys):
    (world / "skillgap.yaml").write_text(
        "schema_version: 1\nrole: numbers person\nskills: ['sql:1', 'excel:4']\n"
        "credentials: [sql-start, elsewhere-earned]\n",
        encoding="utf-8",
    )
    found = person(have=("sql:3",), have_credentials=("SQL Start",))
    assert found.understanding.role.id == "data-analyst"
    assert found.learner.skills == (HeldSkill("excel", 4), HeldSkill("sql", 3))
    assert found.learner.credentials == (
        HeldCredential("elsewhere-earned"),
        HeldCredential("sql-start"),
    )
    told = capsys.readouterr().err
    assert "using the profile `./skillgap.yaml`\n" in told
    assert "does not have `elsewhere-earned`" in told


@pytest.mark.parametrize("role", [None, "", "  ", "\x1b[31m"])
def test_no_role_says_how_to_give_one(world, role):
    with pytest.raises(UserError, match="no role is given"):
        person(role=role)


def test_an_unknown_role_names_the_nearest(world):
    with pytest.raises(UserError) as caught:
        person(role="astronaut chef")
    assert caught.value.message == "no role is called `astronaut chef`"


def test_a_misspelled_role_is_understood(world):
    assert person(role="data analist").understanding.role.id == "data-analyst"


@pytest.mark.parametrize("word", ["sql:9", "sql=0", "Microsoft Excel=0"])
def test_a_level_that_there_is_not_is_told(world, capsys, word):
    found = person(role="data-analyst", have=(word,))
    assert found.learner.skills == ()
    assert [each.code for each in found.understanding.diagnostics] == ["SG505"]
    assert "levels run from 1 (novice) to 5 (expert)" in capsys.readouterr().err


def test_a_degree_and_a_licence_in_words_are_told_of_oneself(world):
    found = person(role="data-analyst", have=("BSc in physics, MBA, driver's licence",)).learner
    assert (found.education, found.licences) == ("master", ("driver's licence",))
    assert person(role="data-analyst", have=("sql, no degree",)).learner.education is None


def test_what_is_typed_of_schooling_goes_before_words(world):
    told = ToldOfSelf(education=EducationLevel.BACHELOR)
    assert person(role="data-analyst", have=("MBA",), told=told).learner.education == "bachelor"


def test_a_title_gives_what_its_role_asks(world):
    found = person(role="data-analyst", have=("web developer 5 years",))
    assert [each.part.kind for each in found.understanding.words] == ["role"]
    assert found.learner.skills == tuple(
        HeldSkill(each.skill, each.level) for each in found.understanding.words[0].gives
    )

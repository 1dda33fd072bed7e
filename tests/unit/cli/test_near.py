"""Whose neighborhood it is."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from skillgap.cli.near import NearOptions, find_near
from skillgap.cli.person import PersonOptions
from skillgap.errors import UserError
from skillgap.planning.request import Preference

OTHER_ROLE = """
schema_version: 1
id: {id}
title: {title}
requirements:
  - {{skill: {skill}, level: 2, importance: 0.9, necessity: essential}}
"""


@pytest.fixture
def near(world):
    """Find the near roles in a working folder with three roles."""
    for id_, title, skill in (("reporter", "Reporter", "sql"), ("clerk", "Clerk", "excel")):
        text = OTHER_ROLE.format(id=id_, title=title, skill=skill)
        (world / "roles" / f"{id_}.yaml").write_text(text, encoding="utf-8")

    def find(what, *, person=None, **options):
        files = {"catalogs": ("catalog.yaml",), "roles": ("roles",)}
        known = PersonOptions(**(person or {}), **files)
        asked = NearOptions(what, known, dt.date(2026, 1, 5), **options)
        return find_near(asked, is_told=False)

    return find


def closest(report):
    return [(each.role.id, each.readiness) for each in report.neighborhood.closest]


def test_a_role_is_found_by_its_words_and_held_in_full(near):
    report = near("numbers person")
    assert (report.now.id, report.is_person, closest(report)) == (
        "data-analyst",
        False,
        [("reporter", 1.0)],
    )


def test_me_is_who_asks(near):
    report = near(" Me ", person={"have": ("sql:1",), "role": "clerk"})
    assert (report.now.id, report.is_person) == ("clerk", True)
    assert closest(report) == [("reporter", 0.5), ("data-analyst", 1 / 3)]


def test_the_profile_says_what_is_held_and_how_fast(near, world):
    (world / "me.yaml").write_text(
        "schema_version: 1\nrole: reporter\nskills: [excel]\nhours_per_week: 4\nprefer: fewest\n"
    )
    report = near("me", person={"profile": "me.yaml"})
    assert closest(report) == [("clerk", 1.0)]
    assert (report.now, report.hours_per_week, report.prefer) == (None, 4, "fewest")
    typed = near(
        "me", person={"profile": "me.yaml"}, hours_per_week=9.0, prefer=Preference.CHEAPEST
    )
    assert (typed.hours_per_week, typed.prefer) == (9, "cheapest")


def test_words_that_are_not_counted_are_diagnosed(near):
    report = near("me", person={"have": ("sql", "basket weaving")})
    assert [each.code for each in report.diagnostics] == ["SG501"]


def test_nobody_is_near_to_a_person_of_whom_nothing_is_known(near):
    with pytest.raises(UserError, match="nothing is known of what you hold"):
        near("me")


@pytest.mark.parametrize(
    ("person", "option"),
    [
        ({"have": ("sql",)}, "--have"),
        ({"have_credentials": ("sql-start",)}, "--have-credential"),
        ({"profile": "me.yaml"}, "--profile"),
        ({"role": "clerk"}, "--role"),
    ],
)
def test_what_is_said_of_a_person_does_not_go_with_a_role(near, person, option):
    with pytest.raises(UserError, match=f"`{option}` says something of you"):
        near("clerk", person=person)


@pytest.mark.parametrize("limit", ["0", "51", "x", "1.5"])
def test_a_limit_is_a_whole_number(run, limit):
    code, out, err = run("roles", "--near", "clerk", "--limit", limit)
    assert (code, out) == (2, "")
    assert err.startswith("error: `--limit` is ")


def test_a_limit_is_how_many_are_shown_of_each(near):
    assert len(near("data analyst").neighborhood.closest) == 1
    assert len(near("me", person={"have": ("sql:1",)}).neighborhood.closest) == 2
    assert len(near("me", person={"have": ("sql:1",)}, limit=1).neighborhood.closest) == 1


def test_a_family_narrows_it(near):
    assert closest(near("reporter", family="data")) == [("data-analyst", 2 / 3)]
    with pytest.raises(UserError, match="--family"):
        near("reporter", family="date")


def test_the_command_gives_one_exit_code_for_each_end(near, run):
    assert run("roles", "--near", "reporter")[0] == 0
    assert run("roles", "--near", "clerk")[0] == 1
    code, out, _ = run("roles", "--near", "clerk", "--format", "json")
    assert (code, json.loads(out)["roles"]) == (1, [])
    assert run("roles", "--near", "nobody at all")[0] == 2
    assert run("roles", "--near", "me", "analyst")[0] == 2
    assert run("roles", "--start", "2026-01-01")[0] == 2

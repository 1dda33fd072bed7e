from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.diagnostics.location import Location
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import Delivery, MicroCredential, Prerequisites
from skillgap.domain.money import ExchangeRates, Price, PricePer
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill, SkillKind, SkillLevel, SkillOptions
from skillgap.domain.source import Basis, Source
from skillgap.domain.stack import Electives, Stack
from skillgap.loading.catalog_files import load_catalog_files

CATALOG = """\
schema_version: 1
currency: EUR
exchange_rates: {as_of: 2025-03-01, rates: {USD: 0.92, CHF: 1.05}}
skills:
  - {id: sql, label: SQL, kind: tool, aliases: [ansi sql]}
  - {id: python, label: Python, broader: [sql]}
issuers:
  - {id: acme, name: Acme}
credentials:
  - id: b
    title: B
    issuer: acme
    awards: [{skill: sql, level: 3}]
    workload_hours: null
    price: {amount: 49.5, per: month, currency: USD}
    prerequisites:
      skills: [{skill: sql, level: 2}, {any_of: [sql, python], level: 1}]
      credentials: [a, {any_of: [a, b]}]
    delivery: {languages: [en]}
    source: {basis: read, as_of: 2025-03-01}
    field_sources: {price: {basis: general-knowledge}}
  - {id: a, title: A, issuer: acme, awards: [], workload_hours: 8, price: {amount: 0}}
stacks:
  - id: both
    all_of: [a]
    choose: {count: 1, from: [b]}
    awards: [{skill: sql, level: 4}, {credential: b}]
"""

ROLE = """\
id: analyst
title: Analyst
requirements:
  - {skill: sql, level: 3, importance: 0.9, necessity: essential}
  - {any_of: [python, sql], level: 1, importance: 0.5, necessity: optional}
"""


@pytest.fixture
def load(tmp_path):
    """Write files, load what is asked for, and give the result with names relative to them."""

    def write_and_load(texts, files=("catalog.yaml",), roles=(), **options):
        for name, text in texts.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_catalog_files(
            [tmp_path / each for each in files], [tmp_path / each for each in roles], **options
        )

    return write_and_load


def told(loaded):
    return [
        (each.code, Path(each.location.file).name, each.location.line)
        for each in loaded.diagnostics
    ]


def test_a_catalog_becomes_nouns_in_the_order_of_ids(load):
    loaded = load({"catalog.yaml": CATALOG, "analyst.yaml": ROLE}, roles=["analyst.yaml"])
    assert loaded.diagnostics == ()
    assert loaded.catalog == Catalog(
        currency="EUR",
        exchange_rates=ExchangeRates(
            MappingProxyType({"CHF": 1.05, "USD": 0.92}), dt.date(2025, 3, 1)
        ),
        skills={
            "python": Skill("python", "Python", broader=("sql",)),
            "sql": Skill("sql", "SQL", SkillKind.TOOL, ("ansi sql",)),
        },
        issuers=loaded.catalog.issuers,
        credentials={
            "a": MicroCredential("a", "A", "acme", (), 8, Price(0, currency="EUR")),
            "b": MicroCredential(
                id="b",
                title="B",
                issuer="acme",
                awards=(SkillLevel("sql", 3),),
                workload_hours=None,
                price=Price(49.5, PricePer.MONTH, "USD"),
                prerequisites=Prerequisites.of(
                    (SkillOptions.of(("sql",), 2), SkillOptions.of(("sql", "python"), 1)),
                    (("a",), ("a", "b")),
                ),
                delivery=Delivery(languages=("en",)),
                source=Source(Basis.READ, dt.date(2025, 3, 1)),
                field_sources=MappingProxyType({"price": Source(Basis.GENERAL_KNOWLEDGE)}),
            ),
        },
        stacks={
            "both": Stack.of(
                "both",
                all_of=("a",),
                choose=Electives(1, ("b",)),
                awards=(SkillLevel("sql", 4),),
                earns=("b",),
            )
        },
        roles={
            "analyst": RoleProfile(
                id="analyst",
                title="Analyst",
                requirements=(
                    SkillRequirement.of(("sql",), 3, 0.9, Necessity.ESSENTIAL),
                    SkillRequirement.of(("python", "sql"), 1, 0.5, Necessity.OPTIONAL),
                ),
            )
        },
    )
    assert [*loaded.catalog.credentials, *loaded.catalog.skills] == ["a", "b", "python", "sql"]


def test_a_bad_record_is_left_out_and_the_rest_stays(load):
    loaded = load({"catalog.yaml": CATALOG.replace("title: B", "titel: B")})
    assert told(loaded) == [("SG202", "catalog.yaml", 11)]
    assert list(loaded.catalog.credentials) == ["a"]
    assert loaded.sources.declares("credentials", "b")
    assert not loaded.sources.declares("credentials", "c")


def test_catalogs_add_up_and_the_first_of_two_records_is_kept(load):
    more = "schema_version: 1\nskills:\n  - {id: r, label: R}\n  - {id: sql, label: Other}\n"
    loaded = load({"catalog.yaml": CATALOG, "more.yaml": more}, ["catalog.yaml", "more.yaml"])
    assert told(loaded) == [("SG301", "more.yaml", 4)]
    assert loaded.diagnostics[0].related[0].location.line == 5
    assert {key: skill.label for key, skill in loaded.catalog.skills.items()} == {
        "python": "Python",
        "r": "R",
        "sql": "SQL",
    }


def test_prices_of_another_catalog_keep_its_currency(load):
    credential = CATALOG[CATALOG.index("  - {id: a,") : CATALOG.index("stacks:")]
    more = f"schema_version: 1\ncurrency: CHF\ncredentials:\n{credential}".replace("id: a", "id: z")
    loaded = load({"catalog.yaml": CATALOG, "more.yaml": more}, ["catalog.yaml", "more.yaml"])
    assert loaded.catalog.currency == "EUR"
    assert loaded.catalog.credentials["z"].price.currency == "CHF"


def test_a_folder_stands_for_its_files_and_its_roles(load):
    loaded = load(
        {"d/b.yaml": CATALOG, "d/a.yml": "schema_version: 1\n", "d/roles/analyst.yaml": ROLE}
        | {"d/.hidden.yaml": "{", "d/notes.txt": "{"},
        ["d"],
    )
    assert (loaded.diagnostics, list(loaded.catalog.roles)) == ((), ["analyst"])
    assert [Path(each.name).name for each in loaded.sources.documents] == [
        "a.yml",
        "b.yaml",
        "analyst.yaml",
    ]


def test_one_file_given_twice_is_read_once(load, tmp_path):
    loaded = load({"catalog.yaml": CATALOG}, ["catalog.yaml", "../" + tmp_path.name])
    assert loaded.diagnostics == ()
    assert len(loaded.sources.documents) == 1


def test_a_role_among_catalogs_is_read_as_one(load):
    loaded = load({"analyst.yaml": ROLE}, ["analyst.yaml"])
    assert (loaded.diagnostics, list(loaded.catalog.roles)) == ((), ["analyst"])


def test_a_newer_shape_is_one_diagnostic(load):
    loaded = load({"catalog.yaml": "schema_version: 2\nfuture: [1]\nskills: [{new: 1}]\n"})
    assert told(loaded) == [("SG210", "catalog.yaml", 1)]


def test_every_file_that_cannot_be_read_is_told(load):
    loaded = load({"a.yaml": "[", "b.yaml": b"\xff"}, ["a.yaml", "missing.yaml", "b.yaml"])
    assert [code for code, _, _ in told(loaded)] == ["SG123", "SG110", "SG101"]
    assert loaded.catalog == Catalog()


def test_a_spot_is_found_by_id_and_text(load):
    sources = load({"catalog.yaml": CATALOG}).sources
    where = sources.locate(("credentials", "b", "prerequisites", "skills", 1), naming="python")
    assert (where.path, where.location.line, where.location.column, where.location.length) == (
        ("credentials", 0, "prerequisites", "skills", 1, "any_of", 1),
        17,
        55,
        6,
    )
    assert (
        where.source_line
        == "      skills: [{skill: sql, level: 2}, {any_of: [sql, python], level: 1}]"
    )
    assert sources.locate(("currency",)).location == Location(sources.documents[0].name, 2, 11, 3)
    assert sources.locate(("credentials", "nobody", "awards")).location is None


def test_the_order_of_records_changes_nothing(load):
    lines = CATALOG.splitlines(keepends=True)
    swapped = "".join([*lines[:4], lines[5], lines[4], *lines[6:]])
    assert load({"catalog.yaml": swapped}).catalog == load({"catalog.yaml": CATALOG}).catalog


def test_an_id_that_a_record_has_which_could_not_be_read_is_taken(load):
    rows = ["{id: a, label: 7}", "{id: a, label: A}", "{id: a, label: Again}"]
    text = "".join(f"  - {each}\n" for each in rows)
    loaded = load({"catalog.yaml": f"schema_version: 1\nskills:\n{text}"})
    assert [(each.code, each.location.line) for each in loaded.diagnostics] == [
        ("SG203", 3),
        ("SG301", 4),
        ("SG301", 5),
    ]
    assert loaded.catalog.skills["a"].label == "A"
    assert [place for _, _, place in loaded.sources.unread] == [("skills", 0)]


def test_what_a_later_version_wrote_is_not_judged(load):
    role = "schema_version: 9\nid: later\ntitle: Later\nrequirements: [{skill: nowhere}]\n"
    loaded = load({"catalog.yaml": CATALOG, "later.yaml": role}, roles=["later.yaml"])
    assert [each.code for each in loaded.diagnostics] == ["SG210"]
    assert loaded.sources.unread == ()


def test_a_key_of_the_file_reaches_a_message_without_its_control_characters(load):
    rates = 'exchange_rates: {as_of: 2025-03-01, rates: {"U\\t\\e[31m": }}'
    loaded = load({"catalog.yaml": f"schema_version: 1\n{rates}\n"})
    assert [each.message for each in loaded.diagnostics if each.code == "SG203"] == [
        "`U\\t[31m` is empty (null), where a number is wanted"
    ]


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_no_bytes_raise(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("fuzz") / "catalog.yaml"
    file.write_bytes(content)
    loaded = load_catalog_files([file])
    assert loaded.diagnostics
    for each in loaded.diagnostics:
        assert (each.message + each.hint + (each.source_line or "")).isprintable()


MUTATIONS = st.tuples(
    st.integers(0, len(CATALOG) - 1),
    st.integers(0, 12),
    st.sampled_from(
        ["", " ", "\n", "\t", ":", "- ", "[", "]", "{", "}", "null", "no", '"', "\x00", "é"]
    ),
)


@given(st.lists(MUTATIONS, min_size=1, max_size=4))
@settings(max_examples=150)
def test_no_damage_raises(tmp_path_factory, mutations):
    text = CATALOG
    for start, length, put in mutations:
        text = text[:start] + put + text[start + length :]
    file = tmp_path_factory.mktemp("fuzz") / "catalog.yaml"
    file.write_text(text, encoding="utf-8")
    loaded = load_catalog_files([file])
    for each in loaded.diagnostics:
        assert each.location is not None
        assert (each.message + each.hint + (each.source_line or "")).isprintable()

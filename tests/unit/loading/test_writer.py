"""What is written is read back as what it was."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    AssessmentKind,
    Credits,
    Delivery,
    DeliveryMode,
    MicroCredential,
    OtherCredit,
    Pace,
    Prerequisites,
    Recognition,
    Renewal,
    Verification,
)
from skillgap.domain.issuer import Accreditation, Issuer, IssuerKind
from skillgap.domain.money import ExchangeRates, Price, PricePer
from skillgap.domain.role import (
    EscoOccupation,
    Evidence,
    Necessity,
    OccupationCodes,
    Pay,
    RoleProfile,
    SkillRequirement,
)
from skillgap.domain.skill import Alignment, Skill, SkillKind, SkillLevel, SkillOptions
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.domain.stack import Discount, Electives, Stack
from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.write.writer import quoted, write_catalog, write_role
from skillgap.loading.yaml.reader import CATALOG_LIMITS, read_plain_data
from skillgap.loading.yaml.text import CONTROL, DECEPTIVE

IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda text: text not in {"con", "prn", "aux", "nul"} and not text.startswith(("com", "lpt"))
)
LINES = (
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
    .map(lambda text: DECEPTIVE.sub("", CONTROL.sub("", text)).replace("\n", " "))
    .filter(lambda text: text.strip() != "")
) | st.sampled_from([
    "yes", "No", "~", "null", "1e3", "0x1F", "12:30:00", "2026-01-01", "- a", "a: b", "a #b", "#",
    "C#", "C++", ".NET", "=1+1", "@x", "`x`", "%x", "{a}", "[b]", "a, b", "'q'", '"q"', "\\",
    "*x", "&x", "!x", "|", ">", "?", "R&D", "<<", "=", "\u00e9t\u00e9", "\U0001f600", "a\tb",
])  # fmt: skip
URLS = st.from_regex(r"https?://[!-~]{1,20}", fullmatch=True)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
AMOUNTS = st.floats(0, 1e6, allow_nan=False).map(lambda amount: round(amount, 4))
LEVELS = st.integers(1, 5)
CURRENCIES = st.sampled_from(["USD", "EUR", "NOK"])


def maybe(strategy):
    """Something, or nothing."""
    return st.none() | strategy


def many(strategy, at_most=3):
    """A tuple without repetitions."""
    return st.lists(strategy, max_size=at_most, unique=True).map(tuple)


SOURCES = st.builds(
    Source, st.sampled_from(Basis), maybe(DAYS), maybe(URLS), maybe(st.sampled_from(Confidence)),
    maybe(LINES),
)  # fmt: skip
PRICES = st.builds(
    Price, maybe(AMOUNTS), st.sampled_from(PricePer), CURRENCIES, maybe(st.booleans())
)
CREDITS = st.builds(Credits, maybe(AMOUNTS), many(st.builds(OtherCredit, LINES, AMOUNTS)))
AWARDS = many(st.builds(SkillLevel, IDS, LEVELS))
OPTIONS = st.builds(
    SkillOptions.of, st.lists(IDS, min_size=1, max_size=3, unique=True).map(tuple), LEVELS
)
SKILLS = st.builds(
    Skill, IDS, LINES, maybe(st.sampled_from(SkillKind)), many(LINES), many(IDS),
    many(st.builds(Alignment, LINES, maybe(LINES), maybe(URLS), maybe(LINES))),
)  # fmt: skip
ISSUERS = st.builds(
    Issuer, IDS, LINES, maybe(st.sampled_from(IssuerKind)), maybe(URLS), many(LINES),
    many(st.builds(Accreditation, LINES, maybe(URLS))),
)  # fmt: skip
CREDENTIALS = st.builds(
    MicroCredential,
    id=IDS,
    title=LINES,
    issuer=IDS,
    awards=AWARDS,
    workload_hours=maybe(AMOUNTS.filter(lambda hours: hours <= 100_000)),
    price=PRICES,
    achievement_type=maybe(st.sampled_from(AchievementType)),
    aliases=many(LINES),
    url=maybe(URLS),
    subject=maybe(LINES),
    prerequisites=st.builds(
        Prerequisites.of,
        many(OPTIONS),
        many(st.lists(IDS, min_size=1, max_size=3, unique=True).map(tuple)),
    ),
    corequisites=many(IDS),
    recommends=many(IDS),
    min_weeks=maybe(st.floats(0, 1000)),
    delivery=st.builds(
        Delivery,
        maybe(st.sampled_from(DeliveryMode)),
        maybe(st.sampled_from(Pace)),
        many(st.sampled_from(["en", "no", "pt-BR"])),
    ),
    assessment=st.builds(
        Assessment,
        maybe(st.sampled_from(AssessmentKind)),
        maybe(st.booleans()),
        maybe(st.booleans()),
    ),
    verification=maybe(st.sampled_from(Verification)),
    valid_months=maybe(st.integers(1, 1200)),
    renewal=maybe(
        st.builds(Renewal, st.integers(1, 1200), maybe(PRICES), maybe(st.floats(0, 100)))
    ),
    credits=CREDITS,
    eqf_level=maybe(st.integers(1, 8)),
    recognition=many(st.builds(Recognition, LINES, LINES, maybe(URLS))),
    offered_until=maybe(DAYS),
    source=maybe(SOURCES),
    field_sources=st.dictionaries(
        st.sampled_from(["price", "workload_hours"]), SOURCES, max_size=2
    ).map(MappingProxyType),
)
DISCOUNTS = st.one_of(
    st.builds(Discount, amount=AMOUNTS, currency=st.just("USD"), members=many(IDS)),
    st.builds(Discount, percent=st.floats(1, 100), members=many(IDS)),
)
STACKS = st.builds(
    Stack.of, IDS, maybe(LINES), maybe(IDS), maybe(URLS), many(IDS),
    maybe(
        st.builds(Electives, st.integers(1, 3), st.lists(IDS, min_size=1, max_size=3).map(tuple))
    ),
    awards=AWARDS, earns=many(IDS), discount=maybe(DISCOUNTS), credits=CREDITS,
    leads_to=maybe(LINES), source=maybe(SOURCES),
)  # fmt: skip
RATES = st.builds(
    ExchangeRates,
    st.dictionaries(CURRENCIES, st.floats(0.001, 1000), max_size=2).map(
        lambda rates: MappingProxyType(dict(sorted(rates.items())))
    ),
    maybe(DAYS),
    maybe(SOURCES),
).filter(lambda rates: rates.rates or rates == ExchangeRates())
REQUIREMENTS = st.builds(
    SkillRequirement.of,
    st.lists(IDS, min_size=1, max_size=3, unique=True).map(tuple),
    LEVELS,
    st.floats(0, 1),
    st.sampled_from(Necessity),
    many(
        st.builds(
            Evidence, LINES, maybe(LINES), maybe(LINES), maybe(st.floats(0, 7)),
            maybe(st.floats(1, 5)),
        )
    ),
    maybe(LINES),
)  # fmt: skip
ROLES = st.builds(
    RoleProfile,
    id=IDS,
    title=LINES,
    requirements=st.lists(REQUIREMENTS, min_size=1, max_size=4).map(tuple),
    family=maybe(LINES),
    aliases=many(LINES),
    codes=st.builds(
        OccupationCodes,
        many(st.sampled_from(["15-2051.00", "11-1011.03"])),
        many(st.builds(EscoOccupation, URLS, maybe(LINES))),
        many(st.sampled_from(["2511", "0110"])),
    ),
    job_zone=maybe(st.integers(1, 5)),
    pay=maybe(
        st.builds(
            Pay,
            amount=AMOUNTS,
            currency=CURRENCIES,
            per=st.just("year"),
            statistic=LINES,
            area=LINES,
            year=st.integers(1900, 2199),
            source=maybe(SOURCES),
        )
    ),
    related=many(IDS),
    source=maybe(SOURCES),
)


def by_id(records):
    """Give records as a catalog keeps them."""
    return MappingProxyType(dict(sorted((each.id, each) for each in records)))


def unique(strategy):
    """Give records with an id each of its own."""
    return st.lists(strategy, max_size=3, unique_by=lambda each: each.id).map(by_id)


CATALOGS = st.builds(
    Catalog,
    currency=st.just("USD"),
    exchange_rates=RATES,
    skills=unique(SKILLS),
    issuers=unique(ISSUERS),
    credentials=unique(CREDENTIALS),
    stacks=unique(STACKS),
)


@pytest.mark.slow
@settings(max_examples=60)
@given(catalog=CATALOGS)
def test_a_catalog_is_read_back_equal(tmp_path_factory, catalog):
    file = tmp_path_factory.mktemp("written") / "catalog.yaml"
    file.write_text("".join(write_catalog(catalog)), encoding="utf-8")
    loaded = load_catalog_files([file])
    assert [each.message for each in loaded.diagnostics] == []
    assert loaded.catalog == catalog


@settings(max_examples=60)
@given(role=ROLES)
def test_a_role_is_read_back_equal(tmp_path_factory, role):
    file = tmp_path_factory.mktemp("written") / f"{role.id}.yaml"
    file.write_text(write_role(role), encoding="utf-8")
    loaded = load_catalog_files([], [file])
    assert [each.message for each in loaded.diagnostics] == []
    assert dict(loaded.catalog.roles) == {role.id: role}


@given(text=st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_is_read_back_as_itself_or_without_what_cannot_be_seen(text):
    for written in (f"a: {quoted(text)}\n", f"a: [{quoted(text)}, x]\n"):
        data, problems = read_plain_data(written, CATALOG_LIMITS)
        value = data["a"][0] if isinstance(data["a"], list) else data["a"]
        assert value == CONTROL.sub("", text)
        assert {each.code for each in problems} <= {"SG111", "SG112"}


def test_half_a_surrogate_pair_becomes_the_replacement_character():
    assert quoted("a\ud800b") == '"a\\ufffdb"'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("SQL", "SQL"),
        ("Power BI", "Power BI"),
        ("no", '"no"'),
        ("2511", '"2511"'),
        ("C++", "C++"),
        ("C#", '"C#"'),
        ("a, b", '"a, b"'),
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/a?b={c}", '"https://example.org/a?b={c}"'),
        ('say "hi"\n', '"say \\"hi\\"\\n"'),
    ],
)
def test_only_what_yaml_would_misread_is_quoted(text, written):
    assert quoted(text) == written


def test_the_layout_is_that_of_a_file_written_by_hand():
    catalog = Catalog(
        skills=by_id([Skill("sql", "SQL", SkillKind.TOOL, ("structured query language",))]),
        credentials=by_id(
            [
                MicroCredential(
                    id="sql-basics",
                    title="SQL Basics",
                    issuer="example",
                    awards=(SkillLevel("sql", 2),),
                    workload_hours=20.0,
                    price=Price(None),
                    prerequisites=Prerequisites.of(credentials=(("a",), ("b", "c"))),
                    source=Source(Basis.GENERAL_KNOWLEDGE),
                )
            ]
        ),
    )
    assert "".join(write_catalog(catalog)) == (
        "schema_version: 1\n"
        "currency: USD\n"
        "\n"
        "skills:\n"
        "  - id: sql\n"
        "    label: SQL\n"
        "    kind: tool\n"
        "    aliases: [structured query language]\n"
        "\n"
        "issuers: []\n"
        "\n"
        "credentials:\n"
        "  - id: sql-basics\n"
        "    title: SQL Basics\n"
        "    issuer: example\n"
        "    awards: [{skill: sql, level: 2}]\n"
        "    workload_hours: 20\n"
        "    price: {amount: null, per: once}\n"
        "    prerequisites: {credentials: [a, {any_of: [b, c]}]}\n"
        "    source: {url: null, basis: general-knowledge, as_of: null}\n"
        "\n"
        "stacks: []\n"
    )

"""A record takes exactly what pydantic finds nothing wrong with, whatever a file may hold."""

from __future__ import annotations

import copy
import textwrap
from collections import Counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from skillgap.domain.catalog import RECORD_KINDS, CatalogFile
from skillgap.domain.learner import LearnerProfile
from skillgap.loading.catalog_files import without_records
from skillgap.loading.check.models import model_of
from skillgap.loading.keys import inside, keys_of, records_in
from skillgap.loading.shipped import shipped_catalog_file, shipped_role_files
from skillgap.loading.yaml.document import read_document
from skillgap.loading.yaml.reader import CATALOG_LIMITS, read_plain_data

KINDS = {"catalog": CatalogFile, "learner": LearnerProfile, **RECORD_KINDS}

SOURCE = "{basis: read, as_of: 2025-03-01, url: 'https://a.example/b', confidence: low, note: Of 9}"

TEXTS = (
    (
        "catalog",
        f"""\
        schema_version: 1
        currency: USD
        exchange_rates: {{rates: {{EUR: 1.08, JPY: 1}}, as_of: 2025-03-01, source: {SOURCE}}}
        skills: [{{id: a, label: A}}]
        issuers: []
        credentials: []
        stacks: []
        """,
    ),
    (
        "skills",
        """\
        id: power-bi
        label: Power BI
        kind: tool
        aliases: [PBI, "Power\\u00a0BI"]
        broader: [bi, data]
        alignments: [{framework: ESCO, code: S1, url: 'http://data.example/x', name: BI}]
        """,
    ),
    (
        "issuers",
        """\
        id: openlab
        name: OpenLab
        kind: university
        url: https://openlab.example
        aliases: [OL]
        accreditations: [{by: ACE, url: 'https://ace.example'}, {by: QA}]
        """,
    ),
    (
        "credentials",
        f"""\
        id: sql-basics
        title: SQL Basics
        issuer: openlab
        awards: [{{skill: sql, level: 2}}, {{skill: excel, level: 1}}]
        workload_hours: 12.5
        price:
          amount: 49
          per: month
          currency: EUR
          free_audit: true
        achievement_type: Certificate
        aliases: [DP-900]
        url: https://openlab.example/sql
        subject: Data
        prerequisites:
          skills: [{{skill: excel, level: 1}}, {{any_of: [python, r], level: 2}}]
          credentials: [excel-basics, {{any_of: [python-basics, r-basics]}}]
        corequisites: [sql-lab]
        recommends: [data-basics]
        min_weeks: 2
        delivery: {{mode: online, pace: self, languages: [en, pt-BR]}}
        assessment: {{kind: exam, proctored: true, hands_on: false}}
        verification: open-badge
        valid_months: 36
        renewal: {{every_months: 36, price: {{amount: null}}, hours: 3}}
        credits: {{ects: 1.5, other: [{{system: ACE, amount: 3}}]}}
        eqf_level: 5
        recognition: [{{by: ACE, as: college credit, url: 'https://ace.example'}}]
        offered_until: 2027-12-31
        source: {SOURCE}
        field_sources: {{price: {SOURCE}}}
        """,
    ),
    (
        "stacks",
        f"""\
        id: data-diploma
        title: Data Diploma
        issuer: openlab
        url: https://openlab.example/d
        all_of: [a, b]
        choose: {{count: 2, from: [c, d, e]}}
        awards: [{{skill: sql, level: 3}}, {{credential: diploma}}]
        discount: {{amount: 50, percent: null, currency: USD, members: [a]}}
        credits: {{ects: 30, other: [{{system: ACE, amount: 30}}]}}
        leads_to: a degree
        source: {SOURCE}
        """,
    ),
    (
        "stacks",
        """\
        id: data-diploma
        discount: {percent: 20}
        """,
    ),
    (
        "roles",
        f"""\
        schema_version: 1
        id: data-analyst
        title: Data Analyst
        requirements:
          - skill: sql
            level: 3
            importance: 0.9
            necessity: essential
            evidence: [{{framework: O*NET, code: 2.A, name: SQL, level: 4.5, importance: 60}}]
            note: of a sort
          - {{any_of: [power-bi, tableau], level: 2, importance: 1, necessity: optional}}
        family: Data
        aliases: [analyst]
        codes:
          onet_soc: [15-2051.01]
          esco: [{{uri: 'http://data.example/o', label: analyst}}]
          isco08: ['2511']
        job_zone: 4
        pay:
          amount: 100000
          currency: USD
          per: year
          statistic: median
          area: US
          year: 2024
          source: {SOURCE}
        related: [data-engineer]
        source: {SOURCE}
        """,
    ),
    (
        "learner",
        """\
        schema_version: 1
        name: Ana
        role: data analyst
        skills: ["excel:3", {skill: sql, level: 2}]
        credentials: [a, {credential: b, earned: 2024-05-31, expires: 2027-05-31}]
        hours_per_week: 10
        at_once: 2
        holidays: [{from: 2027-07-01, to: 2027-07-21}]
        budget: 300
        by: 2027-12-31
        prefer: cheapest
        languages: [en]
        choices: {js: javascript}
        """,
    ),
)
"""For each record, values that together have every key that it may have."""

ODD_VALUES = (
    *(None, True, False, 0, 1, -1, 2, 5, 6, 8, 9, 10, 11, 168, 169, 1000, 1001, 1200, 1201),
    *(1899, 1900, 2199, 2200, 100_000, 100_001, 1_000_000, 1_000_001),
    *(0.0, -0.0, 0.5, 1.0, 1.5, 100.0, 100.5, 1e9, 1e9 + 1, 10**9, 10**9 + 1, 10**39, 10**400),
    *([], {}, [[]], [None], {"a": 1}, {"EUR": 2}),
    *("", " ", "\t", "\n", "a\n", "\na", "a\nb", "a\r", " a ", "\u00a0", "\u2028", "\x85"),
    *("a", "A", "a-b", "a--b", "-a", "a-", "con", "lpt1", "com0", "\u00e9", "e\u0301", "\u0660"),
    *("a" * 64, "a" * 65, "a" * 300, "a" * 301, " " * 301, "a" * 4000, "a" * 4001),
    *("2025-03-01", "2025-02-29", "2024-02-29", "1899-12-31", "1900-01-01", "2199-12-31"),
    *("2200-01-01", "2025-3-1", "20250301", "2025-03-01\n", "2025-W01-1", "2025-03-01T00:00"),
    *(
        "http://a",
        "https://",
        "https://a b",
        "https://\u00e9",
        "https://a\n",
        "ftp://a",
        "HTTP://a",
    ),
    *("https://" + "a" * 1992, "https://" + "a" * 1993, "USD", "usd", "USDX", "US\u00c4", "USD\n"),
    *("en", "e", "engl", "pt-BR", "pt-B", "pt-", "en\n", "15-2051.01", "15-2051.01\n", "2511"),
    *("25111", "read", "Read", "READ", "general-knowledge", "high", "once", "month", "hour"),
    *("online", "self", "exam", "university", "tool", "essential", "cheapest", "Certificate"),
    *("price", "awards", "open-badge", ["a"], ["a", "a"], ["A"], [1], {"any_of": ["a"]}),
    *({"any_of": []}, {"skill": "a", "level": 1}, {"any_of": ["a"], "level": 1}, {"level": 1}),
    *({"skill": "a", "any_of": ["a"], "level": 1}, {"skill": None, "any_of": None, "level": 1}),
    *({"skill": "a", "credential": "b"}, {"skill": "a", "level": 1, "credential": None}),
    *({"credential": "b", "level": 1}, {"credential": "b"}, {"amount": 1}, {"percent": 1}),
    *({"amount": 1, "percent": 1}, {"amount": None}, {"basis": "read"}, {"by": "a", "as": "b"}),
)


ODD_KEYS = ("x", "as", "from", "to", *(each for each in ODD_VALUES if isinstance(each, str)))


def value_of(text: str):
    """A value, as files are read."""
    data, problems = read_plain_data(textwrap.dedent(text), CATALOG_LIMITS)
    assert problems == ()
    return data


def by_record(name: str, value) -> bool:
    try:
        msgspec.convert(value, KINDS[name])
    except msgspec.ValidationError:
        return False
    return True


def by_pydantic(name: str, value) -> bool:
    try:
        model_of(KINDS[name]).model_validate(value)
    except ValidationError:
        return False
    return True


def agree(name: str, value) -> bool:
    """Whether a value is taken; that only one of the two takes it fails the test."""
    taken = by_record(name, value)
    assert taken == by_pydantic(name, value), (name, value)
    return taken


def places_in(value, place=()):
    """Every place of a value."""
    yield place
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_in(each, (*place, key))


def changed(value, place, change):
    """A copy in which the map or the list around a place was changed at its last part."""
    copied = copy.deepcopy({"value": value})
    holder, *path = copied, "value", *place
    for part in path[:-1]:
        holder = holder[part]
    change(holder, path[-1])
    return copied["value"]


def put(odd):
    return lambda holder, part: holder.__setitem__(part, odd)


def drop(holder, part):
    del holder[part]


def rename(new):
    return lambda holder, part: holder.__setitem__(new, holder.pop(part))


@pytest.mark.parametrize("name", KINDS)
def test_every_key_of_every_record_is_looked_at(name):
    def keys_below(kind):
        for key in keys_of(kind).values():
            yield key.name
            for part in ("any",) if key.name in {"field_sources", "rates"} else ():
                for inner in inside(key.declared, part):
                    yield from (each for kind in records_in(inner) for each in keys_below(kind))
            if name != "catalog" or key.name not in RECORD_KINDS:
                yield from (each for kind in records_in(key.declared) for each in keys_below(kind))

    values = [value_of(text) for each, text in TEXTS if each == name]
    written = {part for place in places_in(values) for part in place}
    expected = set(keys_below(KINDS[name]))
    assert expected - written == set()
    assert len(expected) > 5


@pytest.mark.slow
@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_a_record_and_its_model_agree_on_every_odd_value_in_every_place(name, text):
    value = value_of(text)
    found = Counter([agree(name, value)])
    assert found == {True: 1}
    for place in places_in(value):
        for odd in ODD_VALUES:
            found[agree(name, changed(value, place, put(odd)))] += 1
        if place:
            found[agree(name, changed(value, place, drop))] += 1
        if place and isinstance(place[-1], str):
            for odd in ODD_KEYS:
                found[agree(name, changed(value, place, rename(odd)))] += 1
    assert found[True] > 30
    assert found[False] > 300


READABLE = st.characters(exclude_categories=("Cc", "Cs"))
"""What the reader lets through: neither controls nor half of a character."""

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(READABLE)
    | st.sampled_from(ODD_VALUES),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(READABLE), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=400)
@given(st.sampled_from(TEXTS), st.data())
def test_a_record_and_its_model_agree_on_any_record(case, data):
    name, text = case
    value = value_of(text)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(list(places_in(value))))
        changes = [ANYTHING.map(put)]
        if place:
            changes.append(st.just(drop))
        if place and isinstance(place[-1], str):
            changes.append(st.sampled_from(ODD_KEYS).map(rename))
        value = changed(value, place, data.draw(st.one_of(changes)))
    agree(name, value)


def test_all_shipped_records_fit():
    catalog = read_document(shipped_catalog_file(), CATALOG_LIMITS).data
    found = Counter(catalog=agree("catalog", without_records(catalog)))
    for section in RECORD_KINDS:
        found[section] = sum(agree(section, each) for each in catalog.get(section, ())[::5])
    for file in shipped_role_files():
        found["roles"] += agree("roles", read_document(file, CATALOG_LIMITS).data)
    assert found["catalog"] == 1
    assert min(found[section] for section in RECORD_KINDS) >= 10

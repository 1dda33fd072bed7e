"""Credential Registry records: an object, a list, a graph."""

from __future__ import annotations

import datetime as dt
import json
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    Credits,
    Delivery,
    DeliveryMode,
    MicroCredential,
    OtherCredit,
    Prerequisites,
    Recognition,
    Renewal,
)
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price
from skillgap.domain.skill import Alignment, Skill, SkillKind, SkillLevel
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.domain.stack import Stack
from skillgap.importing.formats.ctdl import read_ctdl
from skillgap.importing.importer import Import, ImportOptions

R = "https://credentialengineregistry.org/resources/"
UUID = "00000000-0000-4000-8000-00000000000"
SKILL = "http://data.europa.eu/esco/skill/ccd0a1d9"

ORGANIZATION = {
    "@type": "ceterms:CredentialOrganization",
    "@id": f"{R}ce-{UUID}1",
    "ceterms:name": {"en-US": "Example College"},
    "ceterms:subjectWebpage": "https://college.example/",
}
CREDENTIAL = {
    "@type": "ceterms:Certification",
    "@id": f"{R}ce-{UUID}2",
    "ceterms:ctid": f"ce-{UUID}2",
    "ceterms:name": {"fr": "Analyste", "en-US": " Data  Analyst "},
    "ceterms:alternateName": {"en": ["CDA"]},
    "ceterms:ownedBy": [f"https://credentialengineregistry.org/graph/ce-{UUID}1"],
    "ceterms:subjectWebpage": "https://college.example/cda",
    "ceterms:subject": [
        {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNodeName": {"en": "Data"}}
    ],
    "ceterms:estimatedDuration": [
        {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": "PT30H30M"}
    ],
    "ceterms:estimatedCost": [
        {"ceterms:price": 300, "ceterms:currency": "US Dollar"},
        {"ceterms:costDetails": "https://college.example/cost"},
    ],
    "ceterms:inLanguage": ["English", "en"],
    "ceterms:deliveryType": [
        {"ceterms:targetNode": "deliveryType:OnlineOnly"},
        {"ceterms:targetNode": "deliveryType:InPerson"},
    ],
    "ceterms:renewalFrequency": "P3Y",
    "ceterms:renewal": [{"ceterms:estimatedCost": [{"ceterms:price": "65.00"}]}],
    "ceterms:isProctored": True,
    "ceterms:recognizedBy": [{"ceterms:name": "ACE"}],
    "ceterms:creditUnitValue": 3.0,
    "ceterms:creditUnitTypeDescription": {"en": "Semester Hours"},
    "ceterms:requires": [
        {
            "@type": "ceterms:ConditionProfile",
            "ceterms:targetLearningOpportunity": [f"{R}ce-{UUID}3"],
            "ceterms:targetCompetency": [
                {"ceterms:targetNode": SKILL, "ceterms:targetNodeName": {"en": "Python"}},
                {"ceterms:targetNode": f"{R}ce-{UUID}5"},
            ],
            "ceterms:targetAssessment": [f"{R}ce-{UUID}4"],
            "ceterms:condition": ["Be kind"],
        }
    ],
    "ceterms:keyword": ["data"],
}
COURSE = {
    "@type": "ceterms:Course",
    "@id": f"{R}ce-{UUID}3",
    "ceterms:name": {"en": "SQL Basics"},
    "ceterms:offeredBy": [{"@id": f"{R}ce-{UUID}1"}],
    "ceterms:teaches": [{"ceterms:targetNodeName": "SQL"}],
    "ceterms:estimatedDuration": [{"ceterms:exactDuration": "P9M"}],
    "ceterms:isPreparationFor": [{"@id": f"{R}ce-{UUID}2"}],
}
ASSESSMENT = {
    "@type": "ceterms:AssessmentProfile",
    "@id": f"{R}ce-{UUID}4",
    "ceterms:assesses": [{"ceterms:targetNodeName": "Statistics"}],
}
COMPETENCY = {
    "@type": "ceasn:Competency",
    "@id": f"{R}ce-{UUID}5",
    "ceasn:competencyText": {"en-us": "Plot data"},
}
GRAPH = [ORGANIZATION, CREDENTIAL, COURSE, ASSESSMENT, COMPETENCY]


@pytest.fixture
def read(folder):
    """Give a function that imports values as files."""

    def run(*values, asked=None):
        files = {f"{number}.json": json.dumps(each, indent=1) for number, each in enumerate(values)}
        made = folder(files)
        names = tuple(made / name for name in files)
        return read_ctdl(names, asked) if asked else read_ctdl(names)

    return run


def test_a_graph_becomes_credentials_with_issuer_skills_and_order(read):
    catalog = read({"@graph": GRAPH}).additions
    assert catalog.credentials["data-analyst"] == MicroCredential(
        id="data-analyst",
        title="Data Analyst",
        issuer="example-college",
        awards=(
            SkillLevel("python", 2),
            SkillLevel("plot-data", 2),
            SkillLevel("statistics", 2),
        ),
        workload_hours=30.5,
        price=Price(300.0, currency="USD"),
        achievement_type=AchievementType.CERTIFICATION,
        aliases=("CDA",),
        url="https://college.example/cda",
        subject="Data",
        prerequisites=Prerequisites.of(credentials=(("sql-basics",),)),
        recommends=("sql-basics",),
        delivery=Delivery(DeliveryMode.BLENDED, languages=("en",)),
        assessment=Assessment(proctored=True),
        valid_months=36,
        renewal=Renewal(36),
        credits=Credits(other=(OtherCredit("Semester Hours", 3.0),)),
        recognition=(Recognition("ACE", "recognized"),),
        source=Source(
            Basis.GENERAL_KNOWLEDGE,
            None,
            f"{R}ce-{UUID}2",
            Confidence.LOW,
            "Credential Registry record (CTDL); it states no date",
        ),
    )
    assert catalog.credentials["sql-basics"].min_weeks == 39
    assert catalog.credentials["sql-basics"].workload_hours is None
    assert dict(catalog.issuers) == {
        "example-college": Issuer(
            "example-college", "Example College", url="https://college.example/"
        )
    }
    assert catalog.skills["python"] == Skill(
        "python", "Python", SkillKind.SKILL, alignments=(Alignment("ESCO", None, SKILL, "Python"),)
    )


def test_a_graph_a_list_and_single_objects_give_the_same(read):
    graph = read({"@graph": GRAPH}).additions
    assert read(GRAPH).additions == graph
    assert read(*GRAPH).additions == graph
    assert read([{"decoded_resource": {"@graph": GRAPH}}]).additions == graph


def test_what_is_not_carried_is_told_with_its_line(read, told):
    report = read({"@graph": GRAPH}).report
    written = json.dumps({"@graph": GRAPH}, indent=1).splitlines()
    first = [number for number, each in enumerate(written, 1) if each == "  {"]
    assert told(report) == [
        ("0.json", first[1], "condition-in-words", "Data Analyst", False),
        ("0.json", first[1], "unknown-currency", "65", False),
        ("0.json", first[2], "calendar-length", "39 weeks", False),
        ("0.json", first[3], "not-a-credential", "AssessmentProfile", True),
    ]
    assert report.tables[0].fields_left_out == ("keyword",)


def test_a_whole_with_parts_becomes_a_stack_that_earns_it(read):
    program = {
        "@type": "ceterms:LearningProgram",
        "@id": "https://x.example/program",
        "ceterms:name": "Accelerator",
        "ceterms:ownedBy": [{"ceterms:name": "X"}],
        "ceterms:hasPart": [
            "https://x.example/a",
            {"@id": "https://x.example/b"},
            "https://x.example/program",
        ],
    }
    parts = [
        {**program, "@type": "ceterms:Course", "@id": f"https://x.example/{each}",
         "ceterms:name": each.upper(), "ceterms:hasPart": []}
        for each in "ab"
    ]  # fmt: skip
    catalog = read([program, *parts]).additions
    source = catalog.credentials["accelerator"].source
    assert dict(catalog.stacks) == {
        "accelerator": Stack.of(
            "accelerator", "Accelerator", "x", "https://x.example/program", ("a", "b"),
            earns=("accelerator",), source=source,
        )
    }  # fmt: skip
    lone = read([program])
    assert dict(lone.additions.stacks) == {}
    assert "incomplete-stack" in {each.reason for each in lone.report.remarks}


def record(**fields):
    base = {"@type": "ceterms:Badge", "name": "B", "ceterms:ownedBy": [{"ceterms:name": "X"}]}
    return {**base, **{name.replace("__", ":"): value for name, value in fields.items()}}


@pytest.mark.parametrize(
    ("value", "reason", "left_out"),
    [
        (record(name=None), "no-title", True),
        (record(ceterms__ownedBy=[]), "no-issuer", True),
        (record(ceterms__credentialStatusType={"targetNode": "credentialStat:Ceased"}),
         "is-not-offered", True),
        (record(ceterms__ownedBy=["https://www.x.example/about"]), "issuer-by-address", False),
        (record(ceterms__estimatedCost=[{"price": "x"}]), "bad-number", False),
        (record(ceterms__estimatedCost=[{"price": 1, "currency": "Doubloon"}]),
         "unknown-currency", False),
        (record(ceterms__estimatedCost=[{"price": 1}, {"price": 2}]), "several-prices", False),
        (record(ceterms__estimatedDuration=[{"exactDuration": "three weeks"}]), "bad-value", False),
        (record(ceterms__estimatedDuration="P99Y"), "bad-value", False),
        (record(ceterms__estimatedDuration="PT999999H"), "bad-value", False),
        (record(ceterms__requires=[{"targetCredential": ["https://x.example/none"]}]),
         "nothing-under-id", False),
        ({"@type": "ceterms:CostManifest"}, "not-a-credential", True),
        ({"name": "nothing"}, "wrong-type", True),
        (7, "wrong-type", True),
        ({"@type": "ceterms:CredentialOrganization", "name": "Y"}, "unused-issuer", True),
    ],
)  # fmt: skip
def test_each_reason_is_told(read, told, value, reason, left_out):
    report = read([value]).report
    assert (reason, left_out) in [(each[2], each[4]) for each in told(report)]


def test_an_issuer_known_by_its_address_is_named_by_its_host(read):
    value = record(ceterms__ownedBy=["https://www.x.example/about"])
    assert [each.name for each in read(value).additions.issuers.values()] == ["x.example"]


def test_a_record_that_is_dated_by_who_imports_it_counts_as_read(read):
    asked = Import(options=ImportOptions(as_of=dt.date(2026, 3, 1)))
    source = read(record(), asked=asked).additions.credentials["b"].source
    assert (source.basis, source.as_of) == (Basis.READ, dt.date(2026, 3, 1))


def test_a_record_without_issuer_takes_the_one_that_is_asked_for(read):
    asked = Import(options=ImportOptions(default_issuer="Ours"))
    catalog = read(record(ceterms__ownedBy=[]), asked=asked).additions
    assert catalog.credentials["b"].issuer == "ours"


def test_a_credential_that_the_catalog_has_is_left_to_it(read, told):
    own = MicroCredential("badge-b", "b", "ex", (), None, Price(None))
    existing = Catalog(
        issuers=MappingProxyType({"ex": Issuer("ex", "X")}),
        credentials=MappingProxyType({"badge-b": own}),
    )
    imported = read(record(), asked=Import(existing=existing))
    assert dict(imported.additions.credentials) == dict(imported.additions.issuers) == {}
    assert told(imported.report) == [("0.json", 1, "known-credential", "B: `badge-b`", True)]


@pytest.mark.parametrize("text", ["", "{", "[" * 5000, '{"a": NaN}', "\udcff", "[1e999999]"])
def test_what_is_no_json_is_told(tmp_path, told, text):
    file = tmp_path / "x.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    report = read_ctdl((file,)).report
    assert told(report)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["P1Y", "PT5H", "https://x.example/a", f"ce-{UUID}2", "US Dollar"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["@id", "@type", "@value", "en", "ceterms:name", "ceterms:targetNode",
                         "ceterms:targetNodeName", "ceterms:price", "ceterms:exactDuration"]),
        inner, max_size=3,
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=100)
@given(data=st.data())
def test_whatever_comes_in_what_goes_out_is_valid(tmp_path_factory, valid, data):
    fields = data.draw(
        st.dictionaries(
            st.sampled_from([key for each in GRAPH for key in each]), JSON_VALUES, max_size=4
        )
    )
    index = data.draw(st.integers(0, len(GRAPH) - 1))
    graph = [*GRAPH]
    graph[index] = {**graph[index], **fields}
    file = tmp_path_factory.mktemp("mutated") / "x.json"
    file.write_text(json.dumps({"@graph": graph}))
    imported = read_ctdl((file,))
    assert imported.report.rows == len(GRAPH)
    valid(imported.additions)


def test_the_real_samples_are_accounted_for(real_data, told):
    files = tuple(sorted((real_data / "ctdl").glob("*.json")))
    if not files:
        pytest.skip("the Credential Registry samples are not here")
    imported = read_ctdl(files)
    told(imported.report)
    assert len(imported.additions.credentials) >= 10


def test_of_several_prices_none_is_taken(read):
    costs = [{"price": 1, "currency": "USD"}, {"price": 2, "currency": "USD"}]
    catalog = read(record(ceterms__estimatedCost=costs)).additions
    assert catalog.credentials["b"].price == Price(None)
    same = read(record(ceterms__estimatedCost=costs[:1] * 2)).additions
    assert same.credentials["b"].price == Price(1.0, currency="USD")

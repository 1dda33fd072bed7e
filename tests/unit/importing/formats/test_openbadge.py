"""Open Badges 3.0 and CLR 2.0."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.credential import (
    AchievementType,
    Credits,
    Delivery,
    MicroCredential,
    OtherCredit,
    Verification,
)
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price
from skillgap.domain.skill import Alignment, Skill, SkillKind, SkillLevel
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.domain.stack import Stack
from skillgap.importing.formats.openbadge import read_openbadge

ACHIEVEMENT = {
    "id": "https://college.example/achievements/sql",
    "type": ["Achievement"],
    "name": "SQL Basics",
    "achievementType": "MicroCredential",
    "creator": {"id": "https://college.example/", "type": ["Profile"], "name": "Example College"},
    "criteria": {"id": "https://college.example/sql", "narrative": "Pass."},
    "creditsAvailable": 3,
    "fieldOfStudy": "Databases",
    "inLanguage": "en",
    "tag": ["data"],
    "alignment": [
        {"type": ["Alignment"], "targetName": "SQL", "targetFramework": "Skills of Example",
         "targetCode": "S1", "targetUrl": "https://skills.example/sql",
         "targetType": "ceasn:Competency"},
        {"type": ["Alignment"], "targetName": "SQL degree", "targetType": "ceterms:Credential"},
        {"type": ["Alignment"], "targetUrl": "https://skills.example/nameless"},
    ],
}  # fmt: skip
CREDENTIAL = {
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {"id": "https://other.example/", "type": ["Profile"], "name": "Other"},
    "name": "A person's badge",
    "credentialSubject": {
        "id": "mailto:person@example.org",
        "type": ["AchievementSubject"],
        "identifier": [{"identityHash": "person@example.org"}],
        "achievement": ACHIEVEMENT,
    },
}


@pytest.fixture
def read(folder):
    """Give a function that imports values as files."""

    def run(*values):
        files = {f"{number}.json": json.dumps(each, indent=1) for number, each in enumerate(values)}
        made = folder(files)
        return read_openbadge(tuple(made / name for name in files))

    return run


def test_an_achievement_becomes_a_credential_of_its_creator(read):
    catalog = read(CREDENTIAL).additions
    assert dict(catalog.credentials) == {
        "sql-basics": MicroCredential(
            id="sql-basics",
            title="SQL Basics",
            issuer="example-college",
            awards=(SkillLevel("sql", 2),),
            workload_hours=None,
            price=Price(None),
            achievement_type=AchievementType.MICRO_CREDENTIAL,
            url="https://college.example/sql",
            subject="Databases",
            delivery=Delivery(languages=("en",)),
            verification=Verification.OPEN_BADGE,
            credits=Credits(other=(OtherCredit("credits", 3.0),)),
            source=Source(
                Basis.GENERAL_KNOWLEDGE,
                None,
                "https://college.example/achievements/sql",
                Confidence.LOW,
                "Open Badges 3.0 achievement; it states no date",
            ),
        )
    }  # fmt: skip
    assert dict(catalog.issuers) == {
        "example-college": Issuer(
            "example-college", "Example College", url="https://college.example/"
        )
    }
    assert dict(catalog.skills) == {
        "sql": Skill("sql", "SQL", SkillKind.SKILL, alignments=(
            Alignment("Skills of Example", "S1", "https://skills.example/sql", "SQL"),))
    }  # fmt: skip


def test_an_achievement_by_itself_and_a_list_give_the_same(read):
    wrapped = read(CREDENTIAL).additions
    assert read(ACHIEVEMENT).additions == wrapped
    assert read([ACHIEVEMENT]).additions == wrapped
    presented = {"type": ["VerifiablePresentation"], "verifiableCredential": [CREDENTIAL]}
    assert read(presented).additions == wrapped


def test_nothing_of_the_person_is_carried(read):
    assert "person" not in repr(read(CREDENTIAL).additions)


def test_what_is_not_carried_is_told_with_its_line(read, told):
    report = read([CREDENTIAL, "eyJhbGciOiJSUzI1NiJ9.e30.x", {"type": "Profile"}]).report
    written = json.dumps([CREDENTIAL, "x", {"type": "Profile"}], indent=1).splitlines()
    line = 1 + next(number for number, each in enumerate(written) if '"achievement": {' in each)
    last = 1 + max(number for number, each in enumerate(written) if each == " {")
    assert told(report) == [
        ("0.json", 1, "signed-text", "", True),
        ("0.json", line, "not-a-skill", "SQL degree", False),
        ("0.json", line, "without-name", "SQL Basics", False),
        ("0.json", last, "not-a-credential", "Profile", True),
    ]
    assert report.tables[0].fields_left_out == ("tag",)


def test_a_competency_awards_itself(read):
    skill = {"type": ["Achievement"], "id": "urn:x", "name": "Welding",
             "achievementType": "Competency", "creator": {"name": "X"}}  # fmt: skip
    catalog = read(skill).additions
    assert catalog.credentials["welding"].awards == (SkillLevel("welding", 2),)


def test_a_learner_record_gives_credentials_and_the_stack_they_make(read, told):
    def achievement(name):
        return {"type": ["Achievement"], "id": f"urn:{name}", "name": name,
                "creator": {"id": "https://x.example/"}}  # fmt: skip

    issuer = {"id": "https://x.example/", "type": "Profile", "name": "X"}
    record = {
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": issuer,
        "credentialSubject": {
            "type": ["ClrSubject"],
            "achievement": [achievement("Whole"), achievement("Part")],
            "verifiableCredential": [
                {"type": ["AchievementCredential"], "issuer": issuer,
                 "credentialSubject": {"achievement": achievement("Other")}},
            ],
            "association": [
                {"associationType": "isParentOf", "sourceId": "urn:Whole", "targetId": "urn:Part"},
                {"associationType": "precedes", "sourceId": "urn:Other", "targetId": "urn:Part"},
                {"associationType": "isRelatedTo", "sourceId": "urn:Other", "targetId": "urn:a"},
            ],
        },
    }  # fmt: skip
    imported = read(record)
    catalog = imported.additions
    assert list(catalog.credentials) == ["other", "part", "whole"]
    assert dict(catalog.stacks) == {
        "whole": Stack.of("whole", "Whole", "x", all_of=("part",), earns=("whole",),
                       source=catalog.credentials["whole"].source)
    }  # fmt: skip
    assert "other-relation" in [each[2] for each in told(imported.report)]


def test_associations_are_read_after_all_achievements(read):
    def achievement(name):
        return {
            "type": ["Achievement"],
            "id": f"urn:{name}",
            "name": name,
            "creator": {"name": "X"},
        }

    record = {
        "credentialSubject": {
            "achievement": [achievement("Part")],
            "verifiableCredential": [
                {"credentialSubject": {"achievement": achievement("Other")}},
            ],
            "association": [
                {"associationType": "precedes", "sourceId": "urn:Part", "targetId": "urn:Other"}
            ],
        },
    }
    assert read(record).additions.credentials["other"].recommends == ("part",)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("urn:x"),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "type", "name", "targetName", "achievement", "verifiableCredential",
                         "credentialSubject", "association", "sourceId", "associationType"]),
        inner, max_size=3,
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=100)
@given(
    achievement=st.dictionaries(st.sampled_from(sorted(ACHIEVEMENT)), JSON_VALUES, max_size=3),
    credential=st.dictionaries(
        st.sampled_from(["type", "issuer", "credentialSubject", "verifiableCredential"]),
        JSON_VALUES,
        max_size=2,
    ),
)
def test_whatever_comes_in_what_goes_out_is_valid(tmp_path_factory, valid, achievement, credential):
    subject = {**CREDENTIAL["credentialSubject"], "achievement": {**ACHIEVEMENT, **achievement}}
    file = tmp_path_factory.mktemp("mutated") / "x.json"
    file.write_text(json.dumps({**CREDENTIAL, "credentialSubject": subject, **credential}))
    imported = read_openbadge((file,))
    report = imported.report
    valid(imported.additions)
    assert report.rows == report.carried + sum(1 for each in report.remarks if each.left_out)


def test_the_real_samples_are_accounted_for(real_data, told):
    files = tuple(sorted((real_data / "open-badges").glob("*.json")))
    if not files:
        pytest.skip("the Open Badges samples are not here")
    imported = read_openbadge(files)
    told(imported.report)
    assert len(imported.additions.credentials) >= 5


BADGE_CLASS = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "BadgeClass",
    "id": "https://acme.example/badges/print",
    "name": "Printmaster",
    "criteria": "https://acme.example/criteria",
    "issuer": {"id": "https://acme.example/", "type": "Issuer", "name": "Acme"},
    "alignment": [{"targetName": "3D printing", "targetUrl": "https://skills.example/3d"}],
}


@pytest.mark.parametrize(
    "value", [BADGE_CLASS, {"type": "Assertion", "id": "urn:uuid:1", "badge": BADGE_CLASS}]
)
def test_a_badge_of_the_version_before_becomes_a_credential(read, told, valid, value):
    imported = read(value)
    assert imported.additions.credentials == {
        "printmaster": MicroCredential(
            id="printmaster",
            title="Printmaster",
            issuer="acme",
            awards=(SkillLevel("3d-printing", 2),),
            workload_hours=None,
            price=Price(None),
            achievement_type=AchievementType.BADGE,
            url="https://acme.example/criteria",
            verification=Verification.OPEN_BADGE,
            source=Source(
                Basis.GENERAL_KNOWLEDGE,
                None,
                "https://acme.example/badges/print",
                Confidence.LOW,
                "Open Badges 2.0 badge; it states no date",
            ),
        )
    }
    assert imported.additions.issuers == {
        "acme": Issuer("acme", "Acme", url="https://acme.example/")
    }
    assert told(imported.report) == []
    valid(imported.additions)


def test_an_assertion_that_only_points_to_its_badge_is_told(read, told):
    imported = read({"type": "Assertion", "badge": "https://acme.example/badges/print"})
    assert told(imported.report) == [("0.json", 1, "not-a-credential", "Assertion", True)]


def test_an_issuer_may_be_known_by_its_address_alone(read, told):
    achievement = {"type": "Achievement", "id": "https://acme.example/1", "name": "Welding"}
    value = {
        "type": "OpenBadgeCredential",
        "issuer": "https://www.acme.example/i",
        "credentialSubject": {"achievement": achievement},
    }
    imported = read(value)
    assert imported.additions.issuers == {
        "acme-example": Issuer("acme-example", "acme.example", url="https://www.acme.example/i")
    }
    told_of = [(reason, detail) for _, _, reason, detail, _ in told(imported.report)]
    assert told_of == [
        ("issuer-by-address", "https://www.acme.example/i"),
        ("no-awards", "Welding"),
    ]


@pytest.mark.parametrize(
    ("alignment", "level", "reasons"),
    [
        ({"targetType": "ext:EQF", "targetName": "Level four", "targetCode": "4"}, 4, []),
        ({"targetFramework": "European Qualifications Framework", "targetName": "EQF 6"}, 6, []),
        ({"targetName": "EQF level 5"}, 5, []),
        ({"targetType": "ext:EQF", "targetName": "Some level"}, None, ["not-a-skill"]),
    ],
)
def test_a_level_of_qualifications_is_no_skill(read, told, alignment, level, reasons):
    imported = read({**ACHIEVEMENT, "alignment": [alignment]})
    (credential,) = imported.additions.credentials.values()
    assert (credential.eqf_level, credential.awards) == (level, ())
    assert imported.additions.skills == {}
    told_of = [each[2] for each in told(imported.report)]
    assert told_of == sorted(["no-awards", *reasons])


def test_a_skill_whose_name_speaks_of_levels_is_a_skill(read):
    imported = read({**ACHIEVEMENT, "alignment": [{"targetName": "EQF advising"}]})
    assert list(imported.additions.skills) == ["eqf-advising"]

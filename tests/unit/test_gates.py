from __future__ import annotations

import pytest

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.gate import EducationLevel, Gate, GateForce, GateKind, GateOption
from skillgap.domain.learner import Experience, HeldCredential, Learner
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.gates import (
    GateStanding,
    GateStatus,
    distance_by_gates,
    find_standings,
    is_asked_in,
    is_field_of,
    is_same_permit,
)

OPEN, CLOSED, NOT_TOLD = GateStatus.OPEN, GateStatus.CLOSED, GateStatus.NOT_TOLD
BACHELOR = Gate(kind=GateKind.EDUCATION, level=EducationLevel.BACHELOR, force=GateForce.CUSTOM)
YEARS = Gate(kind=GateKind.EXPERIENCE, years=3, force=GateForce.CUSTOM)
NURSE = Gate(kind=GateKind.LICENCE, name="registered nurse", force=GateForce.LAW, region="US")
AGE = Gate(kind=GateKind.AGE, years=18, force=GateForce.LAW)
DEGREE_OR_EXAM = Gate(
    any_of=(
        GateOption(GateKind.EDUCATION, EducationLevel.ASSOCIATE),
        GateOption(GateKind.EXAM, name="ParaPro"),
    ),
    force=GateForce.LAW,
)
CATALOG = Catalog(
    credentials={
        "nclex": MicroCredential(
            "nclex", "NCLEX", "i", (), 1, Price(0), aliases=("RN registered nurse",)
        )
    }
)


def status_of(gate, **told):
    role = RoleProfile(
        id="hr-clerk",
        title="HR Clerk",
        aliases=("Personnel Assistant",),
        family="human resources",
        requirements=(SkillRequirement.of(("sql",), 1, 1, Necessity.ESSENTIAL),),
        gates=(gate,),
    )
    found = find_standings(role, Learner(**told), CATALOG)
    return found[0].status if found else None


@pytest.mark.parametrize(
    ("education", "status"),
    [
        (None, NOT_TOLD),
        ("none", CLOSED),
        ("associate", CLOSED),
        ("bachelor", OPEN),
        ("master", OPEN),
    ],
)
def test_schooling_opens_from_its_level_on(education, status):
    told = education and EducationLevel(education)
    assert status_of(BACHELOR, education=told) is status


@pytest.mark.parametrize(
    ("experience", "status"),
    [
        (None, NOT_TOLD),
        ((), CLOSED),
        ((Experience(3),), OPEN),
        ((Experience(2, "hr"), Experience(1, "Personnel assistant")), OPEN),
        ((Experience(2.5, "human resources"),), CLOSED),
        ((Experience(30, "cooking"),), NOT_TOLD),
        ((Experience(2, "cooking"),), CLOSED),
        ((Experience(30, "clerk"),), NOT_TOLD),
    ],
)
def test_years_count_where_their_field_is_that_of_the_role(experience, status):
    assert status_of(YEARS, experience=experience) is status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({}, NOT_TOLD),
        ({"licences": ()}, CLOSED),
        ({"licences": ("driver's licence",)}, NOT_TOLD),
        ({"licences": ("Registered Nurse (California)",)}, OPEN),
        ({"credentials": (HeldCredential("nclex"),), "licences": ()}, OPEN),
        ({"licences": (), "region": "US-CA"}, CLOSED),
        ({"licences": (), "region": "DE"}, None),
    ],
)
def test_a_permit_is_had_by_name_and_silence_is_no_answer(told, status):
    assert status_of(NURSE, **told) is status


def test_one_of_several_is_enough_and_all_must_be_closed():
    associate = EducationLevel.ASSOCIATE
    assert status_of(DEGREE_OR_EXAM, education=associate, licences=()) is OPEN
    assert status_of(DEGREE_OR_EXAM, education=EducationLevel.NONE) is NOT_TOLD
    assert status_of(DEGREE_OR_EXAM, education=EducationLevel.NONE, licences=()) is CLOSED


def test_nothing_tells_of_an_age():
    assert status_of(AGE, licences=(), experience=(), education=EducationLevel.NONE) is NOT_TOLD


@pytest.mark.parametrize(
    ("asked", "region", "is_asked"),
    [
        (None, "DE", True),
        ("US", None, True),
        ("US", "US", True),
        ("US", "US-CA", True),
        ("US-CA", "US", True),
        ("US-CA", "US-NY", False),
        ("US", "UA", False),
    ],
)
def test_a_gate_is_asked_in_its_region_and_its_parts(asked, region, is_asked):
    assert is_asked_in(asked, region) is is_asked


CPA = "certified public accountant (CPA)"


@pytest.mark.parametrize(
    ("asked", "held", "is_same"),
    [
        ("teaching licence", "Licensed: teaching", True),
        ("teaching licence", "Licensed teacher", True),
        ("teaching licence", "driving licence", False),
        ("teaching licence", "teaching assistant", False),
        ("teaching licence", "no teaching licence", False),
        ("teaching licence", "teaching licence (expired)", False),
        ("licence", "driving licence", False),
        (CPA, "CPA", True),
        (CPA, "CPA licence", True),
        (CPA, "Certified Public Accountant", True),
        (CPA, "accountant", False),
        ("electrician or solar contractor", "electrician", True),
        ("investment adviser representative", "Investment Advisor Representative", True),
        ("registered nurse", "registered nurse in Ohio", True),
        ("registered nurse", "nurse", False),
    ],
)
def test_a_permit_is_known_by_its_names_and_what_denies_it_is_heard(asked, held, is_same):
    assert is_same_permit(asked, held) is is_same


@pytest.mark.parametrize(
    ("field", "name", "is_same"),
    [
        ("teaching", "English Language Teacher", True),
        ("machining", "CNC Machinist", True),
        ("HR generalist", "HR Generalist", True),
        ("data entry", "Data Engineer", False),
        ("data entry", "data", False),
        ("manager", "HR Manager", False),
        ("human", "human resources", False),
    ],
)
def test_a_field_of_work_is_that_of_a_title_by_its_telling_words(field, name, is_same):
    assert is_field_of(field, name) is is_same


def test_roles_are_ordered_by_what_may_keep_a_person_out():
    def far(*gates):
        return distance_by_gates([GateStanding(gate, status) for gate, status in gates])

    assert far() == far((BACHELOR, OPEN), (NURSE, OPEN)) == far((BACHELOR, NOT_TOLD)) == 0
    assert far((BACHELOR, CLOSED), (NURSE, OPEN)) == 1
    assert far((BACHELOR, CLOSED), (NURSE, NOT_TOLD)) == 2
    assert GateStanding(NURSE, CLOSED).is_barred
    assert not GateStanding(BACHELOR, CLOSED).is_barred

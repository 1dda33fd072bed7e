from __future__ import annotations

from msgspec.structs import replace

from skillgap.checks.unresolved import check_references
from skillgap.diagnostics.locator import NoLocator
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Prerequisites
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill, SkillLevel, SkillOptions
from skillgap.domain.stack import Discount, Electives, Stack


def told(catalog):
    return [(each.code, each.message) for each in check_references(catalog, NoLocator())]


def role(*skills):
    requirement = SkillRequirement.of(skills, 1, 1.0, Necessity.ESSENTIAL)
    return RoleProfile(id="r", title="R", requirements=(requirement,), related=("s",))


def test_every_kind_of_reference_is_followed():
    catalog = Catalog(
        skills={"k": Skill("k", "K", broader=("no-skill-1",))},
        issuers={"i": Issuer("i", "I")},
        credentials={
            "c": MicroCredential(
                id="c",
                title="C",
                issuer="no-issuer",
                awards=(SkillLevel("no-skill-2", 1), SkillLevel("k", 1)),
                workload_hours=1,
                price=Price(0),
                prerequisites=Prerequisites.of(
                    (SkillOptions.of(("k", "no-skill-3"), 1),), (("no-credential-1",),)
                ),
                recommends=("no-credential-2", "c"),
            )
        },
        stacks={
            "t": Stack.of(
                "t",
                issuer="no-issuer-2",
                all_of=("no-credential-3",),
                choose=Electives(1, ("no-credential-4", "c")),
                awards=(SkillLevel("no-skill-4", 1),),
                earns=("no-credential-5",),
            )
        },
        roles={"r": role("no-skill-5", "k")},
    )
    assert told(catalog) == [
        ("SG302", "unknown skill `no-skill-1`"),
        ("SG303", "unknown issuer `no-issuer`"),
        ("SG302", "unknown skill `no-skill-2`"),
        ("SG302", "unknown skill `no-skill-3`"),
        ("SG304", "unknown credential `no-credential-1`"),
        ("SG304", "unknown credential `no-credential-2`"),
        ("SG310", "`c` refers to itself in `recommends`"),
        ("SG303", "unknown issuer `no-issuer-2`"),
        ("SG304", "unknown credential `no-credential-3`"),
        ("SG304", "unknown credential `no-credential-4`"),
        ("SG302", "unknown skill `no-skill-4`"),
        ("SG304", "unknown credential `no-credential-5`"),
        ("SG302", "unknown skill `no-skill-5`"),
        ("SG305", "unknown role `s`"),
    ]


def test_roles_without_a_catalog_cannot_be_judged():
    assert told(Catalog(roles={"r": role("anything")})) == []


def test_relatives_are_judged_where_other_roles_are_at_hand():
    other = replace(role("anything"), id="q", related=("r",))
    assert told(Catalog(roles={"q": other, "r": role("anything")})) == [
        ("SG305", "unknown role `s`")
    ]


def test_a_record_that_could_not_be_read_is_no_unknown_one():
    class Written(NoLocator):
        def declares(self, section, record_id):
            return (section, record_id) == ("skills", "broken")

    catalog = Catalog(skills={"k": Skill("k", "K", broader=("broken", "gone"))})
    found = check_references(catalog, Written())
    assert [each.message for each in found] == ["unknown skill `gone`"]


def test_the_nearest_id_is_named_and_never_the_record_itself():
    skills = {
        "sql": Skill("sql", "SQL", broader=("sqll",)),
        "r": Skill("r", "R", broader=("sqll",)),
    }
    found = list(check_references(Catalog(skills=skills), NoLocator()))
    assert [each.hint for each in found] == [
        "add skill `sqll`, or name one that is there",
        "did you mean `sql`?",
    ]


def test_a_stack_may_be_a_member_of_another_and_is_not_taken_for_an_unknown_credential():
    catalog = Catalog(
        skills={"k": Skill("k", "K")},
        stacks={
            "inner": Stack("inner"),
            "outer": Stack(
                "outer",
                all_of=("inner", "outer"),
                choose=Electives(1, ("gone",)),
                discount=Discount(percent=5.0, members=("inner", "nobody")),
            ),
        },
    )
    assert told(catalog) == [
        ("SG310", "`outer` refers to itself in `all_of`"),
        ("SG304", "unknown credential `gone`"),
        ("SG304", "unknown credential `nobody`"),
    ]

from __future__ import annotations

from skillgap.checks.names import check_names, comparable
from skillgap.diagnostics.locator import NoLocator
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price
from skillgap.domain.skill import Skill


def told(catalog):
    return [(each.path, each.message) for each in check_names(catalog, NoLocator())]


def test_names_are_compared_without_case_width_and_spacing():
    assert (
        comparable("  Power  BI ") == comparable("\uff30\uff2f\uff37\uff25\uff32 bi") == "power bi"
    )
    assert comparable("C") != comparable("C#")


def test_an_alias_that_another_skill_has_is_told_where_it_comes_second():
    skills = {"r": Skill("r", "R"), "rust": Skill("rust", "Rust", aliases=("rs", "r"))}
    assert told(Catalog(skills=skills)) == [
        (("skills", "rust", "aliases", 1), "`rust` has a name that `r` has as well")
    ]


def test_a_record_may_repeat_its_own_name():
    assert told(Catalog(skills={"r": Skill("r", "R", aliases=("r",))})) == []


def test_issuers_may_share_titles_and_one_issuer_may_not():
    def credential(name, issuer):
        return MicroCredential(name, "Data Analyst", issuer, (), 1, Price(0))

    shared = {name: credential(name, name) for name in "ab"}
    issuers = {name: Issuer(name, name) for name in "ab"}
    assert told(Catalog(issuers=issuers, credentials=shared)) == []
    repeated = {name: credential(name, "a") for name in "ab"}
    assert told(Catalog(credentials=repeated)) == [
        (("credentials", "b", "title"), "`b` has a name that `a` has as well")
    ]

"""ESCO's tables."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import pytest

from skillgap.domain.catalog import Catalog
from skillgap.domain.role import (
    EscoOccupation,
    Necessity,
    OccupationCodes,
    RoleProfile,
    SkillRequirement,
)
from skillgap.domain.skill import Alignment, Skill, SkillKind
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.errors import UserError
from skillgap.importing.formats.esco import read_esco
from skillgap.importing.importer import Import

S = "http://data.europa.eu/esco/skill/"
O = "http://data.europa.eu/esco/occupation/"  # noqa: E741 - short, for tables that fit a line

FILES = {
    "skills_en.csv": (
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status\n"
        f'KSC,{S}1,knowledge,cross-sector, statistics ,"stats\nanalysis\n statistical  science",'
        "released\n"
        f"KSC,{S}2,skill/competence,sector-specific,gather data,collect data | analysis,released\n"
        f"KSC,{S}3,skill/competence,transversal,think,statistics,released\n"
        f"KSC,{S}4,knowledge,,old thing,,obsolete\n"
        f"KSC,not an address,knowledge,,nothing,,released\n"
    ),
    "broaderRelationsSkillPillar_en.csv": (
        "conceptType,conceptUri,broaderType,broaderUri\n"
        f"KnowledgeSkillCompetence,{S}2,KnowledgeSkillCompetence,{S}1\n"
        f"KnowledgeSkillCompetence,{S}2,SkillGroup,{S}S1\n"
        f"KnowledgeSkillCompetence,{S}2,KnowledgeSkillCompetence,{S}9\n"
    ),
    "ISCOGroups_en.csv": (
        "conceptUri,code,preferredLabel\n"
        "x,25,Information and communications technology professionals\n"
        "x,2511,Systems analysts\n"
    ),
    "occupations_en.csv": (
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,modifiedDate,code\n"
        f'Occupation,{O}1,2511,data scientist,"data engineer\nresearcher",released,'
        "2024-01-25T11:28:50.295Z,2511.3\n"
        f"Occupation,{O}2,2511,data analyst,researcher,released,,2511.4\n"
        f"Occupation,{O}3,2511,idle person,,released,,2511.5\n"
    ),
    "occupationSkillRelations_en.csv": (
        "occupationUri,relationType,skillType,skillUri,skillLabel\n"
        f"{O}1,optional,knowledge,{S}2,gather data\n"
        f"{O}1,essential,knowledge,{S}1,statistics\n"
        f"{O}1,essential,knowledge,{S}1,statistics\n"
        f"{O}2,essential,knowledge,,Gather  Data\n"
        f"{O}2,essential,knowledge,{S}9,unheard of\n"
        f"{O}2,curious,knowledge,{S}1,statistics\n"
        f"{O}9,essential,knowledge,{S}1,statistics\n"
    ),
    "skillGroups_en.csv": "conceptUri\nx\n",
}


def test_occupations_become_roles_at_the_stated_default_level(folder, valid):
    catalog = read_esco(folder(FILES, "ESCO dataset - v1.2.0 - en")).additions
    valid(catalog)
    note = (
        "ESCO 1.2.0; level 3 and importance 1 (essential) or 0.5 (optional) are the import's"
        " defaults"
    )
    assert catalog.roles["data-scientist"] == RoleProfile(
        id="data-scientist",
        title="data scientist",
        family="Information and communications technology professionals",
        aliases=("data engineer",),
        codes=OccupationCodes(esco=(EscoOccupation(f"{O}1", "data scientist"),), isco08=("2511",)),
        requirements=(
            SkillRequirement.of(("statistics",), 3, 1.0, Necessity.ESSENTIAL),
            SkillRequirement.of(("gather-data",), 3, 0.5, Necessity.OPTIONAL),
        ),
        source=Source(
            Basis.READ, dt.date(2024, 1, 25), f"{O}1", confidence=Confidence.MEDIUM, note=note
        ),
    )
    assert list(catalog.roles) == ["data-analyst", "data-scientist"]


def test_skills_keep_their_kind_their_own_aliases_and_what_is_broader(folder):
    catalog = read_esco(folder(FILES, "esco-1.2.0")).additions
    assert dict(catalog.skills) == {
        "gather-data": Skill(
            "gather-data", "gather data", SkillKind.SKILL, ("collect data",), ("statistics",),
            (Alignment("ESCO 1.2.0", None, f"{S}2", "gather data"),),
        ),
        "statistics": Skill(
            "statistics", "statistics", SkillKind.KNOWLEDGE, ("stats", "statistical science"),
            alignments=(Alignment("ESCO 1.2.0", None, f"{S}1", "statistics"),),
        ),
        "think": Skill(
            "think", "think", SkillKind.TRANSVERSAL,
            alignments=(Alignment("ESCO 1.2.0", None, f"{S}3", "think"),),
        ),
    }  # fmt: skip


def test_what_is_not_carried_is_told_with_its_row(folder, told):
    report = read_esco(folder(FILES)).report
    assert told(report) == [
        ("skills_en.csv", 2, "names-several-skills", "analysis", False),
        ("skills_en.csv", 5, "names-several-skills", "analysis", False),
        ("skills_en.csv", 6, "clashes-with-skill", "statistics", False),
        ("skills_en.csv", 7, "is-not-offered", "old thing", True),
        ("skills_en.csv", 8, "bad-url", "not an address", True),
        ("broaderRelationsSkillPillar_en.csv", 3, "broader-is-a-group", f"{S}S1", True),
        ("broaderRelationsSkillPillar_en.csv", 4, "unknown-skill", f"{S}9", True),
        ("ISCOGroups_en.csv", 3, "other-group", "2511", True),
        ("occupations_en.csv", 2, "names-several-occupations", "researcher", False),
        ("occupations_en.csv", 4, "names-several-occupations", "researcher", False),
        ("occupations_en.csv", 5, "no-requirements", "idle person", True),
        ("occupationSkillRelations_en.csv", 4, "duplicate", "statistics", True),
        ("occupationSkillRelations_en.csv", 6, "unknown-skill", f"{S}9", True),
        ("occupationSkillRelations_en.csv", 7, "other-relation", "curious", True),
        ("occupationSkillRelations_en.csv", 8, "unknown-occupation", f"{O}9", True),
    ]
    assert report.unread == ("skillGroups_en.csv",)
    assert report.tables[0].fields_left_out == ("conceptType",)


def test_rebuilt_tables_are_found_too_and_their_labels_are_parted_by_commas(folder):
    files = {name.replace("_en.csv", "_reconstructed.csv"): text for name, text in FILES.items()}
    files["skills_reconstructed.csv"] = (
        "conceptUri,preferredLabel,skillType,altLabels\n"
        f'{S}1,statistics,knowledge,"use stats, do stats"\n'
    )
    catalog = read_esco(folder(files)).additions
    assert catalog.skills["statistics"].aliases == ("use stats", "do stats")


def test_a_skill_of_the_catalog_is_met_by_its_address_and_stays_as_it_is(folder, told):
    own = Skill("stat", "Stat", alignments=(Alignment("ESCO 1.1", f"{S}1"),))
    existing = Catalog(skills=MappingProxyType({"stat": own}))
    imported = read_esco(folder(FILES), Import(existing=existing))
    assert list(imported.additions.skills) == ["gather-data", "think"]
    assert imported.additions.skills["gather-data"].broader == ("stat",)
    first = imported.additions.roles["data-scientist"].requirements[0]
    assert first.skills == ("stat",)
    assert ("skills_en.csv", 2, "known-skill", "stats", False) in told(imported.report)


def test_names_that_differ_by_a_space_or_a_hyphen_are_the_same_name(folder, told):
    files = dict(FILES)
    files["skills_en.csv"] = (
        "conceptUri,skillType,preferredLabel,altLabels\n"
        f"{S}1,knowledge,statistics,pile-driver\n"
        f"{S}2,knowledge,gather data,pile driver\n"
        f"{S}3,knowledge,think,\n"
    )
    imported = read_esco(folder(files))
    assert [each.aliases for each in imported.additions.skills.values()] == [(), (), ()]
    reasons = [each[2] for each in told(imported.report) if each[0] == "skills_en.csv"]
    assert reasons == ["names-several-skills"] * 2


def test_the_order_of_rows_changes_nothing(folder):
    turned = dict(FILES)
    for name in ("occupations_en.csv", "occupationSkillRelations_en.csv"):
        header, *rows = FILES[name].replace("\nresearcher", " | researcher").splitlines()
        turned[name] = "\n".join([header, *reversed(rows)]) + "\n"
    one = read_esco(folder(FILES, "one")).additions
    other = read_esco(folder(turned, "other")).additions
    assert one == other


def test_a_folder_without_relations_is_refused(folder):
    files = {name: text for name, text in FILES.items() if not name.startswith("occupationSkill")}
    with pytest.raises(UserError, match="occupationskillrelations"):
        read_esco(folder(files))


@pytest.mark.slow
def test_every_row_of_the_real_release_is_accounted_for(real_data, told):
    source = real_data / "esco-1.2.0"
    if not source.is_dir():
        pytest.skip("the ESCO release is not here")
    imported = read_esco(source)
    told(imported.report)
    rows = {table.file.rpartition("/")[2]: table.rows for table in imported.report.tables}
    assert rows["occupationSkillRelations_reconstructed.csv"] == 129_004
    assert rows["skills_reconstructed.csv"] == len(imported.additions.skills) == 13_928
    assert rows["occupations_en.csv"] == len(imported.additions.roles) == 3_039

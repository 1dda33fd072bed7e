"""O*NET's tables, in both generations of its files."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import pytest

from skillgap.domain.catalog import Catalog
from skillgap.domain.role import (
    Evidence,
    Necessity,
    OccupationCodes,
    RoleProfile,
    SkillRequirement,
)
from skillgap.domain.skill import Alignment, Skill, SkillKind
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.errors import UserError
from skillgap.importing.formats.onet import read_onet
from skillgap.importing.importer import Import


def table(*rows):
    """Write rows of cells parted by ` | ` as a table parted by tabs."""
    return "".join("\t".join(cell.strip() for cell in row.split("|")) + "\n" for row in rows)


OCCUPATIONS = table(
    "O*NET-SOC Code | Title | Description",
    "15-2051.00 | Data Scientists | x",
    "43-3031.00 | Bookkeeping Clerks | x",
    "55-1011.00 | Air Crew Officers | x",
)
READ_ME = "O*NET 29.3 Database\nMay 2025 Release\n"
OLD = {
    "Read Me.txt": READ_ME,
    "Occupation Data.txt": OCCUPATIONS,
    "Skills.txt": table(
        "O*NET-SOC Code | Title | Element ID | Element Name | Scale ID | Data Value"
        " | Recommend Suppress | Not Relevant",
        "15-2051.00 | x | 2.B.3.e | Programming | IM | 3.5 | N | ",
        "15-2051.00 | x | 2.B.3.e | Programming | LV | 3.88 | N | N",
        "15-2051.00 | x | 2.A.1.e | Mathematics | IM | 4.88 | N | ",
        "15-2051.00 | x | 2.A.1.e | Mathematics | LV | 5.38 | N | N",
        "43-3031.00 | x | 2.A.1.e | Mathematics | IM | 2.5 | N | ",
        "43-3031.00 | x | 2.A.1.e | Mathematics | LV | 2.8 | N | N",
        "43-3031.00 | x | 2.B.3.e | Programming | IM | 1.5 | N | ",
        "43-3031.00 | x | 2.B.3.e | Programming | LV | 0.5 | N | Y",
    ),
    "Technology Skills.txt": table(
        "O*NET-SOC Code | Title | Example | Commodity Code | Commodity Title | Hot Technology"
        " | In Demand",
        "15-2051.00 | x | Python | 43232405 | x | Y | Y",
        "15-2051.00 | x | Tableau | 43232306 | x | Y | N",
        "15-2051.00 | x | AdSense Tracker | 43232306 | x | N | N",
    ),
    "Alternate Titles.txt": table(
        "O*NET-SOC Code | Title | Alternate Title | Short Title | Source(s)",
        "15-2051.00 | x | Data Science Engineer | DSE | 08",
        "15-2051.00 | x | Analyst |  | 08",
        "43-3031.00 | x | Analyst |  | 08",
        "55-1011.00 | x | Pilot |  | 08",
    ),
    "Job Zones.txt": table(
        "O*NET-SOC Code | Title | Job Zone | Date | Domain Source",
        "15-2051.00 | x | 5 | 08/2023 | Analyst",
        "43-3031.00 | x | n/a | 08/2023 | Analyst",
    ),
    "Related Occupations.txt": table(
        "O*NET-SOC Code | Title | Related O*NET-SOC Code | Related Title | Relatedness Tier",
        "15-2051.00 | x | 43-3031.00 | x | Primary-Short",
        "43-3031.00 | x | 15-2051.00 | x | Supplemental",
    ),
    "Task Statements.txt": "O*NET-SOC Code\tTask\n",
}
NEW = {
    "Read Me.txt": "O*NET 30.3 Database\nMay 2026 Release\n",
    "Occupation Data.txt": OCCUPATIONS,
    "Content Model Reference.txt": table(
        "Element ID | Element Name | Description", "2.B.3.e | Programming | x"
    ),
    "Essential Skills.txt": table(
        "Data Value | Scale ID | Element ID | O*NET-SOC Code",
        "3.5 | IM | 2.B.3.e | 15-2051.00",
        "3.88 | LV | 2.B.3.e | 15-2051.00",
    ),
    "Transferable Skills.txt": table(
        "O*NET-SOC Code | Element ID | Element Name | Scale ID | Data Value",
        "15-2051.00 | 2.A.1.e | Mathematics | IM | 4.88",
        "15-2051.00 | 2.A.1.e | Mathematics | LV | 5.38",
    ),
    "Software Skills.txt": table(
        "O*NET-SOC Code | Workplace Example | Commodity Code | Hot Technology | In Demand",
        "15-2051.00 | Python | 43232405 | Y | Y",
    ),
    "Job Titles.txt": table(
        "O*NET-SOC Code | Job Title | Short Title", "15-2051.00 | Data Science Engineer | "
    ),
}


def ask(skill, level, importance, necessity, evidence, note=None):
    return SkillRequirement.of((skill,), level, importance, necessity, (evidence,), note)


def test_occupations_become_roles_with_their_figures(folder, valid):
    catalog = read_onet(folder(OLD)).additions
    valid(catalog)
    release = "O*NET 29.3"
    note = f"a tool of {{}} in {release}; level and importance are the import's default"
    assert catalog.roles["data-scientists"] == RoleProfile(
        id="data-scientists",
        title="Data Scientists",
        family="Computer and Mathematical",
        aliases=("Data Science Engineer", "DSE"),
        codes=OccupationCodes(onet_soc=("15-2051.00",)),
        job_zone=5,
        related=("bookkeeping-clerks",),
        source=Source(Basis.READ, dt.date(2025, 5, 1), confidence=Confidence.HIGH, note=release),
        requirements=(
            ask("mathematics", 4, 0.97, Necessity.ESSENTIAL,
                Evidence(release, "2.A.1.e", "Mathematics", 5.38, 4.88)),
            ask("programming", 3, 0.625, Necessity.ESSENTIAL,
                Evidence(release, "2.B.3.e", "Programming", 3.88, 3.5)),
            ask("python", 2, 0.6, Necessity.ESSENTIAL,
                Evidence(release, "43232405", "Python"), note.format("demand")),
            ask("tableau", 2, 0.3, Necessity.OPTIONAL,
                Evidence(release, "43232306", "Tableau"), note.format("frequent use")),
        ),
    )  # fmt: skip
    assert list(catalog.skills) == [
        "adsense-tracker", "mathematics", "programming", "python", "tableau",
    ]  # fmt: skip
    assert catalog.skills["python"] == Skill(
        "python",
        "Python",
        SkillKind.TOOL,
        alignments=(Alignment(release, "43232405", None, "Python"),),
    )


def test_what_is_not_carried_is_told_with_its_row(folder, told):
    report = read_onet(folder(OLD)).report
    assert told(report) == [
        ("Occupation Data.txt", 4, "no-requirements", "Air Crew Officers", True),
        ("Skills.txt", 8, "without-level", "Programming", True),
        ("Skills.txt", 9, "not-relevant", "Programming", True),
        ("Technology Skills.txt", 4, "examples-only", "AdSense Tracker", False),
        ("Alternate Titles.txt", 3, "names-several-occupations", "Analyst", True),
        ("Alternate Titles.txt", 4, "names-several-occupations", "Analyst", True),
        ("Alternate Titles.txt", 5, "unknown-occupation", "55-1011.00", True),
        ("Job Zones.txt", 3, "bad-value", "n/a", True),
        ("Related Occupations.txt", 3, "too-far", "15-2051.00", True),
    ]
    assert report.unread == ("Read Me.txt", "Task Statements.txt")
    assert dict(report.made) == {"skills": 5, "roles": 2}


def test_the_newer_generation_of_files_gives_the_same_roles(folder):
    old = read_onet(folder(OLD, "old")).additions.roles["data-scientists"]
    new = read_onet(folder(NEW, "new")).additions.roles["data-scientists"]
    figures = [(each.skills, each.level, each.importance) for each in new.requirements]
    assert figures == [(each.skills, each.level, each.importance) for each in old.requirements[:3]]
    assert new.aliases == ("Data Science Engineer",)
    assert new.source.note == "O*NET 30.3"


def test_columns_are_found_by_header_and_rows_of_another_width_are_left_out(folder, told):
    files = dict(OLD)
    files["Job Zones.txt"] = "Job Zone\tO*NET-SOC Code\n4\t15-2051.00\n4\n"
    imported = read_onet(folder(files))
    assert imported.additions.roles["data-scientists"].job_zone == 4
    assert ("Job Zones.txt", 3, "wrong-width", "", True) in told(imported.report)


def test_a_skill_that_the_catalog_has_is_met_by_its_code_or_its_name(folder):
    own = {
        "maths": Skill("maths", "Maths", alignments=(Alignment("O*NET 28.0", "2.A.1.e"),)),
        "py": Skill("py", "Python"),
    }
    existing = Catalog(skills=MappingProxyType(own))
    catalog = read_onet(folder(OLD), Import(existing=existing)).additions
    asked = [each.skills for each in catalog.roles["data-scientists"].requirements]
    assert asked == [("maths",), ("programming",), ("py",), ("tableau",)]
    assert list(catalog.skills) == ["adsense-tracker", "programming", "tableau"]


def test_a_role_that_the_catalog_has_is_left_to_it(folder, told):
    role = RoleProfile(
        id="ds", title="DS", requirements=(), codes=OccupationCodes(onet_soc=("15-2051.00",))
    )
    existing = Catalog(roles=MappingProxyType({"ds": role}))
    imported = read_onet(folder(OLD), Import(existing=existing))
    assert list(imported.additions.roles) == ["bookkeeping-clerks"]
    first = ("Occupation Data.txt", 2, "known-role", "Data Scientists: `ds`", True)
    assert told(imported.report)[0] == first


def test_a_code_that_many_tools_share_makes_none_of_them_the_same(folder):
    shared = Skill(
        "power-bi", "Power BI", alignments=(Alignment("O*NET 29.3", "43232306", None, "x"),)
    )
    existing = Catalog(skills=MappingProxyType({"power-bi": shared}))
    catalog = read_onet(folder(OLD), Import(existing=existing)).additions
    assert "tableau" in catalog.skills


def test_a_folder_without_occupations_is_refused(folder):
    with pytest.raises(UserError, match="Occupation Data"):
        read_onet(folder({"Skills.txt": "x\n"}))


def test_a_table_without_a_needed_column_is_told_and_the_others_are_read(folder, told):
    files = dict(OLD)
    files["Technology Skills.txt"] = "O*NET-SOC Code\tTool\n15-2051.00\tPython\n"
    imported = read_onet(folder(files))
    assert ("Technology Skills.txt", 1, "lacks-column", "Example", False) in told(imported.report)
    assert len(imported.additions.roles) == 2


@pytest.mark.slow
def test_every_row_of_the_real_release_is_accounted_for(real_data, told):
    source = real_data / "onet-29.3"
    if not source.is_dir():
        pytest.skip("the O*NET release is not here")
    imported = read_onet(source)
    told(imported.report)
    rows = {table.file.rpartition("/")[2]: table.rows for table in imported.report.tables}
    assert rows["Skills.txt"] == 61_530
    assert rows["Technology Skills.txt"] == 32_681
    assert rows["Alternate Titles.txt"] == 56_560
    assert rows["Occupation Data.txt"] == 1_016
    occupations = imported.report.tables[0]
    assert (occupations.carried, len(imported.additions.roles)) == (923, 923)

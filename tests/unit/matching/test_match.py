import re
import subprocess
import sys

import pytest
import yaml

from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.match import Candidate, Match, match_role, match_skill, rank
from skillgap.matching.normalize import normalize

SKILLS = """
- {id: c, label: C}
- {id: cpp, label: C++}
- {id: csharp, label: C#}
- {id: r, label: R}
- {id: go, label: Go, aliases: [golang]}
- {id: dotnet, label: .NET}
- {id: java, label: Java}
- {id: javascript, label: JavaScript, aliases: [JS]}
- {id: react, label: React, aliases: [ReactJS]}
- {id: react-native, label: React Native}
- {id: excel, label: Microsoft Excel, aliases: [Excel]}
- {id: sql, label: SQL}
- {id: python, label: Python, aliases: [python3]}
- {id: java-11, label: Java 11}
- {id: data-visualization, label: Data visualization}
- {id: project-management, label: Project management, aliases: [PM]}
- {id: product-management, label: Product management, aliases: [PM]}
- {id: system-design, label: System design}
- {id: design-systems, label: Design systems}
"""
ROLES = """
- {id: data-analyst, label: Data Analyst, aliases: [reporting analyst]}
- {id: data-scientist, label: Data Scientist}
- {id: data-engineer, label: Data Engineer}
- {id: chef, label: Chef}
- {id: project-manager, label: Project Manager}
- {id: software-developer, label: Software Developer}
- {id: registered-nurse, label: Registered Nurse}
"""


def build(text):
    entries = yaml.safe_load(text)
    return MatchIndex.build(
        Entry(each["id"], each["label"], tuple(each.get("aliases") or ())) for each in entries
    )


SKILL_INDEX = build(SKILLS)
ROLE_INDEX = build(ROLES)


@pytest.mark.parametrize(
    ("text", "skill", "method", "level"),
    [
        ("c", "c", "exact", None),
        ("C++", "cpp", "exact", None),
        ("c#", "csharp", "exact", None),
        ("R", "r", "exact", None),
        ("GO", "go", "exact", None),
        (".net", "dotnet", "exact", None),
        ("dotnet", "dotnet", "exact", None),
        ("java", "java", "exact", None),
        ("Java Script", "javascript", "key", None),
        ("js", "javascript", "alias", None),
        ("react", "react", "exact", None),
        ("react-native", "react-native", "exact", None),
        ("excel:3", "excel", "alias", 3),
        ("sql=advanced", "sql", "exact", 4),
        ("advanced SQL", "sql", "exact", 4),
        ("5 years of SQL", "sql", "exact", 4),
        ("Python (langage de programmation)", "python", "exact", None),
        ("Python 3.12", "python", "version", None),
        ("Java 11", "java-11", "exact", None),
        ("visualizing data", "data-visualization", "words", None),
        ("visualisation of data", "data-visualization", "words", None),
        ("javascritp", "javascript", "fuzzy", None),
    ],
)
def test_words_are_understood(text, skill, method, level):
    found = match_skill(SKILL_INDEX, text)
    assert (found.status, found.id, found.method, found.level) == ("matched", skill, method, level)
    assert 0.9 < found.score <= 1.0


@pytest.mark.parametrize(
    "text",
    [
        "excellent",
        "excellence",
        "C+",
        "D",
        "R2",
        "Java 17",
        "javelin",
        "gopher",
        "sewing",
        "",
        "?!",
    ],
)
def test_what_is_another_thing_is_not_taken(text):
    assert match_skill(SKILL_INDEX, text).status != "matched"


def test_a_skill_that_is_not_there_is_not_its_neighbor():
    index = build("[{id: react, label: React}, {id: java, label: Java}, {id: c, label: C}]")
    for text in ("React Native", "JavaScript", "C++", "C#"):
        assert match_skill(index, text).status != "matched"


def test_an_alias_of_two_skills_is_asked_about():
    assert match_skill(SKILL_INDEX, "PM") == Match(
        query="PM",
        status="ambiguous",
        id=None,
        label=None,
        method="alias",
        score=0.5,
        level=None,
        runners_up=(
            Candidate("product-management", "Product management", "alias", 0.5),
            Candidate("project-management", "Project management", "alias", 0.5),
        ),
    )


def test_the_same_words_of_two_skills_are_asked_about():
    found = match_skill(SKILL_INDEX, "designing a system")
    assert found.status == "ambiguous"
    assert {one.id for one in found.runners_up[:2]} == {"system-design", "design-systems"}


def test_a_choice_made_before_is_kept():
    choices = {"PM": "project-management", "gone": "no-such-skill"}
    found = match_skill(SKILL_INDEX, "pm:4", choices=choices)
    assert (found.status, found.id, found.method, found.level) == (
        "matched",
        "project-management",
        "choice",
        4,
    )
    assert match_skill(SKILL_INDEX, "gone", choices=choices).status == "unmatched"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("data analyst", "data-analyst"),
        ("Reporting Analyst", "data-analyst"),
        ("senior data analyst", "data-analyst"),
        ("data analist", "data-analyst"),
        ("Data-Analyst", "data-analyst"),
        ("sofware developer", "software-developer"),
    ],
)
def test_a_role_is_taken_by_title_alias_or_another_spelling(text, role):
    found = match_role(ROLE_INDEX, text)
    assert (found.status, found.id) == ("matched", role)


def test_a_role_that_is_none_comes_with_the_five_nearest():
    found = match_role(ROLE_INDEX, "astronaut chef")
    assert (found.status, found.id) == ("unmatched", None)
    assert found.runners_up[0].id == "chef"
    assert len(found.runners_up) == 5


@pytest.mark.parametrize("text", ["analyst", "manager", "nurse", "data"])
def test_half_a_title_is_not_taken(text):
    found = match_role(ROLE_INDEX, text)
    assert found.status != "matched"
    assert len(found.runners_up) == 5


@pytest.mark.parametrize("text", ["python=0", "python: 9", "javascript level 7"])
def test_a_skill_at_a_level_that_there_is_not_is_not_taken(text):
    assert match_skill(SKILL_INDEX, text).status != "matched"


@pytest.mark.slow
def test_a_shipped_alias_of_two_skills_is_ambiguous(root):
    skills = yaml.load((root / "data/catalog.yaml").read_text("utf-8"), yaml.CSafeLoader)["skills"]
    entries = [
        Entry(each["id"], each["label"], tuple(each.get("aliases") or ())) for each in skills
    ]
    entries += [Entry("pretended", "A pretended thing", ("k8s", "JS", "PM"))]
    index = MatchIndex.build(entries)
    aliases: dict[str, set[str]] = {}
    labels = {normalize(entry.label) for entry in entries}
    for entry in entries:
        for alias in entry.aliases:
            aliases.setdefault(normalize(alias), set()).add(entry.id)
    shared = {name: ids for name, ids in aliases.items() if len(ids) > 1 and name not in labels}
    assert {"k8s", "js"} <= set(shared)
    for name, ids in shared.items():
        found = match_skill(index, name)
        assert (found.status, {one.id for one in found.runners_up}) == ("ambiguous", ids)


def test_ranking_names_each_entry_once_nearest_first():
    found = rank(SKILL_INDEX, "Java", 4)
    assert found[0] == Candidate("java", "Java", "exact", 1.0)
    assert len({one.id for one in found}) == len(found)
    assert rank(SKILL_INDEX, "PM", 1)[0].id == "product-management"


@pytest.mark.slow
def test_the_shipped_catalog_understands_the_hard_pairs(root):
    page = (root / "docs/explanation/how-matching-works.md").read_text("utf-8")
    pairs = re.findall(r"^\| `([^`]+)` \| (?:`([^`]+)`|(none|asked)) \|", page, re.MULTILINE)
    assert len(pairs) >= 40
    skills = yaml.load((root / "data/catalog.yaml").read_text("utf-8"), yaml.CSafeLoader)["skills"]
    index = MatchIndex.build(
        Entry(each["id"], each["label"], tuple(each.get("aliases") or ())) for each in skills
    )
    told = {text: skill or other for text, skill, other in pairs}
    found = {}
    for text in told:
        match = match_skill(index, text)
        found[text] = match.id or {"unmatched": "none", "ambiguous": "asked"}[match.status]
    assert found == told


def test_a_whole_name_is_found_without_loading_rapidfuzz():
    script = (
        "import sys\n"
        "from skillgap.matching.index import Entry, MatchIndex\n"
        "from skillgap.matching.match import match_skill\n"
        "index = MatchIndex.build([Entry('sql', 'SQL', ('structured query language',))])\n"
        "assert match_skill(index, 'advanced SQL').id == 'sql'\n"
        "assert 'rapidfuzz' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

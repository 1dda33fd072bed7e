"""The files that generated commands read: our own worlds and examples, and damaged ones."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
sys.path += [str(TESTS / "examples"), str(TESTS / "scenarios")]

from example_files import write_example  # noqa: E402 - stands on the path just added
from world_files import write_world  # noqa: E402

Tree = dict[Any, Any] | list[Any]

ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1, 6, 99, 2.5, 1e308, 10**30, float("nan"), float("inf")),
    *("", " ", "x", "x" * 400, "no", "on", "7", "1e5", "SQL", "sql-", "-sql", "Sql Basics"),
    *("2026-02-30", "2026-01-01", "01/02/2026", "yesterday", "http:/x", "javascript:alert(1)"),
    *("https://example.org/" + "a" * 30, "=SUM(A1)", "<b>x</b>", "\u202eabc", "a\u200bb", "café"),
    *("tab\there", "two\nlines", "bell\u0007", "ACE", "EUR", "usd", "XXX", "read", "essential"),
    *([], {}, [[]], [None], {"x": 1}, ["sql"], ["sql", "sql"], {"id": "sql"}, {"amount": 5}),
    *({"skill": "sql", "level": 9}, {"skill": "sql"}, {"any_of": ["sql"]}, [{"skill": "sql"}]),
)

ODD_KEYS = ("titel", "award", "note", "x", "1", "ID", "skill", "price", "any_of", "level", "a b")

ODD_TEXTS = (
    *("\t", ":", ": ", "{", "}", "[", "]", '"', "'", "#", " #", "&a ", "*a ", "!x ", "!!python/x "),
    *("|", ">", "%", "@", "`", ",", "- ", "? ", "<<: ", "\x00", "\x1b[31m", "\u200b", "\u202e"),
    *("\ufeff", "\r", "\n", "\n---\n", "\n...\n", "é", "no", "1_000", "0x1F", "1:30", ".inf"),
)

SUPPRESSIONS = ("SG306", "SG425, SG426", "unknown-skill", "SG999", "")

ONET = {
    "Read Me.txt": "O*NET 29.3 Database\nMay 2025 Release\n",
    "Occupation Data.txt": (
        "O*NET-SOC Code\tTitle\tDescription\n"
        "15-2051.00\tData Scientists\tx\n43-3031.00\tBookkeeping Clerks\tx\n"
    ),
    "Skills.txt": (
        "O*NET-SOC Code\tTitle\tElement ID\tElement Name\tScale ID\tData Value"
        "\tRecommend Suppress\tNot Relevant\n"
        "15-2051.00\tx\t2.B.3.e\tProgramming\tIM\t3.5\tN\t\n"
        "15-2051.00\tx\t2.B.3.e\tProgramming\tLV\t3.88\tN\tN\n"
        "43-3031.00\tx\t2.A.1.e\tMathematics\tIM\t2.5\tN\t\n"
        "43-3031.00\tx\t2.A.1.e\tMathematics\tLV\twide\tN\tN\n"
    ),
    "Technology Skills.txt": (
        "O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology"
        "\tIn Demand\n15-2051.00\tx\tPython\t43232405\tx\tY\tY\n"
    ),
    "Alternate Titles.txt": (
        "O*NET-SOC Code\tTitle\tAlternate Title\tShort Title\tSource(s)\n"
        "15-2051.00\tx\tData Science Engineer\tDSE\t08\n"
    ),
    "Job Zones.txt": (
        "O*NET-SOC Code\tTitle\tJob Zone\tDate\tDomain Source\n15-2051.00\tx\t5\t08/2023\tAnalyst\n"
    ),
}

BADGE: dict[str, Any] = {
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {"id": "https://other.example/", "type": ["Profile"], "name": "Other"},
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "achievement": {
            "id": "https://college.example/achievements/sql",
            "type": ["Achievement"],
            "name": "SQL Basics",
            "achievementType": "MicroCredential",
            "creator": {"id": "https://college.example/", "name": "Example College"},
            "criteria": {"id": "https://college.example/sql"},
            "creditsAvailable": 3,
            "inLanguage": "en",
            "alignment": [
                {"type": ["Alignment"], "targetName": "SQL", "targetFramework": "Skills of Example"}
            ],
        },
    },
}

REGISTRY = "https://credentialengineregistry.org/resources/ce-00000000-0000-4000-8000-00000000000"

CTDL: list[dict[str, Any]] = [
    {
        "@type": "ceterms:CredentialOrganization",
        "@id": f"{REGISTRY}1",
        "ceterms:name": {"en-US": "Example College"},
    },
    {
        "@type": "ceterms:Certification",
        "@id": f"{REGISTRY}2",
        "ceterms:name": {"fr": "Analyste", "en-US": " Data  Analyst "},
        "ceterms:ownedBy": [f"{REGISTRY}1"],
        "ceterms:estimatedDuration": [{"ceterms:exactDuration": "PT30H30M"}],
        "ceterms:estimatedCost": [{"ceterms:price": 300, "ceterms:currency": "US Dollar"}],
        "ceterms:renewalFrequency": "P3Y",
        "ceterms:requires": [
            {"ceterms:targetCompetency": [{"ceterms:targetNodeName": {"en": "Python"}}]}
        ],
    },
]

MSLEARN = {
    "modules": [
        {
            "uid": "learn.storage",
            "title": "Configure storage",
            "duration_in_minutes": 45,
            "levels": ["intermediate"],
            "products": ["azure-blob-storage"],
            "subjects": ["storage"],
            "url": "https://learn.example/storage",
            "last_modified": "2025-05-02T00:00:00+00:00",
        }
    ],
    "learningPaths": [
        {
            "uid": "learn.paths.storage",
            "title": "Manage storage",
            "modules": ["learn.storage", "learn.nothing"],
            "levels": ["beginner"],
        }
    ],
}

SOURCES = {
    "onet": ("onet", "esco", "nothing-here"),
    "esco": ("esco", "onet", "empty"),
    "ctdl": ("ctdl.json", "badge.json", "broken.json", "empty"),
    "mslearn": ("mslearn.json", "empty", "broken.json"),
    "openbadge": ("badge.json", "list.json", "broken.json", "sheet.csv"),
    "csv": ("sheet.csv", "broken.csv", "latin.csv", "badge.json"),
}
"""Each format's sources: the first is a good one."""


@dataclass(frozen=True)
class World:
    """A catalog with its roles, and the words that can be said about it.

    `data` are the options that name it, none for the shipped one.
    """

    folder: str
    data: tuple[str, ...]
    skills: tuple[str, ...]
    roles: tuple[str, ...]
    credentials: tuple[str, ...]
    issuers: tuple[str, ...]
    stacks: tuple[str, ...]
    asked: tuple[str, ...] = ()


def write_files(folder: Path, damaged: int, chance: Random) -> None:
    """Write all files below `folder`, `damaged` folders of damaged ones among them."""
    shutil.copytree(TESTS / "golden" / "world", folder / "golden")
    shutil.copytree(TESTS / "examples" / "valid", folder / "valid")
    shutil.copytree(ROOT / "data" / "roles", folder / "shipped" / "data" / "roles")
    shutil.copy(ROOT / "data" / "catalog.yaml", folder / "shipped" / "data")
    for case in sorted((TESTS / "examples" / "invalid").iterdir()):
        write_example(case, folder / "invalid" / case.name)
    for file in sorted((TESTS / "scenarios").glob("*.yaml")):
        (folder / "scenarios" / file.stem).mkdir(parents=True)
        write_world(read_yaml(file), folder / "scenarios" / file.stem)
    write_sources(folder / "sources")
    for number in range(damaged):
        write_damaged(folder / "damaged" / str(number), chance)


def write_sources(folder: Path) -> None:
    """Write a small source of every format that can be imported, and broken ones."""
    for name, text in ONET.items():
        (folder / "onet").mkdir(parents=True, exist_ok=True)
        (folder / "onet" / name).write_text(text, encoding="utf-8")
    shutil.copytree(TESTS / "golden" / "world" / "esco-1.2.0", folder / "esco")
    shutil.copy(TESTS / "golden" / "world" / "sheet.csv", folder)
    (folder / "empty").mkdir()
    for name, value in (
        ("badge.json", BADGE),
        ("list.json", [BADGE, {"type": "Other"}, 7]),
        ("ctdl.json", CTDL),
        ("mslearn.json", MSLEARN),
    ):
        (folder / name).write_text(json.dumps(value, indent=1), encoding="utf-8")
    (folder / "broken.json").write_text('{"type": ["Achievement"', encoding="utf-8")
    (folder / "broken.csv").write_text('title,awards\n"SQL,sql:2\n,,,\n', encoding="utf-8")
    (folder / "latin.csv").write_bytes("title,awards\nCafé,sql:2\n".encode("latin-1"))


def write_damaged(folder: Path, chance: Random) -> None:
    """Write a catalog, a role and a profile, of which one is damaged in one place or a few."""
    world = TESTS / "golden" / "world"
    full = TESTS / "examples" / "valid" / "everything"
    catalog, role, profile = chance.choice(
        (
            (world / "catalog.yaml", world / "roles/data-analyst.yaml", world / "skillgap-me.yaml"),
            (
                full / "catalog.yaml",
                min((full / "roles").glob("*.yaml")),
                full / "skillgap.yaml",
            ),
        )
    )
    (folder / "roles").mkdir(parents=True)
    files = {"catalog.yaml": catalog, f"roles/{role.name}": role, "skillgap.yaml": profile}
    victim = chance.choices(tuple(files), weights=(6, 3, 2))[0]
    for name, file in files.items():
        text = file.read_text(encoding="utf-8")
        if name == victim:
            text = damage(text, chance)
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))


def damage(text: str, chance: Random) -> str:
    """Return a text that is damaged as records or as letters."""
    if chance.random() < 0.65:
        tree = yaml.load(text, Loader=yaml.CSafeLoader)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            damage_tree(tree, chance)
        text = yaml.dump(
            tree,
            Dumper=yaml.CSafeDumper,
            sort_keys=False,
            allow_unicode=True,
            default_flow_style=chance.choice((None, False)),
        )
    if chance.random() < 0.45:
        for _ in range(chance.choice((1, 1, 2))):
            text = damage_text(text, chance)
    return text


def places_in(value: Tree, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the place of everything inside a tree."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, each in inner:
        found.append((*place, key))
        if isinstance(each, (dict, list)):
            found += places_in(each, (*place, key))
    return found


def damage_tree(tree: Tree, chance: Random) -> None:
    """Change one place of a tree."""
    places = places_in(tree)
    if not places:
        return
    *above, key = chance.choice(places)
    holder: Any = tree
    for each in above:
        holder = holder[each]
    value = holder[key]
    way = chance.randrange(6)
    if way == 0:
        del holder[key]
    elif way == 1 and isinstance(holder, dict):
        renamed = {misspelled(str(each), chance) if each == key else each: holder[each]
                   for each in holder}  # fmt: skip
        holder.clear()
        holder.update(renamed)
    elif way == 2 and isinstance(holder, dict):
        holder[chance.choice(ODD_KEYS)] = chance.choice(ODD_VALUES)
    elif way == 2 and isinstance(holder, list):
        holder.append(value)
    elif way == 3 and isinstance(value, str):
        holder[key] = misspelled(value, chance)
    elif way == 4:
        holder[key] = [value] if chance.random() < 0.5 else {"value": value}
    else:
        holder[key] = chance.choice(ODD_VALUES)


def damage_text(text: str, chance: Random) -> str:
    """Change a few letters or a line of a text."""
    lines = text.splitlines(keepends=True)
    at, line = chance.randrange(len(text) + 1), chance.randrange(len(lines))
    way = chance.randrange(7)
    if way == 0:
        return text[:at] + text[at + chance.choice((1, 1, 3, 10)) :]
    if way == 1:
        return text[:at]
    if way == 2:
        lines.insert(line, lines[chance.randrange(len(lines))])
    elif way == 3:
        lines[line] = chance.choice((" ", "  ", "\t")) + lines[line]
    elif way == 4:
        lines[line] = (
            lines[line].rstrip("\n") + f"  # skillgap: ignore {chance.choice(SUPPRESSIONS)}\n"
        )
    elif way == 5:
        lines[line] = lines[line].replace("\n", "\r\n")
    else:
        return text[:at] + chance.choice(ODD_TEXTS) + text[at:]
    return "".join(lines)


def misspelled(word: str, chance: Random) -> str:
    """Return a word with a letter too many, too few or another one."""
    at = chance.randrange(len(word) + 1)
    letter = chance.choice("aeqstxz-A ")
    return chance.choice(
        (
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
        )
    )


def read_yaml(file: Path) -> dict[str, Any]:
    """Return what a file of our own says."""
    return dict(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def read_world(folder: Path, place: str, data: tuple[str, ...], asked: tuple[str, ...]) -> World:
    """Return the words of the world whose files stand in `folder`."""
    catalog = read_yaml(folder / "catalog.yaml")
    files = [folder / "role.yaml"] if (folder / "role.yaml").exists() else []
    roles = [read_yaml(each) for each in files or sorted((folder / "roles").glob("*.yaml"))]

    def words(records: list[dict[str, Any]], name: str) -> tuple[str, ...]:
        return tuple(
            str(word)
            for each in records
            for word in (each["id"], each.get(name) or each["id"], *each.get("aliases", ())[:2])
        )

    return World(
        place,
        data,
        words(catalog.get("skills", []), "label"),
        words(roles, "title"),
        words(catalog.get("credentials", []), "title"),
        words(catalog.get("issuers", []), "name"),
        words(catalog.get("stacks", []), "title"),
        asked,
    )


def worlds(folder: Path) -> list[World]:
    """Return the shipped world first, then the small ones."""
    found = [
        read_world(folder / "shipped" / "data", "shipped", (), ()),
        read_world(
            folder / "golden", "golden", ("--catalog", "catalog.yaml", "--roles", "roles"), ()
        ),
        read_world(
            folder / "valid" / "everything",
            "valid/everything",
            ("--catalog", "catalog.yaml", "--roles", "roles"),
            (),
        ),
    ]
    for each in sorted((folder / "scenarios").iterdir()):
        world = read_yaml(TESTS / "scenarios" / f"{each.name}.yaml")
        found.append(
            read_world(
                each,
                f"scenarios/{each.name}",
                ("--catalog", "catalog.yaml", "--roles", "role.yaml"),
                asked_by(world),
            )
        )
    return found


ASKED = {
    "include_optional": "--optional",
    "include_transversal": "--transversal",
    "holidays": "--holiday",
    "issuers": "--issuer",
    "languages": "--language",
}
"""The options that are not called as a scenario calls what it asks."""


def asked_by(world: dict[str, Any]) -> tuple[str, ...]:
    """Return the options that ask what a scenario asks."""
    words = ["--role", "role", "--start", "2026-01-05"]
    learner = world.get("learner", {})
    if learner.get("skills"):
        words += ["--have", ", ".join(learner["skills"])]
    for held in learner.get("credentials", ()):
        words += ["--have-credential", held["credential"]]
    for key, value in world.get("request", {}).items():
        option = ASKED.get(key) or "--" + key.replace("_", "-")
        if value is True:
            words.append(option)
        else:
            for each in value if isinstance(value, list) else [value]:
                words += [option, str(each)]
    return tuple(words)

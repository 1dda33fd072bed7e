"""Microsoft Learn, as a tree of YAML files and as the catalog in JSON."""

from __future__ import annotations

import datetime as dt
import json
from types import MappingProxyType

import pytest

from skillgap.domain.credential import (
    AchievementType,
    Delivery,
    DeliveryMode,
    MicroCredential,
    Pace,
    Verification,
)
from skillgap.domain.issuer import Issuer, IssuerKind
from skillgap.domain.money import Price
from skillgap.domain.skill import Alignment, Skill, SkillKind, SkillLevel
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.domain.stack import Stack
from skillgap.importing.formats.mslearn import FREE_SOURCE, read_mslearn

TREE = {
    "storage/index.yml": """\
### YamlMime:Module
uid: learn.storage
metadata:
  title: no
  ms.date: 10/12/2022
title: Configure storage
summary: |
  Some words: and more.
levels:
- intermediate
products:
- azure-blob-storage
subjects:
- storage
units:
- learn.storage.introduction
- learn.storage.check
badge:
  uid: learn.storage.badge
""",
    "storage/1-introduction.yml": """\
### YamlMime:ModuleUnit
uid: learn.storage.introduction
title: Introduction
durationInMinutes: 3
""",
    "storage/2-check.yml": """\
### YamlMime:ModuleUnit
uid: learn.storage.check
title: Knowledge check
durationInMinutes: 42
""",
    "paths/storage/index.yml": """\
### YamlMime:LearningPath
uid: learn.paths.storage
title: Manage storage
levels:
- beginner
- intermediate
products:
- azure
modules:
- learn.storage
trophy:
  uid: learn.paths.storage.trophy
""",
}

CATALOG = {
    "modules": [
        {
            "uid": "learn.storage",
            "title": "Configure storage",
            "duration_in_minutes": 45,
            "levels": ["intermediate"],
            "products": ["azure-blob-storage"],
            "subjects": ["storage"],
            "units": ["learn.storage.introduction"],
            "url": "https://learn.microsoft.com/en-us/training/modules/storage/?WT.mc_id=api",
            "locale": "en-us",
            "last_modified": "2024-03-01T00:00:00+00:00",
        }
    ],
    "learningPaths": [
        {
            "uid": "learn.paths.storage",
            "title": "Manage storage",
            "duration_in_minutes": 45,
            "products": ["azure"],
            "modules": ["learn.storage"],
        }
    ],
    "products": [
        {"id": "azure", "name": "Azure", "children": [
            {"id": "azure-blob-storage", "name": "Azure Blob Storage"}]}
    ],
    "roles": [],
}  # fmt: skip


def badge(**changes):
    facts = {
        "id": "configure-storage",
        "title": "Configure storage",
        "issuer": "microsoft",
        "awards": (SkillLevel("azure-blob-storage", 2), SkillLevel("storage", 2)),
        "workload_hours": 0.75,
        "price": Price(0, currency="USD"),
        "achievement_type": AchievementType.BADGE,
        "delivery": Delivery(DeliveryMode.ONLINE, Pace.SELF),
        "verification": Verification.NONE,
        "source": Source(
            Basis.READ,
            dt.date(2022, 10, 12),
            confidence=Confidence.HIGH,
            note="Microsoft Learn, learn.storage",
        ),
        "field_sources": MappingProxyType({"price": FREE_SOURCE}),
    }
    return MicroCredential(**(facts | changes))


def test_a_module_is_a_badge_with_the_minutes_of_its_units(folder):
    catalog = read_mslearn(folder(TREE)).additions
    assert catalog.credentials["configure-storage"] == badge()
    assert catalog.skills["azure-blob-storage"] == Skill(
        "azure-blob-storage",
        "Azure Blob Storage",
        SkillKind.TOOL,
        alignments=(
            Alignment("Microsoft Learn", "azure-blob-storage", None, "Azure Blob Storage"),
        ),
    )
    assert catalog.skills["storage"].kind is SkillKind.KNOWLEDGE
    assert dict(catalog.issuers) == {
        "microsoft": Issuer(
            "microsoft", "Microsoft", IssuerKind.VENDOR, "https://www.microsoft.com/"
        )
    }


def test_a_path_is_a_trophy_and_a_stack_that_earns_it(folder, valid):
    catalog = read_mslearn(folder(TREE)).additions
    valid(catalog)
    trophy = catalog.credentials["manage-storage"]
    assert (trophy.workload_hours, trophy.awards) == (0.75, (SkillLevel("azure", 1),))
    assert dict(catalog.stacks) == {
        "manage-storage": Stack.of(
            "manage-storage", "Manage storage", "microsoft", all_of=("configure-storage",),
            earns=("manage-storage",), source=trophy.source,
        )
    }  # fmt: skip


def test_the_catalog_as_json_gives_the_same_badges(folder, told):
    imported = read_mslearn(folder({"catalog.json": json.dumps(CATALOG)}) / "catalog.json")
    url = "https://learn.microsoft.com/en-us/training/modules/storage/?WT.mc_id=api"
    note = "Microsoft Learn, learn.storage"
    assert imported.additions.credentials["configure-storage"] == badge(
        url=url,
        delivery=Delivery(DeliveryMode.ONLINE, Pace.SELF, ("en-us",)),
        source=Source(Basis.READ, dt.date(2024, 3, 1), url, Confidence.HIGH, note),
    )
    assert imported.additions.credentials["manage-storage"].workload_hours == 0.75
    assert list(imported.additions.stacks) == ["manage-storage"]
    assert told(imported.report) == []
    assert imported.report.tables[0].fields_left_out == ("roles",)


def test_minutes_that_are_missing_leave_the_workload_unknown(folder, told):
    files = {name: text for name, text in TREE.items() if not name.endswith("2-check.yml")}
    imported = read_mslearn(folder(files))
    assert imported.additions.credentials["configure-storage"].workload_hours is None
    assert told(imported.report) == [
        ("index.yml", 3, "minutes-missing", "Manage storage: learn.storage", False),
        ("index.yml", 6, "minutes-missing", "Configure storage: learn.storage.check", False),
    ]


@pytest.mark.parametrize("hidden", ["true", "false"])
def test_what_is_hidden_is_left_out(folder, told, hidden):
    text = TREE["storage/index.yml"].replace("title: Conf", f"hidden: {hidden}\ntitle: Conf")
    imported = read_mslearn(folder({**TREE, "storage/index.yml": text}))
    found = [each for each in told(imported.report) if each[2] == "hidden"]
    is_hidden = hidden == "true"
    assert [each[3:] for each in found] == [("Configure storage", True)] * is_hidden
    assert ("configure-storage" in imported.additions.credentials) is not is_hidden


def test_a_path_with_a_module_elsewhere_is_no_stack(folder, told):
    files = dict(TREE)
    files["paths/storage/index.yml"] += "\n"
    files["paths/storage/index.yml"] = files["paths/storage/index.yml"].replace(
        "- learn.storage\n", "- learn.storage\n- learn.other\n"
    )
    imported = read_mslearn(folder(files))
    assert dict(imported.additions.stacks) == {}
    assert ("index.yml", 3, "incomplete-stack", "Manage storage: learn.other", False) in told(
        imported.report
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title: x\n", "wrong-type"),
        ("### YamlMime:Achievements\nachievements: []\n", "not-a-credential"),
        ("### YamlMime:Module\n- a\n", "wrong-type"),
        ("### YamlMime:Module\nuid: x\n", "no-title"),
        ("### YamlMime:Module\na: [\n", "not-readable"),
        ("", "not-readable"),
        ("### YamlMime:Module\nuid: [x]\ntitle: {a: b}\nunits: 7\nlevels: x\n", "no-title"),
    ],
)
def test_a_file_that_is_no_record_is_told(folder, told, text, reason):
    report = read_mslearn(folder({"x.yml": text})).report
    assert [each[2] for each in told(report)] == [reason]


@pytest.mark.parametrize(
    "value",
    [[], {}, 7, {"modules": 7}, {"modules": [7, {"uid": "a"}, {"uid": "a", "title": "A"}]},
     {"modules": [{"uid": "a", "title": "A", "duration_in_minutes": "x", "units": [3],
                   "products": {"a": 1}, "last_modified": 3, "url": 3, "locale": []}]},
     {"products": [{"id": [], "name": {}, "children": [[]]}, 3]}],
)  # fmt: skip
def test_no_value_in_any_place_is_an_exception(folder, told, value):
    report = read_mslearn(folder({"c.json": json.dumps(value)}) / "c.json").report
    assert told(report)


def test_the_real_samples_are_accounted_for(real_data, told):
    source = real_data / "mslearn" / "learn-pr"
    if not source.is_dir():
        pytest.skip("the Microsoft Learn samples are not here")
    imported = read_mslearn(source)
    told(imported.report)
    assert (imported.report.rows, len(imported.additions.credentials)) == (6, 5)

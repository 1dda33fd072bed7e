"""Every tiny world in this folder gives the path, or the facts, that it says.

A world is a YAML file: `name`, a `description` of one sentence, `catalog`, `role`, `learner` and
`request`, in the shapes of the files people write, and what to `expect`. What is left out of a
credential, and the skills and issuers it speaks of, is filled in.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import fields, replace
from world_files import write_world

from skillgap.api import load_catalog, plan_path
from skillgap.domain.catalog import Catalog
from skillgap.domain.learner import HeldCredential, HeldSkill, Holiday, Learner
from skillgap.planning.facts import Fact, RoleNeeds
from skillgap.planning.request import Limits, PlanRequest, Preference
from skillgap.planning.result import Infeasible, LearningPath

WORLDS = sorted(Path(__file__).parent.glob("*.yaml"))
START = dt.date(2026, 1, 5)
LIMIT_FIELDS = {each.name for each in fields(Limits)}
LIST_LIMITS = {"issuers", "languages", "exclude", "include", "toward"}


def test_there_are_worlds_and_each_says_what_it_is_for():
    assert len(WORLDS) >= 30
    for file in WORLDS:
        world = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert world["name"] == file.stem
        assert world["description"].endswith(".")
        assert world["expect"]


@pytest.mark.parametrize("file", WORLDS, ids=lambda file: file.stem)
def test_the_world_gives_what_it_says(file: Path, tmp_path: Path):
    world = yaml.safe_load(file.read_text(encoding="utf-8"))
    catalog = build_catalog(world, tmp_path)
    request = build_request(world)
    answer = plan_path(catalog, request)
    expected = world["expect"]
    assert {key: tell(answer, key) for key in expected} == expected
    told_again = plan_path(turn_around(catalog), request)
    assert told_again == answer


def build_catalog(world: dict[str, Any], folder: Path) -> Catalog:
    """Write the world's files and load them as the tool does."""
    write_world(world, folder)
    return load_catalog([folder / "catalog.yaml"], [folder / "role.yaml"]).catalog


def build_request(world: dict[str, Any]) -> PlanRequest:
    """Read what the world asks."""
    learner = world.get("learner", {})
    asked = dict(world.get("request", {}))
    limits = {key: asked.pop(key) for key in tuple(asked) if key in LIMIT_FIELDS}
    spans = [each.split("..") for each in asked.pop("holidays", [])]
    lists = {key: tuple(value) for key, value in limits.items() if key in LIST_LIMITS}
    levels = [each.split(":") for each in learner.get("skills", [])]
    return PlanRequest(
        role="role",
        learner=Learner(
            tuple(HeldSkill(skill, int(level)) for skill, level in levels),
            tuple(HeldCredential(**each) for each in learner.get("credentials", [])),
        ),
        start=START,
        limits=Limits(**{**limits, **lists}),
        holidays=tuple(Holiday(*(dt.date.fromisoformat(day) for day in span)) for span in spans),
        prefer=Preference(asked.pop("prefer", "balanced")),
        **asked,
    )


def turn_around(catalog: Catalog) -> Catalog:
    """The same catalog in the opposite order."""
    return replace(
        catalog,
        credentials=dict(reversed(catalog.credentials.items())),
        stacks=dict(reversed(catalog.stacks.items())),
    )


def tell(answer: LearningPath | Infeasible, key: str) -> object:
    """Give one part of an answer in the words a world uses for it."""
    if isinstance(answer, Infeasible):
        parts: dict[str, object] = {
            "status": answer.status,
            "limits": [str(each) for each in answer.limits],
            "facts": [tell_fact(each) for each in answer.because],
        }
    else:
        parts = {
            "status": answer.status,
            "objective": answer.objective,
            "steps": [step.credential for step in answer.steps],
            "closes": {
                step.credential: [f"{c.skill} {c.from_level}-{c.to_level}" for c in step.closes]
                for step in answer.steps
            },
            "unlocks": {s.credential: list(s.unlocks) for s in answer.steps if s.unlocks},
            "reasons": {step.credential: str(step.reason.kind) for step in answer.steps},
            "dates": {s.credential: f"{s.starts} {s.ends}" for s in answer.steps},
            "money": answer.totals.money,
            "weeks": round(answer.totals.weeks, 3),
            "credits": {
                "ECTS": answer.totals.credits.ects,
                **{each.system: each.amount for each in answer.totals.credits.other},
            },
            "discounts": {each.stack: each.money for each in answer.discounts},
            "advice": {
                each.stack: f"{' '.join(each.missing)}, {each.money}, {each.hours} h"
                for each in answer.advice
            },
            "chain": answer.longest_chain
            and f"{' '.join(answer.longest_chain.credentials)}, {answer.longest_chain.weeks} weeks",
            "notes": {
                step.credential: [f"{note.kind} {note.on} {note.money}" for note in step.notes]
                for step in answer.steps
                if step.notes
            },
            "readiness": [round(answer.readiness_before, 3), round(answer.readiness_after, 3)],
            "traits": {
                "|".join(old.requirement.skills): f"{old.held}-{new.held}"
                for old, new in zip(answer.traits_before, answer.traits_after, strict=True)
            },
            "stacks": {each.stack: [each.held, each.done, each.needed] for each in answer.stacks},
            "uncovered": {
                "|".join(each.requirement.skills): each.reached for each in answer.uncovered
            },
            "facts": [
                tell_fact(fact)
                for each in answer.uncovered
                for fact in each.because
                if not isinstance(fact, RoleNeeds)
            ],
        }
    parts["relaxations"] = [
        str(each.limit) if each.value is None else f"{each.limit} {each.value}"
        for each in answer.relaxations
    ]
    return parts[key]


def tell_fact(fact: Fact) -> str:
    """Give a fact as its kind and everything in it."""
    values: list[str] = []
    for each in fields(fact):
        value = getattr(fact, each.name)
        if isinstance(value, tuple):
            values += [str(part) for part in value]
        elif isinstance(value, StrEnum):
            values.append(value.value)
        elif value is not None:
            values.append(str(value))
    return " ".join((type(fact).__name__, *values))

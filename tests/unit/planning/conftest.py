"""Small catalogs for the planner's own tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Prerequisites
from skillgap.domain.learner import HeldSkill, Learner
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import SkillLevel, SkillOptions
from skillgap.domain.stack import Stack
from skillgap.planning.request import Limits, PlanRequest

START = dt.date(2026, 1, 5)


def read_levels(text: str) -> tuple[SkillLevel, ...]:
    """Read `sql:2 python:1`."""
    pairs = (each.split(":") for each in text.split())
    return tuple(SkillLevel(skill, int(level)) for skill, level in pairs)


def make_credential(id_: str, awards: str, **fields: object) -> MicroCredential:
    """Make a credential from `sql:2`; `after` asks for skills, `holding` for credentials."""
    after = read_levels(str(fields.pop("after", "")))
    holding = str(fields.pop("holding", "")).split()
    facts: dict[str, object] = {
        "title": id_,
        "issuer": "school",
        "workload_hours": fields.pop("hours", 10.0),
        "price": Price(fields.pop("price", 0.0)),
        "prerequisites": Prerequisites.of(
            tuple(SkillOptions.of((each.skill,), each.level) for each in after),
            tuple((each,) for each in holding),
        ),
        **fields,
    }
    return MicroCredential(id=id_, awards=read_levels(awards), **facts)


def make_catalog(
    credentials: Sequence[MicroCredential], asks: str, stacks: Sequence[Stack] = ()
) -> Catalog:
    """Make a catalog with one role that asks for `sql:2 tableau|looker:1`, all essential."""
    requirements = tuple(
        SkillRequirement.of(tuple(each.skill.split("|")), each.level, 0.5, Necessity.ESSENTIAL)
        for each in read_levels(asks)
    )
    return Catalog(
        credentials={each.id: each for each in credentials},
        stacks={each.id: each for each in stacks},
        roles={"role": RoleProfile(id="role", title="Role", requirements=requirements)},
    )


def make_request(holds: str = "", **fields: object) -> PlanRequest:
    """Ask for a plan; limits by their own names."""
    names = Limits.__struct_fields__
    limits = Limits(**{key: fields.pop(key) for key in tuple(fields) if key in names})
    held = tuple(HeldSkill(each.skill, each.level) for each in read_levels(holds))
    return PlanRequest(role="role", learner=Learner(held), start=START, limits=limits, **fields)


@pytest.fixture
def credential() -> Callable[..., MicroCredential]:
    return make_credential


@pytest.fixture
def catalog() -> Callable[..., Catalog]:
    return make_catalog


@pytest.fixture
def request_for() -> Callable[..., PlanRequest]:
    return make_request

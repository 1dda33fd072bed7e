"""Made-up catalogs for the planning benchmark, the same for the same numbers."""

from __future__ import annotations

import datetime as dt
from random import Random
from types import MappingProxyType

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    AssessmentKind,
    MicroCredential,
    Prerequisites,
    Verification,
)
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.issuer import Issuer, IssuerKind
from skillgap.domain.learner import Learner
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import SkillLevel, SkillOptions
from skillgap.domain.stack import Electives, Stack
from skillgap.planning.request import Limits, PlanRequest

ROLE = RoleId("role")
START = dt.date(2026, 1, 5)
ISSUERS = 40
CREDENTIALS_A_STACK = 50


def make_catalog(credentials: int, skills: int, seed: int) -> Catalog:
    """Make a catalog whose credentials all award something that the role asks.

    Three in ten ask for a skill at a lower level, one in twenty for another credential; there is a
    stack for every fifty credentials.
    """
    dice = Random(f"{credentials}-{skills}-{seed}")
    names = [SkillId(f"s{number:02}") for number in range(skills)]
    ids = [CredentialId(f"c{number:05}") for number in range(credentials)]
    made = {id_: make_credential(dice, id_, names, ids) for id_ in ids}
    stacks = [make_stack(dice, number, ids) for number in range(credentials // CREDENTIALS_A_STACK)]
    kinds = (None, *IssuerKind)
    issuers = [
        Issuer(IssuerId(f"i{number:02}"), f"Issuer {number}", dice.choice(kinds))
        for number in range(ISSUERS)
    ]
    asked = tuple(
        SkillRequirement.of((name,), dice.choice((2, 2, 3)), dice.random(), Necessity.ESSENTIAL)
        for name in names
    )
    return Catalog(
        credentials=MappingProxyType(made),
        issuers=MappingProxyType({each.id: each for each in issuers}),
        stacks=MappingProxyType({each.id: each for each in stacks}),
        roles=MappingProxyType({ROLE: RoleProfile(id=ROLE, title="Role", requirements=asked)}),
    )


def make_credential(
    dice: Random, id_: CredentialId, names: list[SkillId], ids: list[CredentialId]
) -> MicroCredential:
    """Make one credential; what awards more takes longer and costs more, within narrow bounds.

    Why narrow: where one is a bargain the proof is easy.
    """
    awarded = dice.sample(names, min(len(names), dice.choice((1, 1, 2, 2, 3, 4))))
    awards = tuple(SkillLevel(name, dice.choice((1, 2, 2, 3))) for name in awarded)
    worth = sum(each.level for each in awards)
    hours = float(round(10 + worth * dice.uniform(6, 12)))
    price = float(round(20 + worth * dice.uniform(15, 35)))
    asked: list[SkillOptions] = []
    if dice.random() < 0.3:
        asked.append(SkillOptions.of((dice.choice(names),), dice.choice((1, 1, 2))))
    needed = ((dice.choice(ids),),) if dice.random() < 0.05 else ()
    return MicroCredential(
        id=id_,
        title=str(id_),
        issuer=IssuerId(f"i{dice.randrange(ISSUERS):02}"),
        awards=awards,
        workload_hours=hours,
        price=Price(price),
        achievement_type=dice.choice((None, *AchievementType)),
        prerequisites=Prerequisites.of(tuple(asked), needed),
        assessment=Assessment(dice.choice((None, *AssessmentKind)), dice.random() < 0.2),
        verification=dice.choice((None, *Verification)),
    )


def make_stack(dice: Random, number: int, ids: list[CredentialId]) -> Stack:
    """Make one stack: three members, or two and one of three electives."""
    if dice.random() < 0.5:
        return Stack(StackId(f"k{number:04}"), all_of=tuple(dice.sample(ids, 3)))
    first, second, *rest = dice.sample(ids, 5)
    return Stack(StackId(f"k{number:04}"), all_of=(first, second), choose=Electives(1, tuple(rest)))


def make_request(budget: float | None, time_limit: float) -> PlanRequest:
    """Ask for a plan of somebody who holds nothing."""
    return PlanRequest(
        role=ROLE,
        learner=Learner(),
        start=START,
        limits=Limits(budget=budget),
        time_limit=time_limit,
    )

"""Small worlds for the planner, awkward on purpose: circles, groups, stacks, every limit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from hypothesis import strategies as st
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    AssessmentKind,
    Delivery,
    MicroCredential,
    Prerequisites,
    Recognition,
    Renewal,
    Verification,
)
from skillgap.domain.issuer import Accreditation, Issuer, IssuerKind
from skillgap.domain.learner import HeldCredential, HeldSkill, Holiday, Learner
from skillgap.domain.money import Price, PricePer
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import Skill, SkillKind, SkillLevel, SkillOptions
from skillgap.domain.stack import Discount, Electives, Stack
from skillgap.planning.request import Limits, PlanRequest, Preference

START = dt.date(2026, 3, 2)
SKILLS = ("sql", "python", "statistics", "excel", "tableau")
KINDS = tuple(each.value for each in IssuerKind)
ISSUERS = (
    Issuer("north", "North", IssuerKind.UNIVERSITY),
    Issuer("south", "South"),
    Issuer("east", "East", IssuerKind.PROVIDER, accreditations=(Accreditation("Board"),)),
    *(Issuer(kind, kind, IssuerKind(kind)) for kind in KINDS),
)
STACKS = ("k0", "k1", "k2")
HOURS = (0.0, 1.0, 2.5, 10.0, 20.0, 20.0, 60.0)
OFFER_ENDS = (dt.date(2026, 1, 1), *(START + dt.timedelta(days=each) for each in (0, 3, 10, 30)))
AMOUNTS = (0.0, 0.0, 10.0, 20.0, 35.0, 50.5, 80.0)


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A catalog and a question to it."""

    catalog: Catalog
    request: PlanRequest


def names(count: int) -> tuple[str, ...]:
    """Ids of credentials that no order of making gives away."""
    return tuple(f"c{number}" for number in range(count))


def pick_level(dice: Random) -> int:
    """A level, the low ones more often."""
    return dice.choice((1, 1, 2, 2, 3))


def pick_options(dice: Random) -> SkillOptions:
    """One skill at a level, or one of two."""
    skills = dice.sample(SKILLS, dice.choice((1, 1, 2)))
    return SkillOptions.of(tuple(skills), pick_level(dice))


def pick_some(dice: Random, ids: Sequence[str], most: int) -> tuple[str, ...]:
    """A few of some ids, each once, in any order."""
    return tuple(dice.sample(ids, dice.randint(1, min(most, len(ids)))))


def is_rare(dice: Random, one_in: int) -> bool:
    """Whether something that happens once in so many times does."""
    return dice.randrange(one_in) == 0


def make_renewal(dice: Random) -> Renewal:
    """A renewal, whose price and hours may not be known."""
    price = Price(dice.choice((None, 10.0, 10.0, 40.0)))
    return Renewal(dice.choice((6, 12, 24)), dice.choice((None, price, price)), 2.5)


def make_credential(dice: Random, id_: str, ids: Sequence[str]) -> MicroCredential:
    """A credential that may ask for any other, itself included."""
    asked_skills = dice.choice((0, 0, 0, 0, 1, 2))
    return MicroCredential(
        id=id_,
        title=id_,
        issuer=dice.choice(("north", "north", "north", "south", "east", *KINDS)),
        awards=tuple(
            SkillLevel(skill, dice.randint(1, 3))
            for skill in dice.sample(SKILLS, dice.choice((1, 1, 1, 2, 3)))
        ),
        workload_hours=None if is_rare(dice, 20) else dice.choice(HOURS),
        price=Price(
            None if is_rare(dice, 20) else dice.choice(AMOUNTS),
            PricePer.MONTH if is_rare(dice, 4) else PricePer.ONCE,
        ),
        achievement_type=dice.choice((None, *AchievementType)),
        prerequisites=Prerequisites.of(
            tuple(pick_options(dice) for _ in range(asked_skills)),
            (pick_some(dice, (*ids, *STACKS), 2),) if is_rare(dice, 5) else (),
        ),
        corequisites=pick_some(dice, ids, 2) if is_rare(dice, 8) else (),
        recommends=pick_some(dice, ids, 2) if is_rare(dice, 3) else (),
        min_weeks=dice.choice((None, None, 1.0, 3.5)),
        delivery=Delivery(languages=dice.choice(((), ("en",), ("de", "en"), ("de",)))),
        assessment=Assessment(
            dice.choice((None, *AssessmentKind)), is_rare(dice, 3), dice.choice((None, True, False))
        ),
        verification=dice.choice((None, *Verification)),
        recognition=tuple(
            Recognition(dice.choice(("ACE", "NOCN")), "credit")
            for _ in range(dice.choice((0, 0, 1, 2)))
        ),
        valid_months=dice.choice((None, None, 12, 20, 36, 48)),
        renewal=make_renewal(dice) if is_rare(dice, 4) else None,
        offered_until=dice.choice(OFFER_ENDS) if is_rare(dice, 6) else None,
    )


def make_discount(dice: Random, ids: Sequence[str]) -> Discount:
    """Something off the whole stack, or off some of what may be in it."""
    on = pick_some(dice, (*ids, *STACKS), 3) if is_rare(dice, 3) else ()
    if is_rare(dice, 2):
        return Discount(percent=dice.choice((10.0, 33.3, 50.0, 100.0)), members=on)
    return Discount(amount=dice.choice((5.0, 20.0, 60.0)), members=on)


def make_stack(dice: Random, id_: str, ids: Sequence[str]) -> Stack:
    """A stack of some of the credentials, which may award a skill or earn one of them."""
    options = pick_some(dice, (*ids, *STACKS, "elsewhere"), 3)
    return Stack.of(
        id=id_,
        all_of=pick_some(dice, (*ids, *STACKS), 2) if dice.random() < 0.7 else (),
        choose=Electives(dice.randint(1, 2), options) if is_rare(dice, 2) else None,
        awards=(SkillLevel(dice.choice(SKILLS), dice.randint(1, 3)),) if is_rare(dice, 2) else (),
        earns=pick_some(dice, (*ids, "diploma"), 1) if is_rare(dice, 3) else (),
        discount=make_discount(dice, ids) if is_rare(dice, 2) else None,
    )


def make_role(dice: Random) -> RoleProfile:
    """A role that mostly asks for a few essential skills."""
    requirements = []
    for _ in range(dice.randint(1, 5)):
        options = pick_options(dice)
        requirements.append(
            SkillRequirement.of(
                options.skills,
                options.level,
                dice.choice((0.0, 0.2, 0.5, 0.5, 1.0)),
                Necessity.OPTIONAL if is_rare(dice, 4) else Necessity.ESSENTIAL,
            )
        )
    return RoleProfile(id="role", title="Role", requirements=tuple(requirements))


def make_skills(dice: Random) -> list[Skill]:
    """Skills of any kind, transversal ones often; of some the catalog says nothing."""
    kinds = (None, *SkillKind, SkillKind.TRANSVERSAL, SkillKind.TRANSVERSAL)
    return [Skill(each, each, dice.choice(kinds)) for each in SKILLS if not is_rare(dice, 8)]


def make_held(dice: Random, id_: str) -> HeldCredential:
    """A credential that is held for good, or up to some day about the start."""
    days = dice.choice((None, None, -30, -1, 0, 400))
    last = None if days is None else START + dt.timedelta(days=days)
    earned = START - dt.timedelta(days=dice.choice((30, 365, 366, 600, 1200)))
    return HeldCredential(id_, earned=earned if is_rare(dice, 2) else None, expires=last)


def make_learner(dice: Random, ids: Sequence[str]) -> Learner:
    """A person who holds little."""
    return Learner(
        (HeldSkill(dice.choice(SKILLS), pick_level(dice)),) if is_rare(dice, 3) else (),
        tuple(make_held(dice, each) for each in pick_some(dice, ids, 2))
        if is_rare(dice, 4)
        else (),
    )


def make_limits(dice: Random, ids: Sequence[str]) -> Limits:
    """Mostly one or two limits, sometimes none, sometimes many."""
    one_in = dice.choice((3, 5, 8, 8, 100))
    return Limits(
        budget=dice.choice((0.0, 30.0, 60.0, 100.0, 150.5)) if is_rare(dice, one_in) else None,
        hours=dice.choice((5.0, 21.0, 40.0, 80.0)) if is_rare(dice, one_in) else None,
        by=START + dt.timedelta(days=dice.randint(-1, 90)) if is_rare(dice, one_in) else None,
        max_credentials=dice.randint(0, 4) if is_rare(dice, one_in) else None,
        issuers=("north",) if is_rare(dice, 3 * one_in) else (),
        languages=("en",) if is_rare(dice, 3 * one_in) else (),
        exclude=pick_some(dice, ids, 2) if is_rare(dice, one_in) else (),
        include=pick_some(dice, ids, 2) if is_rare(dice, 2 * one_in) else (),
        free_only=is_rare(dice, 5 * one_in),
        verifiable_only=is_rare(dice, 5 * one_in),
        min_recognition=dice.choice((0.2, 0.4, 0.6)) if is_rare(dice, 3 * one_in) else None,
        hands_on=is_rare(dice, 5 * one_in),
    )


def make_holidays(dice: Random) -> tuple[Holiday, ...]:
    """A few holidays, which may overlap and begin before the start."""
    firsts = [START + dt.timedelta(days=dice.randint(-5, 60)) for _ in range(dice.randint(1, 3))]
    return tuple(Holiday(each, each + dt.timedelta(days=dice.randint(0, 20))) for each in firsts)


def make_puzzle(seed: int, count: int) -> Puzzle:
    """A catalog of `count` credentials and a question to it, all from one seed.

    Each thing has dice of its own, so that a smaller count keeps what is left as it was.
    """

    def dice(name: str) -> Random:
        return Random(f"{seed}/{name}")

    ids = names(count)
    stacks = STACKS[: dice("stacks").randrange(4)]
    limits = make_limits(dice("limits"), ids)
    if stacks and is_rare(dice("toward"), 8):
        limits = replace(limits, toward=(dice("toward").choice(stacks),))
    request = PlanRequest(
        role="role",
        learner=make_learner(dice("learner"), ids),
        start=START,
        limits=limits,
        prefer=dice("prefer").choice(tuple(Preference)),
        include_optional=is_rare(dice("optional"), 2),
        hours_per_week=dice("pace").choice((4.0, 10.0)),
        hour_value=dice("value").choice((0.0, 20.0)),
        horizon_months=dice("horizon").choice((0, 0, 0, 12, 30)),
        include_transversal=is_rare(dice("transversal"), 3),
        at_once=dice("at once").choice((1, 1, 1, 2, 3)),
        holidays=make_holidays(dice("holidays")) if is_rare(dice("away"), 4) else (),
    )
    catalog = make_catalog(
        [make_credential(dice(each), each, ids) for each in ids],
        [make_stack(dice(each), each, ids) for each in stacks],
        make_role(dice("role")),
        make_skills(dice("skills")),
    )
    return Puzzle(catalog, request)


seeds = st.integers(0, 2**32)
puzzles = st.builds(make_puzzle, seeds, st.sampled_from((8, 8, 8, 7, 7, 6, 6, 5, 4, 3, 2, 1)))
"""Worlds by seed.

Why not drawn piece by piece: drawing takes ten times as long as planning, and most worlds drawn
that way are hopeless.
"""


def make_catalog(
    every_credential: list[MicroCredential],
    every_stack: list[Stack],
    role: RoleProfile,
    skills: Iterable[Skill],
) -> Catalog:
    """A catalog in the order given: the planner must not care."""
    return Catalog(
        skills=MappingProxyType({each.id: each for each in skills}),
        issuers=MappingProxyType({each.id: each for each in ISSUERS}),
        credentials=MappingProxyType({each.id: each for each in every_credential}),
        stacks=MappingProxyType({each.id: each for each in every_stack}),
        roles=MappingProxyType({role.id: role}),
    )

"""The reference page of the shipped roles: what the path to each takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from skillgap.api import (
    Catalog,
    Infeasible,
    Learner,
    LearningPath,
    PlanRequest,
    RoleProfile,
    load_catalog,
    plan_many,
)
from skillgap.domain.learner import HeldSkill
from skillgap.planning.request import DEFAULT_HOURS_PER_WEEK
from skillgap.rendering.layout.words import Names, cash, hours, tell_levels, weeks
from skillgap.rendering.plan.facts import FactTeller, tell_chain
from skillgap.text import counted

START = dt.date(2027, 1, 4)
"""Fixed, so that the page only changes with the data and the planner."""

INTRODUCTION = """# Roles

The {count} shipped roles in {families} families, and what the best path to each takes for three
people:

- **from nothing**: somebody who holds nothing;
- **half of each**: somebody who holds every essential requirement at half its level, rounded down;
- **every other**: somebody who holds the first, third, fifth ... essential requirement in full.

Of a group of skills they hold the first. The first two often come out alike: most credentials teach
from the beginning, so half a level saves little.

Each path is what `skillgap plan --role ID --start {start}` gives: best by `--prefer balanced`, at
{pace:g} hours a week, without a limit. What its prices and hours rest on is said with each plan.

{verdict}"""

OPEN = """
## What stays open

A level above what anything in the catalog awards keeps its true height, and the plan shows it open.
The levels are {levels}.

| role | essential skill | asked | reached from nothing | because |
| --- | --- | --- | --- | --- |"""

HEAD = (
    "| role | from nothing | half of each | every other |",
    "| --- | --- | --- | --- |",
)

Answer = LearningPath | Infeasible


def nobody(role: RoleProfile) -> Learner:
    """Somebody who holds nothing."""
    del role
    return Learner()


def half_of_each(role: RoleProfile) -> Learner:
    """Somebody who holds each essential requirement at half its level, rounded down."""
    held = [(each.skills[0], each.level // 2) for each in role.requirements if each.is_essential]
    return Learner(tuple(HeldSkill(skill, level) for skill, level in held if level))


def every_other(role: RoleProfile) -> Learner:
    """Somebody who holds every other essential requirement in full."""
    held = [(each.skills[0], each.level) for each in role.requirements if each.is_essential]
    return Learner(tuple(HeldSkill(skill, level) for skill, level in held[::2]))


PEOPLE: tuple[Callable[[RoleProfile], Learner], ...] = (nobody, half_of_each, every_other)


def is_full(answer: Answer) -> bool:
    """Whether a path is proven best and covers every essential skill."""
    return (
        isinstance(answer, LearningPath)
        and answer.status.value == "optimal"
        and answer.covers_essentials
    )


def cell_of(answer: Answer) -> str:
    """What a path takes."""
    if not isinstance(answer, LearningPath):
        return "none"
    totals = answer.totals
    told = ", ".join(
        (
            cash(totals.money, totals.currency),
            hours(totals.hours),
            weeks(totals.weeks),
            counted(len(answer.steps), "step"),
        )
    ).replace("\u00a0", " ")
    return told if is_full(answer) else f"{told} (not full)"


def open_rows(role: RoleProfile, answer: Answer, teller: FactTeller) -> list[str]:
    """A row for each essential skill that a path leaves open, with the facts that keep it so."""
    if not isinstance(answer, LearningPath):
        return []
    return [
        f"| `{role.id}` | {' or '.join(f'`{skill}`' for skill in asked.skills)}"
        f" | {asked.level} | {each.reached} | {'; '.join(tell_chain(each.because[1:], teller))} |"
        for each in answer.uncovered
        if (asked := each.requirement).is_essential
    ]


def in_order(catalog: Catalog) -> list[RoleProfile]:
    """The roles by family, and there by title."""
    return sorted(catalog.roles.values(), key=lambda each: (each.family or "", each.title))


def role_reference() -> str:
    """Write the page."""
    catalog = load_catalog().catalog
    roles = in_order(catalog)
    answers = plan_many(
        catalog, (PlanRequest(role.id, person(role), START) for role in roles for person in PEOPLE)
    )
    lines: list[str] = []
    lacking: list[str] = []
    still_open: list[str] = []
    teller = FactTeller(Names(catalog))
    families: list[str] = []
    for role in roles:
        family = role.family or "other"
        if family not in families:
            families.append(family)
            lines += ["", f"## {family}", "", *HEAD]
        found = [next(answers) for _ in PEOPLE]
        cells = " | ".join(cell_of(each) for each in found)
        lines.append(f"| {role.title} (`{role.id}`) | {cells} |")
        if not all(is_full(each) for each in found):
            lacking.append(role.title)
        still_open += open_rows(role, found[0], teller)
    verdict = "Every path is proven optimal and covers every essential skill."
    if lacking:
        verdict = f"Not proven, or short of an essential skill: {', '.join(lacking)}."
    introduction = INTRODUCTION.format(
        count=len(roles),
        families=len(families),
        start=START,
        pace=DEFAULT_HOURS_PER_WEEK,
        verdict=verdict,
    )
    if still_open:
        lines += [OPEN.format(levels=tell_levels()), *still_open]
    return "\n".join([introduction, *lines]) + "\n"

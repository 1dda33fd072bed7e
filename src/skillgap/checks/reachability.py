"""Credentials, requirements, roles and stacks that no path leads to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import Final

from skillgap.checks.reach import (
    find_reach,
    has_record,
    is_completed,
    is_offered,
    obtainable_credentials,
)
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId
from skillgap.domain.proficiency import is_learned_at_work
from skillgap.domain.role import RoleProfile, SkillRequirement

NAMED: Final = 4
"""So many skills of a role are named."""


def check_unreachable(
    catalog: Catalog, locator: Locator, today: dt.date | None
) -> Iterator[Diagnostic]:
    """Find credentials whose required skills no path could bring."""
    asking = [each for each in catalog.credentials.values() if each.prerequisites.skills]
    levels = find_reach(catalog, today).levels if asking else {}
    for credential in asking:
        for index, asked in enumerate(credential.prerequisites.skills):
            highest = max((levels.get(each, 0) for each in asked.skills), default=0)
            if highest >= asked.level or any(each not in catalog.skills for each in asked.skills):
                continue
            path = ("credentials", credential.id, "prerequisites", "skills", index)
            where = locator.locate(path, naming=asked.skills[0])
            named = " or ".join(f"`{each}`" for each in asked.skills)
            reached = f"a path gets it to level {highest}" if highest else "no path brings it"
            yield where.diagnose(
                "SG413",
                f"`{credential.id}` requires {named} at level {asked.level}, and {reached}",
                hint="only who brings the skill along can start it: award it, or ask for less",
            )


def check_roles(catalog: Catalog, locator: Locator, today: dt.date | None) -> Iterator[Diagnostic]:
    """Find roles with an essential skill that is awarded, but by nothing that a path may hold."""
    if not catalog.credentials or not catalog.roles:
        return
    best = best_levels(catalog)
    levels = find_reach(catalog, today, in_plans=True).levels
    for role in catalog.roles.values():
        lost = [
            each
            for each in role.requirements
            if each.is_essential
            and all(skill in catalog.skills for skill in each.skills)
            and max(best.get(skill, 0) for skill in each.skills) >= each.level
            and max(levels.get(skill, 0) for skill in each.skills) < each.level
        ]
        if lost:
            yield uncompletable(role, lost, locator)


def uncompletable(role: RoleProfile, lost: list[SkillRequirement], locator: Locator) -> Diagnostic:
    """Tell of a role that no path completes."""
    named = [
        f"{' or '.join(f'`{skill}`' for skill in each.skills)} at level {each.level}"
        for each in lost
    ]
    shown = ", ".join(named[:NAMED])
    rest = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
    message = f"no path completes `{role.id}`: nothing that a path may hold awards {shown}{rest}"
    hint = "look at the prerequisites, prices and workloads of the credentials that award it"
    return locator.locate(("roles", role.id, "id")).diagnose("SG422", message, hint=hint)


def check_coverage(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find skills that a role requires at a level that nothing awards.

    What is learned at work is none of them. Roles without any credential on offer cannot be judged.
    What several roles require alike is told of the first.
    """
    if not catalog.credentials:
        return
    best = best_levels(catalog)
    told: set[tuple[tuple[SkillId, ...], int]] = set()
    for role in catalog.roles.values():
        for index, requirement in enumerate(role.requirements):
            options = requirement.skills
            if any(each not in catalog.skills for each in options):
                continue
            highest = max(best.get(each, 0) for each in options)
            level = requirement.level
            if highest >= level or is_learned_at_work(level, highest) or (options, level) in told:
                continue
            told.add((options, level))
            where = locator.locate(("roles", role.id, "requirements", index), naming=options[0])
            named = " or ".join(f"`{each}`" for each in options)
            message = f"nothing awards {named} at level {level}"
            known = f"at level {highest} at most" if highest else "nowhere"
            hint = f"award it at level {level}: it is on offer {known}"
            yield where.diagnose("SG404", f"{message}, which `{role.id}` requires", hint=hint)


def best_levels(catalog: Catalog) -> dict[SkillId, int]:
    """Return the highest level at which each skill is awarded."""
    best: dict[SkillId, int] = {}
    credentials, stacks = catalog.credentials.values(), catalog.stacks.values()
    awards = chain((each.awards for each in credentials), (each.awards for each in stacks))
    for award in chain.from_iterable(awards):
        best[award.skill] = max(best.get(award.skill, 0), award.level)
    return best


def check_stacks(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find stacks whose members do not add up."""
    for stack in catalog.stacks.values():
        if not stack.members:
            where = locator.locate(("stacks", stack.id, "id"))
            message = f"the stack `{stack.id}` has no members"
            yield where.diagnose("SG409", message, hint="name credentials under `all_of`")
        if stack.choose is None:
            continue
        offered = len(set(stack.choose.options))
        if stack.choose.count > offered:
            where = locator.locate(("stacks", stack.id, "choose", "count"))
            message = f"`{stack.id}` asks for {stack.choose.count} electives out of {offered}"
            hint = f"write `count: {offered}`, or offer more"
            yield where.diagnose("SG403", message, hint=hint)
        for option in sorted(set(stack.choose.options) & set(stack.all_of)):
            where = locator.locate(("stacks", stack.id, "choose", "from"), naming=option)
            message = f"`{option}` is compulsory in `{stack.id}` and an elective as well"
            yield where.diagnose("SG412", message, hint="delete it from one of the two")


def check_stack_members(
    catalog: Catalog, locator: Locator, today: dt.date | None
) -> Iterator[Diagnostic]:
    """Find stacks with too few members that anybody can come to hold."""
    if not catalog.stacks:
        return
    obtainable = obtainable_credentials(catalog)
    offered = {
        each
        for each in obtainable
        if each not in catalog.credentials or is_offered(catalog.credentials[each], today)
    }

    def can_be_held(credential: CredentialId) -> bool:
        return credential in offered or not has_record(catalog, credential)

    for stack in catalog.stacks.values():
        electives = set(stack.choose.options) if stack.choose else set()
        is_short = stack.choose is not None and stack.choose.count > len(electives)
        if not stack.members or is_short or is_completed(stack, can_be_held):
            continue
        lost = [each for each in stack.members if has_record(catalog, each) and each not in offered]
        where = locator.locate(("stacks", stack.id), naming=lost[0])
        message = f"nobody can complete `{stack.id}`: {why_lost(lost[0], catalog, today)}"
        yield where.diagnose("SG423", message, hint="name a credential that can be had instead")


def why_lost(id_: CredentialId, catalog: Catalog, today: dt.date | None) -> str:
    """Say why a member cannot be had."""
    credential = catalog.credentials.get(id_)
    if credential is None:
        return f"the stack `{id_}` can never be complete"
    if not is_offered(credential, today):
        return f"`{id_}` is no longer offered"
    return f"`{id_}` can never be started"

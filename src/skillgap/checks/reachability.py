"""Credentials, roles and stacks that no path leads to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from skillgap.checks.coverage import best_levels
from skillgap.checks.obtainable import can_complete, has_record, obtainable_credentials
from skillgap.checks.reach import find_reach, is_offered
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.role import RoleProfile, SkillRequirement

NAMED: Final = 4
"""So many skills of a role are named."""


def check_unreachable(
    catalog: Catalog, places: Places, today: dt.date | None
) -> Iterator[Diagnostic]:
    """Find credentials whose required skills no path could bring."""
    asking = [each for each in catalog.credentials.values() if each.prerequisites.skills]
    levels = find_reach(catalog, today).levels if asking else {}
    for credential in asking:
        for index, asked in enumerate(credential.prerequisites.skills):
            highest = max((levels.get(each, 0) for each in asked.skills), default=0)
            if highest >= asked.level or any(each not in catalog.skills for each in asked.skills):
                continue
            place = ("credentials", credential.id, "prerequisites", "skills", index)
            spot = places.spot(place, naming=asked.skills[0])
            named = " or ".join(f"`{each}`" for each in asked.skills)
            reached = f"a path gets it to level {highest}" if highest else "no path brings it"
            yield spot.diagnose(
                "SG413",
                f"`{credential.id}` requires {named} at level {asked.level}, and {reached}",
                hint="only who brings the skill along can start it: award it, or ask for less",
            )


def check_roles(catalog: Catalog, places: Places, today: dt.date | None) -> Iterator[Diagnostic]:
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
            yield uncompletable(role, lost, places)


def uncompletable(role: RoleProfile, lost: list[SkillRequirement], places: Places) -> Diagnostic:
    """Tell of a role that no path completes."""
    named = [
        f"{' or '.join(f'`{skill}`' for skill in each.skills)} at level {each.level}"
        for each in lost
    ]
    shown = ", ".join(named[:NAMED])
    rest = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
    message = f"no path completes `{role.id}`: nothing that a path may hold awards {shown}{rest}"
    hint = "look at the prerequisites, prices and workloads of the credentials that award it"
    return places.spot(("roles", role.id, "id")).diagnose("SG422", message, hint=hint)


def check_stack_members(
    catalog: Catalog, places: Places, today: dt.date | None
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
    for stack in catalog.stacks.values():
        electives = set(stack.choose.options) if stack.choose else set()
        is_short = stack.choose is not None and stack.choose.count > len(electives)
        if not stack.members or is_short or can_complete(stack, catalog, offered):
            continue
        lost = [each for each in stack.members if has_record(catalog, each) and each not in offered]
        spot = places.spot(("stacks", stack.id), naming=lost[0])
        message = f"nobody can complete `{stack.id}`: {why_lost(lost[0], catalog, today)}"
        yield spot.diagnose("SG423", message, hint="name a credential that can be had instead")


def why_lost(id_: CredentialId, catalog: Catalog, today: dt.date | None) -> str:
    """Say why a member cannot be had."""
    credential = catalog.credentials.get(id_)
    if credential is None:
        return f"the stack `{id_}` can never be complete"
    if not is_offered(credential, today):
        return f"`{id_}` is no longer offered"
    return f"`{id_}` can never be started"

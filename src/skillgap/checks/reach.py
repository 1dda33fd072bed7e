"""What a person who begins with nothing could come to hold."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.domain.skill import SkillLevel, SkillOptions
from skillgap.domain.stack import Stack


class Reach(msgspec.Struct, frozen=True):
    """The credentials that can be reached, and how far each skill gets with them.

    Stacks that can be completed are among the credentials, by their ids.
    """

    credentials: frozenset[CredentialId]
    levels: Mapping[SkillId, int]


def is_offered(credential: MicroCredential, today: dt.date | None) -> bool:
    """Say whether a credential can be begun on a day; without a day it can."""
    until = credential.offered_until
    return until is None or today is None or until >= today


def is_plannable(credential: MicroCredential) -> bool:
    """Say whether a path may hold a credential: its price and workload are known."""
    return credential.price.amount is not None and credential.workload_hours is not None


def has_record(catalog: Catalog, id_: CredentialId) -> bool:
    """Say whether there is a credential or a stack of this id."""
    return id_ in catalog.credentials or StackId(id_) in catalog.stacks


def is_completed(stack: Stack, holds: Callable[[CredentialId], bool]) -> bool:
    """Say whether enough members of a stack are held."""
    electives = stack.choose.options if stack.choose else ()
    needed = stack.choose.count if stack.choose else 0
    return (
        bool(stack.members)
        and all(map(holds, stack.all_of))
        and sum(map(holds, electives)) >= needed
    )


def find_reach(catalog: Catalog, today: dt.date | None = None, *, in_plans: bool = False) -> Reach:
    """Follow prerequisites of both kinds from nothing; `in_plans` keeps to what paths may hold.

    An id that no record has counts as reached: it is wrong for another reason.
    """
    offered = {
        each.id
        for each in catalog.credentials.values()
        if is_offered(each, today) and (not in_plans or is_plannable(each))
    }
    return Climb(catalog, offered, heeds_skills=True).result()


def obtainable_credentials(catalog: Catalog) -> frozenset[CredentialId]:
    """Find what can be reached from nothing by whoever brings every required skill along."""
    return Climb(catalog, set(catalog.credentials), heeds_skills=False).result().credentials


class Climb:
    """A search outward from nothing; each record is looked at again when what it waits for comes.

    Why not pass after pass: a chain of ten thousand would take as many passes.
    """

    def __init__(self, catalog: Catalog, offered: set[CredentialId], *, heeds_skills: bool) -> None:
        """Note who waits for what."""
        self.catalog = catalog
        self.offered = offered
        self.heeds_skills = heeds_skills
        self.reached: set[CredentialId] = set()
        self.levels: dict[SkillId, int] = {}
        self.waiting: dict[str, list[MicroCredential | Stack]] = defaultdict(list)
        for credential in catalog.credentials.values():
            for group in credential.prerequisites.credentials:
                for option in group:
                    self.waiting[option].append(credential)
            for asked in credential.prerequisites.skills if heeds_skills else ():
                for skill in asked.skills:
                    self.waiting[f"skill {skill}"].append(credential)
        for stack in catalog.stacks.values():
            for member in stack.members:
                self.waiting[member].append(stack)

    def result(self) -> Reach:
        """Climb until nothing new comes."""
        agenda: list[MicroCredential | Stack] = [
            *self.catalog.credentials.values(),
            *self.catalog.stacks.values(),
        ]
        while agenda:
            each = agenda.pop()
            earned: tuple[CredentialId, ...] = ()
            awards: tuple[SkillLevel, ...] = ()
            if not isinstance(each, Stack):
                earned = (each.id,) if self.starts(each) else ()
            elif is_completed(each, self.holds):
                earned = (*each.earns, CredentialId(each.id))
                awards = each.awards
            for credential_id in earned:
                if credential_id in self.reached or not has_record(self.catalog, credential_id):
                    continue
                self.reached.add(credential_id)
                agenda += self.waiting[credential_id]
                if credential_id in self.catalog.credentials:
                    awards = (*awards, *self.catalog.credentials[credential_id].awards)
            for award in awards if self.heeds_skills else ():
                if award.level > self.levels.get(award.skill, 0):
                    self.levels[award.skill] = award.level
                    agenda += self.waiting[f"skill {award.skill}"]
        return Reach(frozenset(self.reached), self.levels)

    def holds(self, credential_id: CredentialId) -> bool:
        """Say whether a credential is reached, or unknown."""
        return credential_id in self.reached or not has_record(self.catalog, credential_id)

    def has_skill(self, asked: SkillOptions) -> bool:
        """Say whether one of several skills is at the level asked, or unknown."""
        return any(
            self.levels.get(each, 0) >= asked.level or each not in self.catalog.skills
            for each in asked.skills
        )

    def starts(self, credential: MicroCredential) -> bool:
        """Say whether a credential is on offer and every prerequisite is met."""
        needed = credential.prerequisites
        return (
            credential.id in self.offered
            and all(any(map(self.holds, group)) for group in needed.credentials)
            and (not self.heeds_skills or all(map(self.has_skill, needed.skills)))
        )

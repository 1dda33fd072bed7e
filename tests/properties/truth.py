"""Whether a fact of an explanation is true, by brute force."""

from __future__ import annotations

import datetime as dt

from oracle import Oracle, State

from skillgap.planning.facts import (
    CorequisiteOutOfReach,
    Fact,
    FigureUnknown,
    LimitName,
    LimitsTogether,
    NoLongerOffered,
    NothingAwards,
    OnlyAwardedBy,
    OverLimit,
    PrerequisiteOutOfReach,
    RuledOut,
    StackOutOfReach,
)

Goals = dict[int, int]
"""The level to reach of each requirement, by its place in the role."""


class Truth:
    """What is true of one world."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle
        self.fitting = {
            each
            for each in oracle.offers
            if all(
                self.least_alone(each, name) <= most
                for name, most in oracle.allowed().items()
                if name != "max-credentials"
            )
        }
        self.most = self.everything(self.fitting)

    def least_alone(self, id_: str, limit: str) -> int:
        """The least that one credential adds to a sum."""
        if limit == "budget":
            return self.oracle.least_paid(id_)
        return self.oracle.sums(frozenset({id_}))[limit]

    def everything(self, ids: set[str]) -> State:
        """What is held after taking all of these that can be taken."""
        state, waiting = self.oracle.start(), set(ids)
        while ready := [each for each in waiting if self.oracle.is_open(each, state)]:
            for each in ready:
                state = self.oracle.take(each, state)
                waiting.remove(each)
        taken = ids - waiting
        together = {
            each
            for each in taken
            if state.credentials.issuperset(self.oracle.offers[each].corequisites)
        }
        return state if together == taken else self.everything(together)

    def goals(self, *, only_essential: bool) -> Goals:
        """The most that is within reach of every requirement that counts."""
        return {
            at: self.oracle.level_of(each, self.most)
            for at, each in enumerate(self.oracle.role.requirements)
            if self.oracle.counts(each)
            and (each.is_essential or (not only_essential and self.oracle.request.include_optional))
        }

    def least(self, limit: str, goals: Goals) -> int | None:
        """The least that one sum can be for all goals, no limit kept."""
        return min(
            (self.oracle.sums(ids)[limit] for ids, state in self.reaching(goals)), default=None
        )

    def reaching(self, goals: Goals) -> list[tuple[frozenset[str], State]]:
        """Every set that reaches all goals and holds the includes."""
        asked = self.oracle.role.requirements
        return [
            (ids, state)
            for ids, state in self.oracle.walkable()
            if all(self.oracle.level_of(asked[at], state) >= level for at, level in goals.items())
        ]

    def can_keep(self, names: set[str], goals: Goals) -> bool:
        """Whether all goals can be reached with just these limits kept."""
        allowed = self.oracle.allowed()
        return any(
            all(self.oracle.sums(ids)[name] <= allowed[name] for name in names)
            for ids, _ in self.reaching(goals)
        )

    def awarding(self, skill: str, level: int) -> tuple[set[str], set[str]]:
        """The credentials and stacks that award a skill at a level."""
        catalog = self.oracle.catalog
        direct = {
            each.id
            for each in catalog.credentials.values()
            if any(award.skill == skill and award.level >= level for award in each.awards)
        }
        stacks = {
            each.id
            for each in catalog.stacks.values()
            if direct.intersection((*each.earns, each.id))
            or any(award.skill == skill and award.level >= level for award in each.awards)
        }
        return direct, stacks

    def holds(self, fact: Fact, goals: Goals) -> bool:  # noqa: C901
        """Whether a fact is true."""
        oracle, offers = self.oracle, self.oracle.offers
        match fact:
            case NothingAwards(skill, level, best_level):
                better = self.awarding(skill, best_level + 1)
                best = self.awarding(skill, best_level)
                return best_level < level and not any(better) and (best_level == 0 or any(best))
            case OnlyAwardedBy(skill, level, credentials, stacks):
                return (set(credentials), set(stacks)) == self.awarding(skill, level)
            case RuledOut(credential, limit):
                fields = {LimitName.ISSUER: "issuers", LimitName.LANGUAGE: "languages"}
                name = fields.get(limit, limit.value.replace("-", "_"))
                return credential not in offers and bool(getattr(oracle.request.limits, name))
            case FigureUnknown(credential, field):
                record = oracle.catalog.credentials[credential]
                renewed = record.renewal and record.renewal.price
                figures = {
                    "price": record.price.amount,
                    "workload_hours": record.workload_hours,
                    "renewal": renewed and renewed.amount,
                }
                return figures[field] is None
            case NoLongerOffered(credential, until):
                assert oracle.catalog.credentials[credential].offered_until == until
                return until < oracle.request.start
            case PrerequisiteOutOfReach(credential, skill, level, needed, or_skills):
                if skill is None:
                    return bool(needed) and not self.most.credentials.intersection(needed)
                reached = [self.most.levels.get(each, 0) for each in (skill, *or_skills)]
                return credential in offers and max(reached) < level
            case CorequisiteOutOfReach(credential, one):
                asked = oracle.catalog.credentials[credential].corequisites
                return one in asked and one not in self.most.credentials
            case StackOutOfReach(stack):
                return stack not in self.most.stacks
            case OverLimit(limit, needed, allowed, credential):
                if credential:
                    least = self.least_alone(credential, limit)
                else:
                    least = self.least(limit, goals)
                assert least is not None
                assert allowed == getattr(oracle.request.limits, limit.value.replace("-", "_"))
                return least > oracle.allowed()[limit] and needed == self.told(limit, least)
            case LimitsTogether(limits):
                names = {limit.value for limit in limits}
                return not self.can_keep(names, goals) and all(
                    self.can_keep(names - {each}, goals) for each in names
                )
            case _:
                return False

    def told(self, limit: LimitName, value: int) -> float | dt.date:
        """A sum in the unit of its limit."""
        if limit is LimitName.BY:
            return self.oracle.date_after(value)
        return value / {LimitName.BUDGET: 100, LimitName.HOURS: 60}.get(limit, 1)

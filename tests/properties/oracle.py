"""Brute force: every set of credentials is tried and the rules of the design applied to it.

It knows the planner's published constants and its formula of recognition, and nothing of how the
planner works.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from strategies import Puzzle

from skillgap.domain.credential import MicroCredential, Verification
from skillgap.domain.money import PricePer
from skillgap.domain.role import SkillRequirement
from skillgap.gap import find_holdings
from skillgap.planning.objective import (
    EXTRA_CREDENTIAL,
    RECOGNITION_WEIGHT,
    STACK_BONUS,
    tie_break_weight,
)
from skillgap.planning.recognition import assessed_practice, recognition_score
from skillgap.planning.request import Limits, Preference


@dataclass(frozen=True, slots=True)
class State:
    """What is held at some point."""

    levels: dict[str, int]
    credentials: frozenset[str]
    stacks: frozenset[str]


class Oracle:
    """Everything there is to know about one puzzle."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.catalog = puzzle.catalog
        self.request = puzzle.request
        self.role = puzzle.catalog.roles[puzzle.request.role]
        self.held = find_holdings(puzzle.request.learner, puzzle.catalog, puzzle.request.start)
        self.offers = {
            each.id: each
            for each in puzzle.catalog.credentials.values()
            if each.id not in self.held.credentials and self.is_offered(each)
        }

    def is_offered(self, credential: MicroCredential) -> bool:
        """Whether the filters and the figures let a credential be planned with."""
        limits = self.request.limits
        price = credential.price.amount
        if price is None or credential.workload_hours is None:
            return False
        if credential.id in limits.exclude or (limits.free_only and price > 0):
            return False
        if limits.issuers and credential.issuer not in limits.issuers:
            return False
        spoken = credential.delivery.languages
        if limits.languages and spoken and not set(spoken) & set(limits.languages):
            return False
        if limits.verifiable_only and credential.verification in (None, Verification.NONE):
            return False
        return credential.offered_until is None or credential.offered_until >= self.request.start

    def weeks(self, credential: MicroCredential) -> float:
        """How long a credential takes at the person's pace."""
        hours = credential.workload_hours or 0
        return max(hours / self.request.hours_per_week, credential.min_weeks or 0)

    def days(self, id_: str) -> int:
        """How many calendar days."""
        return max(1, math.ceil(round(7 * self.weeks(self.offers[id_]), 6)))

    def cents(self, id_: str) -> int:
        """What a credential costs."""
        credential = self.offers[id_]
        months = max(1, math.ceil(round(self.weeks(credential) * 12 / 52, 6)))
        times = months if credential.price.per is PricePer.MONTH else 1
        return round((credential.price.amount or 0) * 100) * times

    def balanced(self, id_: str) -> int:
        """What a credential adds to the balanced value, in cents."""
        credential = self.offers[id_]
        lack = 1000 - recognition_score(credential, self.catalog.issuers.get(credential.issuer))
        hours = credential.workload_hours or 0
        return (
            self.cents(id_)
            + round(round(hours * 60) * self.request.hour_value * 100 / 60)
            + lack * RECOGNITION_WEIGHT * 100 // 1000
            + EXTRA_CREDENTIAL * 100
        )

    def complete(self, state: State) -> State:
        """Complete every stack that can be, and count what it gives."""
        levels, credentials, stacks = dict(state.levels), set(state.credentials), set(state.stacks)
        changed = True
        while changed:
            changed = False
            for stack in self.catalog.stacks.values():
                if stack.id in stacks or not (stack.all_of or stack.choose):
                    continue
                if not credentials.issuperset(stack.all_of):
                    continue
                if stack.choose and (
                    len(credentials.intersection(stack.choose.options)) < stack.choose.count
                ):
                    continue
                changed = True
                stacks.add(stack.id)
                credentials.update(stack.earns)
                earned = [
                    self.catalog.credentials[e]
                    for e in stack.earns
                    if e in self.catalog.credentials
                ]
                for award in (*stack.awards, *(a for each in earned for a in each.awards)):
                    levels[award.skill] = max(levels.get(award.skill, 0), award.level)
        return State(levels, frozenset(credentials), frozenset(stacks))

    def is_open(self, id_: str, state: State) -> bool:
        """Whether everything that a credential asks for is held."""
        asked = self.offers[id_].prerequisites
        return all(
            any(state.levels.get(skill, 0) >= options.level for skill in options.skills)
            for options in asked.skills
        ) and all(set(options) & state.credentials for options in asked.credentials)

    def take(self, id_: str, state: State) -> State:
        """Take one credential."""
        levels = dict(state.levels)
        for award in self.offers[id_].awards:
            levels[award.skill] = max(levels.get(award.skill, 0), award.level)
        return self.complete(State(levels, state.credentials | {id_}, state.stacks))

    def start(self) -> State:
        """What is held at the start."""
        return State(dict(self.held.skills), self.held.credentials, self.held.stacks)

    def walk(self, ids: frozenset[str]) -> State | None:
        """What is held after taking exactly these; None where no order works."""
        state, waiting = self.start(), set(ids)
        while waiting:
            ready = [each for each in waiting if self.is_open(each, state)]
            if not ready:
                return None
            for each in ready:
                state = self.take(each, state)
                waiting.remove(each)
        return state

    def sums(self, ids: frozenset[str]) -> dict[str, int]:
        """What a set adds up to, in whole numbers."""
        return {
            "budget": sum(map(self.cents, ids)),
            "hours": sum(round((self.offers[each].workload_hours or 0) * 60) for each in ids),
            "by": sum(map(self.days, ids)),
            "max-credentials": len(ids),
        }

    def allowed(self) -> dict[str, int]:
        """What the limits that are set allow, in whole numbers."""
        limits = self.request.limits
        allowed = {
            "budget": None if limits.budget is None else round(limits.budget * 100),
            "hours": None if limits.hours is None else round(limits.hours * 60),
            "by": None if limits.by is None else max(0, (limits.by - self.request.start).days + 1),
            "max-credentials": limits.max_credentials,
        }
        return {name: value for name, value in allowed.items() if value is not None}

    def keeps(self, ids: frozenset[str], but: str = "") -> bool:
        """Whether a set keeps every limit on sums, one left aside."""
        sums = self.sums(ids)
        return all(sums[name] <= most for name, most in self.allowed().items() if name != but)

    def has_includes(self, state: State) -> bool:
        """Whether everything included is held in the end."""
        return state.credentials.issuperset(self.request.limits.include)

    def level_of(self, requirement: SkillRequirement, state: State) -> int:
        """The level a requirement is met to."""
        best = max(state.levels.get(skill, 0) for skill in requirement.skills)
        return min(best, requirement.level)

    def covers(self, state: State) -> bool:
        """Whether every essential requirement is met."""
        return all(
            self.level_of(each, state) >= each.level
            for each in self.role.requirements
            if each.is_essential
        )

    def coverage(self, state: State, *, is_essential: bool) -> int:
        """Importance-weighted levels of one strength."""
        return sum(
            max(1, round(each.importance * 1000)) * self.level_of(each, state)
            for each in self.role.requirements
            if each.is_essential is is_essential
        )

    def value(self, ids: frozenset[str], state: State) -> tuple[int, ...]:
        """Everything that counts, in order, the least the best."""
        bonus = STACK_BONUS * 100 * len(state.stacks - self.held.stacks)
        balanced = sum(map(self.balanced, ids)) - bonus
        issuers = self.catalog.issuers
        preferred = {
            Preference.BALANCED: balanced,
            Preference.CHEAPEST: sum(map(self.cents, ids)),
            Preference.FASTEST: sum(map(self.days, ids)),
            Preference.FEWEST: len(ids),
            Preference.RECOGNIZED: sum(
                1000 - recognition_score(self.offers[each], issuers.get(self.offers[each].issuer))
                for each in ids
            ),
            Preference.HANDS_ON: sum(1000 - assessed_practice(self.offers[each]) for each in ids),
        }[self.request.prefer]
        optional = self.coverage(state, is_essential=False) if self.request.include_optional else 0
        return (
            -self.coverage(state, is_essential=True),
            -optional,
            preferred,
            balanced,
            len(ids),
            sum(tie_break_weight(each) for each in ids),
        )

    def walkable(self) -> Iterator[tuple[frozenset[str], State]]:
        """Every set that can be taken in some order and holds the includes in the end."""
        for count in range(len(self.offers) + 1):
            for chosen in combinations(sorted(self.offers), count):
                ids = frozenset(chosen)
                state = self.walk(ids)
                if state is not None and self.has_includes(state):
                    yield ids, state

    def best(self) -> tuple[tuple[int, ...], frozenset[str]] | None:
        """The best value and a set that has it; None where nothing keeps the limits."""
        found = [(self.value(ids, state), ids) for ids, state in self.walkable() if self.keeps(ids)]
        return min(found, key=lambda each: (each[0], sorted(each[1])), default=None)

    def least(self, limit: str, *, full: bool) -> int | None:
        """The least that one sum can be, the other limits kept, for full coverage or any path."""
        sums = [
            self.sums(ids)[limit]
            for ids, state in self.walkable()
            if self.keeps(ids, but=limit) and (not full or self.covers(state))
        ]
        return min(sums, default=None)

    def is_possible(self, *, full: bool) -> bool:
        """Whether some path keeps the limits, with full coverage or any."""
        return any(
            self.keeps(ids) and (not full or self.covers(state)) for ids, state in self.walkable()
        )

    def with_limits(self, limits: Limits) -> Oracle:
        """The same world under other limits."""
        return Oracle(Puzzle(self.catalog, replace(self.request, limits=limits)))

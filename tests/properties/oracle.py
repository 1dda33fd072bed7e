"""Brute force: every set of credentials is tried and the rules of the design applied to it.

It knows the rule book of the documentation, and nothing of the planner.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from hypothesis import assume
from msgspec.structs import replace
from rulebook import (
    Study,
    credentials_in_force,
    days_at_once,
    practice,
    recognition,
    skills_named,
    tie_weight,
)
from strategies import Puzzle

from skillgap.domain.credential import MicroCredential, Verification
from skillgap.domain.money import PricePer
from skillgap.domain.role import SkillRequirement
from skillgap.domain.stack import Stack
from skillgap.planning.request import Limits, Preference

EXTRA_CREDENTIAL = 2500


def longest_months(months: int) -> int:
    """The most days that so many months have, whichever they begin with."""
    firsts = [dt.date(year, month, 1) for year in range(2000, 2005) for month in range(1, 13)]
    ends = [divmod(each.year * 12 + each.month - 1 + months, 12) for each in firsts]
    return max(
        (dt.date(year, month + 1, 1) - first).days
        for first, (year, month) in zip(firsts, ends, strict=True)
    )


STACK_BONUS = 2500
"""In cents, as the documentation has them."""


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
        self.scores = {
            each.id: recognition(each, self.catalog.issuers.get(each.issuer))
            for each in self.catalog.credentials.values()
        }
        self.held = self.what_is_held()
        self.offers = {
            each.id: each
            for each in puzzle.catalog.credentials.values()
            if each.id not in self.held.credentials and self.is_offered(each)
        }

        assume(not self.days_matter or not self.has_hastening_bystander())

    def what_is_held(self) -> State:
        """What a person holds on the first day, stacks that are complete included."""
        learner, catalog = self.request.learner, self.catalog
        valid = {each.id: each.valid_months for each in catalog.credentials.values()}
        held = credentials_in_force(learner, self.request.start, valid)
        levels = skills_named(learner)
        earned_once = {each.credential for each in learner.credentials}
        for each in earned_once & catalog.credentials.keys():
            for award in catalog.credentials[each].awards:
                levels[award.skill] = max(levels.get(award.skill, 0), award.level)
        return self.complete(State(levels, held, frozenset()))

    def recognition(self, credential: MicroCredential) -> int:
        """How much a credential is recognized, in thousandths."""
        return self.scores[credential.id]

    @property
    def days_matter(self) -> bool:
        """Whether a timetable with several at once decides between paths."""
        request = self.request
        is_asked = request.prefer is Preference.FASTEST or request.limits.by is not None
        return request.at_once > 1 and is_asked

    def has_hastening_bystander(self) -> bool:
        """Whether something that serves nothing makes a timetable shorter by being in it.

        The rule for timetables is not monotone (Graham, 1969), and the planner takes nothing for
        that alone.
        """
        return any(
            self.days_of(ids) < self.days_of(ids - {each})
            for ids, state in self.walkable()
            for each in ids
            if self.is_bystander(each, ids, state)
        )

    def is_bystander(self, id_: str, ids: frozenset[str], state: State) -> bool:
        """Whether a credential neither covers nor completes nor opens anything in a set."""
        rest = ids - {id_}
        without = self.walk(rest)
        if without is None or not self.has_includes(without) or without.stacks != state.stacks:
            return False
        if self.value(ids, state)[:2] != self.value(rest, without)[:2]:
            return False
        awards = self.offers[id_].awards
        return not any(
            award.skill in options.skills and award.level >= options.level
            for each in rest
            for options in self.offers[each].prerequisites.skills
            for award in awards
        ) and not any(
            id_ in options
            for each in rest
            for options in self.offers[each].prerequisites.credentials
        )

    def is_offered(self, credential: MicroCredential) -> bool:
        """Whether the filters and the figures let a credential be planned with."""
        limits = self.request.limits
        price = credential.price.amount
        if price is None or credential.workload_hours is None:
            return False
        renewed = credential.renewal
        if self.renewals(credential) and (renewed.price is None or renewed.price.amount is None):
            return False
        if credential.id in limits.exclude or (limits.free_only and price > 0):
            return False
        if limits.issuers and credential.issuer not in limits.issuers:
            return False
        spoken = credential.delivery.languages
        if limits.languages and spoken and not set(spoken) & set(limits.languages):
            return False
        score = self.recognition(credential)
        if limits.min_recognition is not None and score < round(limits.min_recognition * 1000):
            return False
        if limits.hands_on and practice(credential) < 400:
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

    def renewals(self, credential: MicroCredential) -> int:
        """How often it is renewed within the horizon."""
        renewed = credential.renewal
        return self.request.horizon_months // renewed.every_months if renewed else 0

    def minutes(self, id_: str) -> int:
        """What a credential takes of time, renewals included."""
        credential = self.offers[id_]
        times = self.renewals(credential)
        more = round((credential.renewal.hours or 0) * 60) if times else 0
        return round((credential.workload_hours or 0) * 60) + times * more

    def cents(self, id_: str) -> int:
        """What a credential costs, renewals included."""
        times = self.renewals(self.offers[id_])
        each = round(self.offers[id_].renewal.price.amount * 100) if times else 0
        return self.price(id_) + times * each

    def price(self, id_: str) -> int:
        """What earning a credential costs."""
        credential = self.offers[id_]
        days = math.ceil(round(self.weeks(credential) * 7, 6))
        months = next(each for each in itertools.count(1) if longest_months(each) >= days)
        times = months if credential.price.per is PricePer.MONTH else 1
        return round((credential.price.amount or 0) * 100) * times

    def balanced(self, id_: str) -> int:
        """What a credential adds to the balanced value, in cents."""
        credential = self.offers[id_]
        lack = 1000 - self.recognition(credential)
        return (
            self.cents(id_)
            + round(self.minutes(id_) * self.request.hour_value * 100 / 60)
            + lack * 100 * 100 // 1000
            + EXTRA_CREDENTIAL
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
                credentials.update((*stack.earns, stack.id))
                earned = [
                    self.catalog.credentials[e]
                    for e in (*stack.earns, stack.id)
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
        return self.held

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
        if not all(state.credentials.issuperset(self.offers[each].corequisites) for each in ids):
            return None
        return state

    def days_of(self, ids: frozenset[str]) -> int:
        """How many days a set takes by the rule for timetables."""
        if self.request.at_once == 1:
            return sum(map(self.days, ids))
        if len(ids) > 1 and self.walk(ids) is None:
            return sum(map(self.days, ids))
        if len(ids) == 1:
            return self.days(next(iter(ids)))
        days = days_at_once(map(self.study, ids), self.request.at_once, self.can_begin)
        assert days is not None
        return days

    def can_begin(self, id_: str, done: frozenset[str]) -> bool:
        """Whether a credential can be begun once others are done."""
        state = self.start()
        for each in done:
            state = self.take(each, state)
        return self.is_open(id_, state)

    def study(self, id_: str) -> Study:
        """A credential as the calendar sees it."""
        credential = self.offers[id_]
        return Study(
            id_,
            self.days(id_),
            self.work(id_),
            self.cents(id_),
            max((each.level for each in credential.awards), default=0),
            frozenset(credential.recommends),
            credential.offered_until and self.study_days(credential.offered_until) - 1,
            frozenset(
                each
                for each, other in self.offers.items()
                if any(id_ in options for options in other.prerequisites.credentials)
                or any(
                    award.skill in options.skills
                    for options in other.prerequisites.skills
                    for award in credential.awards
                )
            ),
        )

    def work(self, id_: str) -> int:
        """How many days the work of a credential fills."""
        hours = self.offers[id_].workload_hours or 0
        return math.ceil(round(7 * hours / self.request.hours_per_week, 6))

    def most_off(self, ids: frozenset[str], stacks: Iterable[str]) -> int:
        """The most that discounts of completed stacks take off a set, in cents.

        Every way is tried to let each credential count for one stack, or for none.
        """
        stacks = [each for each in sorted(stacks) if self.catalog.stacks[each].discount]
        if not stacks:
            return 0
        named = {each: self.catalog.stacks[each] for each in stacks}
        on = {each: self.discounted(of) for each, of in named.items()}
        choices = [
            [(each, stack) for stack in (None, *(s for s in stacks if each in on[s]))]
            for each in sorted(ids)
        ]
        best = 0
        for choice in product(*choices):
            off = 0
            for stack in stacks:
                discount = self.catalog.stacks[stack].discount
                prices = [self.price(each) for each, chosen in choice if chosen == stack]
                if discount.percent is not None:
                    shares = (round(each * discount.percent / 100, 6) for each in prices)
                    off += sum(map(math.floor, shares))
                else:
                    off += min(sum(prices), round(discount.amount * 100))
            best = max(best, off)
        return best

    def discounted(self, stack: Stack, inside: frozenset[str] = frozenset()) -> set[str]:
        """The credentials that a discount is on; a stack among its members stands for its own."""
        found: set[str] = set()
        for each in (not inside and stack.discount and stack.discount.members) or stack.members:
            inner = self.catalog.stacks.get(each)
            if inner is None:
                found.add(each)
            elif each not in inside:
                found |= self.discounted(inner, inside | {stack.id, each})
        return found

    def paid(self, ids: frozenset[str]) -> int:
        """What a set costs in the end."""
        state = self.walk(ids)
        stacks = state.stacks - self.held.stacks if state is not None else ()
        return sum(map(self.cents, ids)) - self.most_off(ids, stacks)

    def least_paid(self, id_: str) -> int:
        """The least that a credential can cost with any discount there is."""
        least = cents = self.price(id_)
        for stack in self.catalog.stacks.values():
            discount = stack.discount
            if discount and id_ in self.discounted(stack):
                if discount.percent is not None:
                    off = math.floor(round(cents * discount.percent / 100, 6))
                else:
                    off = round(discount.amount * 100)
                least = min(least, max(0, cents - off))
        return least + self.cents(id_) - cents

    def sums(self, ids: frozenset[str]) -> dict[str, int]:
        """What a set adds up to, in whole numbers."""
        return {
            "budget": self.paid(ids),
            "hours": sum(map(self.minutes, ids)),
            "by": self.days_of(ids),
            "max-credentials": len(ids),
        }

    def allowed(self) -> dict[str, int]:
        """What the limits that are set allow, in whole numbers."""
        limits = self.request.limits
        allowed = {
            "budget": None if limits.budget is None else round(limits.budget * 100),
            "hours": None if limits.hours is None else round(limits.hours * 60),
            "by": None if limits.by is None else self.study_days(limits.by),
            "max-credentials": limits.max_credentials,
        }
        return {name: value for name, value in allowed.items() if value is not None}

    def is_study_day(self, day: dt.date) -> bool:
        """Whether a day is no holiday."""
        return not any(each.first <= day <= each.last for each in self.request.holidays)

    def study_days(self, last: dt.date) -> int:
        """How many days there are to study from the start to a day."""
        whole = range((last - self.request.start).days + 1)
        return sum(self.is_study_day(self.request.start + dt.timedelta(days=n)) for n in whole)

    def date_after(self, days: int) -> dt.date:
        """The last of so many days of study, the day before the start for none."""
        day = self.request.start - dt.timedelta(days=1)
        while days:
            day += dt.timedelta(days=1)
            days -= self.is_study_day(day)
        return day

    def keeps(self, ids: frozenset[str], but: str = "") -> bool:
        """Whether a set keeps every limit on sums, one left aside."""
        sums = self.sums(ids)
        return all(sums[name] <= most for name, most in self.allowed().items() if name != but)

    def has_includes(self, state: State) -> bool:
        """Whether everything included is held in the end."""
        limits = self.request.limits
        return state.credentials.issuperset((*limits.include, *limits.toward))

    def level_of(self, requirement: SkillRequirement, state: State) -> int:
        """The level a requirement is met to."""
        best = max(state.levels.get(skill, 0) for skill in requirement.skills)
        return min(best, requirement.level)

    def covers(self, state: State) -> bool:
        """Whether every essential requirement is met."""
        return all(
            self.level_of(each, state) >= each.level
            for each in self.role.requirements
            if each.is_essential and self.counts(each)
        )

    def counts(self, requirement: SkillRequirement) -> bool:
        """Whether a requirement is planned for: not where nothing but traits can meet it."""
        kinds = [
            getattr(self.catalog.skills.get(each), "kind", None) for each in requirement.skills
        ]
        return self.request.include_transversal or any(each != "transversal" for each in kinds)

    def coverage(self, state: State, *, is_essential: bool) -> int:
        """Importance-weighted levels of one strength."""
        return sum(
            max(1, round(each.importance * 1000)) * self.level_of(each, state)
            for each in self.role.requirements
            if each.is_essential is is_essential and self.counts(each)
        )

    def value(self, ids: frozenset[str], state: State) -> tuple[int, ...]:
        """Everything that counts, in order, the least the best."""
        bonus = STACK_BONUS * len(state.stacks - self.held.stacks)
        off = self.most_off(ids, state.stacks - self.held.stacks)
        balanced = sum(map(self.balanced, ids)) - bonus - off
        preferred = {
            Preference.BALANCED: balanced,
            Preference.CHEAPEST: sum(map(self.cents, ids)) - off,
            Preference.FASTEST: self.days_of(ids),
            Preference.FEWEST: len(ids),
            Preference.RECOGNIZED: sum(1000 - self.recognition(self.offers[each]) for each in ids),
            Preference.HANDS_ON: sum(1000 - practice(self.offers[each]) for each in ids),
        }[self.request.prefer]
        optional = self.coverage(state, is_essential=False) if self.request.include_optional else 0
        return (
            -self.coverage(state, is_essential=True),
            -optional,
            preferred,
            balanced,
            len(ids),
            sum(tie_weight(each) for each in ids),
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

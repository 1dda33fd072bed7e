"""Facts and reasons as clauses of a sentence, and what would help as hints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import msgspec

from skillgap.domain.proficiency import is_learned_at_work
from skillgap.planning.facts import (
    CorequisiteOutOfReach,
    Fact,
    FigureUnknown,
    LimitsTogether,
    NoLongerOffered,
    NothingAwards,
    OnlyAwardedBy,
    OverLimit,
    PrerequisiteOutOfReach,
    Relaxation,
    RoleNeeds,
    RuledOut,
    StackOutOfReach,
)
from skillgap.planning.request import LimitName, Limits, PlanRequest, Preference
from skillgap.planning.result import ReasonKind, Step
from skillgap.rendering.layout.words import Names, cash, day, hours, tell_level
from skillgap.text import counted, listed, number, shortened

FIELD_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {"price": "the price", "workload_hours": "the workload", "renewal": "what renewing takes"}
)
RULED_OUT_WORDS: Final[Mapping[LimitName, str]] = MappingProxyType(
    {
        LimitName.BUDGET: "costs more than `--budget` allows",
        LimitName.HOURS: "takes more hours than `--hours` allows",
        LimitName.BY: "takes longer than `--by` allows",
        LimitName.MAX_CREDENTIALS: "does not fit under `--max-credentials`",
        LimitName.ISSUER: "is not from an issuer that `--issuer` keeps",
        LimitName.LANGUAGE: "is not offered in a language that `--language` keeps",
        LimitName.EXCLUDE: "is left out by `--exclude`",
        LimitName.INCLUDE: "cannot stand beside what `--include` asks for",
        LimitName.FREE_ONLY: "is not free, as `--free-only` asks",
        LimitName.VERIFIABLE_ONLY: "cannot be verified, as `--verifiable-only` asks",
        LimitName.MIN_RECOGNITION: "is less recognized than `--min-recognition` asks",
        LimitName.HANDS_ON: "does not rest on practice, as `--hands-on` asks",
        LimitName.TOWARD: "cannot stand beside what `--toward` asks for",
    }
)
LEAST_WORDS: Final = {
    LimitName.BUDGET: "the cheapest step toward it",
    LimitName.HOURS: "the shortest step toward it",
    LimitName.BY: "the quickest step toward it",
    LimitName.MAX_CREDENTIALS: "the least step toward it",
}
BEST_BY: Final[Mapping[Preference, str]] = MappingProxyType(
    {
        Preference.BALANCED: "the best balance of money, hours and recognition",
        Preference.CHEAPEST: "the cheapest whole path",
        Preference.FASTEST: "the fastest whole path",
        Preference.FEWEST: "the path of fewest credentials",
        Preference.RECOGNIZED: "the best recognized path",
        Preference.HANDS_ON: "the most hands-on path",
    }
)


class FactTeller(msgspec.Struct, frozen=True):
    """Tells facts in the words of one catalog.

    `whole` is what a fact about no single credential speaks of.
    """

    names: Names
    whole: str = "any path that covers this as well"

    def tell(self, fact: Fact) -> str:
        """Return one fact as a clause that can follow `because` or `and`."""
        tellers: Mapping[type, Callable[[Any], str]] = {
            RoleNeeds: self.role_needs,
            OnlyAwardedBy: self.only_awarded_by,
            NothingAwards: self.nothing_awards,
            RuledOut: self.ruled_out,
            FigureUnknown: self.figure_unknown,
            NoLongerOffered: self.no_longer_offered,
            StackOutOfReach: self.stack_out_of_reach,
            PrerequisiteOutOfReach: self.prerequisite_out_of_reach,
            CorequisiteOutOfReach: self.corequisite_out_of_reach,
            OverLimit: self.over_limit,
            LimitsTogether: self.limits_together,
        }
        return tellers[type(fact)](fact)

    def role_needs(self, fact: RoleNeeds) -> str:
        """Say that `data-analyst` needs `sql` at level 3 (essential)."""
        asked = listed([f"`{each}`" for each in fact.requirement.skills], "or")
        return (
            f"`{fact.role}` needs {asked} at level {fact.requirement.level}"
            f" ({fact.requirement.necessity})"
        )

    def only_awarded_by(self, fact: OnlyAwardedBy) -> str:
        """Say that only `sql-advanced` awards `sql` at level 3."""
        awarding = [f"`{each}`" for each in fact.credentials]
        awarding += [f"the whole stack `{each}`" for each in fact.stacks]
        named = shortened(awarding)
        verb = "awards" if len(awarding) == 1 else "award"
        return f"only {named} {verb} `{fact.skill}` at level {fact.level}"

    def nothing_awards(self, fact: NothingAwards) -> str:
        """Say that nothing awards `sql` at level 3, the most being level 2."""
        if is_learned_at_work(fact.level, fact.best_level):
            return (
                f"nothing in the catalog awards `{fact.skill}` above level {fact.best_level}:"
                f" level {tell_level(fact.level)} is learned at work"
            )
        most = f"the most is level {fact.best_level}" if fact.best_level else "nor at any other"
        return f"nothing in the catalog awards `{fact.skill}` at level {fact.level} ({most})"

    def ruled_out(self, fact: RuledOut) -> str:
        """Say that `sql-advanced` is left out by `--exclude`."""
        return f"`{fact.credential}` {RULED_OUT_WORDS[fact.limit]}"

    def figure_unknown(self, fact: FigureUnknown) -> str:
        """Say that the price of `sql-advanced` is not known."""
        field = FIELD_WORDS.get(fact.field, fact.field)
        return f"{field} of `{fact.credential}` is not known, so no plan can count on it"

    def no_longer_offered(self, fact: NoLongerOffered) -> str:
        """Say of `sql-advanced` that it is offered until 2026-06-30 only."""
        return f"`{fact.credential}` is offered until {day(fact.until)} only, before the start"

    def stack_out_of_reach(self, fact: StackOutOfReach) -> str:
        """Say that the stack `diploma` cannot be completed."""
        return f"the stack `{fact.stack}` cannot be completed: too few of its members are in reach"

    def prerequisite_out_of_reach(self, fact: PrerequisiteOutOfReach) -> str:
        """Say that `sql-advanced` requires `sql` at level 2, out of reach."""
        if fact.skill is not None:
            asked = f"`{fact.skill}` at level {fact.level}"
        else:
            asked = listed([f"`{each}`" for each in fact.needed], "or")
        return f"`{fact.credential}` requires {asked}, which is out of reach"

    def corequisite_out_of_reach(self, fact: CorequisiteOutOfReach) -> str:
        """Say that `sql-lab` goes with `sql-theory`, out of reach."""
        return f"`{fact.credential}` goes with `{fact.needed}`, which is out of reach"

    def over_limit(self, fact: OverLimit) -> str:
        """Say that `sql-advanced` costs $400, over the budget of $300."""
        who = f"`{fact.credential}`" if fact.credential else self.whole
        needed, allowed = fact.needed, fact.allowed
        if isinstance(needed, dt.date) or isinstance(allowed, dt.date):
            ends = day(needed) if isinstance(needed, dt.date) else number(needed)
            limit = day(allowed) if isinstance(allowed, dt.date) else number(allowed)
            return f"{who} takes until {ends}, past {limit} (`--by`)"
        if fact.limit is LimitName.BUDGET:
            least = "" if fact.credential else "at least "
            return (
                f"{who} costs {least}{self.cash(needed)}, over the budget of {self.cash(allowed)}"
            )
        if fact.limit is LimitName.HOURS:
            return f"{who} takes {hours(needed)}, over the limit of {hours(allowed)}"
        if fact.limit is LimitName.MAX_CREDENTIALS:
            taken = counted(needed, "credential")
            return f"{who} takes {taken}, over the limit of {number(allowed)}"
        return f"{who} takes {number(needed)}, over the {number(allowed)} of `--{fact.limit}`"

    def limits_together(self, fact: LimitsTogether) -> str:
        """Say that `--budget` and `--by` cannot both be kept."""
        named = listed([f"`--{each}`" for each in fact.limits])
        if len(fact.limits) == 1:
            return f"{named} cannot be kept"
        return f"{named} can each be kept alone, but not together"

    def hint(self, relaxation: Relaxation) -> str:
        """Return the smallest change of one limit as advice."""
        return f"{self.change(relaxation)} covers every essential skill"

    def change(self, relaxation: Relaxation) -> str:
        """Return the change itself, as an option to type where there is one."""
        limit, value = relaxation.limit, relaxation.value
        if isinstance(value, dt.date):
            return f"`--{limit} {day(value)}`"
        if isinstance(value, str):
            let_in = {
                LimitName.EXCLUDE: f"not excluding `{value}`",
                LimitName.INCLUDE: f"not including `{value}`",
                LimitName.TOWARD: f"not asking for the whole of `{value}`",
            }
            return let_in.get(limit, f"letting `{value}` in despite `--{limit}`")
        if value is None:
            return f"leaving `--{limit}` out"
        if limit is LimitName.MIN_RECOGNITION:
            return f"`--{limit} {value:g}`"
        return f"`--{limit} {plain_number(value)}`"

    def cash(self, amount: float) -> str:
        """Write an amount of the catalog's currency."""
        return cash(amount, self.names.catalog.currency)


def plain_number(value: float) -> str:
    """Write a number so that it can be typed again: no thousands apart."""
    return number(value, decimals=2).replace(",", "")


def tell_chain(facts: Sequence[Fact], teller: FactTeller) -> list[str]:
    """Tell facts as clauses; several of one kind become one, where the first of them stood."""
    groups: dict[object, list[Fact]] = {}
    for place, fact in enumerate(facts):
        groups.setdefault(kind_of(fact) or place, []).append(fact)
    return [tell_group(group, teller) for group in groups.values()]


def kind_of(fact: Fact) -> tuple[str, ...] | None:
    """Return what a fact shares with others of its kind; None where it is told by itself."""
    if isinstance(fact, RuledOut):
        return ("ruled-out", fact.limit)
    if isinstance(fact, FigureUnknown):
        return ("unknown", fact.field)
    if isinstance(fact, OverLimit) and fact.credential is not None:
        return ("over", fact.limit)
    if isinstance(fact, PrerequisiteOutOfReach):
        return ("prerequisite", fact.skill or "", str(fact.level), *fact.needed)
    return None


def tell_group(group: Sequence[Fact], teller: FactTeller) -> str:
    """Tell facts of one kind in one clause."""
    first = group[0]
    if len(group) == 1:
        return teller.tell(first)
    named = shortened([f"`{each}`" for each in credentials_of(group)])
    if isinstance(first, RuledOut):
        return f"each of {named} {RULED_OUT_WORDS[first.limit]}"
    if isinstance(first, FigureUnknown):
        return f"{FIELD_WORDS.get(first.field, first.field)} of {named} is not known"
    if isinstance(first, PrerequisiteOutOfReach):
        told = teller.tell(first)
        return f"each of {named} {told.split('` ', 1)[1]}"
    least = min(
        (each for each in group if isinstance(each, OverLimit)),
        key=lambda each: (str(each.needed) if each.limit is LimitName.BY else "", needed(each)),
    )
    lead = LEAST_WORDS.get(least.limit, "the least step toward it")
    return f"{lead}, {teller.tell(least).replace('` ', '`, ', 1)}"


def credentials_of(group: Sequence[Fact]) -> list[str]:
    """Return the credentials that facts speak of."""
    return [
        each.credential
        for each in group
        if isinstance(each, RuledOut | FigureUnknown | PrerequisiteOutOfReach)
    ]


def needed(fact: OverLimit) -> float:
    """Return what a fact says is needed, as a number to compare."""
    return fact.needed if isinstance(fact.needed, int | float) else 0.0


def tell_reason(step: Step, request: PlanRequest, names: Names, *, is_proven: bool = True) -> str:
    """Return the reason of a step as one sentence without a full stop.

    Of a path that is not proven no more is claimed than that it is the best that was found.
    """
    reason = step.reason
    match reason.kind:
        case ReasonKind.ONLY_WAY:
            where = "in this catalog" if request.limits == Limits() else "within your limits"
            return f"the only way {where} to {aims(step, names)}"
        case ReasonKind.BEST_WAY:
            best = BEST_BY[request.prefer]
            found = "" if is_proven else " that was found"
            return f"of the ways to {aims(step, names)}, this one gives {best}{found}"
        case ReasonKind.UNLOCKS:
            later = [names.credential(each) for each in reason.unlocks or step.unlocks]
            return f"required before {shortened(later)}" if later else "required first"
        case ReasonKind.ACCOMPANIES:
            others = shortened([names.credential(each) for each in reason.accompanies])
            return f"it goes with {others}: one is not had without the other"
        case ReasonKind.COMPLETES_STACK:
            stacks = shortened([names.stack(each) for each in reason.stacks])
            worth = ", which is worth more than its parts" if is_proven else ""
            return f"it completes {stacks}{worth}"
        case ReasonKind.INCLUDED:
            return "you asked for it with `--include`"


def aims(step: Step, names: Names) -> str:
    """Return the skills that the reason speaks of, with the levels the step takes them to."""
    levels = {each.skill: each.to_level for each in step.closes}
    told = [
        f"{names.skill(each)}{f' at level {levels[each]}' if each in levels else ''}"
        for each in step.reason.skills or tuple(levels)
    ]
    return shortened(told)

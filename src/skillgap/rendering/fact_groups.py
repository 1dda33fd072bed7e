"""Facts of one kind told in one clause, so that a chain stays short enough to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from skillgap.planning.facts import (
    Fact,
    FigureUnknown,
    LimitName,
    OverLimit,
    PrerequisiteOutOfReach,
    RuledOut,
)
from skillgap.rendering.facts_text import FIELD_WORDS, RULED_OUT_WORDS, FactTeller
from skillgap.rendering.figures import shortened

LEAST_WORDS: Final = {
    LimitName.BUDGET: "the cheapest step toward it",
    LimitName.HOURS: "the shortest step toward it",
    LimitName.BY: "the quickest step toward it",
    LimitName.MAX_CREDENTIALS: "the least step toward it",
}


def tell_chain(facts: Sequence[Fact], teller: FactTeller) -> list[str]:
    """Tell facts as clauses; several of one kind become one, where the first of them stood."""
    groups: dict[object, list[Fact]] = {}
    for place, fact in enumerate(facts):
        groups.setdefault(kind_of(fact) or place, []).append(fact)
    return [tell_group(group, teller) for group in groups.values()]


def kind_of(fact: Fact) -> tuple[str, ...] | None:
    """Give what a fact shares with others of its kind; None where it is told by itself."""
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


def needed(fact: OverLimit) -> float:
    """Give what a fact says is needed, as a number to compare."""
    return fact.needed if isinstance(fact.needed, int | float) else 0.0


def credentials_of(group: Sequence[Fact]) -> list[str]:
    """Give the credentials that facts speak of."""
    return [
        each.credential
        for each in group
        if isinstance(each, RuledOut | FigureUnknown | PrerequisiteOutOfReach)
    ]

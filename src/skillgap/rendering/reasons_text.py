"""Why a step is on the path, as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from skillgap.planning.request import Limits, PlanRequest, Preference
from skillgap.planning.result import Reason, ReasonKind, Step
from skillgap.rendering.figures import shortened
from skillgap.rendering.names import Names

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


def tell_reason(step: Step, request: PlanRequest, names: Names) -> str:
    """Give the reason of a step as one sentence without a full stop."""
    reason = step.reason
    tellers = {
        ReasonKind.ONLY_WAY: only_way,
        ReasonKind.BEST_WAY: best_way,
        ReasonKind.UNLOCKS: unlocks,
        ReasonKind.ACCOMPANIES: accompanies,
        ReasonKind.COMPLETES_STACK: completes,
        ReasonKind.INCLUDED: included,
    }
    return tellers[reason.kind](reason, step, request, names)


def only_way(reason: Reason, step: Step, request: PlanRequest, names: Names) -> str:
    """Say that it is the only way to SQL."""
    where = "in this catalog" if request.limits == Limits() else "within your limits"
    return f"the only way {where} to {aims(reason, step, names)}"


def best_way(reason: Reason, step: Step, request: PlanRequest, names: Names) -> str:
    """Say that of several ways to SQL this one makes the cheapest whole path."""
    return f"of the ways to {aims(reason, step, names)}, this one gives {BEST_BY[request.prefer]}"


def unlocks(reason: Reason, step: Step, request: PlanRequest, names: Names) -> str:
    """Say that it is required before Advanced SQL."""
    del request
    later = [names.credential(each) for each in reason.unlocks or step.unlocks]
    return f"required before {shortened(later)}" if later else "required first"


def accompanies(reason: Reason, step: Step, request: PlanRequest, names: Names) -> str:
    """Say that SQL Lab is taken with it."""
    del step, request
    others = [names.credential(each) for each in reason.accompanies]
    return f"it goes with {shortened(others)}: one is not had without the other"


def completes(reason: Reason, step: Step, request: PlanRequest, names: Names) -> str:
    """Say that it completes the Data Diploma."""
    del step, request
    stacks = [names.stack(each) for each in reason.stacks]
    return f"it completes {shortened(stacks)}, which is worth more than its parts"


def included(reason: Reason, step: Step, request: PlanRequest, names: Names) -> str:
    """Say that the person asked for it."""
    del reason, step, request, names
    return "you asked for it with `--include`"


def aims(reason: Reason, step: Step, names: Names) -> str:
    """Give the skills a reason speaks of, with the levels the step takes them to."""
    levels = {each.skill: each.to_level for each in step.closes}
    skills = reason.skills or tuple(levels)
    told = [
        f"{names.skill(each)}{f' at level {levels[each]}' if each in levels else ''}"
        for each in skills
    ]
    return shortened(told)

"""What O*NET and ESCO say of one requirement, and the level and importance that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from choices import REASONS, Choice, RoleChoice
from facts import Facts, Rating
from levels import Place, is_of_managers, zone_problems

ONET, ESCO = "O*NET 29.3", "ESCO 1.2.0"
COMMODITY = re.compile(r"\d{8}")
STANDINGS = ("hot and in demand", "hot", "in demand", "listed")
RELATIONS = ("essential", "optional")
BANDS = {"hot and in demand": (0.8, 0.95), "hot": (0.5, 0.75)}
Alignments = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry of an outside framework; `standing` is how it marks the entry, in a word."""

    framework: str
    code: str
    name: str
    standing: str = ""
    level: float | None = None
    importance: float | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement as the role file has it."""

    choice: Choice
    level: int
    importance: float
    evidence: tuple[Evidence, ...]
    note: str
    rating: Rating | None = None


def derive(
    role: RoleChoice,
    choice: Choice,
    alignments: Alignments,
    facts: Facts,
    others: dict[str, list[float]],
) -> Requirement:
    """Find the evidence; O*NET's rating decides where no level was chosen.

    `others` holds each element's levels in the occupations that it matters to.
    """
    listed = tuple(_listed(role, choice, alignments, facts))
    if not choice.element:
        level, importance = choice.level, choice.importance
        if level is None or importance is None:
            raise SystemExit(f"{role.id}: {choice.skills} has neither a level nor an element")
        note = f"{_told(listed)}; {_by_hand(choice)}"
        return Requirement(choice, level, importance, listed, note)
    rating = _rating(role, choice, facts)
    rated = Evidence(ONET, rating.code, rating.name, "", rating.level, rating.importance)
    place = Place(rating.level, others[rating.code])
    level, importance = place.level, derived_importance(rating.importance)
    if choice.level is None or choice.importance is None:
        note = f"{_placed(place)}; importance follows O*NET"
    else:
        note = f"O*NET alone would ask for level {level}; {_by_hand(choice)}"
        level, importance = choice.level, choice.importance
    if role.rated_as:
        title = facts.titles[role.rated_as]
        note += f" ({role.rated_as} {title}, the nearest occupation that O*NET rates)"
    return Requirement(choice, level, importance, (rated, *listed), note, rating)


def derived_importance(onet_importance: float) -> float:
    """O*NET's 1 to 5 as a share of 0 to 1: `(x - 1) / 4`."""
    return round((onet_importance - 1) / 4, 2)


def _rating(role: RoleChoice, choice: Choice, facts: Facts) -> Rating:
    name, _, code = choice.element.partition("@")
    found = [
        rating
        for rating in facts.ratings.get(role.rated, ())
        if rating.name == name and code in ("", rating.code)
    ]
    if len(found) != 1:
        raise SystemExit(f"{role.id}: {choice.element} has {len(found)} ratings in {role.rated}")
    return found[0]


def _listed(
    role: RoleChoice, choice: Choice, alignments: Alignments, facts: Facts
) -> list[Evidence]:
    found: list[Evidence | None] = []
    for skill in choice.skills:
        for alignment in alignments[skill]:
            if alignment["framework"] == "ESCO":
                found.append(_esco_entry(role, alignment["url"], facts))
            elif COMMODITY.fullmatch(alignment["code"]):
                found.append(_tool_entry(role, alignment["name"], facts))
    found += [_named_tool(role, name, facts) for name in choice.onet_tools]
    found += [_named_esco(role, label, facts) for label in choice.esco_skills]
    return [entry for entry in found if entry]


def _tool_entry(role: RoleChoice, name: str, facts: Facts) -> Evidence | None:
    tools = [
        tool
        for occupation in role.onet_soc
        for tool in facts.tools.get(occupation, ())
        if tool.name == name
    ]
    if not tools:
        return None
    best = min(tools, key=lambda tool: STANDINGS.index(tool.standing))
    return Evidence(ONET, best.code, best.name, best.standing)


def _esco_entry(role: RoleChoice, uri: str, facts: Facts) -> Evidence | None:
    for label in role.esco:
        relation = facts.relations.get((facts.occupations[label].uri, uri))
        if relation:
            return Evidence(ESCO, uri, relation[1], relation[0])
    return None


def _named_tool(role: RoleChoice, name: str, facts: Facts) -> Evidence:
    entry = _tool_entry(role, name, facts)
    if entry is None:
        raise SystemExit(f"{role.id}: O*NET lists no `{name}` for it")
    return entry


def _named_esco(role: RoleChoice, label: str, facts: Facts) -> Evidence:
    occupations = {facts.occupations[name].uri for name in role.esco}
    for (occupation, uri), (relation, name) in facts.relations.items():
        if name == label and occupation in occupations:
            return Evidence(ESCO, uri, name, relation)
    raise SystemExit(f"{role.id}: ESCO relates no `{label}` to it")


def _told(listed: tuple[Evidence, ...]) -> str:
    told = []
    for framework, standings in (("O*NET", STANDINGS), ("ESCO", RELATIONS)):
        for standing in standings:
            names = [
                entry.name
                for entry in listed
                if entry.standing == standing and entry.framework.startswith(framework)
            ]
            if names:
                told.append(f"{', '.join(names)}: {standing} in {framework}")
    return "; ".join(told) or "No direct entry in O*NET or ESCO for this occupation"


def _placed(place: Place) -> str:
    return (
        f"Level follows O*NET: rated above {place.percent} % of the {place.count} occupations"
        " that it is important in"
    )


def _by_hand(choice: Choice) -> str:
    return f"level and importance are a hand choice: {REASONS[choice.reason]}"


def band_problems(role: RoleChoice, requirement: Requirement) -> list[str]:
    """Tell where a hand-made importance leaves the band of a tool's standing in O*NET."""
    choice = requirement.choice
    standings = {entry.standing for entry in requirement.evidence if entry.framework == ONET}
    for standing, (lowest, highest) in BANDS.items():
        if standing in standings:
            if choice.element or lowest <= requirement.importance <= highest:
                return []
            told = f"{role.id}: {' | '.join(choice.skills)} is {standing} in O*NET"
            return [f"{told}, so {lowest} to {highest} is asked, not {requirement.importance}"]
    return []


def level_problems(role: RoleChoice, requirement: Requirement, facts: Facts) -> list[str]:
    """Tell where a level is not what its reason or the Job Zone lets it be."""
    choice = requirement.choice
    if choice.reason == "entry" and is_of_managers(role):
        told = f"{role.id}: {' | '.join(choice.skills)} is chosen as at the start"
        return [f"{told}, and managers do not begin there: leave it to O*NET"]
    if choice.level is None:
        return zone_problems(role, choice.element, requirement.level, facts)
    return []


def order_problems(derived: dict[RoleChoice, list[Requirement]]) -> list[str]:
    """Tell where a role asks less than another of its family that O*NET rates lower for it.

    Managers are no measure for others: a role of theirs is not meant as it is entered.
    """
    rated: dict[tuple[str, str, tuple[str, ...]], list[tuple[RoleChoice, Requirement, Rating]]] = {}
    for role, requirements in derived.items():
        for each in requirements:
            if each.rating is not None:
                key = role.family, each.rating.code, each.choice.skills
                rated.setdefault(key, []).append((role, each, each.rating))
    return [
        f"{upper.id} asks less of {' | '.join(skills)} than {lower.id}, which O*NET rates lower"
        for (_, _, skills), found in rated.items()
        for upper, more, above in found
        for lower, less, below in found
        if above.level > below.level and more.level < less.level and not is_of_managers(lower)
    ]

"""The level of a requirement that follows O*NET: the occupation's place among all it matters to.

O*NET rates nearly everything between 3 and 4 of 7, so the figure itself tells occupations hardly
apart. What tells them apart is how many others are rated lower for the same element. Compared are
the occupations to which the element matters, those for which O*NET rates it important or more;
the lowest fifth of them ask for level 1, the highest for level 5. Job Zones check it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from choices import RoleChoice
from facts import Facts

LEVELS = 5
IMPORTANT = 3.0
"""O*NET's importance 3 of 5 is called "important"."""

FARTHEST_FROM_ZONE = 2
"""Levels and Job Zones both run from 1 to 5; what lies farther apart is for a person to decide."""

MANAGEMENT = "11-"
"""The major group of management occupations, which are not entered at the start."""


class Place:
    """Where a rating lies among those of the occupations that an element matters to."""

    def __init__(self, rating: float, others: Sequence[float]) -> None:
        """Count what is lower than the rating; `others` ascend."""
        self.count = len(others)
        self.doubled = bisect_left(others, rating) + bisect_right(others, rating)

    @property
    def percent(self) -> int:
        """The share that is rated lower, of equal ratings half, in whole percent."""
        return round(50 * self.doubled / self.count)

    @property
    def level(self) -> int:
        """The fifth that it lies in, from 1 to 5."""
        return min(LEVELS, 1 + LEVELS * self.doubled // (2 * self.count))


def compared(facts: Facts) -> dict[str, list[float]]:
    """Each element's levels in the occupations that it matters to, ascending."""
    found: dict[str, list[float]] = {}
    for ratings in facts.ratings.values():
        for rating in ratings:
            if rating.importance >= IMPORTANT:
                found.setdefault(rating.code, []).append(rating.level)
    return {code: sorted(levels) for code, levels in found.items()}


def zone_means(facts: Facts) -> dict[int, float]:
    """Of each Job Zone the mean level that all its occupations would be given."""
    others = compared(facts)
    levels: dict[int, list[int]] = {}
    for occupation, ratings in facts.ratings.items():
        levels.setdefault(facts.job_zones[occupation], []).extend(
            Place(rating.level, others[rating.code]).level
            for rating in ratings
            if rating.importance >= IMPORTANT
        )
    return {zone: fmean(levels[zone]) for zone in sorted(levels)}


def rule_problems(facts: Facts) -> list[str]:
    """Tell where occupations of a higher Job Zone would not be given higher levels on the whole."""
    means = list(zone_means(facts).items())
    return [
        f"Job Zone {zone} is given {mean:.2f} on the whole, no more than zone {below}"
        for (below, mean_below), (zone, mean) in pairwise(means)
        if mean <= mean_below
    ]


def zone_problems(role: RoleChoice, element: str, level: int, facts: Facts) -> list[str]:
    """Tell where a level that follows O*NET lies far from the role's own Job Zone."""
    zone = facts.job_zones[role.onet_soc[0]]
    if abs(level - zone) <= FARTHEST_FROM_ZONE:
        return []
    return [f"{role.id}: {element} comes out at level {level} in Job Zone {zone}: choose by hand"]


def is_of_managers(role: RoleChoice) -> bool:
    """Whether O*NET counts the role among management occupations."""
    return role.onet_soc[0].startswith(MANAGEMENT)

"""How well a skill is held: five levels after Dreyfus, 0 for none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NONE: Final = 0
NOVICE: Final = 1
ADVANCED_BEGINNER: Final = 2
COMPETENT: Final = 3
PROFICIENT: Final = 4
EXPERT: Final = 5

LEVELS: Final = range(NOVICE, EXPERT + 1)

LEVEL_NAMES: Mapping[int, str] = MappingProxyType(
    {
        NONE: "none",
        NOVICE: "novice",
        ADVANCED_BEGINNER: "advanced beginner",
        COMPETENT: "competent",
        PROFICIENT: "proficient",
        EXPERT: "expert",
    }
)

DEFAULT_HELD_LEVEL: Final = ADVANCED_BEGINNER
"""The level of a skill that a person names without one.

Why: to claim less than they can do costs them time; to claim more spoils the plan. Level 2 is what
"I have used it" means on the scale.
"""


def level_from_onet(rating: float) -> int:
    """Map an O*NET level rating of 0-7 to a proficiency level by `ceil(5x/7)`."""
    return math.ceil(5 * rating / 7)


def is_learned_at_work(level: int, best_level: int) -> bool:
    """Return whether a level above the best that anything awards is one that work brings.

    Why: after Dreyfus, proficiency grows from many cases of one's own. Where the skill is taught at
    all, being proficient or more beyond what is taught is no gap of the catalog.
    """
    return level >= PROFICIENT and 0 < best_level < level

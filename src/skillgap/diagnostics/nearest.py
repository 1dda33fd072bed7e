"""When a misspelled id can only have meant one other."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 4
LONG: Final = 10
"""An id of so many letters may have two mistakes, a shorter one has one."""


def certain_correction(name: str, ids: Iterable[str]) -> str | None:
    """Return the id that a misspelled one must have meant, None where there is any doubt.

    Doubt is a short id, another number in it, a second id almost as near.
    """
    if len(name) < SHORTEST:
        return None
    allowed = 2 if len(name) >= LONG else 1
    near = difflib.get_close_matches(name, ids, n=3, cutoff=0.75)
    ranked = sorted((edit_distance(name, each), each) for each in near)
    if not ranked or ranked[0][0] > allowed or numbers(name) != numbers(ranked[0][1]):
        return None
    if len(ranked) > 1 and ranked[1][0] <= ranked[0][0] + 1:
        return None
    return ranked[0][1]


def numbers(text: str) -> list[str]:
    """Return the numbers in a text."""
    return re.findall("[0-9]+", text)


def edit_distance(one: str, other: str) -> int:
    """Count the letters to put in, take out, change or swap with their neighbor."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        here = [row]
        for column, right in enumerate(other, 1):
            cost = min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (left != right))
            is_swap = row > 1 and column > 1 and (left, right) == (other[column - 2], one[row - 2])
            here.append(min(cost, before[column - 2] + 1) if is_swap else cost)
        before, last = last, here
    return last[-1]

"""The few rows worth comparing, found by rare words and rare letters first."""

from collections import Counter
from collections.abc import Mapping
from itertools import chain
from math import sqrt

import msgspec

from skillgap.matching.index import MatchIndex, grams
from skillgap.matching.letters import near_names
from skillgap.matching.names import find_initials
from skillgap.matching.query import Wording

MOST_VISITS = 1500
MOST_VISITS_OF_ALL = 5000
MOST_SPELLED = 30
WORTH_A_LOOK = 0.5


class Reach(msgspec.Struct, frozen=True):
    """How many rows are worth comparing for their words, and for their letters.

    `visits` is how many list items may be visited for letters in a small index.
    """

    by_words: int = 10
    by_letters: int = 6
    visits: int = 400


def find_rows(
    index: MatchIndex, query: Wording, meant: dict[str, dict[str, float]], reach: Reach
) -> list[int]:
    """Return the rows whose words or letters agree most with the query, nearest not first.

    `meant` maps each word family of the query to the families it may mean, with a share of 0 to 1.
    Visits at most some thousands of list items, rare ones first, so that time is bounded.
    """
    rows = set(find_by_words(index, meant, reach))
    rows.update(find_by_letters(index, query.squeezed, reach))
    rows.update(find_by_initials(index, query))
    rows.update(near_names(index, query.squeezed))
    return sorted(rows)


def most_visits(index: MatchIndex, least: int) -> int:
    """Return how many list items may be visited: more of a large index, whose lists are longer."""
    return max(least, min(MOST_VISITS_OF_ALL, len(index.names) // 8))


def find_by_initials(index: MatchIndex, query: Wording) -> list[int]:
    """Find the rows that the query is the initials of, and those that are its initials."""
    found: list[int] = []
    if len(query.squeezed) < 7:
        spelled = index.rows_with_initials(query.squeezed)
        if len(spelled) <= MOST_SPELLED:
            found += spelled
    for initials in find_initials(query.normal.split()):
        found += index.keys.get(initials, ())
    return found


def find_by_words(index: MatchIndex, meant: dict[str, dict[str, float]], reach: Reach) -> list[int]:
    """Return the rows that share the weightiest words, for their length."""
    lists = []
    for others in meant.values():
        for word, share in others.items():
            rows = index.rows_with_word(word)
            if rows:
                lists.append((len(rows), share * index.weigh(word), word))
    lists.sort()
    score: dict[int, float] = {}
    get = score.get
    visits = 0
    most = most_visits(index, max(MOST_VISITS, reach.visits))
    for count, weight, word in lists:
        visits += count
        if visits > most and score:
            break
        for row in index.rows_with_word(word):
            score[row] = get(row, 0.0) + weight
    return nearest(score, index, reach.by_words)


def nearest(score: Mapping[int, float], index: MatchIndex, limit: int) -> list[int]:
    """Return the rows with the best score for their length."""
    if len(score) <= limit:
        return list(score)
    least = WORTH_A_LOOK * max(score.values())
    names = index.names
    sized = [
        (value / sqrt(len(names[row]) + 8.0), row) for row, value in score.items() if value >= least
    ]
    sized.sort(reverse=True)
    return [row for _, row in sized[:limit]]


def find_by_letters(index: MatchIndex, squeezed: str, reach: Reach) -> list[int]:
    """Return the rows that share the rarest three letters in a row.

    A rare three count up to three times as much as a common one: a row stands once in the list for
    each, and `Counter` counts lists faster than a loop adds numbers.
    """
    found = map(index.rows_with_gram, sorted(set(grams(squeezed))))
    total = len(index.names)
    visits = 0
    most = most_visits(index, reach.visits)
    counted: list[tuple[int, ...]] = []
    for rows in sorted(filter(None, found), key=len):
        count = len(rows)
        visits += count
        if visits > most and counted:
            break
        counted.append(rows if count * 20 > total else rows * (2 if count * 200 > total else 3))
    return nearest(Counter(chain.from_iterable(counted)), index, reach.by_letters)

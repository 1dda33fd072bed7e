"""The few rows worth comparing, found by rare words and rare letters first."""

from math import sqrt

from skillgap.matching.index import MatchIndex, grams
from skillgap.matching.letters import near_names
from skillgap.matching.names import find_initials
from skillgap.matching.query import Wording

MOST_VISITS = 5000
ROWS_BY_WORDS = 40
ROWS_BY_LETTERS = 25
MOST_SPELLED = 30
WORTH_A_LOOK = 0.35


def find_rows(index: MatchIndex, query: Wording, meant: dict[str, dict[str, float]]) -> list[int]:
    """Give the rows whose words or letters agree most with the query, nearest not first.

    `meant` maps each word family of the query to the families it may mean, with a share of 0 to 1.
    Visits at most some thousands of list items, rare ones first, so that time is bounded.
    """
    rows = set(find_by_words(index, meant))
    rows.update(find_by_letters(index, query.squeezed))
    rows.update(find_by_initials(index, query))
    rows.update(near_names(index, query.squeezed))
    return sorted(rows)


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


def find_by_words(index: MatchIndex, meant: dict[str, dict[str, float]]) -> list[int]:
    """Give the rows that share the weightiest words, for their length."""
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
    for count, weight, word in lists:
        visits += count
        if visits > MOST_VISITS and score:
            break
        for row in index.rows_with_word(word):
            score[row] = get(row, 0.0) + weight
    return nearest(score, index, ROWS_BY_WORDS)


def nearest(score: dict[int, float], index: MatchIndex, limit: int) -> list[int]:
    """Give the rows with the best score for their length."""
    if len(score) <= limit:
        return list(score)
    least = WORTH_A_LOOK * max(score.values())
    names = index.names
    sized = [
        (value / sqrt(len(names[row]) + 8.0), row) for row, value in score.items() if value >= least
    ]
    sized.sort(reverse=True)
    return [row for _, row in sized[:limit]]


def find_by_letters(index: MatchIndex, squeezed: str) -> list[int]:
    """Give the rows that share the rarest three letters in a row."""
    lists = []
    for gram in set(grams(squeezed)):
        rows = index.rows_with_gram(gram)
        if rows:
            lists.append((len(rows), gram))
    lists.sort()
    score: dict[int, float] = {}
    get = score.get
    visits = 0
    total = len(index.names)
    for count, gram in lists:
        visits += count
        if visits > MOST_VISITS and score:
            break
        weight = 1.0 if count * 20 > total else 2.0 if count * 200 > total else 3.0
        for row in index.rows_with_gram(gram):
            score[row] = get(row, 0.0) + weight
    return nearest(score, index, ROWS_BY_LETTERS)

"""Words and names that a slip of the hand may have stood for."""

from itertools import pairwise

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from skillgap.matching.index import MatchIndex
from skillgap.matching.lexicon import family_of
from skillgap.matching.normalize import normalize
from skillgap.matching.query import LONGEST_COMPARED, Wording

NEAR_WORD = 74.0
NEAR_NAME = 60.0
LONGEST_SLIPPED = 16
MOST_NEAR = 6
LEAST_SLIPPED, LONGEST_WORD = 4, 40
MOST_KEPT = 20_000
"""Unknown words whose nearest are kept, since people's words repeat."""


def find_meant(index: MatchIndex, query: Wording) -> dict[str, dict[str, float]]:
    """For each word family of the query, the families of the index it may mean, 0 to 1 each."""
    known = index.word_rows
    meant: dict[str, dict[str, float]] = {}
    said = query.families
    for word, family in zip(query.words, said, strict=True):
        if family in known:
            meant[family] = {**index.substitutes.get(family, {}), family: 1.0}
        else:
            meant[family] = dict(near_words(index, word))
    for (first, start), (second, end) in pairwise(zip(said, query.words, strict=True)):
        glued = family_of(start + end)
        if glued in known:
            meant[first][glued] = meant[second][glued] = 1.0
    return meant


def near_words(index: MatchIndex, word: str) -> dict[str, float]:
    """Word families of the index that an unknown word may be a slip of, 0 to 1 each."""
    kept: dict[str, float] | None = index.near.get(word)
    if kept is not None:
        return kept
    found: dict[str, float] = {}
    if LEAST_SLIPPED <= len(word) <= LONGEST_WORD:
        known = index.known_words(len(word))
        near = extract(word, known, scorer=ratio, score_cutoff=NEAR_WORD, limit=MOST_NEAR)
        for other, score, _ in near:
            family = family_of(other)
            found[family] = max(found.get(family, 0.0), (score - 40.0) / 60.0)
    if len(index.near) < MOST_KEPT:
        index.near[word] = found
    return found


def near_names(index: MatchIndex, squeezed: str) -> list[int]:
    """Find the rows with names about as long as this one and spelled nearly so.

    Why: one slip in a short word leaves too few letters in a row to find it by.
    """
    if not 2 < len(squeezed) <= LONGEST_SLIPPED:
        return []
    found: list[tuple[float, int]] = []
    for length in range(len(squeezed) - 2, len(squeezed) + 3):
        names = index.names_of_length(length)
        near = extract(squeezed, names, scorer=ratio, score_cutoff=NEAR_NAME, limit=MOST_NEAR)
        found += [(-score, row) for _, score, row in near]
    found.sort()
    return [row for _, row in found[:MOST_NEAR]]


def fill_up(
    index: MatchIndex, text: str, found: tuple[tuple[int, float], ...], limit: int
) -> tuple[tuple[int, float], ...]:
    """Add to the entries found those whose labels are spelled most alike, at no chance.

    Why: somebody whose title is not known is still to be shown what is.
    """
    taken = {owner for owner, _ in found}
    labels = {
        owner: normalize(label) for owner, label in enumerate(index.labels) if owner not in taken
    }
    more = extract(
        normalize(text)[:LONGEST_COMPARED], labels, scorer=ratio, limit=limit - len(found)
    )
    return (*found, *((owner, 0.0) for _, _, owner in more))

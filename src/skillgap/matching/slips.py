"""The one entry whose whole name a slip of the hand may have turned into the query."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from skillgap.matching.index import MatchIndex
from skillgap.matching.lexicon import family_of
from skillgap.matching.query import Wording
from skillgap.matching.rerank import FEATURES, see_wording

SHORTEST, LONGEST = 4, 20
TWO_SLIPS_FROM = 17
"""Letters of query and name together from which two slips are a small part of them."""

NEARLY_ALL, HALF = 0.9, 0.5
COVERED = FEATURES.index("query covered")
BEGINS = FEATURES.index("one begins the other")
INITIALS = (FEATURES.index("query is initials"), FEATURES.index("name is initials"))

Pooled = tuple[float, int]
"""How much an entry agrees, and its number."""


def prefer_slip(
    index: MatchIndex,
    query: Wording,
    rows: Sequence[int],
    features: Sequence[Sequence[float]],
    ranked: Sequence[Pooled],
) -> list[Pooled]:
    """Put the entry first that alone is a slip or two from the query, unless the first explains it.

    Why: one swap in a short name leaves no words and hardly any letters in a row that agree, so
    that a name which shares half of it would win.
    """
    kept = list(ranked)
    if len(kept) < 2 or not may_be_slip(index, query):
        return kept
    slips = count_slips(index, query, rows)
    fewest = [owner for owner, count in slips.items() if count == min(slips.values())]
    first = kept[0][1]
    if len(fewest) != 1 or fewest[0] == first:
        return kept
    if any(
        index.owners[row] == first and explains(index, query, row, one)
        for row, one in zip(rows, features, strict=True)
    ):
        return kept
    return sorted(kept, key=lambda each: each[1] != fewest[0])


def may_be_slip(index: MatchIndex, query: Wording) -> bool:
    """Whether a query is of a length to be mistyped, with a word that stands in no name."""
    return SHORTEST <= len(query.squeezed) <= LONGEST and any(
        family_of(word) not in index.word_rows for word in query.normal.split()
    )


def count_slips(index: MatchIndex, query: Wording, rows: Sequence[int]) -> dict[int, int]:
    """Count, for each entry near enough, the letters dropped, added, replaced or swapped."""
    found: dict[int, int] = {}
    length = len(query.squeezed)
    for row in rows:
        name = see_wording(index, row)
        most = 2 if length + len(name.squeezed) >= TWO_SLIPS_FROM else 1
        if abs(len(name.squeezed) - length) > most:
            continue
        count = min(
            OSA.distance(query.normal, name.normal, score_cutoff=most),
            OSA.distance(query.squeezed, name.squeezed, score_cutoff=most),
        )
        if count <= most:
            owner = index.owners[row]
            found[owner] = min(found.get(owner, most), count)
    return found


def explains(index: MatchIndex, query: Wording, row: int, features: Sequence[float]) -> bool:
    """Whether a name accounts for the query by its words, as its initials or as its beginning."""
    if features[COVERED] > NEARLY_ALL or any(features[each] for each in INITIALS):
        return True
    is_beginning = len(see_wording(index, row).squeezed) >= len(query.squeezed)
    return is_beginning and features[BEGINS] >= HALF

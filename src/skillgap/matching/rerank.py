"""How much one name agrees with a query, as a row of numbers between about -1 and 1."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import log

import msgspec
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from skillgap.matching.index import MatchIndex
from skillgap.matching.names import ALIAS, DERIVED, find_initials
from skillgap.matching.query import Wording, read_name

FEATURES = (
    "letters",
    "sorted letters",
    "opening letters",
    "query covered",
    "name covered",
    "query covered by the same words",
    "last word",
    "first word",
    "number missing in name",
    "number missing in query",
    "symbols differ",
    "query is initials",
    "name is initials",
    "one begins the other",
    "alias",
    "derived",
    "length",
    "same key",
    "same words",
    "weightiest word left over in query",
    "weightiest word left over in name",
    "entry's other names",
    "names of entry",
    "short query letters",
    "one-word letters",
    "all of query in name",
    "all of name in query",
    "words left over in name",
    "words left over in query",
    "words left over in both",
    "near spelling",
    "nearest spelling",
)
COUNTS_AS_COVERED = 0.5
SHORT_QUERY = 5
NEAR, HALF_NEAR = 0.8, 0.6

Meant = Mapping[str, Mapping[str, float]]


class NameView(msgspec.Struct, frozen=True):
    """What is compared of one name: its wording, its words in order, its initials, its weight."""

    wording: Wording
    ordered: str
    initials: frozenset[str]
    weight: float


class QueryView(msgspec.Struct, frozen=True):
    """What is compared of a query: its wording, its words in order with weights, its initials."""

    wording: Wording
    ordered: str
    initials: frozenset[str]
    weights: tuple[float, ...]
    total: float
    meant: Meant


def compare(
    index: MatchIndex, query: Wording, meant: Meant, rows: Sequence[int]
) -> list[list[float]]:
    """Return the features of each row, in the order of `FEATURES`."""
    weights = tuple(map(index.weigh, query.families))
    initials = find_initials(query.normal.split()) if len(query.families) > 1 else ()
    view = QueryView(query, query.ordered, frozenset(initials), weights, sum(weights) or 1.0, meant)
    found = [compare_name(index, view, row) for row in rows]
    nearest = max((features[0] for features in found), default=0.0)
    for features in found:
        letters = features[0]
        features.append(max(0.0, letters - NEAR) / (1.0 - NEAR))
        features.append(max(0.0, letters - HALF_NEAR) if letters == nearest else 0.0)
    return found


def compare_name(index: MatchIndex, query: QueryView, row: int) -> list[float]:
    """Return the features of one row, but for those that need the other rows."""
    name = see(index, row)
    said, others = query.wording, name.wording
    squeezed, other_squeezed = said.squeezed, others.squeezed
    length, other_length = len(squeezed), len(other_squeezed)
    letters = ratio(squeezed, other_squeezed) / 100.0
    covered, same, left_query, left_query_count, reached = cover_query(query, others)
    name_covered, left_name, left_name_count = cover_name(index, others, reached)
    name_covered /= name.weight
    topic_covered, name_count = cover_by_entry(index, query, index.owners[row])
    last, head = said.families[-1], others.families[-1]
    begins = 0.0
    if other_squeezed.startswith(squeezed):
        begins = length / other_length
    elif squeezed.startswith(other_squeezed):
        begins = other_length / length
    kind = index.kinds[row]
    return [
        letters,
        ratio(query.ordered, name.ordered) / 100.0,
        JaroWinkler.normalized_similarity(squeezed, other_squeezed),
        covered,
        name_covered,
        same,
        1.0 if head == last else query.meant.get(last, {}).get(head, 0.0),
        1.0 if others.families[0] == said.families[0] else 0.0,
        1.0 if said.numbers - others.numbers else 0.0,
        1.0 if others.numbers - said.numbers else 0.0,
        1.0 if said.symbols != others.symbols else 0.0,
        1.0 if squeezed in name.initials else 0.0,
        1.0 if other_squeezed in query.initials else 0.0,
        begins,
        1.0 if kind == ALIAS else 0.0,
        1.0 if kind == DERIVED else 0.0,
        abs(log((length + 2.0) / (other_length + 2.0))),
        1.0 if squeezed == other_squeezed else 0.0,
        1.0
        if said.families == others.families or set(said.families) == set(others.families)
        else 0.0,
        left_query / 10.0,
        left_name / 10.0,
        topic_covered,
        log(name_count) / 4.0,
        letters if length < SHORT_QUERY else 0.0,
        letters if len(said.families) == 1 else 0.0,
        1.0 if covered > 0.999 else 0.0,
        1.0 if name_covered > 0.999 else 0.0,
        left_name_count / 4.0,
        left_query_count / 4.0,
        min(left_query, left_name) / 10.0,
    ]


def cover_query(
    query: QueryView, name: Wording
) -> tuple[float, float, float, int, dict[str, float]]:
    """How much of the query's weight is in the name, by meaning and by the same words.

    Also the weightiest word left over and the number of those; and for the name's words, how well
    each was reached.
    """
    words = name.families
    covered = same = left = 0.0
    left_count = 0
    reached: dict[str, float] = {}
    for word, weight in zip(query.wording.families, query.weights, strict=True):
        if word in words:
            same += weight
            covered += weight
            reached[word] = 1.0
            continue
        best = 0.0
        near = query.meant.get(word)
        if near:
            for other in words:
                share = near.get(other, 0.0)
                if share:
                    best = max(best, share)
                    reached[other] = max(reached.get(other, 0.0), share)
        covered += best * weight
        if best < COUNTS_AS_COVERED:
            left_count += 1
            left = max(left, weight)
    return covered / query.total, same / query.total, left, left_count, reached


def cover_name(
    index: MatchIndex, name: Wording, reached: Mapping[str, float]
) -> tuple[float, float, int]:
    """How much of the name's weight was reached, the weightiest word that was not, and how many."""
    covered = left = 0.0
    left_count = 0
    for word in name.families:
        share = reached.get(word, 0.0)
        weight = index.weigh(word)
        covered += share * weight
        if share < COUNTS_AS_COVERED:
            left_count += 1
            left = max(left, weight)
    return covered, left, left_count


def cover_by_entry(index: MatchIndex, query: QueryView, owner: int) -> tuple[float, int]:
    """How much of the query's weight stands in any name of an entry, and how many names it has.

    A word that stands in every name counts twice as much as one that stands in hardly any.
    """
    counts, name_count = see_entry(index, owner)
    covered = 0.0
    for word, weight in zip(query.wording.families, query.weights, strict=True):
        count = counts.get(word)
        if count:
            covered += weight * (0.5 + 0.5 * count / name_count)
    return covered / query.total, name_count


def see(index: MatchIndex, row: int) -> NameView:
    """Say what is compared of a row's name, read once."""
    view: NameView | None = index.views.get(row)
    if view is None:
        normal = index.names[row]
        wording = read_name(normal, (), tuple(index.families[row].split()))
        weight = sum(map(index.weigh, wording.families)) or 1.0
        view = NameView(wording, wording.ordered, frozenset(find_initials(normal.split())), weight)
        index.views[row] = view
    return view


def see_wording(index: MatchIndex, row: int) -> Wording:
    """Return the wording of a row's name."""
    return see(index, row).wording


def see_entry(index: MatchIndex, owner: int) -> tuple[dict[str, int], int]:
    """Say what `count_words` finds in an entry's names, counted once."""
    topic: tuple[dict[str, int], int] | None = index.topics.get(owner)
    if topic is None:
        topic = index.topics[owner] = count_words(index, owner)
    return topic


def count_words(index: MatchIndex, owner: int) -> tuple[dict[str, int], int]:
    """How many of an entry's names have each word family, and how many names it has."""
    start, end = bisect_left(index.owners, owner), bisect_right(index.owners, owner)
    counts: dict[str, int] = {}
    for text in index.families[start:end]:
        for word in set(text.split()):
            counts[word] = counts.get(word, 0) + 1
    return counts, end - start

"""Words that stand in for each other, learned from the aliases of the same entry."""

from collections.abc import Sequence
from itertools import combinations

MOST_NAMES_COMPARED = 8
MOST_WORDS_APART = 3
LEAST_SEEN = 1.5
LEAST_SHARE = 0.03
MOST_KEPT = 10
ROUNDS = 3


def find_substitutes(
    family_texts: Sequence[str], owners: Sequence[int]
) -> dict[str, dict[str, float]]:
    """For each word family, those that replace it elsewhere, with a share of 0 to 1.

    Two names of one entry that share a word say that the words they do not share can mean the
    same: "manage staff" and "oversee staff". Each pair of names has one vote, which its word pairs
    divide; the next rounds divide it by what the last has learned (model 1 of Brown and others,
    "The mathematics of statistical machine translation", 1993).

    Why: the catalog itself teaches the verbs of its field, so no list of them has to be written.
    """
    differences = find_differences(family_texts, owners)
    words = sorted({word for ones, others in differences for word in (*ones, *others)})
    numbers = {word: number for number, word in enumerate(words)}
    sides = [
        ([numbers[word] for word in ones], [numbers[word] for word in others], weight)
        for (ones, others), weight in differences.items()
    ]
    count = len(words)
    shares: dict[int, float] = {}
    votes: dict[int, float] = {}
    for _ in range(ROUNDS):
        votes = {}
        get = votes.get
        for first, second, weight in sides:
            for ones, others in ((first, second), (second, first)):
                for one in ones:
                    pairs = [one * count + other for other in others]
                    known = (
                        [shares.get(pair, 0.0) for pair in pairs] if shares else [1.0] * len(pairs)
                    )
                    total = sum(known)
                    if total:
                        for pair, share in zip(pairs, known, strict=True):
                            votes[pair] = get(pair, 0.0) + weight * share / total
        totals = [0.0] * count
        for pair, vote in votes.items():
            totals[pair // count] += vote
        shares = {pair: vote / (totals[pair // count] + 2.0) for pair, vote in votes.items()}
    kept = [
        (pair // count, -share, pair % count)
        for pair, share in shares.items()
        if votes[pair] >= LEAST_SEEN and share >= LEAST_SHARE
    ]
    found: dict[str, dict[str, float]] = {}
    for one, less, other in sorted(kept):
        others_of = found.setdefault(words[one], {})
        if len(others_of) < MOST_KEPT:
            others_of[words[other]] = round((-less) ** 0.5, 3)
    return found


def find_differences(
    family_texts: Sequence[str], owners: Sequence[int]
) -> dict[tuple[tuple[str, ...], tuple[str, ...]], float]:
    """Return the words that two names of one entry do not share, with the weight of each pair."""
    by_owner: dict[int, set[str]] = {}
    for text, owner in zip(family_texts, owners, strict=True):
        by_owner.setdefault(owner, set()).add(text)
    counted: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
    for texts in by_owner.values():
        bags = [frozenset(text.split()) for text in sorted(texts)[:MOST_NAMES_COMPARED]]
        here: dict[tuple[tuple[str, ...], tuple[str, ...]], None] = {}
        for first, second in combinations(bags, 2):
            if not (shared := first & second):
                continue
            if (
                0 < len(first) - len(shared) <= MOST_WORDS_APART
                and 0 < len(second) - len(shared) <= MOST_WORDS_APART
            ):
                ones, others = tuple(sorted(first - shared)), tuple(sorted(second - shared))
                here[(ones, others) if ones < others else (others, ones)] = None
        for pair in here:
            counted[pair] = counted.get(pair, 0.0) + 1.0
    return counted

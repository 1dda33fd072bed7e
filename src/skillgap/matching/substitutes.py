"""Words that stand in for each other, learned from the aliases of the same entry."""

from collections.abc import Sequence
from itertools import combinations

MOST_NAMES_COMPARED = 8
MOST_WORDS_APART = 3
LEAST_SEEN = 1.5
LEAST_SHARE = 0.03
MOST_KEPT = 10


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
    shares: dict[tuple[str, str], float] = {}
    for _ in range(3):
        votes: dict[tuple[str, str], float] = {}
        for ones, others, weight in differences:
            for one in ones:
                known = [shares.get((one, other), 0.0) if shares else 1.0 for other in others]
                total = sum(known)
                if total:
                    for other, share in zip(others, known, strict=True):
                        pair = (one, other)
                        votes[pair] = votes.get(pair, 0.0) + weight * share / total
        totals: dict[str, float] = {}
        for (one, _), vote in votes.items():
            totals[one] = totals.get(one, 0.0) + vote
        shares = {pair: vote / (totals[pair[0]] + 2.0) for pair, vote in votes.items()}
    found: dict[str, dict[str, float]] = {}
    for (one, other), share in sorted(
        shares.items(), key=lambda each: (each[0][0], -each[1], each[0][1])
    ):
        kept = found.setdefault(one, {})
        if votes[one, other] >= LEAST_SEEN and share >= LEAST_SHARE and len(kept) < MOST_KEPT:
            kept[other] = round(share**0.5, 3)
    return {word: others for word, others in found.items() if others}


def find_differences(
    family_texts: Sequence[str], owners: Sequence[int]
) -> list[tuple[list[str], list[str], float]]:
    """List the words that two names of one entry do not share, both ways, with their weight."""
    by_owner: dict[int, set[str]] = {}
    for text, owner in zip(family_texts, owners, strict=True):
        by_owner.setdefault(owner, set()).add(text)
    counted: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
    for texts in by_owner.values():
        bags = [frozenset(text.split()) for text in sorted(texts)[:MOST_NAMES_COMPARED]]
        here: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
        for first, second in combinations(bags, 2):
            if not (shared := first & second):
                continue
            ones, others = tuple(sorted(first - shared)), tuple(sorted(second - shared))
            if 0 < len(ones) <= MOST_WORDS_APART and 0 < len(others) <= MOST_WORDS_APART:
                here.add((ones, others))
                here.add((others, ones))
        for pair in here:
            counted[pair] = counted.get(pair, 0.0) + 1.0
    return [
        (list(ones), list(others), weight) for (ones, others), weight in sorted(counted.items())
    ]

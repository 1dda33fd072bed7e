"""From how names agree to how likely the nearest entry is the right one."""

from collections.abc import Sequence
from math import exp, log
from operator import mul

import msgspec

from skillgap.matching.doubts import is_doubtful, is_no_slip
from skillgap.matching.index import MatchIndex
from skillgap.matching.letters import find_meant
from skillgap.matching.lexicon import are_opposed
from skillgap.matching.query import Wording, read_query
from skillgap.matching.rerank import FEATURES, compare, see_wording
from skillgap.matching.retrieval import Reach, find_rows
from skillgap.matching.slips import prefer_slip

NONE_NEAR = 12.0
LETTERS = FEATURES.index("letters")
COVERED = FEATURES.index("query covered")
NAME_COVERED = FEATURES.index("name covered")
NUMBER_MISSING = FEATURES.index("number missing in name")
NUMBER_TOO_MANY = FEATURES.index("number missing in query")
SYMBOLS = FEATURES.index("symbols differ")
IS_INITIALS = FEATURES.index("query is initials")
DERIVED = FEATURES.index("derived")
SAME_KEY = FEATURES.index("same key")
SAME_WORDS = FEATURES.index("same words")
JUST_UNDER = 0.01
LONG_INITIALS = 4
"""Letters from which initials are seldom those of something else too."""

SIGNS = (
    *(f"best name: {name}" for name in FEATURES),
    "agreement",
    "lead over the second",
    "lead over the third",
    "share of all agreement",
    "logarithm of the share",
    "query length",
    "query words",
    "query is one word",
    "query of at most two letters",
    "query of three letters",
    "query of four letters",
    "names of the entry compared",
    "letters squared",
    "covered both ways",
    "covered and letters",
    "letters of one long word",
    "letters of the best other entry",
    "letters ahead of the best other entry",
    "lead and name covered",
    "lead and letters",
    "lead and query covered",
    "whole derived name",
)


class Calibration(msgspec.Struct, frozen=True):
    """Fitted numbers: a weight for each feature and each sign, and where to accept and to ask."""

    feature_weights: tuple[float, ...]
    sign_weights: tuple[float, ...]
    intercept: float
    accept: float
    ask: float
    takes_slips_only: bool = False
    reach: Reach = Reach()

    @property
    def ask_only(self) -> float:
        """The score of what may be asked about and not taken."""
        return (self.accept + self.ask) / 2.0


def find_nearest(
    index: MatchIndex, text: str, calibration: Calibration, limit: int
) -> tuple[tuple[int, float], ...]:
    """Rank the owners nearest to a text, each with its chance of being right, 0 to 1."""
    query = read_query(text, index.word_rows)
    rows, features = agree(index, query, calibration.reach)
    if not rows:
        return ()
    weights = calibration.feature_weights
    agreements = [sum(map(mul, weights, one)) for one in features]
    ranked = prefer_slip(index, query, rows, features, pool(index, rows, agreements))
    signs, best = find_signs(query, index, rows, features, agreements, ranked)
    logit = calibration.intercept + sum(map(mul, calibration.sign_weights, signs))
    score = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, logit))))
    score = min(
        score, cap(index, query, see_wording(index, rows[best]), features[best], calibration)
    )
    if calibration.takes_slips_only:
        slipped = {index.owners[row] for row in rows if not is_no_slip(index, query, row)}
        ranked.sort(key=lambda each: each[1] not in slipped)
        score = (
            max(score, calibration.accept)
            if len(slipped) == 1
            else min(score, calibration.ask_only)
        )
    elif score >= calibration.accept and is_doubtful(index, query, rows[best]):
        score = calibration.accept - JUST_UNDER
    return share_out(ranked, score, limit)


def agree(index: MatchIndex, query: Wording, reach: Reach) -> tuple[list[int], list[list[float]]]:
    """Return the rows worth comparing and their features."""
    if not query.squeezed:
        return [], []
    meant = find_meant(index, query)
    rows = find_rows(index, query, meant, reach)
    return rows, compare(index, query, meant, rows)


def pool(
    index: MatchIndex, rows: Sequence[int], agreements: Sequence[float]
) -> list[tuple[float, int]]:
    """Each entry with the logarithm of its names' summed agreement, nearest first.

    Why: several names of one entry that agree a little are worth as much as one that agrees well.
    """
    most = max(agreements)
    sums: dict[int, float] = {}
    owners = index.owners
    for row, agreement in zip(rows, agreements, strict=True):
        owner = owners[row]
        sums[owner] = sums.get(owner, 0.0) + exp(max(agreement - most, -40.0))
    return sorted(((log(total) + most, owner) for owner, total in sums.items()), key=nearest_first)


def nearest_first(pooled: tuple[float, int]) -> tuple[float, int]:
    """Return the order of pooled entries: more agreement first, then by id."""
    return (-pooled[0], pooled[1])


def find_signs(
    query: Wording,
    index: MatchIndex,
    rows: Sequence[int],
    features: Sequence[Sequence[float]],
    agreements: Sequence[float],
    ranked: Sequence[tuple[float, int]],
) -> tuple[list[float], int]:
    """Return the signs that the first entry is right, as in `SIGNS`, and where its best row is."""
    first, owner = ranked[0]
    lead = min(first - ranked[1][0], NONE_NEAR) if len(ranked) > 1 else NONE_NEAR
    lead_third = min(first - ranked[2][0], NONE_NEAR) if len(ranked) > 2 else NONE_NEAR
    share = 1.0 / sum(exp(max(each - first, -40.0)) for each, _ in ranked)
    best, best_agreement, compared, other_letters = 0, -1e9, 0, 0.0
    for place, row in enumerate(rows):
        if index.owners[row] == owner:
            compared += 1
            if agreements[place] > best_agreement:
                best, best_agreement = place, agreements[place]
        elif features[place][LETTERS] > other_letters:
            other_letters = features[place][LETTERS]
    of_best = features[best]
    letters, covered, name_covered = of_best[LETTERS], of_best[COVERED], of_best[NAME_COVERED]
    length, words = len(query.squeezed), len(query.families)
    one_word = 1.0 if words == 1 else 0.0
    near = min(lead, 6.0)
    return [
        *of_best,
        first / 5.0,
        lead / 4.0,
        lead_third / 4.0,
        share,
        log(share),
        log(length + 1.0),
        words / 4.0,
        one_word,
        1.0 if length <= 2 else 0.0,
        1.0 if length == 3 else 0.0,
        1.0 if length == 4 else 0.0,
        log(compared),
        letters * letters,
        covered * name_covered,
        covered * letters,
        letters * one_word * log(length + 1.0),
        other_letters,
        letters - other_letters,
        near * name_covered,
        near * letters,
        near * covered,
        of_best[DERIVED] * max(of_best[SAME_KEY], of_best[SAME_WORDS]),
    ], best


def cap(
    index: MatchIndex,
    query: Wording,
    name: Wording,
    features: Sequence[float],
    calibration: Calibration,
) -> float:
    """Return the most that the nearest name may score, whatever its signs.

    What may only be asked about: a name or query of up to four letters is another one when a letter
    changes; C is not C++; version 11 is not version 12;
    and internal is not external.
    """
    ask_only = calibration.ask_only
    same = features[SAME_KEY] or features[SAME_WORDS]
    if features[SYMBOLS] and not same:
        return ask_only
    if features[NUMBER_MISSING] and features[NUMBER_TOO_MANY]:
        return ask_only
    if are_opposed(query.families, name.families):
        return ask_only
    if features[SAME_WORDS] and not features[SAME_KEY] and is_shared(index, query):
        return ask_only
    if features[IS_INITIALS] and not same:
        return 1.0 if len(query.squeezed) >= LONG_INITIALS else ask_only
    if same:
        return 1.0
    short = min(len(name.squeezed), len(query.squeezed)) < 5 and len(query.families) == 1
    return ask_only if short or len(name.squeezed) < 4 else 1.0


def is_shared(index: MatchIndex, query: Wording) -> bool:
    """Whether several entries have names of the same words, as "user test" and "test users"."""
    rows = index.bags.get(" ".join(sorted(query.families)), ())
    return len({index.owners[row] for row in rows}) > 1


def share_out(
    ranked: Sequence[tuple[float, int]], score: float, limit: int
) -> tuple[tuple[int, float], ...]:
    """Return the first its score, and share what is left of 1 among the others."""
    others = ranked[1:limit]
    if not others:
        return ((ranked[0][1], score),)
    parts = [exp(max(each - others[0][0], -40.0)) for each, _ in others]
    left = min(1.0 - score, score) / sum(parts)
    return (
        (ranked[0][1], score),
        *((owner, left * part) for (_, owner), part in zip(others, parts, strict=True)),
    )

"""Fits the numbers of matching: samples from the sets, weights from samples, answers from folds."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matching_sets import ROLE_SETS, MatchingSet, slip
from skillgap.matching.calibration import CALIBRATIONS
from skillgap.matching.decide import JUST_UNDER, Calibration, agree, cap, find_signs, pool
from skillgap.matching.doubts import is_doubtful, is_no_slip
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.levels import read_levels
from skillgap.matching.match import Kind, find_known
from skillgap.matching.normalize import normalize
from skillgap.matching.query import Wording, read_query
from skillgap.matching.rerank import see_wording
from skillgap.matching.slips import prefer_slip

FOLDS = 5
TRIED_ACCEPT = 0.9
ASK = 0.5

# Sets differ in size and not in worth, so the largest counts least; the other figures weigh made-up
# slips and small catalogs against them. Keys of False are for skills, of True for roles.
SET_WEIGHTS = {
    "tech_names_half": 2.0,
    "so_tags_half": 1.5,
    "tech2onet": 2.0,
    "esco_skill": 0.6,
    "onet_alt": 1.0,
}
SLIPS = {False: 400, True: 750}
SLIP_WEIGHTS = {False: 0.4, True: 4.0}
SMALL_SIZES = {False: (60, 300, 300), True: (20, 40, 40, 80)}
SMALL_WEIGHT = 0.5
MOST_SMALL = 150


@dataclass(slots=True)
class Sample:
    """One query against one index, with its features and what is right."""

    set_name: str
    fold: int
    is_withheld: bool
    is_small: bool
    is_slip: bool
    known_right: bool | None
    known_score: float
    query: Wording
    index: MatchIndex
    rows: list[int]
    features: list[list[float]]
    gold: np.ndarray

    @property
    def weight(self) -> float:
        """How much the sample counts in a fit."""
        small = SMALL_WEIGHT if self.is_small else 1.0
        return (
            small
            * SET_WEIGHTS[self.set_name]
            * (SLIP_WEIGHTS[self.set_name in ROLE_SETS] if self.is_slip else 1.0)
        )


def take_samples(matching_set: MatchingSet) -> Iterable[Sample]:
    """Every dev query and made-up slips, against the whole set, four fifths, and small parts."""
    chance = random.Random(7)
    names = [
        (normal, entry.id)
        for entry in matching_set.entries
        for name in (entry.label, *entry.aliases[:3])
        if len(normal := normalize(name)) >= 6
    ]
    slipped = [
        (slip(slip(name, chance) if len(name) > 9 else name, chance), frozenset((entry_id,)))
        for name, entry_id in chance.sample(names, min(SLIPS[matching_set.is_role], len(names)))
    ]
    queries = [(*each, False) for each in matching_set.queries] + [
        (*each, True) for each in slipped
    ]
    whole = [(*each, number) for number, each in enumerate(queries)]
    yield from compare_all(matching_set.name, matching_set.entries, whole)
    nil = [each for each in whole if matching_set.is_nil(each[1])]
    yield from compare_all(matching_set.name, matching_set.without_withheld, nil, is_withheld=True)
    for size in SMALL_SIZES[matching_set.is_role]:
        few = chance.sample(matching_set.entries, size)
        ids = {entry.id for entry in few}
        inside = [each for each in whole if each[1] & ids][:MOST_SMALL]
        outside = [each for each in whole if not each[1] & ids and not each[2]]
        asked = inside + chance.sample(outside, min(len(outside), MOST_SMALL // 2))
        yield from compare_all(matching_set.name, few, asked, is_small=True)


def compare_all(
    set_name: str,
    entries: Sequence[Entry],
    queries: Iterable[tuple[str, frozenset[str], bool, int]],
    *,
    is_withheld: bool = False,
    is_small: bool = False,
) -> Iterable[Sample]:
    """Give a sample for each query against an index of the entries."""
    index = MatchIndex.build(entries)
    kind: Kind = "role" if set_name in ROLE_SETS else "skill"
    reach = CALIBRATIONS[kind].reach
    for text, gold, is_slip, number in queries:
        known, _ = find_known(index, read_levels(text), kind)
        query = read_query(text, index.word_rows)
        rows, features = agree(index, query, reach)
        yield Sample(
            set_name=set_name,
            fold=number % FOLDS,
            is_withheld=is_withheld,
            is_small=is_small,
            is_slip=is_slip,
            known_right=(known[0].id in gold) if known else None,
            known_score=known[0].score if known else 0.0,
            query=query,
            index=index,
            rows=rows,
            features=features,
            gold=np.array([index.ids[index.owners[row]] in gold for row in rows], dtype=bool),
        )


def fit_features(samples: Sequence[Sample]) -> np.ndarray:
    """Fit the feature weights under which the right entry gets most of the agreement."""
    usable = [
        one
        for one in samples
        if not one.is_withheld
        and not one.is_small
        and one.known_right is None
        and one.gold.any()
        and not one.gold.all()
    ]
    features = np.vstack([one.features for one in usable])
    gold = np.concatenate([one.gold for one in usable])
    sizes = [len(one.rows) for one in usable]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    part = np.repeat(np.arange(len(usable)), sizes)
    weight = np.array([one.weight for one in usable])
    weight /= weight.sum()
    mean, spread = features.mean(0), features.std(0) + 1e-6
    scaled = (features - mean) / spread
    weights = np.zeros(scaled.shape[1])
    speed, size = np.zeros_like(weights), np.zeros_like(weights)
    rounds = 400
    for turn in range(1, rounds + 1):
        agreement = scaled @ weights
        top = np.maximum.reduceat(agreement, starts)[part]
        raised = np.exp(agreement - top)
        share = raised / np.add.reduceat(raised, starts)[part]
        right = raised * gold
        right_share = right / np.maximum(np.add.reduceat(right, starts), 1e-12)[part]
        slope = ((share - right_share) * weight[part]) @ scaled + 1e-3 * weights
        speed = 0.9 * speed + 0.1 * slope
        size = 0.99 * size + 0.01 * slope**2
        pace = 0.15 if turn < rounds * 0.6 else 0.05
        weights -= pace * (speed / (1 - 0.9**turn)) / (np.sqrt(size / (1 - 0.99**turn)) + 1e-8)
    return np.asarray(weights / spread)


def read_signs(one: Sample, weights: np.ndarray) -> tuple[list[float], bool, float] | None:
    """Give the signs of a sample, whether its first entry is right, and the most it may score."""
    if not one.rows:
        return None
    agreements = (np.asarray(one.features) @ weights).tolist()
    ranked = prefer_slip(
        one.index, one.query, one.rows, one.features, pool(one.index, one.rows, agreements)
    )
    signs, best = find_signs(one.query, one.index, one.rows, one.features, agreements, ranked)
    owner = ranked[0][1]
    right = any(
        one.gold[place] for place, row in enumerate(one.rows) if one.index.owners[row] == owner
    )
    is_role = one.set_name in ROLE_SETS
    bounds = Calibration((), (), 0.0, TRIED_ACCEPT, ASK, is_role)
    most = cap(
        one.index, one.query, see_wording(one.index, one.rows[best]), one.features[best], bounds
    )
    doubts = is_no_slip if is_role else is_doubtful
    if doubts(one.index, one.query, one.rows[best]):
        most = min(most, bounds.ask_only if is_role else bounds.accept - JUST_UNDER)
    return signs, right, most


def fit_decision(samples: Sequence[Sample], weights: np.ndarray) -> tuple[np.ndarray, float]:
    """Fit the sign weights and intercept of a logistic regression by Newton's method."""
    rows, right, weight = [], [], []
    for one in samples:
        if one.known_right is None and (found := read_signs(one, weights)):
            rows.append(found[0])
            right.append(float(found[1]))
            weight.append(one.weight)
    signs = np.array(rows)
    mean, spread = signs.mean(0), signs.std(0) + 1e-6
    scaled = np.hstack([(signs - mean) / spread, np.ones((len(signs), 1))])
    wanted = np.array(right)
    share = np.array(weight) / np.sum(weight)
    ridge = np.eye(scaled.shape[1]) * 1e-3
    ridge[-1, -1] = 0.0
    found_weights = np.zeros(scaled.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-scaled @ found_weights))
        slope = scaled.T @ (share * (chance - wanted)) + ridge @ found_weights
        curve = (scaled * (share * chance * (1 - chance))[:, None]).T @ scaled + ridge
        found_weights -= np.linalg.solve(curve, slope)
    plain = found_weights[:-1] / spread
    return plain, float(found_weights[-1] - plain @ mean)


@dataclass(slots=True)
class Answer:
    """What a fit that had not seen the sample said of it."""

    sample: Sample
    score: float
    right: bool


def answer(one: Sample, weights: np.ndarray, signs: np.ndarray, intercept: float) -> Answer:
    """Give the answer of a fitted matcher, whole names first."""
    if one.known_right is not None:
        return Answer(one, one.known_score, one.known_right)
    found = read_signs(one, weights)
    if not found:
        return Answer(one, score=0.0, right=False)
    score = 1 / (1 + np.exp(-(np.array(found[0]) @ signs + intercept)))
    return Answer(one, min(float(score), found[2]), found[1])


def cross_validate(samples: Sequence[Sample]) -> list[Answer]:
    """Every sample answered by a fit on the other folds."""
    answers = []
    for fold in range(FOLDS):
        seen = [one for one in samples if one.fold != fold]
        weights = fit_features(seen)
        signs, intercept = fit_decision(seen, weights)
        answers += [answer(one, weights, signs, intercept) for one in samples if one.fold == fold]
    return answers


def coverage(answers: Sequence[Answer], precision: float) -> float:
    """Give the largest share of queries answered, best scores first, with so many of them right."""
    ordered = sorted(answers, key=lambda each: -each.score)
    right, most = 0, 0
    for count, each in enumerate(ordered, 1):
        right += each.right
        if right >= precision * count:
            most = count
    return most / max(1, len(ordered))

"""Fits the numbers of the matching room and writes them, with the report they rest on.

Reads `dev.tsv` of each set and nothing else; needs numpy, which highspy brings along.
Writes `src/skillgap/matching/calibration.py` and `docs/explanation/matching-calibration.md`.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matching_fit import (
    ASK,
    FOLDS,
    Answer,
    Sample,
    coverage,
    cross_validate,
    fit_decision,
    fit_features,
    take_samples,
)
from matching_sets import DEFAULT_DATA, ROLE_SETS, SKILL_SETS, read_set
from skillgap.matching.calibration import CALIBRATIONS
from skillgap.matching.decide import SIGNS
from skillgap.matching.match import Kind
from skillgap.matching.rerank import FEATURES

ROOT = Path(__file__).resolve().parents[1]

# A threshold that just holds on queries seen here holds a little less on others, so the bounds are
# tighter than the promise of 95 % right and 3 % of nil queries answered.
LEAST_PRECISION = 0.955
MOST_NIL_ANSWERED = 0.015
ACCEPT_GRID = tuple(round(0.90 + 0.005 * step, 3) for step in range(19))


@dataclass(slots=True)
class Row:
    """A line of the report: how fits did on queries of one kind that they had not seen."""

    name: str
    queries: int
    first_right: float
    coverage_95: float
    answered: float
    precision: float
    nil_queries: int
    nil_answered: float

    def as_table_row(self) -> str:
        """Give the line in Markdown."""
        nil = f"{self.nil_answered:.3f} of {self.nil_queries}" if self.nil_queries else ""
        return (
            f"| {self.name} | {self.queries} | {self.first_right:.3f} | {self.coverage_95:.3f}"
            f" | {self.answered:.3f} | {self.precision:.3f} | {nil} |"
        )


def summarize(name: str, plain: Sequence[Answer], nil: Sequence[Answer], accept: float) -> Row:
    """Give the figures of some answers at a threshold."""
    taken = [each for each in plain if each.score >= accept]
    return Row(
        name=name,
        queries=len(plain),
        first_right=sum(each.right for each in plain) / max(1, len(plain)),
        coverage_95=coverage(plain, 0.95),
        answered=len(taken) / max(1, len(plain)),
        precision=sum(each.right for each in taken) / max(1, len(taken)),
        nil_queries=len(nil),
        nil_answered=sum(each.score >= accept for each in nil) / max(1, len(nil)),
    )


def report_rows(answers: Sequence[Answer], names: Sequence[str], accept: float) -> list[Row]:
    """Give a line for each set, then for made-up slips and for small catalogs."""
    whole = [each for each in answers if not each.sample.is_small]
    rows = []
    for name in names:
        mine = [each for each in whole if each.sample.set_name == name and not each.sample.is_slip]
        rows.append(summarize(name, *divide(mine), accept))
    slips = [each for each in whole if each.sample.is_slip]
    rows.append(summarize("made-up slips", *divide(slips), accept))
    rows.append(summarize("small catalogs", *divide_small(answers), accept))
    return rows


def divide(answers: Sequence[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Give the answers over whole sets, and those where nothing right was left."""
    return (
        [each for each in answers if not each.sample.is_withheld],
        [each for each in answers if each.sample.is_withheld],
    )


def choose_accept(answers: Sequence[Answer], kind: Kind) -> float:
    """Find the lowest threshold that keeps precision and answered nil queries in bounds.

    Why: skills are judged on whole sets, and each set for itself, since a person's words are like
    one of them and not like their mean; roles on small catalogs and slips, because in the whole set
    of occupations a title seldom has one right answer.
    """
    if kind == "skill":
        asked = [one for one in answers if not one.sample.is_small and not one.sample.is_slip]
        names = sorted({one.sample.set_name for one in asked})
        judged = [divide([one for one in asked if one.sample.set_name == each]) for each in names]
    else:
        plain, nil = divide_small(answers)
        plain += [
            one
            for one in answers
            if one.sample.is_slip and not one.sample.is_small and not one.sample.is_withheld
        ]
        judged = [(plain, nil)]
    for accept in ACCEPT_GRID:
        if all(is_in_bounds(plain, nil, accept) for plain, nil in judged):
            return accept
    return ACCEPT_GRID[-1]


def is_in_bounds(plain: Sequence[Answer], nil: Sequence[Answer], accept: float) -> bool:
    """Whether enough answers are right, and few enough given where there is none."""
    taken = [each for each in plain if each.score >= accept]
    total = sum(each.sample.weight for each in taken)
    right = sum(each.sample.weight * each.right for each in taken)
    wrong = sum(each.score >= accept for each in nil)
    return right >= LEAST_PRECISION * total and wrong <= MOST_NIL_ANSWERED * len(nil)


def divide_small(answers: Sequence[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Give the answers over small catalogs, and those where nothing right was there."""
    small = [each for each in answers if each.sample.is_small and not each.sample.is_slip]
    there = [each for each in small if each.sample.gold.any() or each.right]
    gone = [each for each in small if not (each.sample.gold.any() or each.right)]
    return there, gone


def calibrate(kind: Kind, samples: Sequence[Sample], names: Sequence[str]) -> tuple[str, str]:
    """Give the constants of one kind as Python, and their part of the report as Markdown."""
    answers = cross_validate(samples)
    accept = choose_accept(answers, kind)
    weights = np.round(fit_features(samples), 4)
    signs, intercept = fit_decision(samples, weights)
    reach = CALIBRATIONS[kind].reach
    constants = [f"{kind.upper()} = Calibration(", "    feature_weights=("]
    constants += [
        f"        {value:.4f},  # {name}" for value, name in zip(weights, FEATURES, strict=True)
    ]
    constants += ["    ),", "    sign_weights=("]
    constants += [
        f"        {value:.4f},  # {name}" for value, name in zip(signs, SIGNS, strict=True)
    ]
    constants += [
        "    ),",
        f"    intercept={intercept:.4f},",
        f"    accept={accept},",
        f"    ask={ASK},",
        f"    takes_slips_only={kind == 'role'},",
        f"    reach=Reach({reach.by_words}, {reach.by_letters}, {reach.visits}),",
        ")",
    ]
    rows = report_rows(answers, names, accept)
    report = REPORT_PART.format(
        title=f"{kind.capitalize()}s",
        accept=accept,
        ask=ASK,
        samples=len(samples),
        rows="\n".join(row.as_table_row() for row in rows),
        weights="\n".join(
            f"| {name} | {value:.2f} |" for value, name in zip(weights, FEATURES, strict=True)
        ),
    )
    return "\n".join(constants), report


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder of the sets")
    parser.add_argument("--dry-run", action="store_true", help="print the report, write nothing")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"skipped: no matching sets in {options.data}; name their folder with --data")
        return
    constants, parts = [], []
    kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (("skill", SKILL_SETS), ("role", ROLE_SETS))
    for kind, names in kinds:
        samples = [one for name in names for one in take_samples(read_set(options.data / name))]
        constant, part = calibrate(kind, samples, names)
        constants.append(constant)
        parts.append(part)
        print(part.split("\n\nThe weights")[0])
    if not options.dry_run:
        module = MODULE_HEAD + "\n\n".join(constants) + MODULE_FOOT
        (ROOT / "src/skillgap/matching/calibration.py").write_text(module, "utf-8")
        (ROOT / "docs/explanation/matching-calibration.md").write_text(
            REPORT_HEAD.format(folds=FOLDS) + "\n".join(parts), "utf-8"
        )


MODULE_HEAD = '''"""Fitted numbers, written by `benchmarks/calibrate_matching.py`: change that."""

from types import MappingProxyType

from skillgap.matching.decide import Calibration
from skillgap.matching.retrieval import Reach

'''
MODULE_FOOT = """

CALIBRATIONS = MappingProxyType({"skill": SKILL, "role": ROLE})
"""
REPORT_HEAD = """# How the numbers of matching were fitted

Written by `python benchmarks/calibrate_matching.py`, which also writes
`src/skillgap/matching/calibration.py`. It reads the development queries of five public sets (names
of technologies, question tags and technology examples; skill phrases of ESCO; job titles of O*NET)
and nothing else. [How matching works](how-matching-works.md) tells what the numbers are for.

1. **Agreement.** Each name that retrieval finds gets a row of features. Their weights are fitted so
   that the right entry gets most of the agreement in its list (softmax over the list, names of one
   entry added up).
2. **Slips.** Where one entry alone has a name one slip from the query (two in a long name), and the
   first neither covers the query nor is short for it, that entry goes first.
3. **Chance.** A logistic regression over the first entry's features and its lead says how likely it
   is right. It also saw lists from which everything right had been taken, made-up slips of known
   names, and small catalogs of 20 to 300 entries, since a lead means less where there is little to
   lead.
4. **Thresholds.** The lowest score at which {folds}-fold cross-validation keeps enough answers
   right and answers few queries for which nothing right is there: over each whole set by itself
   for skills, over small catalogs and slips for roles.

All figures below come from folds that the fit had not seen. *First right*: the nearest entry is
right. *Coverage at .95*: the share of queries that can be answered, surest first, while 95 % of the
answers are right. *Answered* and *of them right*: at the shipped threshold. *Nil answered*: queries
for which a fifth of the entries, and all that is right with them, was taken away, and which were
answered all the same. For job titles an exact title is taken first, and half of the titles that
this set repeats belong to another occupation: coverage at 95 % is out of reach there.

"""
REPORT_PART = """## {title}

{samples} samples; matched from {accept}, asked from {ask}.

| queries | count | first right | coverage at .95 | answered | of them right | nil answered |
|---|--:|--:|--:|--:|--:|--:|
{rows}

The weights of agreement:

| feature | weight |
|---|--:|
{weights}
"""

if __name__ == "__main__":
    main()

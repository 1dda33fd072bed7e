"""How much of what people write of themselves is understood: `people.tsv`, a wish a line.

    python benchmarks/hearing.py
    python benchmarks/hearing.py --show

A phrase stands between commas. It counts where it adds to what is held, is understood where it is
known what it says (a language, a degree, something denied or not finished), asked where it may mean
several things, and open where nothing is known of it. The figure is the share of phrases that are
neither counted nor understood.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from skillgap.api import load_catalog
from skillgap.matching.lists import split_words
from skillgap.matching.reading.part import Part
from skillgap.matching.reading.phrase import read_phrase
from skillgap.matching.reading.vocabulary import Vocabulary

DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "bench" / "people" / "people.tsv"
THIS_YEAR = 2026
OUTCOMES = ("counted", "understood", "asked", "open")


def outcome(parts: tuple[Part, ...]) -> str:
    """Return what became of a phrase: the best of what became of its parts."""
    found = {
        "counted" if part.is_counted
        else "understood" if part.is_understood
        else "asked" if part.status == "ambiguous"
        else "open"
        for part in parts
    }  # fmt: skip
    return next(each for each in OUTCOMES if each in found)


def main() -> int:
    """Print a row for each wish and the sum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--show", action="store_true", help="show every phrase that does not count")
    options = parser.parse_args()
    if not options.data.is_file():
        print(f"skipped: there is no {options.data}")
        return 0
    vocabulary = Vocabulary(load_catalog().catalog, year=THIS_YEAR)
    total: Counter[str] = Counter()
    print("| wish | phrases |", " | ".join(OUTCOMES), "|")
    print("| --- | --- |", " | ".join("---" for _ in OUTCOMES), "|")
    with options.data.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            became: Counter[str] = Counter()
            for phrase in split_words(row["have"]):
                parts = read_phrase(vocabulary, phrase)
                became[outcome(parts)] += 1
                if options.show and outcome(parts) != "counted":
                    print(f"  {outcome(parts)}: {phrase}", file=sys.stderr)
            total += became
            figures = " | ".join(str(became[each]) for each in OUTCOMES)
            print(f"| {row['role']} | {became.total()} | {figures} |")
    print(f"| all | {total.total()} |", " | ".join(str(total[each]) for each in OUTCOMES), "|")
    lost = (total["asked"] + total["open"]) / total.total()
    print(f"\n{lost:.0%} of the phrases are neither counted nor understood")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How well and how fast words are matched, against the public sets and against plain RapidFuzz.

The yardstick is `rapidfuzz.process.extractOne` with `WRatio` over the same names, in the same run.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from matching_sets import DEFAULT_DATA, ROLE_SETS, SKILL_SETS, MatchingSet, read_set
from skillgap.domain.shelf import Shelf
from skillgap.matching.columns import COLUMNS, StoredIndex, pack
from skillgap.matching.index import MatchIndex
from skillgap.matching.match import Candidate, Kind, Match, match_role, match_skill, rank

QUERIES_OF_YARDSTICK = 60
HEADING = (
    "| set | names | first right | MRR@10 | in first 5 | coverage at .95 | answered"
    " | of them right | nil answered | queries/s | WRatio/s | ratio | index MB | build s | open s |"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one set; shares are 0 to 1, times are CPU seconds."""

    set_name: str
    names: int
    queries: int
    first_right: float
    mrr_10: float
    right_in_5: float
    coverage_95: float
    answered: float
    precision: float
    nil_queries: int
    nil_answered: float
    queries_per_second: float
    wratio_per_second: float
    index_megabytes: float
    build_seconds: float
    open_seconds: float


def measure(matching_set: MatchingSet) -> Figures:
    """Give the figures of one set, through the public functions of the matching room."""
    kind: Kind = "role" if matching_set.is_role else "skill"
    match: Callable[[MatchIndex, str], Match] = match_role if matching_set.is_role else match_skill
    started = time.process_time()
    index = MatchIndex.build(matching_set.entries)
    by_id = {each.id: each for each in matching_set.entries}
    build_seconds = time.process_time() - started
    text = json.dumps(pack(index), separators=(",", ":"))
    started = time.process_time()
    index = StoredIndex(Shelf(index.ids, str, json.loads(text).__getitem__), by_id.__getitem__)
    for column in COLUMNS:
        getattr(index, column)
    open_seconds = time.process_time() - started
    queries = matching_set.queries
    for query, _ in queries[:5]:
        match(index, query)
    started = time.process_time()
    answers = [match(index, query) for query, _ in queries]
    match_seconds = time.process_time() - started
    ranked = [rank(index, query, 10, kind=kind) for query, _ in queries]
    places = [
        next((place for place, one in enumerate(found, 1) if one.id in gold), 0)
        for found, (_, gold) in zip(ranked, queries, strict=True)
    ]
    taken = [
        (answer.id in gold)
        for answer, (_, gold) in zip(answers, queries, strict=True)
        if answer.status == "matched"
    ]
    less = MatchIndex.build(matching_set.without_withheld)
    nil = [query for query, gold in queries if matching_set.is_nil(gold)]
    return Figures(
        set_name=matching_set.name,
        names=len(matching_set.entries),
        queries=len(queries),
        first_right=places.count(1) / len(queries),
        mrr_10=sum(1.0 / place for place in places if place) / len(queries),
        right_in_5=sum(0 < place <= 5 for place in places) / len(queries),
        coverage_95=coverage(list(scored(ranked, queries)), 0.95),
        answered=len(taken) / len(queries),
        precision=sum(taken) / max(1, len(taken)),
        nil_queries=len(nil),
        nil_answered=sum(match(less, query).status == "matched" for query in nil)
        / max(1, len(nil)),
        queries_per_second=len(queries) / match_seconds,
        wratio_per_second=wratio_speed(matching_set),
        index_megabytes=len(text) / 1e6,
        build_seconds=build_seconds,
        open_seconds=open_seconds,
    )


def scored(
    ranked: Sequence[tuple[Candidate, ...]], queries: Sequence[tuple[str, frozenset[str]]]
) -> Iterator[tuple[float, bool]]:
    """Give the score of each first answer and whether it is right."""
    for found, (_, gold) in zip(ranked, queries, strict=True):
        yield (found[0].score, found[0].id in gold) if found else (0.0, False)


def coverage(answers: Sequence[tuple[float, bool]], precision: float) -> float:
    """Give the largest share of queries that can be answered, surest first, with so many right."""
    right, most = 0, 0
    for count, (_, is_right) in enumerate(sorted(answers, key=lambda each: -each[0]), 1):
        right += is_right
        if right >= precision * count:
            most = count
    return most / len(answers)


def wratio_speed(matching_set: MatchingSet) -> float:
    """Count the queries that `WRatio` answers in a second of CPU over the same names."""
    from rapidfuzz.fuzz import WRatio
    from rapidfuzz.process import extractOne

    names = [name for entry in matching_set.entries for name in (entry.label, *entry.aliases)]
    queries = [query for query, _ in matching_set.queries[:QUERIES_OF_YARDSTICK]]
    started = time.process_time()
    for query in queries:
        extractOne(query, names, scorer=WRatio)
    return len(queries) / (time.process_time() - started)


def show_table(rows: Sequence[Figures]) -> str:
    """Give the figures as a Markdown table."""
    lines = [
        HEADING,
        "|---|" + "--:|" * 14,
    ]
    lines += [
        f"| {row.set_name} | {row.names} | {row.first_right:.3f} | {row.mrr_10:.3f}"
        f" | {row.right_in_5:.3f} | {row.coverage_95:.3f} | {row.answered:.3f}"
        f" | {row.precision:.3f} | {row.nil_answered:.3f} | {row.queries_per_second:.0f}"
        f" | {row.wratio_per_second:.0f} | {row.queries_per_second / row.wratio_per_second:.1f}"
        f" | {row.index_megabytes:.2f} | {row.build_seconds:.2f} | {row.open_seconds:.3f} |"
        for row in rows
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder of the sets")
    parser.add_argument(
        "--set", action="append", dest="sets", help="only this set; may be repeated"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(arguments)
    names = options.sets or [*SKILL_SETS, *ROLE_SETS]
    here = [name for name in names if (options.data / name / "dev.tsv").is_file()]
    if not here:
        print(f"skipped: no matching sets in {options.data}; name their folder with --data")
        return
    rows = [measure(read_set(options.data / name)) for name in here]
    print(
        json.dumps([asdict(row) for row in rows]) if options.format == "json" else show_table(rows)
    )


if __name__ == "__main__":
    main()

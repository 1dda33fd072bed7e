"""Draw facts by a seed and write them, each with the line it stands on, into the docs.

`python data/derivation/draw_facts.py` rewrites both tables in
`docs/explanation/where-figures-come-from.md`; `--check` says whether they are fresh.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
FACTS: Final = Path(__file__).with_name("credential_facts.tsv")
PAGE: Final = ROOT / "docs" / "explanation" / "where-figures-come-from.md"
SEED: Final = 20261123
SIZE: Final = 30
HEAD: Final = "| credential | field | value | source | file, line | key | as of |"


def read_facts(file: Path) -> list[dict[str, str]]:
    """Every field with `basis: read`, in the order of the file."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def draw_table(facts: list[dict[str, str]], seed: int, size: int) -> str:
    """Draw `size` facts into a Markdown table; the same seed and facts give the same rows."""
    drawn = random.Random(seed).sample(facts, size)  # noqa: S311 - a seed makes it repeatable
    rows = sorted(drawn, key=lambda row: (row["credential"], row["field"]))
    lines = [HEAD, "| --- | --- | --- | --- | --- | --- | --- |"]
    for row in rows:
        place = f"{row['file']}, {row['line']}" if row["line"] else row["file"]
        source = row["source"].removeprefix("https://github.com/")
        lines.append(
            f"| `{row['credential']}` | {row['field']} | {row['value']} | {source} | {place} "
            f"| {row['key']} | {row['as_of']} |"
        )
    return "\n".join(lines)


def count_table(facts: list[dict[str, str]]) -> str:
    """Write as a Markdown table how many facts each list gave, with the date of what was read."""
    counts = Counter((row["source"], row["file"], row["as_of"]) for row in facts)
    lines = ["| source | file | as of | facts |", "| --- | --- | --- | --- |"]
    for (source, file, as_of), count in sorted(counts.items()):
        lines.append(
            f"| {source.removeprefix('https://github.com/')} | {file} | {as_of} | {count} |"
        )
    return "\n".join(lines)


def put_between(page: str, name: str, table: str) -> str:
    """Put `table` between the two marks of the page that are called `name`."""
    start, end = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n\n{table}\n\n{end}{after}"


def main(arguments: list[str]) -> int:
    """Write the tables, or say with 1 that they are not fresh."""
    page = PAGE.read_text(encoding="utf-8")
    facts = read_facts(FACTS)
    fresh = put_between(page, "counted facts", count_table(facts))
    fresh = put_between(fresh, "drawn facts", draw_table(facts, SEED, SIZE))
    if "--check" in arguments:
        return int(fresh != page)
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

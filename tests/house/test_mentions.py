"""What mentions another record is said of what was written and of nouns: both say the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from skillgap.checks.references import references_in
from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.sources import find_mentions, value_at

ROOT = Path(__file__).resolve().parents[2]
CATALOGS = sorted((ROOT / "tests" / "examples" / "valid").iterdir())


RARE = """\
schema_version: 1
credentials:
  - id: a
    title: A
    issuer: i
    awards: [{skill: s, level: 1}]
    corequisites: [b]
    workload_hours: 1
    price: {amount: 0}
stacks:
  - {id: t, all_of: [a], discount: {percent: 10, members: [a]}}
"""


def test_a_record_that_could_be_read_mentions_the_same_as_its_noun(tmp_path):
    (tmp_path / "rare.yaml").write_text(RARE, encoding="utf-8")
    seen = Counter()
    for file in (ROOT / "data", *CATALOGS, tmp_path / "rare.yaml"):
        loaded = load_catalog_files([file])
        written, read = Counter(), Counter()
        for (section, id_), (document, place) in loaded.sources.records.items():
            for target, text, inner in find_mentions(section, value_at(document.data, place)):
                written[section, id_, target, text] += 1
                seen[section, tuple("*" if type(each) is int else each for each in inner)] += 1
        for each in references_in(loaded.catalog):
            target = "credentials" if each.section == "stacks" else each.section
            read[*each.path[:2], target, each.id] += 1
        assert written == read
    assert len(seen) == 18

"""Every figure that was read is traced to its line, and the page about it is fresh."""

from __future__ import annotations

import csv
import subprocess
import sys

import pytest
import yaml

FIELDS = ("workload_hours", "price", "valid_months", "prerequisites")


@pytest.fixture(scope="module")
def catalog(root):
    text = (root / "data/catalog.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def facts(root):
    file = root / "data/derivation/credential_facts.tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {(row["credential"], row["field"]): row for row in rows}


def _read_figures(catalog):
    """Each field of a credential that rests on something read, with its value and date."""
    for record in catalog["credentials"]:
        sources = record.get("field_sources", {})
        for field in FIELDS:
            inherits = field in ("workload_hours", "price")
            source = sources.get(field, record["source"] if inherits else None)
            if source and source["basis"] == "read":
                value = record[field]["amount"] if field == "price" else record[field]
                yield record["id"], field, value, source["as_of"]


def test_the_tables_on_the_page_are_fresh(root):
    result = subprocess.run(
        [sys.executable, "-B", "data/derivation/draw_facts.py", "--check"], cwd=root, check=False
    )
    assert result.returncode == 0


def test_every_figure_that_was_read_is_traced_to_where_it_stands(catalog, facts):
    figures = list(_read_figures(catalog))
    assert len(figures) > 500
    untraced = [(each, field) for each, field, *_ in figures if (each, field) not in facts]
    assert untraced == []


def test_a_traced_figure_and_its_record_say_the_same(catalog, facts):
    differing = [
        (each, field, value, facts[each, field]["value"])
        for each, field, value, as_of in _read_figures(catalog)
        if (str(value) != facts[each, field]["value"] and field != "prerequisites")
        or str(as_of) != facts[each, field]["as_of"]
    ]
    assert differing == []


def test_no_fact_is_left_of_a_record_that_is_gone(catalog, facts):
    known = {each["id"] for part in ("credentials", "stacks") for each in catalog[part]}
    assert {credential for credential, _ in facts} <= known

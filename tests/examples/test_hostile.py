"""Hostile files, some kept elsewhere and some made here: none crashes, hangs or gets through."""

from __future__ import annotations

import csv

import pytest

from skillgap.checks.registry import run_checks
from skillgap.diagnostics.diagnostic import has_errors
from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.profile_file import load_profile_file


def diagnostics_of(file):
    """Everything that is said of a file, read as each of the three kinds."""
    as_catalog = load_catalog_files([file])
    as_role = load_catalog_files([], [file])
    _, as_profile = load_profile_file(file)
    for loaded in (as_catalog, as_role):
        yield [*loaded.diagnostics, *run_checks(loaded.catalog, loaded.sources)]
    yield as_profile


def test_hostile_files_are_refused_or_harmless(yardsticks):
    folder = yardsticks / "hostile"
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 100
    for row in rows:
        for told in diagnostics_of(folder / row["path"]):
            shown = [each.message + each.hint + (each.source_line or "") for each in told]
            assert [text for text in shown if not text.isprintable()] == [], row["path"]
            assert all(each.location for each in told), row["path"]
            assert has_errors(told) or row["expect"] != "reject", row["path"]


def codes_of(tmp_path, text):
    file = tmp_path / "catalog.yaml"
    file.write_text(text, encoding="utf-8")
    return [each.code for each in load_catalog_files([file]).diagnostics]


def test_a_number_of_a_million_digits(tmp_path):
    assert "SG135" in codes_of(tmp_path, f"schema_version: {'9' * 1_000_000}\n")


@pytest.mark.slow
def test_two_hundred_thousand_unknown_keys_are_told_up_to_a_bound(tmp_path):
    text = "schema_version: 1\n" + "".join(f"k{number}: 1\n" for number in range(200_000))
    assert set(codes_of(tmp_path, text)) == {"SG202", "SG137"}


def test_a_line_of_five_million_characters(tmp_path):
    assert codes_of(
        tmp_path, f'schema_version: 1\nskills: [{{id: a, label: "{"x" * 5_000_000}"}}]\n'
    ) == ["SG209"]


def test_a_circle_of_a_thousand_prerequisites(tmp_path):
    records = "".join(
        f"  - {{id: c{number}, title: C{number}, issuer: i, awards: [], workload_hours: 1, "
        f"price: {{amount: 0}}, prerequisites: {{credentials: [c{(number + 1) % 1000}]}}}}\n"
        for number in range(1000)
    )
    file = tmp_path / "catalog.yaml"
    file.write_text(
        f"schema_version: 1\nissuers: [{{id: i, name: I}}]\ncredentials:\n{records}",
        encoding="utf-8",
    )
    loaded = load_catalog_files([file])
    (told,) = run_checks(loaded.catalog, loaded.sources)
    assert (told.code, told.location.line) == ("SG401", 4)
    assert len(told.message) < 200

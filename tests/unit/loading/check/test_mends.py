from __future__ import annotations

import pytest

from skillgap.api import check_files

BASE = """\
# a catalog
schema_version: 1
currency: USD
skills:
  - {id: sql, label: SQL}   # kept
  - {id: data-visualization, label: Data visualization}
issuers:
  - {id: acme, name: Acme}
credentials:
  - id: basics
    title: Basics
    issuer: acme
    awards: [{skill: sql, level: 2}]
    workload_hours: 20
    price: {amount: 40, per: once}
    assessment: {proctored: false}
    offered_until: 2030-01-31
    source: {basis: general-knowledge}
"""


def mended(tmp_path, text):
    file = tmp_path / "catalog.yaml"
    file.write_bytes(text.encode())
    found = check_files([file]).mended()
    return found[str(file)][1] if found else text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("level: 2", 'level: "2"'),
        ("hours: 20", "hours: '20'"),
        ("per: once", "per: Once"),
        ("proctored: false", "proctored: no"),
        ("title: Basics", 'title: "Ba\u200bsics"'),
        ("title:", "titel:"),
        ("2030-01-31", "2030/1/31"),
        ("{skill: sql", "{skill: data-visualisation"),
    ],
)
def test_what_is_beyond_doubt_is_mended_and_all_else_kept(tmp_path, right, wrong):
    expected = BASE.replace(right, right.replace("sql", "data-visualization"))
    if "u200b" in ascii(wrong):
        expected = BASE.replace(right, 'title: "Basics"')
    assert mended(tmp_path, BASE.replace(right, wrong)) == expected


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("level: 2", 'level: "two"'),
        ("hours: 20", "hours: 020"),
        ("per: once", "per: weekly"),
        ("2030-01-31", "01/02/2030"),
        ("2030-01-31", "2030/13/31"),
        ("{skill: sql", "{skill: sqk"),
        ("title: Basics", "titel: Basics\n    title: Other"),
    ],
)
def test_what_is_in_doubt_is_left_alone(tmp_path, right, wrong):
    text = BASE.replace(right, wrong)
    assert mended(tmp_path, text) == text


def test_line_ends_stay_as_they_are(tmp_path):
    text = BASE.replace("\n", "\r\n")
    assert mended(tmp_path, text.replace("level: 2", 'level: "2"')) == text


def test_a_clean_file_has_nothing_to_mend(tmp_path):
    assert mended(tmp_path, BASE) == BASE

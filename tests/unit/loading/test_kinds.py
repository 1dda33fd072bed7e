from __future__ import annotations

import pytest

from skillgap.loading.kinds import FileKind, is_ours, kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"schema_version": 1}, FileKind.CATALOG),
        ({"skills": [{"id": "sql", "label": "SQL"}]}, FileKind.CATALOG),
        ({"credentials": [{"id": "a"}], "currency": "USD", "name": "x"}, FileKind.CATALOG),
        ({"id": "a", "requirements": []}, FileKind.ROLE),
        ({"id": "a", "title": "A", "gates": []}, FileKind.ROLE),
        ({"id": "a", "title": "A", "skills": []}, FileKind.CATALOG),
        ({"schema_version": 1, "education": "bachelor"}, FileKind.LEARNER),
        ({"licences": []}, FileKind.LEARNER),
        ({"at_once": 2}, FileKind.LEARNER),
        ({"skills": ["sql:2"]}, FileKind.LEARNER),
        ({"skills": [{"skill": "sql", "level": 2}]}, FileKind.LEARNER),
        ({"credentials": ["ccna"]}, FileKind.LEARNER),
        ({"role": "data analyst", "skills": []}, FileKind.LEARNER),
        (["sql"], FileKind.CATALOG),
        (None, FileKind.CATALOG),
    ],
)
def test_a_file_is_known_by_its_keys(data, kind):
    assert kind_of(data, "any.yaml") is kind


def test_where_keys_leave_it_open_the_name_tells():
    assert kind_of({"skills": []}, "skillgap.yaml") is FileKind.LEARNER
    assert kind_of({"skills": []}, "catalog.yaml") is FileKind.CATALOG


@pytest.mark.parametrize("data", [{"site_name": "x", "nav": []}, {"services": {}}, ["a"], "text"])
def test_files_of_other_programs_are_none_of_ours(data):
    assert not is_ours(data, "mkdocs.yml")


@pytest.mark.parametrize(
    "data", [{"schema_version": 9}, {"skills": []}, {"requirements": []}, None]
)
def test_a_file_with_one_of_our_keys_or_beyond_reading_is_ours(data):
    assert is_ours(data, "x.yaml")

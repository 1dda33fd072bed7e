"""Ids out of titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.identifiers import is_identifier
from skillgap.importing.drafts.naming import assign_ids, digest, slug


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Data Scientist", "data-scientist"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        (".NET", "dot-net"),
        ("R&D", "r-and-d"),
        ("Kaufmann/-frau für Büromanagement", "kaufmann-frau-fur-buromanagement"),
        ("Driver's license", "drivers-license"),
        ("漢字", ""),
        ("a " * 40, "-".join("a" * 32)),
        ("x" * 70, "x" * 64),
    ],
)
def test_a_title_is_written_in_kebab_case(title, words):
    assert slug(title) == words


def test_the_first_of_the_keys_gets_the_plain_name_whatever_the_order():
    titles = [("k2", "SQL"), ("k1", "sql!"), ("k3", "SQL")]
    expected = {"k1": "sql", "k2": f"sql-{digest('k2')}", "k3": f"sql-{digest('k3')}"}
    assert assign_ids(titles, "skill") == expected
    assert assign_ids(reversed(titles), "skill") == expected


def test_a_name_that_is_taken_or_reserved_or_empty_is_marked():
    ids = assign_ids([("a", "SQL"), ("b", "Con"), ("c", "漢字")], "skill", {"sql"})
    assert ids == {
        "a": f"sql-{digest('a')}",
        "b": f"con-{digest('b')}",
        "c": f"skill-{digest('c')}",
    }


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=80), max_size=8))
def test_every_key_gets_an_id_of_its_own(titles):
    ids = assign_ids(titles.items(), "skill")
    assert ids.keys() == titles.keys()
    assert len(set(ids.values())) == len(ids)
    assert all(is_identifier(each) for each in ids.values())

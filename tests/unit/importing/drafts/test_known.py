"""What a catalog already has."""

from __future__ import annotations

from skillgap.domain.skill import Alignment
from skillgap.importing.drafts.known import Known, alignment_keys


def test_a_key_of_several_records_finds_none_of_them():
    known = Known([("a", [("x",), ("y",)]), ("b", [("x",)])])
    assert known.find([("x",)]) is None
    assert known.find([("x",), ("y",)]) == "a"
    assert known.find([("z",)]) is None


def test_an_address_is_the_same_as_code_or_as_url_and_with_either_scheme():
    one = Alignment("ESCO 1.2.0", "http://data.europa.eu/esco/skill/1")
    other = Alignment("ESCO", None, "https://data.europa.eu/esco/skill/1/")
    assert list(alignment_keys([one])) == list(alignment_keys([other]))


def test_a_code_is_the_same_in_every_version_of_its_framework():
    one, other = Alignment("O*NET 29.3", "2.B.3.e"), Alignment("O*NET", "2.B.3.e", None, "x")
    assert list(alignment_keys([one])) == list(alignment_keys([other])) == [("onet", "2.b.3.e")]


def test_a_commodity_code_counts_only_with_the_name():
    assert list(alignment_keys([Alignment("O*NET 29.3", "43232405")])) == []
    assert list(alignment_keys([Alignment("O*NET 29.3", "43232405", None, "Python")])) == [
        ("onet", "43232405", "python")
    ]

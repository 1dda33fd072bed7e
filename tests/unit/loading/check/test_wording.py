from __future__ import annotations

import pytest

from skillgap.domain.identifiers import is_identifier
from skillgap.loading.check.wording import (
    describe,
    did_you_mean,
    malformed_id,
    top_level_hint,
    type_hint,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "empty (null)"),
        (True, "`true`"),
        (1.5, "the number 1.5"),
        ("a\x1b", "the text `a\\x1b`"),
        ([], "a list"),
        ({}, "a map"),
    ],
)
def test_a_value_is_named(value, words):
    assert describe(value) == words


@pytest.mark.parametrize("text", ["Power BI", "C#", "../a", "Überblick", "--", "", "con", "a" * 99])
def test_the_id_that_is_proposed_is_one(text):
    _, _, hint = malformed_id(text)
    proposed = hint.removeprefix("write ").strip("`")
    assert is_identifier(proposed) or proposed == "lower-case words with hyphens"


@pytest.mark.parametrize(
    ("kind", "found", "hint"),
    [
        ("float_type", "40 hours", "write the number alone: `40`"),
        ("float_type", "1,250.50", "write the number alone: `1250.50`"),
        ("float_type", "many", "write a number"),
        ("int_type", 2.0, "write `2`"),
        ("int_type", True, "write a number"),
        ("bool_type", "yes", "write `true`"),
        ("bool_type", 0, "write `false`"),
        ("list_type", "sql", "put it in brackets: `[sql]`"),
        ("model_type", None, "write a value, or delete the key"),
        ("model_type", [], ""),
    ],
)
def test_a_hint_says_what_to_write(kind, found, hint):
    assert type_hint(kind, found, str(found)) == hint


def test_the_nearest_word_is_proposed_only_where_it_is_near():
    assert did_you_mean("titel", ["title", "issuer"]) == "did you mean `title`?"
    assert did_you_mean("zzz", ["title", "issuer"]) == ""


def test_a_file_without_keys_is_recognized():
    assert "git lfs pull" in top_level_hint("version https://git-lfs.github.com/spec/v1 oid x")
    assert top_level_hint("a:1") == "write a space after the colon"
    assert "web page" in top_level_hint("<html>")
    assert top_level_hint([]) == "begin with `schema_version: 1`"

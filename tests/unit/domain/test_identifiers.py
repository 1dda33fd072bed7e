from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.identifiers import ID_PATTERN, is_identifier
from skillgap.loading.check.models import published


@pytest.mark.parametrize(
    "text", ["a", "sql", "power-bi", "c-2", "7-zip", "x" * 64, "console", "com10"]
)
def test_kebab_case_is_an_identifier(text):
    assert is_identifier(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "A",
            "a_b",
            "a b",
            "a.b",
            "a/b",
            "..",
            "é",
            "\u0441",
            "a\n",
            "x" * 65,
        ),
        *("con", "nul", "com1", "lpt9", "aux", "prn", "~", "*", "a\u200bb", "\u0661"),
    ],
)
def test_anything_else_is_none(text):
    assert not is_identifier(text)


@given(st.text("ab-1\n A", max_size=6))
def test_the_pattern_of_the_files_is_the_same(text):
    assert is_identifier(text) == bool(re.fullmatch(published(ID_PATTERN).strip("^$"), text))

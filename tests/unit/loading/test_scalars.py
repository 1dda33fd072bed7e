from __future__ import annotations

import math

import pytest

from skillgap.loading.yaml.scalars import Surprise, resolve_plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("40", 40),
        ("0.5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1.5E-2", 0.015),
        ("sql", "sql"),
        ("-", "-"),
        (".", "."),
        ("...", "..."),
        ("1.2.3", "1.2.3"),
        ("15-2051.01", "15-2051.01"),
        ("2025-03-01", "2025-03-01"),
        ("40 hours", "40 hours"),
        ("1,000", "1,000"),
        ("C#", "C#"),
        ("=", "="),
        ("<<", "<<"),
        ("nope", "nope"),
        ("١٢", "١٢"),
    ],
)
def test_a_plain_scalar_stands_for(text, value):
    resolved = resolve_plain(text, 40)
    assert (type(resolved), resolved) == (type(value), value)


@pytest.mark.parametrize("text", ["yes", "No", "ON", "off", "y", "N"])
def test_booleans_of_yaml_1_1_are_a_surprise(text):
    assert resolve_plain(text, 40).code == "SG126"


@pytest.mark.parametrize(
    "text",
    [
        *["010", "-007", "00.5", "0x1F", "0o17", "0b101", "1_000", "1_0.5", "12:30", "1:2:3.5"],
        *[".inf", "-.INF", ".NaN", "1e999"],
    ],
)
def test_numbers_that_programs_read_differently_are_a_surprise(text):
    assert resolve_plain(text, 40).code == "SG127"


def test_a_number_of_too_many_digits_is_not_computed():
    resolved = resolve_plain("9" * 1_000_000, 40)
    assert isinstance(resolved, Surprise)
    assert resolved.code == "SG135"
    assert len(resolved.message) < 100


def test_no_number_is_infinite():
    assert math.isfinite(resolve_plain("1e308", 40))

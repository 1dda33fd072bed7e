from __future__ import annotations

import datetime as dt
from enum import StrEnum

import pytest

from skillgap.loading.molds.making import (
    Misfit,
    Part,
    anything,
    day,
    identifier,
    list_of,
    literal,
    map_of,
    maybe,
    number,
    record,
    text,
    text_or_map,
    truth,
    version,
    whole,
    word,
)
from skillgap.loading.shapes.spelling import ONE_LINE_PATTERN


class Color(StrEnum):
    RED = "red"


PAIR = record(Part("a", whole(ge=0, le=9)), Part("from", text("^x+$"), None, name="origin"))
EITHER = record(Part("a", maybe(truth), None), Part("b", maybe(truth), None), ways=(("a",), ("b",)))


@pytest.mark.parametrize(
    ("mold", "value", "made"),
    [
        (PAIR, {"a": 1}, {"a": 1, "origin": None}),
        (PAIR, {"from": "xx", "a": 0}, {"a": 0, "origin": "xx"}),
        (EITHER, {"b": False, "a": None}, {"a": None, "b": False}),
    ],
)
def test_a_map_becomes_a_form_with_every_field(mold, value, made):
    assert vars(mold(value)) == made


@pytest.mark.parametrize(
    ("mold", "value", "made"),
    [
        (list_of(truth), [], []),
        (list_of(truth, 1), [True], [True]),
        (map_of(identifier, truth), {"a-b": True}, {"a-b": True}),
        (text_or_map(identifier, anything), "a", "a"),
        (text_or_map(identifier, anything), {"any": 1}, {"any": 1}),
        (maybe(truth), None, None),
        (maybe(truth), False, False),
        (text("[^ ]", 3), " a ", " a "),
        (text(ONE_LINE_PATTERN), " \u00e9\u200d ", " \u00e9\u200d "),
        (number(ge=0, le=5), 5, 5.0),
        (number(gt=0, le=5), 0.5, 0.5),
        (whole(ge=1, le=5), 5, 5),
        (word(Color), "red", Color.RED),
        (literal("a", "b"), "b", "b"),
        (identifier, "power-bi", "power-bi"),
        (truth, True, True),
        (day, "2024-02-29", dt.date(2024, 2, 29)),
        (version, 1, 1),
        (anything, [None], [None]),
    ],
)
def test_what_fits_is_made_into_what_the_shape_would_hold(mold, value, made):
    found = mold(value)
    assert (found, type(found)) == (made, type(made))


@pytest.mark.parametrize(
    ("mold", "value"),
    [
        (PAIR, None),
        (PAIR, []),
        (PAIR, {}),
        (PAIR, {"from": "x"}),
        (PAIR, {"a": 1, "b": 2}),
        (PAIR, {"a": 1, "origin": "x"}),
        (PAIR, {"a": 10}),
        (EITHER, {}),
        (EITHER, {"a": True, "b": True}),
        (list_of(truth), (True,)),
        (list_of(truth, 1), []),
        (list_of(truth), [1]),
        (map_of(identifier, truth), [("a", True)]),
        (map_of(identifier, truth), {"A": True}),
        (map_of(identifier, truth), {"a": 1}),
        (text_or_map(identifier, anything), ["a"]),
        (maybe(truth), 0),
        (text("^x+$"), "xx\n"),
        (text("^x+$", 2), "xxx"),
        (text("x"), 1),
        (text("[^ ]"), "\ud800"),
        (text(ONE_LINE_PATTERN), ""),
        (text(ONE_LINE_PATTERN), "\u00a0 "),
        (text(ONE_LINE_PATTERN), "a\n"),
        (text(ONE_LINE_PATTERN), "\ra"),
        (number(ge=0, le=5), -0.1),
        (number(gt=0, le=5), 0),
        (number(ge=0, le=5), 5.1),
        (number(ge=0, le=5), float("nan")),
        (number(ge=0, le=5), 10**400),
        (number(ge=0, le=5), True),
        (number(ge=0, le=5), "1"),
        (whole(ge=1, le=5), 0),
        (whole(ge=1, le=5), 6),
        (whole(ge=1, le=5), 2.0),
        (whole(ge=0, le=5), True),
        (word(Color), "RED"),
        (word(Color), ["red"]),
        (literal("a"), "b"),
        (identifier, "con"),
        (identifier, 7),
        (truth, 1),
        (day, "2023-02-29"),
        (day, "2024-02-29\n"),
        (day, "1899-12-31"),
        (day, 20240229),
        (version, 2),
        (version, True),
    ],
)
def test_what_is_not_plainly_right_is_a_misfit(mold, value):
    with pytest.raises(Misfit):
        mold(value)


def test_what_a_key_may_be_left_to_is_not_shared_between_forms():
    one, other = PAIR({"a": 1}), PAIR({"a": 2})
    assert (vars(one), vars(other)) == ({"a": 1, "origin": None}, {"a": 2, "origin": None})


def test_a_long_blank_line_takes_no_time():
    mold = text(ONE_LINE_PATTERN)
    with pytest.raises(Misfit):
        mold(" " * 10_000_000)

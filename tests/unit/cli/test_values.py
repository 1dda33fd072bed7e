import datetime as dt

import pytest

from skillgap.cli.options import (
    Number,
    OneOf,
    read_day,
    read_holidays,
    read_languages,
    read_preference,
)
from skillgap.domain.learner import Holiday
from skillgap.errors import UserError


@pytest.mark.parametrize(
    ("text", "value"), [("0", 0.0), ("+7", 7.0), (".5", 0.5), ("100.", 100.0), (" 3 ", 3.0)]
)
def test_plain_numbers_are_read(text, value):
    assert Number(0, 100)("--budget", text) == value


@pytest.mark.parametrize(
    "text",
    ["", "-1", "-0.5", "nan", "inf", "-inf", "1e3", "1_000", "0x10", "١٢", "abc", "101", "9" * 400],
)
def test_anything_else_is_refused(text):
    with pytest.raises(UserError, match="--budget"):
        Number(0, 100)("--budget", text)


def test_a_fraction_is_no_count():
    with pytest.raises(UserError, match="whole"):
        Number(0, 10, is_whole=True)("--max-credentials", "1.5")


def test_a_count_is_whole():
    assert repr(Number(0, 10, is_whole=True)("--max-credentials", "7.0")) == "7"


def test_days_are_read_year_first():
    assert read_day("--by", "2027-06-30") == dt.date(2027, 6, 30)


@pytest.mark.parametrize(
    "text", ["", "30.06.2027", "2027-02-30", "20270630", "2027-W01-1", "1900-01-01", "9999-12-31"]
)
def test_other_days_are_refused(text):
    with pytest.raises(UserError, match="--by"):
        read_day("--by", text)


def test_a_slip_in_a_choice_names_the_nearest():
    with pytest.raises(UserError) as caught:
        OneOf(("cheapest", "fastest"))("--prefer", "cheepest")
    assert caught.value.hint == "did you mean `cheapest`? --prefer takes `cheapest` or `fastest`"
    assert OneOf(("cheapest", "fastest"))("--prefer", "Cheapest") == "cheapest"


def test_languages_may_be_divided_by_commas():
    assert read_languages("--language", ["en, de", "pt-BR", "en"]) == ("en", "de", "pt-BR")
    with pytest.raises(UserError, match="not a language code"):
        read_languages("--language", ["english language"])


def test_holidays_are_days_or_from_one_to_another():
    texts = ("2027-07-01..2027-07-21", "2027-12-24")
    assert read_holidays("--holiday", texts) == (
        Holiday(dt.date(2027, 7, 1), dt.date(2027, 7, 21)),
        Holiday(dt.date(2027, 12, 24), dt.date(2027, 12, 24)),
    )


@pytest.mark.parametrize("text", ["2027-07-21..2027-07-01", "summer", "2027-07-01..x", "..", ""])
def test_a_holiday_that_is_no_range_of_days_is_refused(text):
    with pytest.raises(UserError, match="--holiday"):
        read_holidays("--holiday", (text,))


def test_a_preference_is_one_there_is():
    assert read_preference("--prefer", "Hands-On") == "hands-on"
    with pytest.raises(UserError, match="`--prefer` does not know `best`"):
        read_preference("--prefer", "best")

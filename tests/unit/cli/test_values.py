import datetime as dt

import pytest

from skillgap.cli.values import read_choice, read_date, read_languages, read_number
from skillgap.errors import UserError


@pytest.mark.parametrize(
    ("text", "value"), [("0", 0.0), ("+7", 7.0), (".5", 0.5), ("100.", 100.0), (" 3 ", 3.0)]
)
def test_plain_numbers_are_read(text, value):
    assert read_number("--budget", text, at_least=0, at_most=100) == value


@pytest.mark.parametrize(
    "text",
    ["", "-1", "-0.5", "nan", "inf", "-inf", "1e3", "1_000", "0x10", "١٢", "abc", "101", "9" * 400],
)
def test_anything_else_is_refused(text):
    with pytest.raises(UserError, match="--budget"):
        read_number("--budget", text, at_least=0, at_most=100)


def test_a_fraction_is_no_count():
    with pytest.raises(UserError, match="whole"):
        read_number("--max-credentials", "1.5", at_least=0, at_most=10, is_whole=True)


def test_nothing_stays_nothing():
    assert read_number("--budget", None, at_least=0, at_most=1) is None
    assert read_date("--by", None) is None


def test_days_are_read_year_first():
    assert read_date("--by", "2027-06-30") == dt.date(2027, 6, 30)


@pytest.mark.parametrize(
    "text", ["", "30.06.2027", "2027-02-30", "20270630", "2027-W01-1", "1900-01-01", "9999-12-31"]
)
def test_other_days_are_refused(text):
    with pytest.raises(UserError, match="--by"):
        read_date("--by", text)


def test_a_slip_in_a_choice_names_the_nearest():
    with pytest.raises(UserError) as caught:
        read_choice("--prefer", "cheepest", ("cheapest", "fastest"))
    assert caught.value.hint == "did you mean `cheapest`? --prefer takes `cheapest` or `fastest`"
    assert read_choice("--prefer", "Cheapest", ("cheapest", "fastest")) == "cheapest"


def test_languages_may_be_divided_by_commas():
    assert read_languages(["en, de", "pt-BR", "en"]) == ("en", "de", "pt-BR")
    with pytest.raises(UserError, match="not a language code"):
        read_languages(["english language"])

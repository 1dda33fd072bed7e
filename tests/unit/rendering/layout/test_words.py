import pytest

from skillgap.rendering.layout.words import cash, counted, hours, money, number, percent, shortened


def test_money_is_free_only_where_it_costs_nothing():
    assert [money(each, "USD") for each in (0, 0.004, 0.01, 49, 49.5, 1250)] == [
        "free",
        "free",
        "$0.01",
        "$49",
        "$49.50",
        "$1,250",
    ]


def test_currencies_without_a_sign_keep_their_code():
    assert cash(0, "CHF") == "CHF\u00a00"
    assert cash(12.5, "EUR") == "€12.50"


@pytest.mark.parametrize(
    ("share", "told"), [(0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1, "100%")]
)
def test_a_share_is_whole_only_where_it_is(share, told):
    assert percent(share) == told


def test_whole_numbers_have_no_decimals():
    assert [number(each) for each in (3.0, 3.25, 1000)] == ["3", "3.2", "1,000"]
    assert hours(7.5) == "7.5\u00a0h"


def test_one_is_singular():
    assert [counted(each, "step") for each in (0, 1, 2)] == [
        "0\u00a0steps",
        "1\u00a0step",
        "2\u00a0steps",
    ]


def test_long_lists_are_counted():
    assert shortened(["a", "b"], 2) == "a and b"
    assert shortened(["a", "b", "c"], 2) == "a, b and 1 more"

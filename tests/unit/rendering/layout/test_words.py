import pytest

from skillgap.rendering.layout.words import cash, hours, money, percent, tell_level, tell_levels


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


def test_hours_have_their_unit():
    assert hours(7.5) == "7.5\u00a0h"


def test_a_level_has_its_word():
    assert [tell_level(each) for each in (0, 2, 5)] == [
        "0 (none)",
        "2 (advanced beginner)",
        "5 (expert)",
    ]


def test_all_levels_are_told_by_their_words():
    assert tell_levels() == "1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert"

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.money import ExchangeRates, Price, PricePer, cost_in_cents, months_billed

RATES = ExchangeRates({"EUR": 1.08, "JPY": 0.0067})


@pytest.mark.parametrize(
    ("weeks", "months"),
    [
        (0, 1),
        (1, 1),
        (31 / 7, 1),
        (4.43, 2),
        (62 / 7, 2),
        (63 / 7, 3),
        (26, 6),
        (365 / 7, 12),
        (366 / 7, 12),
        (367 / 7, 13),
        (731 / 7, 24),
        (732 / 7, 25),
        (1461 / 7, 48),
        (1462 / 7, 49),
    ],
)
def test_begun_months_count_whole(weeks, months):
    assert months_billed(weeks) == months


@pytest.mark.parametrize(
    ("price", "weeks", "cents"),
    [
        (Price(0), 10, 0),
        (Price(49), 10, 4900),
        (Price(49, PricePer.MONTH), 10, 14700),
        (Price(49, PricePer.MONTH), 0, 4900),
        (Price(0.1, currency="USD"), 1, 10),
        (Price(100, currency="EUR"), 1, 10800),
        (Price(1, PricePer.MONTH, "JPY"), 8, 2),
        (Price(None), 1, None),
        (Price(10, currency="CHF"), 1, None),
        (Price(1e9), 1, 100_000_000_000),
    ],
)
def test_a_price_comes_to(price, weeks, cents):
    assert cost_in_cents(price, weeks=weeks, currency="USD", rates=RATES) == cents


@given(st.floats(0, 1e6), st.floats(0, 500), st.floats(0, 500))
def test_more_weeks_never_cost_less(amount, fewer, more):
    price = Price(amount, PricePer.MONTH)
    fewer, more = sorted((fewer, more))
    costs = [
        cost_in_cents(price, weeks=weeks, currency="USD", rates=RATES) for weeks in (fewer, more)
    ]
    assert costs[0] <= costs[1]

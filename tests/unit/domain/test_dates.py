from __future__ import annotations

import datetime as dt

from skillgap.domain.dates import add_months


def test_months_end_where_a_shorter_month_does():
    assert add_months(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)
    assert add_months(dt.date(2026, 11, 30), 13) == dt.date(2027, 12, 30)
    assert add_months(dt.date(2026, 12, 5), 0) == dt.date(2026, 12, 5)


def test_the_last_year_there_is_has_months_and_none_come_after_it():
    assert add_months(dt.date(9998, 12, 1), 12) == dt.date(9999, 12, 1)
    assert add_months(dt.date(9999, 5, 1), 12) == dt.date.max

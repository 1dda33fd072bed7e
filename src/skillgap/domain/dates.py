"""Calendar arithmetic that the standard library lacks."""

from __future__ import annotations

import datetime as dt
from typing import Final

MONTHS_A_YEAR: Final = 12
ONE_DAY: Final = dt.timedelta(days=1)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last day of a month that has no such day.

    Beyond the last year that a date can have it is the latest date there is.
    """
    whole = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = whole // MONTHS_A_YEAR, whole % MONTHS_A_YEAR + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    last = 31 if month == MONTHS_A_YEAR else (dt.date(year, month + 1, 1) - ONE_DAY).day
    return dt.date(year, month, min(day.day, last))

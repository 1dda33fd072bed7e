from __future__ import annotations

import datetime as dt

from skillgap.domain.learner import Holiday
from skillgap.planning.request import StudyDays

START = dt.date(2026, 1, 5)


def day(number):
    return dt.date(2026, 1, number)


AWAY = StudyDays(
    START, (Holiday(day(14), day(16)), Holiday(day(1), day(6)), Holiday(day(15), day(18)))
)


def test_days_of_study_leave_out_holidays_that_overlap_and_begin_before_the_start():
    assert [AWAY.date_of(number) for number in (0, 1, 7, 8)] == [day(4), day(7), day(13), day(19)]


def test_counting_undoes_numbering():
    days = [AWAY.date_of(number) for number in range(1, 30)]
    assert [AWAY.count_until(each) for each in days] == list(range(1, 30))
    assert [AWAY.count_until(day(each)) for each in (4, 6, 16, 18)] == [0, 0, 7, 7]


def test_beyond_the_last_date_there_is_stands_that_date():
    assert StudyDays(START).date_of(10**9) == dt.date.max
    endless = StudyDays(START, (Holiday(day(10), dt.date(2199, 12, 31)),))
    assert endless.date_of(5) == day(9)
    assert endless.date_of(6) == dt.date(2200, 1, 1)
    assert endless.date_of(10**9) == dt.date.max
    assert endless.count_until(dt.date(2199, 12, 31)) == 5

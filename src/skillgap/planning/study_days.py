"""The days on which somebody studies: every day from the first on but holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from skillgap.domain.learner import Holiday


class StudyDays(msgspec.Struct, frozen=True):
    """Days of study, numbered from 1; `holidays` may overlap and stand in any order."""

    start: dt.date
    holidays: tuple[Holiday, ...] = ()

    def breaks(self) -> Iterator[tuple[dt.date, dt.date]]:
        """Give the holidays from the start on, in order and without overlap."""
        following = self.start
        for each in sorted(self.holidays, key=lambda holiday: (holiday.first, holiday.last)):
            first = max(each.first, following)
            if first <= each.last:
                yield first, each.last
                if each.last == dt.date.max:
                    return
                following = each.last + dt.timedelta(days=1)

    def date_of(self, number: int) -> dt.date:
        """Give the date of a day of study; the latest date there is, if beyond it.

        Day 0 is the day before the first.
        """
        try:
            day = self.start + dt.timedelta(days=number - 1)
            for first, last in self.breaks() if number > 0 else ():
                if day < first:
                    break
                day += last - first + dt.timedelta(days=1)
        except OverflowError:
            return dt.date.max
        return day

    def count_until(self, day: dt.date) -> int:
        """Count the days of study up to a date, it included."""
        if day < self.start:
            return 0
        whole = (day - self.start).days + 1
        lost = ((min(last, day) - first).days + 1 for first, last in self.breaks() if first <= day)
        return whole - sum(lost)

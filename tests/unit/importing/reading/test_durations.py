from __future__ import annotations

import pytest

from skillgap.importing.reading.durations import read_duration


@pytest.mark.parametrize(
    ("text", "hours", "weeks"),
    [
        ("PT3H30M", 3.5, 0),
        ("PT90M", 1.5, 0),
        ("PT45S", 0.0125, 0),
        ("pt2h", 2, 0),
        ("PT1.5H", 1.5, 0),
        ("P2W", 0, 2),
        ("P5D", 0, 0.71),
        ("P9M", 0, 39),
        ("P2Y", 0, 104),
        ("P1DT2H", 2, 0.14),
    ],
)
def test_hours_of_work_and_weeks_on_the_calendar_are_kept_apart(text, hours, weeks):
    duration = read_duration(text)
    assert (duration.hours, duration.calendar_weeks) == (hours, weeks)
    assert duration.is_calendar == (weeks > 0)


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1", "3 hours", "PT-1H", "P1H", None, 7, "P" + "9" * 50 + "D"]
)
def test_what_is_no_duration_is_none(text):
    assert read_duration(text) is None

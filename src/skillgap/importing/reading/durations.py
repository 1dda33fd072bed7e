"""ISO 8601 durations: hours of work, or a length on the calendar."""

from __future__ import annotations

import re
from typing import Final

import msgspec

DURATION: Final = re.compile(
    r"P(?=[0-9T])"
    r"(?:(?P<years>[0-9]+(?:[.,][0-9]+)?)Y)?"
    r"(?:(?P<months>[0-9]+(?:[.,][0-9]+)?)M)?"
    r"(?:(?P<weeks>[0-9]+(?:[.,][0-9]+)?)W)?"
    r"(?:(?P<days>[0-9]+(?:[.,][0-9]+)?)D)?"
    r"(?:T(?=[0-9])"
    r"(?:(?P<hours>[0-9]+(?:[.,][0-9]+)?)H)?"
    r"(?:(?P<minutes>[0-9]+(?:[.,][0-9]+)?)M)?"
    r"(?:(?P<seconds>[0-9]+(?:[.,][0-9]+)?)S)?)?\Z"
)
LONGEST: Final = 40
WEEKS_PER_YEAR: Final = 52


class Duration(msgspec.Struct, frozen=True):
    """A length in the parts that are stated: `months` and `weeks` on the calendar, `hours` of work.

    Why apart: three weeks say when something ends, not how much work it is.
    """

    months: float = 0
    weeks: float = 0
    hours: float = 0

    @property
    def is_calendar(self) -> bool:
        """Whether any part of it is a length on the calendar."""
        return self.months > 0 or self.weeks > 0

    @property
    def calendar_weeks(self) -> float:
        """The calendar part in weeks, twelve months being 52."""
        return round(self.months * WEEKS_PER_YEAR / 12 + self.weeks, 2)


def read_duration(text: object) -> Duration | None:
    """Read a duration such as `PT3H30M`, `P9M` or `P2W`; None where it is none."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    found = DURATION.match(text.strip().upper())
    if found is None:
        return None
    parts = {
        name: float((part or "0").replace(",", ".")) for name, part in found.groupdict().items()
    }
    return Duration(
        months=parts["years"] * 12 + parts["months"],
        weeks=parts["weeks"] + parts["days"] / 7,
        hours=round(parts["hours"] + parts["minutes"] / 60 + parts["seconds"] / 3600, 4),
    )

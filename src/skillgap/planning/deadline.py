"""How long all solves together may still take."""

from __future__ import annotations

import time

import msgspec

from skillgap.planning.interruption import Stop


class Deadline(msgspec.Struct):
    """The time that all solves together may still take, in seconds; infinite for none.

    It is over at once where somebody wants to stop.
    """

    ends: float
    stop: Stop | None = None

    @classmethod
    def after(cls, seconds: float, stop: Stop | None = None) -> Deadline:
        """Start the clock."""
        return cls(time.monotonic() + seconds, stop)

    @property
    def is_stopped(self) -> bool:
        """Whether somebody wanted to stop."""
        return self.stop is not None and self.stop.is_wanted

    @property
    def seconds_left(self) -> float:
        """How much is left, never below 0."""
        return 0.0 if self.is_stopped else max(0.0, self.ends - time.monotonic())

"""How a solve is stopped: by its deadline, on request, or by Ctrl-C."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import msgspec


class Deadline(msgspec.Struct):
    """The time that all solves together may still take, in seconds; infinite for none.

    It is over at once where somebody wants to stop.
    """

    ends: float
    stop: Stop | None = None

    @classmethod
    def after(cls, seconds: float, stop: Stop | None = None) -> Deadline:
        """Start counting."""
        return cls(time.monotonic() + seconds, stop)

    @property
    def is_stopped(self) -> bool:
        """Whether somebody wanted to stop."""
        return self.stop is not None and self.stop.is_wanted

    @property
    def seconds_left(self) -> float:
        """How much is left, never below 0."""
        return 0.0 if self.is_stopped else max(0.0, self.ends - time.monotonic())


class Stop(msgspec.Struct):
    """Whether somebody wants the best that was found so far, and no more searching."""

    is_wanted: bool = False


class Interruption(msgspec.Struct):
    """Whether somebody has asked to stop."""

    is_wanted: bool = False


@contextmanager
def heed_interruption() -> Iterator[Interruption]:
    """Note Ctrl-C while it lasts, and hand it on at the end to whoever handled it before.

    Python's own handler then raises KeyboardInterrupt.

    Why: the engine calls back into Python to ask whether to go on, and an exception cannot pass
    through it. Outside the main thread, where signals never arrive, nothing changes.
    """
    interruption = Interruption()
    if not is_main_thread():
        yield interruption
        return

    def note(_signal: int, _frame: FrameType | None) -> None:
        interruption.is_wanted = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, before)
    if interruption.is_wanted:
        if not callable(before):
            raise KeyboardInterrupt
        before(signal.SIGINT, None)


def is_main_thread() -> bool:
    """Return whether this is the thread that signals arrive in.

    Why so: where nobody has imported threads there is no other, and importing them takes time.
    """
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()

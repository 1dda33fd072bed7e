"""Ctrl-C during a search: the first gives the best so far, the second ends it."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import IO, TYPE_CHECKING, Final

from skillgap.planning.solver.stopping import Stop, is_main_thread

if TYPE_CHECKING:
    import threading

SECONDS_UNTIL_TOLD: Final = 2.0
SECONDS_BETWEEN: Final = 1.0
CLEAR_LINE: Final = "\r\x1b[K"


@contextmanager
def heed_stop() -> Iterator[Stop]:
    """Turn the first Ctrl-C into a wish to stop; a second one is Python's own again."""
    stop = Stop()
    if not is_main_thread():
        yield stop
        return
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        yield stop
        return

    def wish(_signal: int, _frame: FrameType | None) -> None:
        if stop.is_wanted:
            raise KeyboardInterrupt
        stop.is_wanted = True

    signal.signal(signal.SIGINT, wish)
    try:
        with told_progress(stop, sys.stderr):
            yield stop
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def told_progress(stop: Stop, stream: IO[str] | None) -> Iterator[None]:
    """Say on a terminal, from some seconds on, that the search goes on and how to end it."""
    if stream is None or not stream.isatty():
        yield
        return
    import threading

    is_over = threading.Event()
    teller = threading.Thread(target=tell_until, args=(is_over, stop, stream), daemon=True)
    teller.start()
    try:
        yield
    finally:
        is_over.set()
        teller.join()


def tell_until(is_over: threading.Event, stop: Stop, stream: IO[str]) -> None:
    """Write one line over and over, and take it away at the end."""
    begun, wait, is_told = time.monotonic(), SECONDS_UNTIL_TOLD, False
    while not is_over.wait(wait):
        seconds = round(time.monotonic() - begun)
        what = "stopping" if stop.is_wanted else "Ctrl-C gives the best found so far"
        stream.write(f"{CLEAR_LINE}searching for {seconds} s; {what}")
        stream.flush()
        wait, is_told = SECONDS_BETWEEN, True
    if is_told:
        stream.write(CLEAR_LINE)
        stream.flush()

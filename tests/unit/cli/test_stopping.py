from __future__ import annotations

import io
import signal
import sys
import threading

import pytest

from skillgap.cli.stopping import CLEAR_LINE, heed_stop, tell_until
from skillgap.planning.solver.stopping import Stop

here = pytest.mark.skipif(sys.platform == "win32", reason="no signal can be raised in oneself")


@here
def test_the_first_ctrl_c_is_a_wish_and_the_second_ends_it():
    before = signal.getsignal(signal.SIGINT)

    def work() -> None:
        with heed_stop() as stop:
            assert not stop.is_wanted
            signal.raise_signal(signal.SIGINT)
            assert stop.is_wanted
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert signal.getsignal(signal.SIGINT) is before


def test_outside_the_main_thread_nothing_changes():
    found = []

    def work() -> None:
        with heed_stop() as stop:
            found.append(stop.is_wanted)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [False]


def test_a_long_search_is_told_and_the_line_taken_away(monkeypatch):
    monkeypatch.setattr("skillgap.cli.stopping.SECONDS_UNTIL_TOLD", 0.0)
    stream, is_over, stop = io.StringIO(), threading.Event(), Stop()

    class Over(threading.Event):
        def __init__(self) -> None:
            super().__init__()
            self.asked = 0

        def wait(self, _seconds: float | None = None) -> bool:
            self.asked += 1
            stop.is_wanted = self.asked > 1
            return self.asked > 2

    is_over = Over()
    tell_until(is_over, stop, stream)
    told = stream.getvalue().split(CLEAR_LINE)
    assert told == [
        "",
        "searching for 0 s; Ctrl-C gives the best found so far",
        "searching for 0 s; stopping",
        "",
    ]

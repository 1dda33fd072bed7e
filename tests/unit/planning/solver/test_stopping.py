from __future__ import annotations

import signal
import sys

import pytest

from skillgap.planning.solver.stopping import heed_interruption


@pytest.mark.skipif(sys.platform == "win32", reason="no signal can be raised in oneself")
def test_ctrl_c_is_noted_first_and_raised_at_the_end():
    before = signal.getsignal(signal.SIGINT)
    noted = []

    def work() -> None:
        with heed_interruption() as interruption:
            signal.raise_signal(signal.SIGINT)
            noted.append(interruption.is_wanted)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert noted == [True]
    assert signal.getsignal(signal.SIGINT) is before


def test_nothing_is_raised_where_nobody_asked():
    with heed_interruption() as interruption:
        pass
    assert not interruption.is_wanted


@pytest.mark.skipif(sys.platform == "win32", reason="no signal can be raised in oneself")
def test_whoever_handled_ctrl_c_before_is_told_of_it_at_the_end():
    told = []
    before = signal.signal(signal.SIGINT, lambda *_: told.append("stop"))
    try:
        with heed_interruption() as interruption:
            signal.raise_signal(signal.SIGINT)
            assert not told
    finally:
        signal.signal(signal.SIGINT, before)
    assert (told, interruption.is_wanted) == (["stop"], True)

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from skillgap.errors import InternalError
from skillgap.planning.solver.c_api import LibrarySession, find_library, load_library
from skillgap.planning.solver.problem import Problem


def test_the_wheel_carries_the_library_where_we_rely_on_it():
    if sys.platform not in ("linux", "darwin"):
        pytest.skip("the wheel holds the library on Linux and macOS")
    found = find_library(sys.platform)
    assert found is not None
    assert Path(found).name.startswith("libhighs")
    assert load_library(sys.platform) is not None


def test_no_library_is_looked_for_on_windows():
    assert find_library("win32") is None
    assert load_library("win32") is None


def test_what_the_engine_refuses_is_our_fault():
    library = load_library(sys.platform)
    if library is None:
        pytest.skip("the wheel holds no library here")
    problem = Problem()
    problem.add_variable(is_integral=True)
    with LibrarySession(library, problem) as session, pytest.raises(InternalError):
        session.set_option("no_such_option", value=True)

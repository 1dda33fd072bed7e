from __future__ import annotations

import pytest

from skillgap.errors import InternalError
from skillgap.planning.solver.problem import Problem
from skillgap.planning.solver.python_api import PackageSession


def test_what_the_engine_refuses_is_our_fault():
    problem = Problem()
    problem.add_variable(is_integral=True)
    with PackageSession(problem) as session, pytest.raises(InternalError):
        session.set_variable_bounds(7, 0.0, 1.0)

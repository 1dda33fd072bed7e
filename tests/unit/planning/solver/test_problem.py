from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time

import pytest

from skillgap.planning.solver.open import open_session
from skillgap.planning.solver.problem import INFINITY, Problem, SolutionStatus

BOTH = pytest.mark.parametrize("with_package", [False, True], ids=["library", "package"])


def covering(
    variables: int, constraints: int, width: int, seed: int
) -> tuple[Problem, dict[int, float]]:
    """A covering problem with costs of 1 to 100."""
    dice = random.Random(seed)
    problem = Problem()
    for _ in range(variables):
        problem.add_variable(is_integral=True)
    for _ in range(constraints):
        chosen = dice.sample(range(variables), width)
        problem.add_constraint([(variable, 1.0) for variable in chosen], lower=1.0)
    return problem, {variable: float(dice.randint(1, 100)) for variable in range(variables)}


def pair() -> Problem:
    """Two columns of which one must be taken."""
    problem = Problem()
    first, second = problem.add_variable(is_integral=True), problem.add_variable(is_integral=True)
    problem.add_constraint([(first, 1.0), (second, 1.0)], lower=1.0)
    return problem


def test_a_column_named_twice_adds_up():
    problem = pair()
    assert problem.add_constraint([(0, 1.0), (1, 2.0), (0, 3.0)], upper=4.0) == 1
    assert list(problem.indices) == [0, 1, 0, 1]
    assert list(problem.coefficients) == [1.0, 1.0, 4.0, 2.0]
    assert list(problem.constraint_starts) == [0, 2]
    assert (problem.variable_count, problem.constraint_count) == (2, 2)


@BOTH
def test_goals_and_bounds_change_between_solves(with_package):
    with open_session(pair(), with_package=with_package) as session:
        cheap_first = session.minimize({0: 1.0, 1: 2.0})
        assert (cheap_first.status, list(cheap_first.values)) == (SolutionStatus.OPTIMAL, [1, 0])
        assert cheap_first.bound == pytest.approx(1.0)
        assert list(session.minimize({0: 3.0, 1: 2.0}, incumbent=[1, 0]).values) == [0, 1]
        session.set_variable_bounds(1, 0.0, 0.0)
        assert list(session.minimize({0: 3.0, 1: 2.0}).values) == [1, 0]
        assert session.add_constraint({0: 1.0}, -INFINITY, 0.0) == 1
        assert session.minimize({0: 3.0}).status is SolutionStatus.INFEASIBLE
        session.set_constraint_bounds(1, -INFINITY, INFINITY)
        assert session.minimize({0: 3.0}).status is SolutionStatus.OPTIMAL


@BOTH
def test_fractions_are_solved_again_from_where_they_were(with_package):
    problem = Problem()
    for _ in range(3):
        problem.add_variable(is_integral=True)
    for one, other in ((0, 1), (1, 2), (0, 2)):
        problem.add_constraint([(one, 1.0), (other, 1.0)], lower=1.0)
    with open_session(problem, with_package=with_package) as session:
        answers = [session.solve_lp({0: 2.0, 1: 3.0, 2: 4.0})]
        session.set_variable_bounds(2, 0.0, 0.0)
        answers.append(session.solve_lp_again())
        constraint = session.add_constraint({0: 1.0, 1: 1.0}, -INFINITY, 1.0)
        answers.append(session.solve_lp_again())
        session.set_constraint_bounds(constraint, -INFINITY, INFINITY)
        session.set_variable_bounds(2, 0.0, 1.0)
        answers.append(session.solve_lp_again())
    told = [
        each and (each.objective, [round(value, 6) for value in each.values]) for each in answers
    ]
    half = (4.5, [0.5, 0.5, 0.5])
    assert told == [half, (5.0, [1, 1, 0]), (INFINITY, []), half]


def test_the_library_and_the_package_give_the_same_answers():
    problem, costs = covering(200, 60, 8, seed=1)
    answers = []
    for with_package in (False, True):
        with open_session(problem, with_package=with_package) as session:
            first = session.minimize(costs)
            lp = session.solve_lp(costs)
            session.add_constraint(costs, -INFINITY, 10_000.0)
            second = session.minimize(dict.fromkeys(costs, 1.0), incumbent=first.values)
            assert lp is not None
            answers.append(
                (
                    first.status,
                    [round(each) for each in first.values],
                    round(first.bound, 6),
                    round(lp.objective, 6),
                    [round(each, 6) for each in lp.reduced_costs],
                    [round(each) for each in second.values],
                )
            )
    assert answers[0] == answers[1]
    assert answers[0][0] is SolutionStatus.OPTIMAL


@BOTH
def test_the_clock_stops_a_solve_and_says_so(with_package):
    problem, costs = covering(3000, 300, 60, seed=3)
    with open_session(problem, with_package=with_package) as session:
        stopped = session.minimize(costs, time_limit=0.2)
    assert stopped.status in (SolutionStatus.FEASIBLE, SolutionStatus.UNKNOWN)
    assert stopped.ran_out_of_time


@BOTH
def test_the_node_limit_stops_a_solve_at_the_same_place_every_time(with_package):
    problem, _ = covering(300, 60, 40, seed=5)
    costs = {variable: 1.0 + variable % 3 for variable in range(300)}
    answers = []
    for _ in range(2):
        with open_session(problem, with_package=with_package) as session:
            answers.append(session.minimize(costs, node_limit=1))
    assert list(answers[0].values) == list(answers[1].values)
    assert not answers[0].ran_out_of_time


@BOTH
@pytest.mark.skipif(sys.platform == "win32", reason="no signal can be sent to oneself")
def test_ctrl_c_stops_a_solve_at_once(with_package):
    problem, costs = covering(3000, 300, 60, seed=3)
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.perf_counter())
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(0.4, interrupt)
    with open_session(problem, with_package=with_package) as session:
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            session.minimize(costs, time_limit=20.0)
        took = time.perf_counter() - sent[0]
    timer.join()
    assert took < 1.0
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@BOTH
def test_a_solve_outside_the_main_thread_works(with_package):
    found: list[SolutionStatus] = []

    def solve() -> None:
        with open_session(pair(), with_package=with_package) as session:
            found.append(session.minimize({0: 1.0, 1: 1.0}).status)

    thread = threading.Thread(target=solve)
    thread.start()
    thread.join()
    assert found == [SolutionStatus.OPTIMAL]


def test_the_library_needs_no_numpy():
    if sys.platform not in ("linux", "darwin"):
        pytest.skip("the wheel holds the library on Linux and macOS")
    code = (
        "import sys\n"
        "from skillgap.planning.solver.open import open_session\n"
        "from skillgap.planning.solver.problem import Problem\n"
        "problem = Problem()\n"
        "problem.add_variable(is_integral=True)\n"
        "with open_session(problem) as session:\n"
        "    session.minimize({0: -1.0})\n"
        "print(sorted({'numpy', 'highspy'} & sys.modules.keys()))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"


@BOTH
def test_a_known_solution_to_start_from_leaves_the_optimum_as_it_is(with_package):
    """HiGHS 1.16.0 calls something else the least here, where it is given the start."""
    problem = Problem()
    for _ in range(5):
        problem.add_variable(is_integral=True)
    weights = [3.0, 5.0, 2.0, 3.0, 4.0]
    problem.add_constraint(enumerate(weights), lower=5.0)
    costs = {0: 1.0, 1: 7.0, 2: 1.0, 3: 7.0, 4: 3.0}
    with open_session(problem, with_package=with_package) as session:
        found = session.minimize(costs, incumbent=[1.0, 0.0, 0.0, 1.0, 0.0])
    assert (found.status, list(found.values)) == (SolutionStatus.OPTIMAL, [1, 0, 1, 0, 0])
    assert found.bound == pytest.approx(2.0)


@BOTH
def test_who_has_started_two_threads_before_is_no_hindrance(with_package):
    code = (
        "import highspy, numpy\n"
        "host = highspy.Highs()\n"
        "host.setOptionValue('output_flag', False)\n"
        "host.setOptionValue('threads', 2)\n"
        "host.setOptionValue('parallel', 'on')\n"
        "host.addVar(0.0, 1.0)\n"
        "host.changeColIntegrality(0, highspy.HighsVarType.kInteger)\n"
        "assert host.run() == highspy.HighsStatus.kOk\n"
        "from skillgap.planning.solver.open import open_session\n"
        "from skillgap.planning.solver.problem import Problem\n"
        "problem = Problem()\n"
        "problem.add_variable(is_integral=True)\n"
        f"with open_session(problem, with_package={with_package}) as session:\n"
        "    found = session.minimize({0: -1.0})\n"
        "    relaxed = session.solve_lp({0: -1.0})\n"
        "print(found.status, list(found.values), relaxed.objective)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "optimal [1.0] -1.0\n"

"""HiGHS by its documented C API, from the shared library in the `highspy` wheel."""

from __future__ import annotations

import ctypes
import importlib.util
import os
from array import array
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache
from types import TracebackType
from typing import Final, Self

from skillgap.errors import InternalError
from skillgap.planning.solver.problem import (
    ANY_NUMBER_OF_THREADS,
    ENGINE_OPTIONS,
    INFINITY,
    NO_NODE_LIMIT,
    LpSolution,
    Options,
    Problem,
    Solution,
    SolutionStatus,
    lp_options,
    search_options,
)
from skillgap.planning.solver.stopping import Interruption, heed_interruption

ROW_WISE: Final = 2
MINIMIZE: Final = 1
ERROR_STATUS: Final = -1
MODEL_OPTIMAL: Final = 7
MODEL_INFEASIBLE: Final = 8
MODEL_TIME_LIMIT: Final = 13
STOPPED_STATUSES: Final = frozenset({13, 14, 15, 16, 17})
"""Time, iteration or solution limit, unknown, interrupt."""
PRIMAL_FEASIBLE: Final = 2
INTERRUPT_CALLBACKS: Final = (1, 2, 6)
"""Simplex, interior point and branch-and-bound ask whether to stop."""

LIBRARY_PATTERNS: Final[Mapping[str, str]] = {
    "linux": "libhighs.so*",
    "darwin": "libhighs*.dylib",
}

CALLBACK_TYPE = ctypes.CFUNCTYPE(
    None,
    ctypes.c_int,
    ctypes.c_char_p,
    ctypes.c_void_p,
    ctypes.POINTER(ctypes.c_int),
    ctypes.c_void_p,
)
"""Of what the engine lets a callback write, only the stop flag, which comes first, is used."""


def find_library(platform: str) -> str | None:
    """Find the shared library beside the package without importing it; None where there is none."""
    pattern = LIBRARY_PATTERNS.get(platform)
    specification = importlib.util.find_spec("highspy")
    if pattern is None or specification is None:
        return None
    for folder in specification.submodule_search_locations or ():
        for place, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(files):
                if fnmatchcase(name, pattern):
                    return f"{place}{os.sep}{name}"
    return None


@cache
def load_library(platform: str) -> ctypes.CDLL | None:
    """Load the library; None where it is missing, will not load or counts in other integers."""
    found = find_library(platform)
    if found is None:
        return None
    try:
        library = ctypes.CDLL(found)
        library.Highs_create.restype = ctypes.c_void_p
        if library.Highs_getSizeofHighsInt(None) != ctypes.sizeof(ctypes.c_int):
            return None
    except (OSError, AttributeError):
        return None
    return library


def pointer_to(values: array[float] | array[int]) -> ctypes.c_void_p:
    """Return the address of an array's items; the array must outlive the call it is given to."""
    return ctypes.c_void_p(values.buffer_info()[0])


class LibrarySession:
    """A problem inside the library; a context manager, for the memory is not Python's."""

    def __init__(self, library: ctypes.CDLL, problem: Problem) -> None:
        """Pass the problem to a new engine."""
        self.library = library
        self.constraint_count = problem.constraint_count
        self.variable_count = problem.variable_count
        self.handle = ctypes.c_void_p(library.Highs_create())
        self.set_options(ENGINE_OPTIONS)
        no_costs = array("d", bytes(8 * problem.variable_count))
        self.call(
            "passMip",
            problem.variable_count,
            problem.constraint_count,
            len(problem.indices),
            ROW_WISE,
            MINIMIZE,
            ctypes.c_double(0.0),
            pointer_to(no_costs),
            pointer_to(problem.variable_lower),
            pointer_to(problem.variable_upper),
            pointer_to(problem.constraint_lower),
            pointer_to(problem.constraint_upper),
            pointer_to(problem.constraint_starts),
            pointer_to(problem.indices),
            pointer_to(problem.coefficients),
            pointer_to(problem.variable_integral),
        )

    def __enter__(self) -> Self:
        """Return the session itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Free the engine's memory."""
        self.library.Highs_destroy(self.handle)

    def call(self, function: str, *arguments: object) -> None:
        """Call a function of the library, whose answer must not be its error status."""
        if getattr(self.library, f"Highs_{function}")(self.handle, *arguments) == ERROR_STATUS:
            raise InternalError(f"the engine refused Highs_{function}")

    def set_options(self, options: Options) -> None:
        """Set some of the engine's options."""
        for name, value in options:
            self.set_option(name, value)

    def set_option(self, name: str, value: bool | float | str) -> None:  # noqa: FBT001
        """Set one of the engine's options by the type of its value."""
        key = name.encode()
        if isinstance(value, bool):
            self.call("setBoolOptionValue", key, int(value))
        elif isinstance(value, int):
            self.call("setIntOptionValue", key, value)
        elif isinstance(value, float):
            self.call("setDoubleOptionValue", key, ctypes.c_double(value))
        else:
            self.call("setStringOptionValue", key, value.encode())

    def set_variable_bounds(self, variable: int, lower: float, upper: float) -> None:
        """Change what a variable may be."""
        self.call("changeColBounds", variable, ctypes.c_double(lower), ctypes.c_double(upper))

    def set_constraint_bounds(self, constraint: int, lower: float, upper: float) -> None:
        """Change what the sum of a constraint may be."""
        self.call("changeRowBounds", constraint, ctypes.c_double(lower), ctypes.c_double(upper))

    def add_constraint(self, coefficients: Mapping[int, float], lower: float, upper: float) -> int:
        """Add a constraint and return its number."""
        variables = array("i", coefficients.keys())
        values = array("d", coefficients.values())
        self.call(
            "addRow",
            ctypes.c_double(lower),
            ctypes.c_double(upper),
            len(variables),
            pointer_to(variables),
            pointer_to(values),
        )
        self.constraint_count += 1
        return self.constraint_count - 1

    def minimize(
        self,
        costs: Mapping[int, float],
        *,
        incumbent: Sequence[float] = (),
        time_limit: float = INFINITY,
        node_limit: int = NO_NODE_LIMIT,
    ) -> Solution:
        """Solve for the least sum of `costs`; see `Session.minimize`."""
        self.set_costs(costs)
        self.set_options(search_options(time_limit, node_limit))
        if incumbent:
            values = array("d", incumbent)
            self.call("setSolution", pointer_to(values), None, None, None)
        with heed_interruption() as interruption:
            self.run(interruption)
        return self.read_solution()

    def solve_lp(
        self, costs: Mapping[int, float], time_limit: float = INFINITY
    ) -> LpSolution | None:
        """Solve the LP relaxation; see `Session.solve_lp`."""
        self.set_costs(costs)
        self.set_options(lp_options(self.variable_count, time_limit))
        with heed_interruption() as interruption:
            self.run(interruption)
        return self.read_lp()

    def solve_lp_again(self) -> LpSolution | None:
        """Solve the LP relaxation from the last solution on; see `Session.solve_lp_again`."""
        self.start()
        if self.library.Highs_getModelStatus(self.handle) == MODEL_INFEASIBLE:
            return LpSolution(INFINITY, (), ())
        return self.read_lp()

    def read_lp(self) -> LpSolution | None:
        """Read the solution of the last LP relaxation."""
        if self.library.Highs_getModelStatus(self.handle) != MODEL_OPTIMAL:
            return None
        objective = ctypes.c_double()
        self.call("getDoubleInfoValue", b"objective_function_value", ctypes.byref(objective))
        return LpSolution(objective.value, *self.read_variables())

    def set_costs(self, costs: Mapping[int, float]) -> None:
        """Forget the last solve and set what every variable costs."""
        every_cost = array("d", bytes(8 * self.variable_count))
        for variable, cost in costs.items():
            every_cost[variable] = cost
        self.call("clearSolver")
        self.call("changeColsCostByRange", 0, self.variable_count - 1, pointer_to(every_cost))

    def run(self, interruption: Interruption) -> None:
        """Let the engine work until it is done, stopped or interrupted."""

        def ask_whether_to_stop(
            _kind: int, _message: object, _data_out: object, data_in: object, _user: object
        ) -> None:
            if interruption.is_wanted and data_in:
                data_in[0] = 1  # type: ignore[index]

        callback = CALLBACK_TYPE(ask_whether_to_stop)
        self.call("setCallback", callback, None)
        for kind in INTERRUPT_CALLBACKS:
            self.call("startCallback", kind)
        try:
            self.start()
        finally:
            for kind in INTERRUPT_CALLBACKS:
                self.call("stopCallback", kind)

    def start(self) -> None:
        """Let the engine work, with the threads that it has.

        Why a second try: all engines of a process share their threads. Where somebody else has
        started more than one, asking for one is an error, and taking what there is is not.
        """
        if self.library.Highs_run(self.handle) == ERROR_STATUS:
            self.set_option("threads", ANY_NUMBER_OF_THREADS)
            self.call("run")

    def read_solution(self) -> Solution:
        """Read what the last run has found and proven."""
        status = self.library.Highs_getModelStatus(self.handle)
        if status == MODEL_INFEASIBLE:
            return Solution(SolutionStatus.INFEASIBLE)
        if status != MODEL_OPTIMAL and status not in STOPPED_STATUSES:
            raise InternalError(f"the engine ended with model status {status}")
        bound = ctypes.c_double()
        self.call("getDoubleInfoValue", b"mip_dual_bound", ctypes.byref(bound))
        primal = ctypes.c_int()
        self.call("getIntInfoValue", b"primal_solution_status", ctypes.byref(primal))
        if primal.value != PRIMAL_FEASIBLE:
            return Solution(
                SolutionStatus.UNKNOWN,
                bound=bound.value,
                ran_out_of_time=status == MODEL_TIME_LIMIT,
            )
        return Solution(
            status=(SolutionStatus.OPTIMAL if status == MODEL_OPTIMAL else SolutionStatus.FEASIBLE),
            values=self.read_variables()[0],
            bound=bound.value,
            ran_out_of_time=status == MODEL_TIME_LIMIT,
        )

    def read_variables(self) -> tuple[array[float], array[float]]:
        """Read the value and the reduced cost of every variable."""
        values = array("d", bytes(8 * self.variable_count))
        reduced_costs = array("d", bytes(8 * self.variable_count))
        constraints = array("d", bytes(8 * self.constraint_count))
        row_duals = array("d", bytes(8 * self.constraint_count))
        self.call(
            "getSolution",
            pointer_to(values),
            pointer_to(reduced_costs),
            pointer_to(constraints),
            pointer_to(row_duals),
        )
        return values, reduced_costs

"""HiGHS by its documented C API, from the shared library in the `highspy` wheel."""

from __future__ import annotations

import ctypes
import importlib.util
import os
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import cache
from typing import Final

from skillgap.errors import InternalError
from skillgap.planning.solver.problem import Problem
from skillgap.planning.solver.session import Session
from skillgap.planning.solver.stopping import Interruption

ROW_WISE: Final = 2
MINIMIZE: Final = 1
ERROR_STATUS: Final = -1
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


class LibrarySession(Session):
    """A session through the shared library."""

    def __init__(self, library: ctypes.CDLL, problem: Problem) -> None:
        """Pass the problem to a new engine."""
        self.library = library
        self.handle = ctypes.c_void_p(library.Highs_create())
        super().__init__(problem)

    def call(self, function: str, *arguments: object) -> None:
        """Call a function of the library, whose answer must not be its error status."""
        if getattr(self.library, f"Highs_{function}")(self.handle, *arguments) == ERROR_STATUS:
            raise InternalError(f"the engine refused Highs_{function}")

    def load(self, problem: Problem) -> None:
        """Hand over the problem."""
        self.call(
            "passMip",
            problem.variable_count,
            problem.constraint_count,
            len(problem.indices),
            ROW_WISE,
            MINIMIZE,
            ctypes.c_double(0.0),
            pointer_to(array("d", bytes(8 * problem.variable_count))),
            pointer_to(problem.variable_lower),
            pointer_to(problem.variable_upper),
            pointer_to(problem.constraint_lower),
            pointer_to(problem.constraint_upper),
            pointer_to(problem.constraint_starts),
            pointer_to(problem.indices),
            pointer_to(problem.coefficients),
            pointer_to(problem.variable_integral),
        )

    def free(self) -> None:
        """Free the engine's memory."""
        self.library.Highs_destroy(self.handle)

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

    def append(
        self, variables: array[int], coefficients: array[float], lower: float, upper: float
    ) -> None:
        """Append a constraint."""
        bounds = ctypes.c_double(lower), ctypes.c_double(upper)
        self.call(
            "addRow", *bounds, len(variables), pointer_to(variables), pointer_to(coefficients)
        )

    def set_every_cost(self, costs: array[float]) -> None:
        """Forget the last solve and set what each variable costs."""
        self.call("clearSolver")
        self.call("changeColsCostByRange", 0, len(costs) - 1, pointer_to(costs))

    def set_incumbent(self, values: array[float]) -> None:
        """Hand over the values of a known solution."""
        self.call("setSolution", pointer_to(values), None, None, None)

    def try_run(self) -> bool:
        """Let the engine work until it is done or stopped; False where it refuses."""
        return bool(self.library.Highs_run(self.handle) != ERROR_STATUS)

    @contextmanager
    def asking(self, interruption: Interruption) -> Iterator[None]:
        """Let the engine ask, for a while, whether to stop."""

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
            yield
        finally:
            for kind in INTERRUPT_CALLBACKS:
                self.call("stopCallback", kind)

    def model_status(self) -> int:
        """Return the status of the last run, by HiGHS's numbers."""
        return int(self.library.Highs_getModelStatus(self.handle))

    def primal_status(self) -> int:
        """Return the status of the solution, by HiGHS's numbers."""
        status = ctypes.c_int()
        self.call("getIntInfoValue", b"primal_solution_status", ctypes.byref(status))
        return status.value

    def info(self, name: str) -> float:
        """Return a figure about the last run by its name."""
        figure = ctypes.c_double()
        self.call("getDoubleInfoValue", name.encode(), ctypes.byref(figure))
        return figure.value

    def read_variables(self) -> tuple[array[float], array[float]]:
        """Read the value and the reduced cost of every variable."""
        values = array("d", bytes(8 * self.variable_count))
        reduced_costs = array("d", bytes(8 * self.variable_count))
        sums = array("d", bytes(8 * self.constraint_count))
        duals = array("d", bytes(8 * self.constraint_count))
        self.call("getSolution", *map(pointer_to, (values, reduced_costs, sums, duals)))
        return values, reduced_costs

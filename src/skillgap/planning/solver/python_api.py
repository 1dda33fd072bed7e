"""HiGHS by the `highspy` package, where its shared library cannot be reached."""

from __future__ import annotations

import importlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from skillgap.errors import InternalError
from skillgap.planning.solver.problem import Problem
from skillgap.planning.solver.session import Session
from skillgap.planning.solver.stopping import Interruption


class PackageSession(Session):
    """A session through the package; imports it, and numpy with it, only once it is made."""

    def __init__(self, problem: Problem) -> None:
        """Pass the problem to a new engine."""
        self.highspy: Any = importlib.import_module("highspy")
        self.numpy: Any = importlib.import_module("numpy")
        self.highs: Any = self.highspy.Highs()
        super().__init__(problem)

    def check(self, status: object) -> None:
        """Raise InternalError where the engine refused a call."""
        if status == self.highspy.HighsStatus.kError:
            raise InternalError("the engine refused a call")

    def load(self, problem: Problem) -> None:
        """Hand over the problem."""
        model = self.highspy.HighsLp()
        model.num_col_ = problem.variable_count
        model.num_row_ = problem.constraint_count
        model.col_cost_ = self.numpy.zeros(problem.variable_count)
        model.col_lower_ = self.numpy.array(problem.variable_lower)
        model.col_upper_ = self.numpy.array(problem.variable_upper)
        model.row_lower_ = self.numpy.array(problem.constraint_lower)
        model.row_upper_ = self.numpy.array(problem.constraint_upper)
        matrix = model.a_matrix_
        matrix.format_ = self.highspy.MatrixFormat.kRowwise
        matrix.start_ = self.numpy.array([*problem.constraint_starts, len(problem.indices)])
        matrix.index_ = self.numpy.array(problem.indices)
        matrix.value_ = self.numpy.array(problem.coefficients)
        kinds = (self.highspy.HighsVarType.kContinuous, self.highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[each] for each in problem.variable_integral]
        self.check(self.highs.passModel(model))

    def free(self) -> None:
        """Free the engine's memory."""
        self.highs.clear()

    def set_option(self, name: str, value: bool | float | str) -> None:  # noqa: FBT001
        """Set one of the engine's options by the type of its value."""
        self.check(self.highs.setOptionValue(name, value))

    def set_variable_bounds(self, variable: int, lower: float, upper: float) -> None:
        """Change what a variable may be."""
        self.check(self.highs.changeColBounds(variable, lower, upper))

    def set_constraint_bounds(self, constraint: int, lower: float, upper: float) -> None:
        """Change what the sum of a constraint may be."""
        self.check(self.highs.changeRowBounds(constraint, lower, upper))

    def append(
        self, variables: array[int], coefficients: array[float], lower: float, upper: float
    ) -> None:
        """Append a constraint."""
        arrays = self.numpy.array(variables), self.numpy.array(coefficients)
        self.check(self.highs.addRow(lower, upper, len(variables), *arrays))

    def set_every_cost(self, costs: array[float]) -> None:
        """Forget the last solve and set what each variable costs."""
        every_variable = self.numpy.arange(len(costs), dtype=self.numpy.int32)
        self.check(self.highs.clearSolver())
        self.check(self.highs.changeColsCost(len(costs), every_variable, self.numpy.array(costs)))

    def set_incumbent(self, values: array[float]) -> None:
        """Hand over the values of a known solution."""
        start = self.highspy.HighsSolution()
        start.col_value = list(values)
        self.check(self.highs.setSolution(start))

    def try_run(self) -> bool:
        """Let the engine work until it is done or stopped; False where it refuses."""
        return bool(self.highs.run() != self.highspy.HighsStatus.kError)

    @contextmanager
    def asking(self, interruption: Interruption) -> Iterator[None]:
        """Let the engine ask, for a while, whether to stop."""

        def ask_whether_to_stop(event: Any) -> None:  # noqa: ANN401
            if interruption.is_wanted:
                event.interrupt()

        self.highs.cbSimplexInterrupt += ask_whether_to_stop
        self.highs.cbIpmInterrupt += ask_whether_to_stop
        self.highs.cbMipInterrupt += ask_whether_to_stop
        try:
            yield
        finally:
            self.highs.cbSimplexInterrupt -= ask_whether_to_stop
            self.highs.cbIpmInterrupt -= ask_whether_to_stop
            self.highs.cbMipInterrupt -= ask_whether_to_stop

    def model_status(self) -> int:
        """Return the status of the last run, by HiGHS's numbers."""
        return int(self.highs.getModelStatus())

    def primal_status(self) -> int:
        """Return the status of the solution, by HiGHS's numbers."""
        return int(self.highs.getInfo().primal_solution_status)

    def info(self, name: str) -> float:
        """Return a figure about the last run by its name."""
        return float(getattr(self.highs.getInfo(), name))

    def read_variables(self) -> tuple[list[float], list[float]]:
        """Read the value and the reduced cost of every variable."""
        solution = self.highs.getSolution()
        return list(map(float, solution.col_value)), list(map(float, solution.col_dual))

"""HiGHS by the `highspy` package, where its shared library cannot be reached."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from skillgap.errors import InternalError
from skillgap.planning.solver.problem import (
    ENGINE_OPTIONS,
    INFINITY,
    NO_NODE_LIMIT,
    Options,
    Problem,
    Relaxed,
    Solution,
    SolutionStatus,
    relaxing_options,
    search_options,
)
from skillgap.planning.solver.stopping import heed_interruption


class PackageSession:
    """A problem inside the package; imports it, and numpy with it, only once it is made."""

    def __init__(self, problem: Problem) -> None:
        """Pass the problem to a new engine."""
        self.highspy: Any = importlib.import_module("highspy")
        self.numpy: Any = importlib.import_module("numpy")
        self.column_count = problem.column_count
        self.row_count = problem.row_count
        self.highs: Any = self.highspy.Highs()
        self.set_options(ENGINE_OPTIONS)
        self.check(self.highs.passModel(self.translate(problem)))

    def __enter__(self) -> Self:
        """Give the session itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Free the engine's memory."""
        self.highs.clear()

    def check(self, status: object) -> None:
        """Make sure that the engine did what it was told."""
        if status == self.highspy.HighsStatus.kError:
            raise InternalError("the engine refused a call")

    def translate(self, problem: Problem) -> object:
        """Give the problem in the package's own shape."""
        model = self.highspy.HighsLp()
        model.num_col_ = problem.column_count
        model.num_row_ = problem.row_count
        model.col_cost_ = self.numpy.zeros(problem.column_count)
        model.col_lower_ = self.numpy.array(problem.column_lower)
        model.col_upper_ = self.numpy.array(problem.column_upper)
        model.row_lower_ = self.numpy.array(problem.row_lower)
        model.row_upper_ = self.numpy.array(problem.row_upper)
        model.a_matrix_.format_ = self.highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = self.numpy.array([*problem.row_starts, len(problem.indices)])
        model.a_matrix_.index_ = self.numpy.array(problem.indices)
        model.a_matrix_.value_ = self.numpy.array(problem.coefficients)
        kinds = (self.highspy.HighsVarType.kContinuous, self.highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[each] for each in problem.column_integral]
        return model

    def set_options(self, options: Options) -> None:
        """Set some of the engine's options."""
        for name, value in options:
            self.check(self.highs.setOptionValue(name, value))

    def set_column_bounds(self, column: int, lower: float, upper: float) -> None:
        """Change what a column may be."""
        self.check(self.highs.changeColBounds(column, lower, upper))

    def set_row_bounds(self, row: int, lower: float, upper: float) -> None:
        """Change what a row may come to."""
        self.check(self.highs.changeRowBounds(row, lower, upper))

    def add_row(self, entries: Mapping[int, float], lower: float, upper: float) -> int:
        """Add a row and give its number."""
        columns = self.numpy.array(list(entries.keys()), dtype=self.numpy.int32)
        coefficients = self.numpy.array(list(entries.values()), dtype=float)
        self.check(self.highs.addRow(lower, upper, len(columns), columns, coefficients))
        self.row_count += 1
        return self.row_count - 1

    def minimize(
        self,
        costs: Mapping[int, float],
        *,
        hint: Sequence[float] = (),
        time_limit: float = INFINITY,
        node_limit: int = NO_NODE_LIMIT,
    ) -> Solution:
        """Solve for the least sum of `costs`; see `Session.minimize`."""
        self.set_costs(costs)
        self.set_options(search_options(time_limit, node_limit))
        if hint:
            start = self.highspy.HighsSolution()
            start.col_value = list(hint)
            self.check(self.highs.setSolution(start))
        self.run()
        return self.read_solution()

    def relax(self, costs: Mapping[int, float]) -> Relaxed | None:
        """Solve for the least sum of `costs` in fractions; see `Session.relax`."""
        self.set_costs(costs)
        self.set_options(relaxing_options(self.column_count))
        self.run()
        return self.read_relaxed()

    def relax_again(self) -> Relaxed | None:
        """Solve the same in fractions from the last answer on; see `Session.relax_again`."""
        self.check(self.highs.run())
        if self.highs.getModelStatus() == self.highspy.HighsModelStatus.kInfeasible:
            return Relaxed(INFINITY, (), ())
        return self.read_relaxed()

    def read_relaxed(self) -> Relaxed | None:
        """Read what the last solve in fractions has found."""
        if self.highs.getModelStatus() != self.highspy.HighsModelStatus.kOptimal:
            return None
        solution = self.highs.getSolution()
        return Relaxed(
            float(self.highs.getInfo().objective_function_value),
            [float(each) for each in solution.col_value],
            [float(each) for each in solution.col_dual],
        )

    def set_costs(self, costs: Mapping[int, float]) -> None:
        """Forget the last solve and set what every column costs."""
        every_cost = self.numpy.zeros(self.column_count)
        for column, cost in costs.items():
            every_cost[column] = cost
        every_column = self.numpy.arange(self.column_count, dtype=self.numpy.int32)
        self.check(self.highs.clearSolver())
        self.check(self.highs.changeColsCost(self.column_count, every_column, every_cost))

    def run(self) -> None:
        """Let the engine work until it is done, stopped or interrupted."""
        with heed_interruption() as interruption:

            def ask_whether_to_stop(event: Any) -> None:  # noqa: ANN401
                if interruption.is_wanted:
                    event.interrupt()

            self.highs.cbSimplexInterrupt += ask_whether_to_stop
            self.highs.cbIpmInterrupt += ask_whether_to_stop
            self.highs.cbMipInterrupt += ask_whether_to_stop
            try:
                self.check(self.highs.run())
            finally:
                self.highs.cbSimplexInterrupt -= ask_whether_to_stop
                self.highs.cbIpmInterrupt -= ask_whether_to_stop
                self.highs.cbMipInterrupt -= ask_whether_to_stop

    def read_solution(self) -> Solution:
        """Read what the last run has found and proven."""
        model_status = self.highspy.HighsModelStatus
        status = self.highs.getModelStatus()
        if status == model_status.kInfeasible:
            return Solution(SolutionStatus.INFEASIBLE)
        stopped = {
            model_status.kTimeLimit,
            model_status.kIterationLimit,
            model_status.kUnknown,
            model_status.kSolutionLimit,
            model_status.kInterrupt,
        }
        if status != model_status.kOptimal and status not in stopped:
            raise InternalError(f"the engine ended with model status {status}")
        ran_out_of_time = status == model_status.kTimeLimit
        info = self.highs.getInfo()
        if info.primal_solution_status != self.highspy.SolutionStatus.kSolutionStatusFeasible:
            return Solution(
                SolutionStatus.UNKNOWN,
                bound=float(info.mip_dual_bound),
                ran_out_of_time=ran_out_of_time,
            )
        values = [float(each) for each in self.highs.getSolution().col_value]
        return Solution(
            status=(
                SolutionStatus.OPTIMAL
                if status == model_status.kOptimal
                else SolutionStatus.FEASIBLE
            ),
            values=values,
            bound=float(info.mip_dual_bound),
            ran_out_of_time=ran_out_of_time,
        )

"""HiGHS by the `highspy` package, where its shared library cannot be reached."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

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
from skillgap.planning.solver.stopping import heed_interruption


class PackageSession:
    """A problem inside the package; imports it, and numpy with it, only once it is made."""

    def __init__(self, problem: Problem) -> None:
        """Pass the problem to a new engine."""
        self.highspy: Any = importlib.import_module("highspy")
        self.numpy: Any = importlib.import_module("numpy")
        self.variable_count = problem.variable_count
        self.constraint_count = problem.constraint_count
        self.highs: Any = self.highspy.Highs()
        self.set_options(ENGINE_OPTIONS)
        self.check(self.highs.passModel(self.translate(problem)))

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
        self.highs.clear()

    def check(self, status: object) -> None:
        """Raise InternalError where the engine refused a call."""
        if status == self.highspy.HighsStatus.kError:
            raise InternalError("the engine refused a call")

    def translate(self, problem: Problem) -> object:
        """Return the problem as the package takes it."""
        model = self.highspy.HighsLp()
        model.num_col_ = problem.variable_count
        model.num_row_ = problem.constraint_count
        model.col_cost_ = self.numpy.zeros(problem.variable_count)
        model.col_lower_ = self.numpy.array(problem.variable_lower)
        model.col_upper_ = self.numpy.array(problem.variable_upper)
        model.row_lower_ = self.numpy.array(problem.constraint_lower)
        model.row_upper_ = self.numpy.array(problem.constraint_upper)
        model.a_matrix_.format_ = self.highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = self.numpy.array(
            [*problem.constraint_starts, len(problem.indices)]
        )
        model.a_matrix_.index_ = self.numpy.array(problem.indices)
        model.a_matrix_.value_ = self.numpy.array(problem.coefficients)
        kinds = (self.highspy.HighsVarType.kContinuous, self.highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[each] for each in problem.variable_integral]
        return model

    def set_options(self, options: Options) -> None:
        """Set some of the engine's options."""
        for name, value in options:
            self.check(self.highs.setOptionValue(name, value))

    def set_variable_bounds(self, variable: int, lower: float, upper: float) -> None:
        """Change what a variable may be."""
        self.check(self.highs.changeColBounds(variable, lower, upper))

    def set_constraint_bounds(self, constraint: int, lower: float, upper: float) -> None:
        """Change what the sum of a constraint may be."""
        self.check(self.highs.changeRowBounds(constraint, lower, upper))

    def add_constraint(self, coefficients: Mapping[int, float], lower: float, upper: float) -> int:
        """Add a constraint and return its number."""
        variables = self.numpy.array(list(coefficients.keys()), dtype=self.numpy.int32)
        coefficients = self.numpy.array(list(coefficients.values()), dtype=float)
        self.check(self.highs.addRow(lower, upper, len(variables), variables, coefficients))
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
            start = self.highspy.HighsSolution()
            start.col_value = list(incumbent)
            self.check(self.highs.setSolution(start))
        self.run()
        return self.read_solution()

    def solve_lp(
        self, costs: Mapping[int, float], time_limit: float = INFINITY
    ) -> LpSolution | None:
        """Solve the LP relaxation; see `Session.solve_lp`."""
        self.set_costs(costs)
        self.set_options(lp_options(self.variable_count, time_limit))
        self.run()
        return self.read_lp()

    def solve_lp_again(self) -> LpSolution | None:
        """Solve the LP relaxation from the last solution on; see `Session.solve_lp_again`."""
        self.start()
        if self.highs.getModelStatus() == self.highspy.HighsModelStatus.kInfeasible:
            return LpSolution(INFINITY, (), ())
        return self.read_lp()

    def read_lp(self) -> LpSolution | None:
        """Read the solution of the last LP relaxation."""
        if self.highs.getModelStatus() != self.highspy.HighsModelStatus.kOptimal:
            return None
        solution = self.highs.getSolution()
        return LpSolution(
            float(self.highs.getInfo().objective_function_value),
            [float(each) for each in solution.col_value],
            [float(each) for each in solution.col_dual],
        )

    def set_costs(self, costs: Mapping[int, float]) -> None:
        """Forget the last solve and set what every variable costs."""
        every_cost = self.numpy.zeros(self.variable_count)
        for variable, cost in costs.items():
            every_cost[variable] = cost
        every_column = self.numpy.arange(self.variable_count, dtype=self.numpy.int32)
        self.check(self.highs.clearSolver())
        self.check(self.highs.changeColsCost(self.variable_count, every_column, every_cost))

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
                self.start()
            finally:
                self.highs.cbSimplexInterrupt -= ask_whether_to_stop
                self.highs.cbIpmInterrupt -= ask_whether_to_stop
                self.highs.cbMipInterrupt -= ask_whether_to_stop

    def start(self) -> None:
        """Let the engine work, with the threads that it has; see `LibrarySession.start`."""
        if self.highs.run() == self.highspy.HighsStatus.kError:
            self.set_options((("threads", ANY_NUMBER_OF_THREADS),))
            self.check(self.highs.run())

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

"""A session with the engine: one problem, solved again and again under changing goals and bounds.

What is said to the engine and what is made of its answers stands here, once; how it is reached is
left to the two ways there are.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
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

MODEL_OPTIMAL: Final = 7
MODEL_INFEASIBLE: Final = 8
MODEL_TIME_LIMIT: Final = 13
STOPPED_STATUSES: Final = frozenset({13, 14, 15, 16, 17})
"""Time, iteration or solution limit, unknown, interrupt."""
PRIMAL_FEASIBLE: Final = 2


class Session(ABC):
    """One problem inside the engine; a context manager, for its memory is not Python's."""

    def __init__(self, problem: Problem) -> None:
        """Pass the problem to a new engine."""
        self.variable_count = problem.variable_count
        self.constraint_count = problem.constraint_count
        self.set_options(ENGINE_OPTIONS)
        self.load(problem)

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
        self.free()

    @abstractmethod
    def load(self, problem: Problem) -> None:
        """Hand over the problem."""

    @abstractmethod
    def free(self) -> None:
        """Free the engine's memory."""

    @abstractmethod
    def set_option(self, name: str, value: bool | float | str) -> None:  # noqa: FBT001
        """Set one of the engine's options by the type of its value."""

    @abstractmethod
    def set_variable_bounds(self, variable: int, lower: float, upper: float) -> None:
        """Change what a variable may be."""

    @abstractmethod
    def set_constraint_bounds(self, constraint: int, lower: float, upper: float) -> None:
        """Change what the sum of a constraint may be."""

    @abstractmethod
    def append(
        self, variables: array[int], coefficients: array[float], lower: float, upper: float
    ) -> None:
        """Append a constraint."""

    @abstractmethod
    def set_every_cost(self, costs: array[float]) -> None:
        """Forget the last solve and set what each variable costs."""

    @abstractmethod
    def set_incumbent(self, values: array[float]) -> None:
        """Hand over the values of a known solution."""

    @abstractmethod
    def try_run(self) -> bool:
        """Let the engine work until it is done or stopped; False where it refuses."""

    @abstractmethod
    def asking(self, interruption: Interruption) -> AbstractContextManager[None]:
        """Let the engine ask, for a while, whether to stop."""

    @abstractmethod
    def model_status(self) -> int:
        """Return the status of the last run, by HiGHS's numbers."""

    @abstractmethod
    def primal_status(self) -> int:
        """Return the status of the solution, by HiGHS's numbers."""

    @abstractmethod
    def info(self, name: str) -> float:
        """Return a figure about the last run by its name."""

    @abstractmethod
    def read_variables(self) -> tuple[Sequence[float], Sequence[float]]:
        """Read the value and the reduced cost of every variable."""

    def set_options(self, options: Options) -> None:
        """Set some of the engine's options."""
        for name, value in options:
            self.set_option(name, value)

    def add_constraint(self, coefficients: Mapping[int, float], lower: float, upper: float) -> int:
        """Add a constraint and return its number."""
        values = array("d", coefficients.values())
        self.append(array("i", coefficients.keys()), values, lower, upper)
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
        """Solve for the least sum of `costs`; variables that are not named cost nothing.

        `incumbent` holds the values of a known solution, `time_limit` is in seconds. Ctrl-C stops
        the engine and is then handed on to whoever handles it.
        """
        self.set_costs(costs)
        self.set_options(search_options(time_limit, node_limit))
        if incumbent:
            self.set_incumbent(array("d", incumbent))
        self.run_interruptibly()
        return self.read_solution()

    def solve_lp(
        self, costs: Mapping[int, float], time_limit: float = INFINITY
    ) -> LpSolution | None:
        """Solve the LP relaxation for the least sum of `costs`; None where that failed."""
        self.set_costs(costs)
        self.set_options(lp_options(self.variable_count, time_limit))
        self.run_interruptibly()
        return self.read_lp()

    def solve_lp_again(self) -> LpSolution | None:
        """Solve the LP relaxation under changed bounds and constraints, from the last solution on.

        The objective is infinite where there is no solution; None where that failed.
        """
        self.run()
        if self.model_status() == MODEL_INFEASIBLE:
            return LpSolution(INFINITY, (), ())
        return self.read_lp()

    def set_costs(self, costs: Mapping[int, float]) -> None:
        """Forget the last solve and set what every variable costs."""
        every_cost = array("d", bytes(8 * self.variable_count))
        for variable, cost in costs.items():
            every_cost[variable] = cost
        self.set_every_cost(every_cost)

    def run_interruptibly(self) -> None:
        """Let the engine work until it is done, stopped or interrupted."""
        with heed_interruption() as interruption, self.asking(interruption):
            self.run()

    def run(self) -> None:
        """Let the engine work, with the threads that it has.

        Why a second try: all engines of a process share their threads. Where somebody else has
        started more than one, asking for one is an error, and taking what there is is not.
        """
        if not self.try_run():
            self.set_option("threads", ANY_NUMBER_OF_THREADS)
            if not self.try_run():
                raise InternalError("the engine refused to run")

    def read_lp(self) -> LpSolution | None:
        """Read the solution of the last LP relaxation."""
        if self.model_status() != MODEL_OPTIMAL:
            return None
        return LpSolution(self.info("objective_function_value"), *self.read_variables())

    def read_solution(self) -> Solution:
        """Read what the last run has found and proven."""
        status = self.model_status()
        if status == MODEL_INFEASIBLE:
            return Solution(SolutionStatus.INFEASIBLE)
        if status != MODEL_OPTIMAL and status not in STOPPED_STATUSES:
            raise InternalError(f"the engine ended with model status {status}")
        has_solution = self.primal_status() == PRIMAL_FEASIBLE
        found = SolutionStatus.OPTIMAL if status == MODEL_OPTIMAL else SolutionStatus.FEASIBLE
        return Solution(
            status=found if has_solution else SolutionStatus.UNKNOWN,
            values=self.read_variables()[0] if has_solution else (),
            bound=self.info("mip_dual_bound"),
            ran_out_of_time=status == MODEL_TIME_LIMIT,
        )

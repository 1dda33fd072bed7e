"""The problem that the engine solves, as variables and constraints, and what it answers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import msgspec

INFINITY: Final = float("inf")

Options = tuple[tuple[str, bool | int | float | str], ...]

ENGINE_OPTIONS: Final[Options] = (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("random_seed", 1),
    ("mip_rel_gap", 0.0),
    ("mip_abs_gap", 0.99),
    ("mip_feasibility_tolerance", 1e-7),
    ("mip_allow_restart", False),
    ("mip_heuristic_run_rins", False),
    ("mip_heuristic_run_rens", False),
    ("mip_heuristic_run_root_reduced_cost", False),
)
"""What makes an answer a proof and the same every time.

Why 0.99: objectives are whole numbers, so a bound within less than one of the value is a proof; the
engine's own default, a ten-thousandth of the value, is not. Why one thread and a fixed seed: the
same problem must take the same way to the same answer. Why no restarts and no searches within the
search: proofs over 3,000 variables come two to four times sooner without them, and the engine
listens for Ctrl-C in its main search alone.
"""

ANY_NUMBER_OF_THREADS: Final = 0
NO_NODE_LIMIT: Final = 2**31 - 1

PRESOLVED_FROM: Final = 1_000
"""From how many variables on presolve pays before an LP relaxation is solved.

Why: of 150 variables it takes half of the time.
"""


def search_options(time_limit: float, node_limit: int) -> Options:
    """Return the options of a search for whole numbers; the time limit is in seconds."""
    return (
        ("solve_relaxation", False),
        ("presolve", "choose"),
        ("time_limit", time_limit),
        ("mip_max_nodes", node_limit),
    )


def lp_options(variable_count: int, time_limit: float) -> Options:
    """Return the options for solving an LP relaxation."""
    return (
        ("solve_relaxation", True),
        ("presolve", "choose" if variable_count >= PRESOLVED_FROM else "off"),
        ("time_limit", time_limit),
    )


class SolutionStatus(StrEnum):
    """What a solve has shown; `unknown`: it was stopped before it found anything."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


class Solution(msgspec.Struct, frozen=True):
    """The values of the variables in their order; `bound` is what no solution can go below.

    `values` is empty where the status is infeasible or unknown. `ran_out_of_time` tells a stop by
    the time limit from one by the node limit.
    """

    status: SolutionStatus
    values: Sequence[float] = ()
    bound: float = -INFINITY
    ran_out_of_time: bool = False


class LpSolution(msgspec.Struct, frozen=True):
    """The solution of an LP relaxation.

    `objective` is the least there is. Raising a variable from 0 to 1 adds at least its number in
    `reduced_costs` to it.
    """

    objective: float
    values: Sequence[float]
    reduced_costs: Sequence[float]


class Problem(msgspec.Struct):
    """Variables with bounds, and constraints `lower <= sum of coefficients x variables <= upper`.

    Constraints lie one after another in `indices` and `coefficients` from `constraint_starts` on,
    which is the shape the engine takes without a copy.
    """

    variable_lower: array[float] = msgspec.field(default_factory=lambda: array("d"))
    variable_upper: array[float] = msgspec.field(default_factory=lambda: array("d"))
    variable_integral: array[int] = msgspec.field(default_factory=lambda: array("i"))
    constraint_lower: array[float] = msgspec.field(default_factory=lambda: array("d"))
    constraint_upper: array[float] = msgspec.field(default_factory=lambda: array("d"))
    constraint_starts: array[int] = msgspec.field(default_factory=lambda: array("i"))
    indices: array[int] = msgspec.field(default_factory=lambda: array("i"))
    coefficients: array[float] = msgspec.field(default_factory=lambda: array("d"))

    @property
    def variable_count(self) -> int:
        """How many variables there are."""
        return len(self.variable_lower)

    @property
    def constraint_count(self) -> int:
        """How many constraints there are."""
        return len(self.constraint_lower)

    def add_variable(self, *, is_integral: bool, upper: float = 1.0) -> int:
        """Add a variable between 0 and `upper` and return its number."""
        self.variable_lower.append(0.0)
        self.variable_upper.append(upper)
        self.variable_integral.append(int(is_integral))
        return len(self.variable_lower) - 1

    def add_constraint(
        self,
        coefficients: Iterable[tuple[int, float]],
        *,
        lower: float = -INFINITY,
        upper: float = INFINITY,
    ) -> int:
        """Add a constraint and return its number.

        `coefficients` are pairs of a variable and its number; a variable named twice adds up.
        """
        constraint: dict[int, float] = {}
        for variable, coefficient in coefficients:
            constraint[variable] = constraint.get(variable, 0.0) + coefficient
        self.constraint_starts.append(len(self.indices))
        self.constraint_lower.append(lower)
        self.constraint_upper.append(upper)
        self.indices.extend(constraint)
        self.coefficients.extend(constraint.values())
        return len(self.constraint_lower) - 1

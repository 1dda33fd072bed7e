"""The engine room's door: problems as plain columns and rows, solved and proven by HiGHS."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, Protocol

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

Why 0.99: objectives are whole numbers, so a bound within less than one of the value is a proof;
the engine's own default, a ten-thousandth of the value, is not. Why one thread and a fixed seed:
the same problem must take the same way to the same answer. Why no restarts and no searches within
the search: proofs over 3,000 columns come two to four times sooner without them, and the engine
listens for Ctrl-C in its main search alone.
"""

NO_NODE_LIMIT: Final = 2**31 - 1

PRESOLVED_FROM: Final = 1_000
"""From how many columns on making a problem smaller pays before it is solved in fractions.

Why: of 150 columns it takes half of the time.
"""


def search_options(time_limit: float, node_limit: int) -> Options:
    """Give the options of a search for whole numbers; the time limit is in seconds."""
    return (
        ("solve_relaxation", False),
        ("presolve", "choose"),
        ("time_limit", time_limit),
        ("mip_max_nodes", node_limit),
    )


def relaxing_options(column_count: int) -> Options:
    """Give the options of a solve in fractions."""
    return (
        ("solve_relaxation", True),
        ("presolve", "choose" if column_count >= PRESOLVED_FROM else "off"),
        ("time_limit", INFINITY),
    )


class SolutionStatus(StrEnum):
    """What a solve has shown; `unknown`: it was stopped before it found anything."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


class Solution(msgspec.Struct, frozen=True):
    """Column values in the problem's order; `bound` is what no solution can go below.

    `values` is empty where the status is infeasible or unknown. `ran_out_of_time` tells a stop by
    the clock from one by the node limit.
    """

    status: SolutionStatus
    values: Sequence[float] = ()
    bound: float = -INFINITY
    ran_out_of_time: bool = False


class Relaxed(msgspec.Struct, frozen=True):
    """What a problem comes to where columns may be fractions.

    `objective` is the least there is, and raising a column whose value is 0 to 1 adds at least its
    entry in `reduced_costs` to it.
    """

    objective: float
    values: Sequence[float]
    reduced_costs: Sequence[float]


class Problem(msgspec.Struct):
    """Columns between bounds, and rows `lower <= sum of coefficients x columns <= upper`.

    Rows lie one after another in `indices` and `coefficients` from `row_starts` on, which is the
    shape the engine takes without a copy.
    """

    column_lower: array[float] = msgspec.field(default_factory=lambda: array("d"))
    column_upper: array[float] = msgspec.field(default_factory=lambda: array("d"))
    column_integral: array[int] = msgspec.field(default_factory=lambda: array("i"))
    row_lower: array[float] = msgspec.field(default_factory=lambda: array("d"))
    row_upper: array[float] = msgspec.field(default_factory=lambda: array("d"))
    row_starts: array[int] = msgspec.field(default_factory=lambda: array("i"))
    indices: array[int] = msgspec.field(default_factory=lambda: array("i"))
    coefficients: array[float] = msgspec.field(default_factory=lambda: array("d"))

    @property
    def column_count(self) -> int:
        """How many columns there are."""
        return len(self.column_lower)

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.row_lower)

    def add_column(self, *, is_integral: bool, upper: float = 1.0) -> int:
        """Add a column between 0 and `upper` and give its number."""
        self.column_lower.append(0.0)
        self.column_upper.append(upper)
        self.column_integral.append(int(is_integral))
        return len(self.column_lower) - 1

    def add_row(
        self,
        entries: Iterable[tuple[int, float]],
        *,
        lower: float = -INFINITY,
        upper: float = INFINITY,
    ) -> int:
        """Add a row of (column, coefficient) and give its number; a column named twice adds up."""
        row: dict[int, float] = {}
        for column, coefficient in entries:
            row[column] = row.get(column, 0.0) + coefficient
        self.row_starts.append(len(self.indices))
        self.row_lower.append(lower)
        self.row_upper.append(upper)
        self.indices.extend(row)
        self.coefficients.extend(row.values())
        return len(self.row_lower) - 1


class Session(Protocol):
    """One problem inside the engine, solved again and again under changing goals and bounds."""

    def set_column_bounds(self, column: int, lower: float, upper: float) -> None:
        """Change what a column may be."""

    def set_row_bounds(self, row: int, lower: float, upper: float) -> None:
        """Change what a row may come to."""

    def add_row(self, entries: Mapping[int, float], lower: float, upper: float) -> int:
        """Add a row and give its number."""

    def minimize(
        self,
        costs: Mapping[int, float],
        *,
        hint: Sequence[float] = (),
        time_limit: float = INFINITY,
        node_limit: int = NO_NODE_LIMIT,
    ) -> Solution:
        """Solve for the least sum of `costs`, columns not named costing nothing.

        `hint` is a known solution to start from, `time_limit` is in seconds. Ctrl-C stops the
        engine and is then handed on to whoever handles it.
        """

    def relax(self, costs: Mapping[int, float]) -> Relaxed | None:
        """Solve for the least sum of `costs` in fractions; None where that did not work out."""

    def relax_again(self) -> Relaxed | None:
        """Solve the same in fractions under changed bounds and rows, from the last answer on.

        The objective is infinite where there is no answer; None where that did not work out.
        """

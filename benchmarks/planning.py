"""How long proofs take: OR-Library set covering read as catalogs, beside the bare engine.

    python benchmarks/planning.py                     every instance of the folder
    python benchmarks/planning.py --data DIR scp41    one of another

A row is a skill that the role asks at level 1, a column a credential with that price. Each line
gives the proven value, the status, the CPU seconds of the whole plan (every goal, the tie-breaks
and the explanation), and how many times the CPU seconds are of HiGHS alone on the same matrix
under the same options, which proves the price and nothing else.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId
from skillgap.domain.learner import Learner
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import SkillLevel
from skillgap.planning.engine import Problem, open_session
from skillgap.planning.planner import plan_path
from skillgap.planning.request import PlanRequest, Preference

DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "bench" / "planning"
ROLE = RoleId("every-row")


@dataclass(frozen=True, slots=True)
class Covering:
    """A set covering problem: the cost of each column, and for each row the columns covering it."""

    costs: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]


def read_covering(file: Path) -> Covering:
    """Read the OR-Library format; columns are counted from 0 here."""
    numbers = iter([int(each) for each in file.read_text(encoding="ascii").split()])
    row_count, column_count = next(numbers), next(numbers)
    costs = tuple(next(numbers) for _ in range(column_count))
    rows = tuple(tuple(next(numbers) - 1 for _ in range(next(numbers))) for _ in range(row_count))
    return Covering(costs, rows)


def as_catalog(covering: Covering) -> Catalog:
    """See the problem as a catalog."""
    covered: list[list[int]] = [[] for _ in covering.costs]
    for row, columns in enumerate(covering.rows):
        for column in columns:
            covered[column].append(row)
    credentials = {
        CredentialId(f"column-{column}"): MicroCredential(
            id=CredentialId(f"column-{column}"),
            title=f"Column {column}",
            issuer=IssuerId("or-library"),
            awards=tuple(SkillLevel(SkillId(f"row-{row}"), 1) for row in covered[column]),
            workload_hours=0.0,
            price=Price(float(cost)),
        )
        for column, cost in enumerate(covering.costs)
    }
    requirements = tuple(
        SkillRequirement((SkillId(f"row-{row}"),), 1, 1.0, Necessity.ESSENTIAL)
        for row in range(len(covering.rows))
    )
    return Catalog(
        credentials=MappingProxyType(dict(sorted(credentials.items()))),
        roles=MappingProxyType({ROLE: RoleProfile(ROLE, "Every row", requirements)}),
    )


def as_problem(covering: Covering) -> Problem:
    """See the problem as the engine does."""
    problem = Problem()
    for _ in covering.costs:
        problem.add_column(is_integral=True)
    for columns in covering.rows:
        problem.add_row(((column, 1.0) for column in columns), lower=1.0)
    return problem


def measure(file: Path, time_limit: float) -> str:
    """Plan one instance and give its line."""
    covering = read_covering(file)
    catalog = as_catalog(covering)
    request = PlanRequest(
        role=ROLE,
        learner=Learner(),
        start=dt.date(2026, 1, 1),
        prefer=Preference.CHEAPEST,
        time_limit=time_limit,
    )
    before = time.process_time()
    path = plan_path(catalog, request)
    seconds = time.process_time() - before
    before = time.process_time()
    with open_session(as_problem(covering)) as session:
        session.minimize({at: float(cost) for at, cost in enumerate(covering.costs)})
    alone = time.process_time() - before
    value = getattr(path, "objective", float("nan"))
    return (
        f"{file.stem:10} {value:8.0f}  {path.status:9} {seconds:8.2f} s"
        f" {seconds / alone:8.1f} x the engine alone ({alone:.2f} s)"
    )


def main() -> int:
    """Measure the instances asked for; 0 also where the folder is absent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds a plan may take")
    parser.add_argument("instances", nargs="*", help="names without .txt; all by default")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        print(f"skipped: there is no folder {arguments.data}")
        return 0
    for file in sorted(arguments.data.glob("*.txt")):
        if not arguments.instances or file.stem in arguments.instances:
            print(measure(file, arguments.time_limit), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

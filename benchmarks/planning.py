"""How long proofs take: OR-Library set covering read as catalogs, and made-up catalogs.

    python benchmarks/planning.py                     every instance of the folder
    python benchmarks/planning.py --data DIR scp41    one of another
    python benchmarks/planning.py --made              made-up catalogs, 200 to 20,000 credentials
    python benchmarks/planning.py --classes           instances like OR-Library's 4, 5, 6, A and E

Of OR-Library, a row is a skill that the role asks at level 1, a column a credential with that
price. Each line gives the proven value, the status, the CPU seconds of the whole plan (every goal,
the tie-breaks and the explanation), and how many times the CPU seconds are of HiGHS alone on the
same matrix under the same options, which proves the price and nothing else.

A made-up catalog has prerequisites and stacks, and is planned without and with a budget. Its lines
give the CPU seconds of the whole plan, the most memory the process had so far, the proof (or the
gap between the path and its bound), the share of the credentials that others dominate, and how
much dearer a greedy choice by cost-effectiveness is (one that does not look at the budget).
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import MappingProxyType

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId
from skillgap.domain.learner import Learner
from skillgap.domain.money import Price
from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement
from skillgap.domain.skill import SkillLevel
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.planner import plan_path
from skillgap.planning.question import Question, ask
from skillgap.planning.request import PlanRequest, Preference
from skillgap.planning.result import LearningPath
from skillgap.planning.search.presolve import presolve
from skillgap.planning.solver.open import open_session
from skillgap.planning.solver.problem import Problem

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
        SkillRequirement.of((SkillId(f"row-{row}"),), 1, 1.0, Necessity.ESSENTIAL)
        for row in range(len(covering.rows))
    )
    return Catalog(
        credentials=MappingProxyType(dict(sorted(credentials.items()))),
        roles=MappingProxyType(
            {ROLE: RoleProfile(id=ROLE, title="Every row", requirements=requirements)}
        ),
    )


def as_problem(covering: Covering) -> Problem:
    """See the problem as the engine does."""
    problem = Problem()
    for _ in covering.costs:
        problem.add_variable(is_integral=True)
    for columns in covering.rows:
        problem.add_constraint(((column, 1.0) for column in columns), lower=1.0)
    return problem


def measure(name: str, covering: Covering, time_limit: float) -> str:
    """Plan one instance and give its line."""
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
        f"{name:10} {value:8.0f}  {path.status:9} {seconds:8.2f} s"
        f" {seconds / alone:8.1f} x the engine alone ({alone:.2f} s)"
    )


CLASSES = (
    ("like-4", 200, 1000, 0.02, 100),
    ("like-5", 200, 2000, 0.02, 100),
    ("like-6", 200, 1000, 0.05, 100),
    ("like-a", 300, 3000, 0.02, 100),
    ("like-e", 50, 500, 0.20, 1),
)
"""Rows, columns, density and the highest cost of OR-Library's classes (Beasley, 1987)."""


def make_covering(rows: int, columns: int, density: float, dearest: int, seed: int) -> Covering:
    """Make an instance of a class: every column covers a row, every row has two columns."""
    dice = Random(f"{rows}-{columns}-{density}-{seed}")
    covered: list[set[int]] = [set(dice.sample(range(columns), 2)) for _ in range(rows)]
    for column in range(columns):
        covered[dice.randrange(rows)].add(column)
    wanted = round(rows * columns * density)
    while sum(map(len, covered)) < wanted:
        covered[dice.randrange(rows)].add(dice.randrange(columns))
    costs = tuple(dice.randint(1, dearest) for _ in range(columns))
    return Covering(costs, tuple(tuple(sorted(each)) for each in covered))


def measure_classes(time_limit: float, seeds: int) -> Iterator[str]:
    """Plan instances like those of the classes that are not in the folder."""
    for name, rows, columns, density, dearest in CLASSES:
        for seed in range(1, seeds + 1):
            covering = make_covering(rows, columns, density, dearest, seed)
            yield measure(f"{name}.{seed}", covering, time_limit)


def measure_made(
    time_limit: float, seeds: int, sizes: list[int], skills: list[int]
) -> Iterator[str]:
    """Plan over made-up catalogs, without a budget and with four fifths of what that came to."""
    from planning_worlds import make_catalog, make_request

    for size in sizes:
        for count in skills:
            for seed in range(1, seeds + 1):
                catalog = make_catalog(size, count, seed)
                money: float | None = None
                for share in (None, 0.8):
                    budget = None if share is None or money is None else round(money * share, 2)
                    request = make_request(budget, time_limit)
                    before = time.process_time()
                    path = plan_path(catalog, request)
                    seconds = time.process_time() - before
                    if not isinstance(path, LearningPath):
                        continue
                    money = path.totals.money if money is None else money
                    told = tell_made(ask(catalog, request), path, seconds)
                    yield f"{size:6} x {count:2} #{seed} {'budget' if budget else 'free':6} {told}"


def tell_made(question: Question, path: LearningPath, seconds: float) -> str:
    """Give the figures of one plan over a made-up catalog."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    gap = 100 * (path.objective - path.bound) / max(abs(path.objective), 0.01)
    looked_at = len(presolve(question).world.items) / max(1, len(question.world.items))
    covers = "all" if path.covers_essentials else "part"
    greedy = greedy_value(question) if path.covers_essentials else None
    worse = "" if greedy is None else f"  greedy {100 * (greedy / path.objective - 1):+.0f} %"
    return (
        f"{seconds:7.2f} s {memory:6.0f} MB  {path.status:8} gap {gap:4.1f} %  covers {covers:4}"
        f"  looked at {looked_at:4.0%}{worse}"
    )


def greedy_value(question: Question) -> float | None:
    """Give the value of the path that takes, again and again, the least cost for each level closed.

    None where it gets stuck; prerequisites are bought one at a time, budgets not looked at.
    """
    world = question.world
    costs = question.costs(question.request.prefer)
    wanted = {question.number(target.need) for target in question.targets}
    stacks = {at for at, item in enumerate(world.items) if item.offer is None}
    taken: set[int] = set()
    while True:
        served = find_reach(world, taken | stacks)
        left = {need for need in wanted if not served.serves(need)}
        if not left:
            return sum(costs[each] for each in served.order) / 100
        rated = [
            (costs[at] / len(left.intersection(world.provides[at])), at)
            for need in left
            for at in world.achievers[need]
            if at not in stacks
            and at not in taken
            and all(
                sum(served.serves(each) for each in world.group_needs[group]) >= world.counts[group]
                for group in world.groups_of[at]
            )
        ]
        if not rated:
            return None
        taken.add(min(rated)[1])


def main() -> int:
    """Measure the instances asked for; 0 also where the folder is absent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds a plan may take")
    parser.add_argument("--made", action="store_true", help="plan over made-up catalogs")
    parser.add_argument("--classes", action="store_true", help="plan made-up set covering")
    parser.add_argument("--seeds", type=int, default=3, help="how many of each made-up kind")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2000, 20000])
    parser.add_argument("--skills", type=int, nargs="+", default=[5, 15, 40])
    parser.add_argument("instances", nargs="*", help="names without .txt; all by default")
    arguments = parser.parse_args()
    limit, seeds = arguments.time_limit, arguments.seeds
    if arguments.made or arguments.classes:
        lines = (
            measure_made(limit, seeds, arguments.sizes, arguments.skills)
            if arguments.made
            else measure_classes(limit, seeds)
        )
        for line in lines:
            print(line, flush=True)
        return 0
    if not arguments.data.is_dir():
        print(f"skipped: there is no folder {arguments.data}")
        return 0
    for file in sorted(arguments.data.glob("*.txt")):
        if not arguments.instances or file.stem in arguments.instances:
            print(measure(file.stem, read_covering(file), limit), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

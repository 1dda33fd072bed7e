"""How many people one process plans for in a second of CPU, and whether its memory stays flat.

    python benchmarks/throughput.py                   1,000 people, the shipped catalog
    python benchmarks/throughput.py --people 5000 --role "data analyst"
    python benchmarks/throughput.py --every-role      100 people for each role
    python benchmarks/throughput.py --check           exit 1 where a goal is missed

Every person holds some of the role's skills at random levels and a few others. Each line is a
fifth of them; the last compares with planning for each alone, without a session. The goals: 200
plans a second of CPU over all of them, and no more memory for the last fifth than for the second.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import sys
import time
from collections.abc import Iterator
from random import Random

from skillgap.api import Learner, PlanRequest, PlanSession, load_catalog, match_role, plan_path
from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import RoleId
from skillgap.domain.learner import HeldSkill

PARTS = 5
ALONE = 50
PEOPLE_A_ROLE = 100
GOAL = 200
"""Plans a second of CPU."""
START = dt.date(2026, 1, 5)


def people(catalog: Catalog, role: RoleId, count: int) -> Iterator[Learner]:
    """Make up people, the same each time."""
    generator = Random(count)
    wanted = [skill for each in catalog.roles[role].requirements for skill in each.skills]
    for _ in range(count):
        skills = [
            *generator.sample(wanted, generator.randint(0, min(8, len(wanted)))),
            *generator.sample(sorted(catalog.skills), 3),
        ]
        yield Learner(tuple(HeldSkill(each, generator.randint(1, 4)) for each in skills))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--role", default="data analyst")
    parser.add_argument("--every-role", action="store_true", help="tell the spread over all roles")
    parser.add_argument("--check", action="store_true", help="exit 1 where a goal is missed")
    arguments = parser.parse_args()
    catalog = load_catalog().catalog
    if arguments.every_role:
        return tell_every_role(catalog)
    role = match_role(catalog, arguments.role).id
    if role is None:
        parser.error(f"no role is surely meant by `{arguments.role}`")
    requests = [
        PlanRequest(RoleId(role), each, START)
        for each in people(catalog, RoleId(role), arguments.people)
    ]
    session = PlanSession(catalog)
    size = max(1, len(requests) // PARTS)
    spent, memories = [], []
    for first in range(0, len(requests), size):
        part = requests[first : first + size]
        spent.append(time_of(session, part))
        memories.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
        rate = len(part) / spent[-1]
        print(f"{rate:7.0f} plans a second of CPU, {memories[-1]:.0f} MB at most so far")
    is_quick = len(requests) / sum(spent) >= GOAL
    is_flat = len(memories) < 2 or memories[-1] <= memories[1] + 1
    before = time.process_time()
    for request in requests[:ALONE]:
        plan_path(catalog, request)
    seconds = time.process_time() - before
    print(f"{min(ALONE, len(requests)) / seconds:7.0f} plans a second of CPU, each by itself")
    return 1 if arguments.check and not (is_quick and is_flat) else 0


def time_of(session: PlanSession, requests: list[PlanRequest]) -> float:
    """Plan for some people and give the seconds of CPU."""
    before = time.process_time()
    for request in requests:
        session.plan(request)
    return time.process_time() - before


def tell_every_role(catalog: Catalog) -> int:
    """Print how many plans a second there are at the slowest, the median and the quickest role."""
    rates = []
    for role in sorted(catalog.roles):
        learners = people(catalog, role, PEOPLE_A_ROLE)
        requests = [PlanRequest(role, each, START) for each in learners]
        rates.append((len(requests) / time_of(PlanSession(catalog), requests), role))
    rates.sort()
    for name, (rate, role) in zip(
        ("slowest", "median", "quickest"),
        (rates[0], rates[len(rates) // 2], rates[-1]),
        strict=True,
    ):
        print(f"{rate:7.0f} plans a second of CPU at the {name} role, {role}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How many people one process plans for in a second of CPU, and whether its memory stays flat.

    python benchmarks/throughput.py                   1,000 people, the shipped catalog
    python benchmarks/throughput.py --people 5000 --role "data analyst"

Every person holds some of the role's skills at random levels and a few others. Each line is a
fifth of them; the last compares with planning for each alone, without a session.
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
    arguments = parser.parse_args()
    catalog = load_catalog().catalog
    role = match_role(catalog, arguments.role).id
    if role is None:
        parser.error(f"no role is surely meant by `{arguments.role}`")
    requests = [
        PlanRequest(RoleId(role), each, START)
        for each in people(catalog, RoleId(role), arguments.people)
    ]
    session = PlanSession(catalog)
    size = max(1, len(requests) // PARTS)
    for first in range(0, len(requests), size):
        before = time.process_time()
        for request in requests[first : first + size]:
            session.plan(request)
        seconds = time.process_time() - before
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(f"{size / seconds:7.0f} plans a second of CPU, {memory:.0f} MB at most so far")
    before = time.process_time()
    for request in requests[:ALONE]:
        plan_path(catalog, request)
    seconds = time.process_time() - before
    print(f"{min(ALONE, len(requests)) / seconds:7.0f} plans a second of CPU, each by itself")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What each part of the planner brings: CPU with it, and without it.

    python benchmarks/planning_parts.py                everyday, session, covering, budget
    python benchmarks/planning_parts.py --large        20,000 credentials with stacks as well

Each part is switched off alone, and the answers must stay the same. A figure is the median of three
runs in one process, in milliseconds of CPU for one plan.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from random import Random
from unittest.mock import patch

from planning import CLASSES, ROLE, as_catalog, make_covering
from planning_worlds import make_catalog, make_request
from skillgap.api import PlanSession, load_catalog
from skillgap.domain.identifiers import RoleId, SkillId
from skillgap.domain.learner import HeldSkill, Learner
from skillgap.planning.planner import plan_path
from skillgap.planning.request import PlanRequest, Preference
from skillgap.planning.result import LearningPath

SEARCH = "skillgap.planning.search"
PARTS: Mapping[str, Mapping[str, object]] = {
    "everything": {},
    "without the core problem": {f"{SEARCH}.search.CORE_FROM": 10**9},
    "without branch and bound": {f"{SEARCH}.branching.MOST_SOLVES": 0},
    "without presolve": {f"{SEARCH}.stages.PRESOLVED_UP_TO": 0},
    "without the scope": {"skillgap.planning.planner.cut_to_scope": lambda catalog, _: catalog},
    "without candidate pools": {
        "skillgap.planning.session.PlanSession.pool_of": lambda *_: None,
    },
}

Answers = list[float]
Case = tuple[Callable[[], Answers], int]
"""What is measured, and how many plans it makes."""


def everyday() -> Case:
    """Plan for people over the shipped catalog, one after another."""
    catalog = load_catalog().catalog
    requests = list(people(catalog.roles, catalog.skills, 40))
    return lambda: [value(plan_path(catalog, each)) for each in requests], len(requests)


def session() -> Case:
    """Plan for the same people in a session."""
    catalog = load_catalog().catalog
    requests = list(people(catalog.roles, catalog.skills, 120))

    def run() -> Answers:
        planner = PlanSession(catalog)
        return [value(planner.plan(each)) for each in requests]

    return run, len(requests)


def covering(name: str) -> Case:
    """Plan set covering of one of OR-Library's classes."""
    _, rows, columns, density, most = next(each for each in CLASSES if each[0] == name)
    catalog = as_catalog(make_covering(rows, columns, density, most, 1))
    request = PlanRequest(
        role=ROLE, learner=Learner(), start=dt.date(2026, 1, 1), prefer=Preference.CHEAPEST
    )
    return lambda: [value(plan_path(catalog, request))], 1


def made(size: int, skills: int, share: float | None) -> Case:
    """Plan over a made-up catalog, with a share of the money that the best path takes."""
    catalog = make_catalog(size, skills, 1)
    free = plan_path(catalog, make_request(None, 600.0))
    money = free.totals.money if isinstance(free, LearningPath) else 0.0
    budget = None if share is None else round(money * share, 2)
    return lambda: [value(plan_path(catalog, make_request(budget, 600.0)))], 1


def people(roles: Iterable[RoleId], skills: Iterable[SkillId], count: int) -> Iterator[PlanRequest]:
    """Make up who asks: one of a dozen roles, thirty skills held."""
    dice = Random(3)
    asked, known = sorted(roles)[:12], sorted(skills)
    for _ in range(count):
        held = (HeldSkill(each, dice.randint(1, 4)) for each in dice.sample(known, 30))
        yield PlanRequest(dice.choice(asked), Learner(tuple(held)), dt.date(2026, 1, 5))


def value(answer: object) -> float:
    """Return what a path comes to."""
    return float(getattr(answer, "objective", math.nan))


@contextmanager
def switched(changes: Mapping[str, object]) -> Iterator[None]:
    """Change some names of the planner for a while."""
    with ExitStack() as stack:
        for name, new in changes.items():
            stack.enter_context(patch(name, new))
        yield


def main() -> int:
    """Print a line for each part; 1 where an answer differs without it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", action="store_true", help="20,000 credentials as well")
    cases: dict[str, Callable[[], Case]] = {
        "everyday": everyday,
        "session": session,
        "like-6": lambda: covering("like-6"),
        "2,000 x 40, budget": lambda: made(2_000, 40, 0.8),
    }
    if parser.parse_args().large:
        cases["20,000 x 15"] = lambda: made(20_000, 15, None)
    is_same = True
    for case, prepare in cases.items():
        run, count = prepare()
        known = run()
        for part, changes in PARTS.items():
            times = []
            with switched(changes):
                for _ in range(3):
                    before = time.process_time()
                    answers = run()
                    times.append((time.process_time() - before) / count)
            is_same = is_same and answers == known
            print(f"{case:20} {part:28} {statistics.median(times) * 1000:9.1f} ms", flush=True)
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main())

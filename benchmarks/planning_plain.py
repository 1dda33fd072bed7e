"""The planner against a plain formulation: one model, solved by the engine, loops cut off.

    python benchmarks/planning_plain.py                     20,000 credentials, a role of 15
    python benchmarks/planning_plain.py --size 2000 --skills 40

A yes-or-no variable for each credential, one for each skill at a level that anything asks, and
constraints that say what needs what: no reduction, no stages, no ties. Both must come to the same
value; the catalog has no stacks, of which the plain formulation knows nothing. The exit code is 1
where they do not, or with `--check` where the planner takes more than 1.2 times the CPU.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from planning_worlds import ROLE, make_catalog, make_request
from skillgap.domain.catalog import Catalog
from skillgap.planning.objective import balanced_cost
from skillgap.planning.offers import Offer, find_offer
from skillgap.planning.planner import plan_path
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import LearningPath
from skillgap.planning.solver.open import open_session
from skillgap.planning.solver.problem import INFINITY, Problem

AT_MOST = 1.2


class Plain:
    """The model: who awards what at which level, as variables and constraints."""

    def __init__(self, catalog: Catalog, request: PlanRequest) -> None:
        """Write all that a catalog says of what needs what."""
        found = (find_offer(catalog, each, request) for each in catalog.credentials.values())
        self.offers = [each for each in found if isinstance(each, Offer)]
        self.ids: dict[str, int] = {each.credential.id: at for at, each in enumerate(self.offers)}
        self.costs = {
            at: float(balanced_cost(each, request.hour_value))
            for at, each in enumerate(self.offers)
        }
        self.awarding: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.problem = Problem()
        self.needs: dict[tuple[str, int], int] = {}
        for at, offer in enumerate(self.offers):
            self.problem.add_variable(is_integral=True)
            for award in offer.credential.awards:
                self.awarding[award.skill].append((award.level, at))
        for at in range(len(self.offers)):
            for options in self.options_of(at):
                served = [(each, -1.0) for each in self.variables_of(options)]
                self.problem.add_constraint([(at, 1.0), *served], upper=0.0)

    def options_of(self, at: int) -> list[tuple[tuple[str, int], ...]]:
        """List what a credential asks for: of each, skills at a level or credentials at 0."""
        asked = self.offers[at].credential.prerequisites
        return [
            *(tuple((skill, each.level) for skill in each.skills) for each in asked.skills),
            *(tuple((id_, 0) for id_ in each) for each in asked.credentials),
        ]

    def variables_of(self, options: Iterable[tuple[str, int]]) -> list[int]:
        """List the variables that say whether any of these is had."""
        found = []
        for name, level in options:
            if level == 0:
                found += [self.ids[name]] if name in self.ids else []
                continue
            if (name, level) not in self.needs:
                self.needs[name, level] = self.problem.add_variable(is_integral=False)
                row = [(at, -1.0) for award, at in self.awarding[name] if award >= level]
                self.problem.add_constraint([(self.needs[name, level], 1.0), *row], upper=0.0)
            found.append(self.needs[name, level])
        return found

    def achievers(self, options: Iterable[tuple[str, int]]) -> set[int]:
        """Return who serves any of these."""
        return {
            at
            for name, level in options
            for award, at in (self.awarding[name] if level else [(0, self.ids.get(name, -1))])
            if award >= level and at >= 0
        }

    def stuck(self, chosen: set[int]) -> set[int]:
        """Return what of the chosen cannot be started, in whatever order."""
        done: set[int] = set()
        while fresh := {
            at
            for at in chosen - done
            if all(self.achievers(options) & done for options in self.options_of(at))
        }:
            done |= fresh
        return chosen - done

    def solve(self, goals: Iterable[tuple[str, int]]) -> float:
        """Return the least cost that serves all goals, in whole cents."""
        required = [self.variables_of([goal])[0] for goal in goals]
        with open_session(self.problem) as session:
            for variable in required:
                session.set_variable_bounds(variable, 1.0, 1.0)
            while True:
                values = session.minimize(self.costs).values
                chosen = {at for at in range(len(self.offers)) if values[at] > 0.5}
                stuck = self.stuck(chosen)
                if not stuck:
                    return sum(self.costs[at] for at in chosen)
                outside = {
                    other
                    for at in stuck
                    for options in self.options_of(at)
                    if not self.achievers(options) & (chosen - stuck)
                    for other in self.achievers(options) - stuck
                }
                for at in stuck:
                    row = {at: 1.0, **dict.fromkeys(sorted(outside), -1.0)}
                    session.add_constraint(row, -INFINITY, 0.0)


def main() -> int:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--skills", type=int, default=15)
    parser.add_argument("--check", action="store_true", help="fail where it takes too long")
    arguments = parser.parse_args()
    catalog = replace(make_catalog(arguments.size, arguments.skills, 1), stacks={})
    request = make_request(None, 600.0)
    before = time.process_time()
    goals = [
        (skill, each.level) for each in catalog.roles[ROLE].requirements for skill in each.skills
    ]
    plain = Plain(catalog, request).solve(goals) / 100
    between = time.process_time()
    ours = plan_path(catalog, request)
    after = time.process_time()
    if not isinstance(ours, LearningPath):
        print("the planner finds no path")
        return 1
    ratio = (after - between) / (between - before)
    print(f"plain   {plain:10.2f}  {between - before:8.2f} s")
    print(
        f"planner {ours.objective:10.2f}  {after - between:8.2f} s"
        f"  {ratio:.2f} times  {ours.status}"
    )
    return int(plain != ours.objective or (arguments.check and ratio > AT_MOST))


if __name__ == "__main__":
    sys.exit(main())

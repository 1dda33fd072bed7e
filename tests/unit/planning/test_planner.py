from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.errors import UserError
from skillgap.planning.planner import plan_path
from skillgap.planning.request import Preference
from skillgap.planning.result import LearningPath, PlanStatus, Reason, ReasonKind
from skillgap.planning.solver.stopping import Stop


def test_every_step_says_what_it_is_for(credential, catalog, request_for):
    world = catalog(
        [
            credential("basics", "sql:1", price=20.0),
            credential("advanced", "sql:3", price=60.0, after="sql:1"),
            credential("looker", "looker:1", price=10.0),
            credential("tableau", "tableau:1", price=15.0),
        ],
        "sql:3 looker|tableau:1",
    )
    path = plan_path(world, request_for(prefer=Preference.CHEAPEST))
    assert [(step.credential, step.reason) for step in path.steps] == [
        ("looker", Reason(ReasonKind.BEST_WAY, ("looker",))),
        ("basics", Reason(ReasonKind.ONLY_WAY, ("sql",), ("advanced",))),
        ("advanced", Reason(ReasonKind.ONLY_WAY, ("sql",))),
    ]
    assert (path.status, path.objective, path.bound) == (PlanStatus.OPTIMAL, 90.0, 90.0)
    assert (path.readiness_before, path.readiness_after) == (0.0, 1.0)


def test_the_value_comes_in_the_unit_of_the_preference(credential, catalog, request_for):
    world = catalog([credential("only", "sql:1", price=20.0, hours=10.0)], "sql:1")
    values = {each: plan_path(world, request_for(prefer=each)).objective for each in Preference}
    assert values == {
        Preference.BALANCED: 20.0 + 10 * 20.0 + 100.0 + 25.0,
        Preference.CHEAPEST: 20.0,
        Preference.FASTEST: 1.0,
        Preference.FEWEST: 1.0,
        Preference.RECOGNIZED: 1.0,
        Preference.HANDS_ON: 1.0,
    }


def test_no_time_at_all_gives_a_path_that_is_not_called_optimal(credential, catalog, request_for):
    offers = [
        credential(f"c{n}", f"s{n}:1 s{(n + 1) % 3}:1", price=5.0 + n, hours=30.0 - n)
        for n in range(3)
    ]
    world = catalog(offers, "s0:1 s1:1 s2:1")
    path = plan_path(world, request_for(prefer=Preference.CHEAPEST, time_limit=0.0))
    assert path.status is PlanStatus.FEASIBLE
    assert path.bound <= path.objective <= 13.0
    assert len(path.steps) == 2


def test_an_unknown_role_is_the_callers_mistake(credential, catalog, request_for):
    with pytest.raises(UserError):
        plan_path(catalog([], "sql:1").__class__(), request_for())


def test_a_long_chain_of_prerequisites_is_planned(credential, catalog, request_for):
    chain = [credential("c0", "s0:1")]
    chain += [credential(f"c{n}", f"s{n}:1", after=f"s{n - 1}:1") for n in range(1, 60)]
    path = plan_path(catalog(chain, "s59:1"), request_for())
    assert [step.credential for step in path.steps] == [f"c{n}" for n in range(60)]
    assert path.steps[0].unlocks == ("c1",)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("instance", "value"), [("scp41", 429), ("scp42", 512), ("scp43", 516), ("scpe1", 5)]
)
def test_set_covering_is_proven_to_its_known_value(root: Path, yardsticks: Path, instance, value):
    folder = yardsticks / "planning"
    if not (folder / f"{instance}.txt").is_file():
        pytest.skip("the set covering instances are not here")
    result = subprocess.run(
        [sys.executable, "benchmarks/planning.py", "--data", str(folder), instance],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split()[:3] == [instance, str(value), "optimal"]


def test_who_stops_gets_the_best_path_found_by_then(credential, catalog, request_for):
    offers = [
        credential(f"c{n}", f"s{n}:1 s{(n * 7) % 12}:1", price=5.0 + n % 4) for n in range(12)
    ]
    world = catalog(offers, " ".join(f"s{n}:1" for n in range(12)))
    path = plan_path(world, request_for(budget=60.0), stop=Stop(is_wanted=True))
    assert isinstance(path, LearningPath)
    assert path.totals.money <= 60.0
    if path.status is PlanStatus.FEASIBLE:
        assert path.was_stopped
        assert path.bound <= path.objective

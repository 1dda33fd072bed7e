from __future__ import annotations

from random import Random

import pytest

from skillgap.planning.planner import plan_path
from skillgap.planning.request import Preference
from skillgap.planning.result import PlanStatus
from skillgap.planning.search.search import CORE_FROM, CORE_SIZE


@pytest.fixture(scope="module")
def draws():
    """What each of many credentials awards, costs and takes, cheap ones rare."""
    dice = Random("core")
    names = "abcdefgh"
    return [
        (
            " ".join(f"{name}:{dice.randint(1, 2)}" for name in dice.sample(names, 2)),
            float(dice.randint(20, 90)),
            float(dice.randint(5, 60)),
        )
        for _ in range(CORE_FROM + 3 * CORE_SIZE)
    ]


@pytest.mark.parametrize("prefer", [Preference.BALANCED, Preference.CHEAPEST])
@pytest.mark.parametrize("budget", [None, 60.0])
def test_the_core_changes_no_answer(credential, catalog, request_for, draws, prefer, budget):
    made = [
        credential(f"c{number:04}", awards, price=price, hours=hours)
        for number, (awards, price, hours) in enumerate(draws)
    ]
    asks = " ".join(f"{name}:2" for name in "abcdefgh")
    asked = request_for(prefer=prefer, budget=budget)
    path = plan_path(catalog(made, asks), asked)
    kept = {step.credential for step in path.steps}
    few = [each for each in made if each.id in kept]
    rest = [each for each in made if each.id not in kept][: CORE_FROM - len(few) - 1]
    assert len(made) > CORE_FROM > len(few) + len(rest)
    assert path.status is PlanStatus.OPTIMAL
    without_core = plan_path(catalog([*few, *rest], asks), asked)
    assert without_core.objective == path.objective
    assert [step.credential for step in without_core.steps] == [
        step.credential for step in path.steps
    ]

import datetime as dt

import pytest
from msgspec.structs import replace

from skillgap.api import plan_path
from skillgap.domain.learner import Learner
from skillgap.planning.request import PlanRequest, Preference
from skillgap.planning.result import PlanStatus
from skillgap.rendering.plan.extras import tell_figure
from skillgap.rendering.plan.text import step_orders, tell_proof


@pytest.fixture(scope="module")
def answer(catalog):
    return plan_path(catalog, PlanRequest("analyst", Learner(), dt.date(2026, 11, 2)))


def test_each_requirement_knows_the_steps_that_raise_it(answer):
    assert step_orders(answer) == {0: (1, 2), 1: ()}


def test_a_proof_is_claimed_only_where_there_is_one(answer):
    proven = "".join(span.text for span in tell_proof(answer))
    unproven = replace(answer, status=PlanStatus.FEASIBLE, objective=520.0, bound=480.0)
    stopped = "".join(span.text for span in tell_proof(unproven))
    assert proven.startswith("Proven optimal: ")
    assert stopped == (
        "Best found in time, not proven: it comes to 520 by `--prefer balanced`; no path with the"
        " same coverage can come to less than 480. `--time-limit` gives it longer"
    )


@pytest.mark.parametrize(
    ("prefer", "told"),
    [
        (Preference.CHEAPEST, "$12"),
        (Preference.FASTEST, "12\u00a0weeks"),
        (Preference.FEWEST, "12\u00a0credentials"),
        (Preference.RECOGNIZED, "12"),
    ],
)
def test_a_value_is_told_in_the_unit_of_the_preference(prefer, told):
    assert tell_figure(12.0, prefer, "USD") == told

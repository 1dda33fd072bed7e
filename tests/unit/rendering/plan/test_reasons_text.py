import datetime as dt

import pytest

from skillgap.domain.learner import Learner
from skillgap.planning.request import Limits, PlanRequest, Preference
from skillgap.planning.result import Closing, Reason, ReasonKind, Step
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.facts import BEST_BY, tell_reason

DAY = dt.date(2026, 11, 2)
FREE = PlanRequest("analyst", Learner(), DAY)
LIMITED = PlanRequest("analyst", Learner(), DAY, Limits(budget=5), Preference.CHEAPEST)


def step(reason):
    closes = (Closing("sql", 0, 2),)
    return Step(1, "sql-start", closes, ("sql-more",), reason, 49, 20, DAY, DAY)


@pytest.mark.parametrize(
    ("reason", "request_", "told"),
    [
        (
            Reason(ReasonKind.ONLY_WAY, ("sql",)),
            FREE,
            "the only way in this catalog to SQL at level 2",
        ),
        (
            Reason(ReasonKind.ONLY_WAY, ("sql",)),
            LIMITED,
            "the only way within your limits to SQL at level 2",
        ),
        (
            Reason(ReasonKind.BEST_WAY, ("sql",)),
            LIMITED,
            "of the ways to SQL at level 2, this one gives the cheapest whole path",
        ),
        (Reason(ReasonKind.UNLOCKS, unlocks=("sql-more",)), FREE, "required before SQL More"),
        (
            Reason(ReasonKind.COMPLETES_STACK, stacks=("sql-stack",)),
            FREE,
            "it completes SQL Stack, which is worth more than its parts",
        ),
        (Reason(ReasonKind.INCLUDED), FREE, "you asked for it with `--include`"),
    ],
)
def test_every_reason_is_a_sentence(catalog, reason, request_, told):
    assert tell_reason(step(reason), request_, Names(catalog)) == told


def test_of_an_unproven_path_no_more_is_claimed_than_was_found(catalog):
    way, stack = Reason(ReasonKind.BEST_WAY, ("sql",)), Reason(ReasonKind.COMPLETES_STACK)
    found = tell_reason(step(way), LIMITED, Names(catalog), is_proven=False)
    assert found == (
        "of the ways to SQL at level 2, this one gives the cheapest whole path that was found"
    )
    assert "worth more" not in tell_reason(step(stack), FREE, Names(catalog), is_proven=False)


def test_every_preference_has_words():
    assert set(BEST_BY) == set(Preference)

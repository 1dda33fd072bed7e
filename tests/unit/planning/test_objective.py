from __future__ import annotations

import pytest

from skillgap.planning.objective import (
    STACK_BONUS,
    UNITS,
    balanced_cost,
    importance_weight,
    preference_cost,
    stack_reward,
    tie_break_cost,
)
from skillgap.planning.offers import Offer
from skillgap.planning.request import Preference


@pytest.fixture
def offer(credential):
    return Offer(credential("c", "sql:1"), 4900, 600, 7, recognition=250, practice=400)


def test_balanced_is_money_time_weak_recognition_and_the_credential_itself(offer):
    assert balanced_cost(offer, 20.0) == 4900 + 20_000 + 7_500 + 2_500


def test_each_preference_weighs_its_own_thing(offer):
    assert {each: preference_cost(offer, each, 20.0) for each in Preference} == {
        Preference.BALANCED: 34_900,
        Preference.CHEAPEST: 4900,
        Preference.FASTEST: 7,
        Preference.FEWEST: 1,
        Preference.RECOGNIZED: 750,
        Preference.HANDS_ON: 600,
    }
    assert set(UNITS) == set(Preference)


def test_only_balance_is_moved_by_stacks():
    rewards = {each: stack_reward(each) for each in Preference}
    assert rewards.pop(Preference.BALANCED) == STACK_BONUS * 100
    assert set(rewards.values()) == {0}


def test_no_importance_counts_as_nothing():
    assert [importance_weight(each) for each in (0.0, 0.0004, 0.5, 1.0)] == [1, 1, 500, 1000]


def test_the_tie_break_is_a_matter_of_the_id():
    assert tie_break_cost("a") == tie_break_cost("a") != tie_break_cost("b")
    assert tie_break_cost("a") == 769_483

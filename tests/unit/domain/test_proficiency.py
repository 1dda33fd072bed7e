from __future__ import annotations

import pytest

from skillgap.domain.proficiency import LEVEL_NAMES, LEVELS, is_learned_at_work, level_from_onet


@pytest.mark.parametrize(
    ("rating", "level"),
    [
        (0, 0),
        (0.01, 1),
        (1.4, 1),
        (1.41, 2),
        (2.8, 2),
        (3.5, 3),
        (4.2, 3),
        (5.6, 4),
        (6, 5),
        (7, 5),
    ],
)
def test_an_onet_rating_maps_to_a_level(rating, level):
    assert level_from_onet(rating) == level


def test_every_level_has_a_name():
    assert list(LEVEL_NAMES) == [0, *LEVELS]
    assert len(set(LEVEL_NAMES.values())) == 6


@pytest.mark.parametrize(
    ("level", "best_level", "at_work"),
    [(4, 3, True), (5, 4, True), (5, 1, True), (3, 2, False), (4, 0, False), (4, 4, False)],
)
def test_what_lies_above_all_that_is_taught_is_learned_at_work(level, best_level, at_work):
    assert is_learned_at_work(level, best_level) is at_work

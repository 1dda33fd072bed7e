"""Planning for many, and with what matters alone, gives what planning with everything gives."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from strategies import Puzzle, make_learner, puzzles

from skillgap.domain.shelf import shelve
from skillgap.planning.followups.alternatives import find_alternatives, find_worth
from skillgap.planning.followups.tradeoff import find_tradeoff
from skillgap.planning.planner import plan_path
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import LearningPath
from skillgap.planning.session import PlanSession

PEOPLE = 3


def requests_of(puzzle: Puzzle) -> list[PlanRequest]:
    """The question of the puzzle, and the same of a few others, who study one by one or not."""
    ids = (*puzzle.catalog.credentials, *puzzle.catalog.stacks, "diploma", "elsewhere")
    asked = [puzzle.request]
    for number in range(PEOPLE):
        learner = make_learner(Random(f"{puzzle.request!r}/{number}"), ids)
        asked.append(replace(puzzle.request, learner=learner))
        asked.append(replace(asked[-1], at_once=3 - min(2, puzzle.request.at_once)))
    return asked


@settings(max_examples=60)
@given(puzzles)
def test_whatever_else_is_asked_a_narrowed_catalog_changes_nothing(puzzle: Puzzle):
    shelved = replace(puzzle.catalog, credentials=shelve(puzzle.catalog.credentials))
    request = puzzle.request
    path = plan_path(puzzle.catalog, request)
    assert find_alternatives(shelved, request, 2) == find_alternatives(puzzle.catalog, request, 2)
    assert find_tradeoff(shelved, request, at_most=3) == find_tradeoff(
        puzzle.catalog, request, at_most=3
    )
    if isinstance(path, LearningPath):
        assert find_worth(shelved, path) == find_worth(puzzle.catalog, path)


@pytest.mark.slow
@settings(max_examples=200)
@given(puzzles)
def test_a_session_and_a_narrowed_catalog_change_nothing(puzzle: Puzzle):
    shelved = replace(puzzle.catalog, credentials=shelve(puzzle.catalog.credentials))
    session = PlanSession(puzzle.catalog)
    for request in requests_of(puzzle):
        plain = plan_path(puzzle.catalog, request)
        assert plan_path(shelved, request) == plain
        assert session.plan(request) == plain

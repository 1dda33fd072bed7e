"""What must hold of everything else that is asked about a path, against brute force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from msgspec.structs import replace
from oracle import Oracle, State
from strategies import Puzzle, puzzles

from skillgap.planning.facts import LimitName, OverLimit, RuledOut
from skillgap.planning.followups.alternatives import find_alternatives, find_worth
from skillgap.planning.followups.tradeoff import find_tradeoff
from skillgap.planning.followups.why_not import AbsenceKind, why_not
from skillgap.planning.objective import UNITS
from skillgap.planning.planner import plan_path
from skillgap.planning.request import Limits, Preference
from skillgap.planning.result import LearningPath

worlds = settings(max_examples=200)

LIFTED = {
    LimitName.BUDGET: {"budget": None},
    LimitName.HOURS: {"hours": None},
    LimitName.BY: {"by": None},
    LimitName.ISSUER: {"issuers": ()},
    LimitName.LANGUAGE: {"languages": ()},
    LimitName.FREE_ONLY: {"free_only": False},
    LimitName.VERIFIABLE_ONLY: {"verifiable_only": False},
    LimitName.MIN_RECOGNITION: {"min_recognition": None},
    LimitName.HANDS_ON: {"hands_on": False},
}


def chosen(path: LearningPath) -> frozenset[str]:
    """The credentials on a path."""
    return frozenset(step.credential for step in path.steps)


def covering(oracle: Oracle) -> Iterator[tuple[tuple[int, ...], frozenset[str], State]]:
    """Every set within the limits that covers as much as the best."""
    found = [
        (oracle.value(ids, state), ids, state)
        for ids, state in oracle.walkable()
        if oracle.keeps(ids)
    ]
    most = min((value[:2] for value, _, _ in found), default=None)
    return (each for each in found if each[0][:2] == most)


@pytest.mark.slow
@worlds
@given(puzzles)
def test_alternatives_are_the_next_best_sets_that_hold_no_earlier_one(puzzle: Puzzle):
    best = plan_path(puzzle.catalog, puzzle.request)
    assume(isinstance(best, LearningPath))
    oracle = Oracle(puzzle)
    ranked = sorted(covering(oracle), key=lambda each: (each[0], sorted(each[1])))
    expected: list[tuple[tuple[int, ...], frozenset[str]]] = []
    for value, ids, _ in ranked:
        if not any(earlier <= ids for _, earlier in expected):
            expected.append((value, ids))
    found = find_alternatives(puzzle.catalog, puzzle.request, 3)
    paths = [best, *(each.path for each in found.paths)]
    told = []
    for path in paths:
        state = oracle.walk(chosen(path))
        assert state is not None
        told.append(oracle.value(chosen(path), state))
    assert told == [value for value, _ in expected[:4]]
    assert found.is_complete == (len(expected) < 4)
    unit = UNITS[puzzle.request.prefer]
    for each, value in zip(found.paths, told[1:], strict=True):
        assert round(each.more.value * unit) == value[2] - told[0][2]


@pytest.mark.slow
@worlds
@given(puzzles)
def test_the_frontier_is_every_pareto_point_and_ends_at_cheapest_and_fastest(puzzle: Puzzle):
    oracle = Oracle(puzzle)
    found = find_tradeoff(puzzle.catalog, puzzle.request, at_most=None)
    points = {(ends_of(oracle, ids), oracle.sums(ids)["budget"]) for _, ids, _ in covering(oracle)}
    if found is None:
        assert not points
        return
    expected = {
        (ends, cents)
        for ends, cents in points
        if not any(
            (other, less) != (ends, cents) and other <= ends and less <= cents
            for other, less in points
        )
    }
    assert [(each.ends, round(each.money * 100)) for each in found.points] == sorted(expected)
    assert found.is_complete
    assert found.is_proven
    ends = {
        preference: plan_path(puzzle.catalog, replace(puzzle.request, prefer=preference))
        for preference in (Preference.CHEAPEST, Preference.FASTEST)
    }
    assert found.points[-1].money == ends[Preference.CHEAPEST].totals.money
    assert found.points[0].path.totals.weeks == ends[Preference.FASTEST].totals.weeks
    capped = find_tradeoff(puzzle.catalog, puzzle.request, at_most=2)
    assert capped is not None
    assert {(each.ends, each.money) for each in capped.points} <= {
        (each.ends, each.money) for each in found.points
    }
    assert capped.points[0].ends == found.points[0].ends
    assert capped.points[-1].money == found.points[-1].money


def ends_of(oracle: Oracle, ids: frozenset[str]) -> dt.date:
    """The last day of a set, the start where it takes none."""
    days = oracle.sums(ids)["by"]
    return oracle.date_after(days) if days else oracle.request.start


@pytest.mark.slow
@worlds
@given(puzzles)
def test_why_not_tells_exactly_what_the_best_path_with_it_costs_more(puzzle: Puzzle):
    best = plan_path(puzzle.catalog, puzzle.request)
    assume(isinstance(best, LearningPath))
    oracle = Oracle(puzzle)
    candidates = list(covering(oracle))
    least = min(candidates)[0]
    unit = UNITS[puzzle.request.prefer]
    ids = sorted(puzzle.catalog.credentials)
    for absence in why_not(puzzle.catalog, puzzle.request, ids):
        each = absence.credential
        with_it = [value for value, _, state in candidates if each in state.credentials]
        if absence.kind in (AbsenceKind.ON_PATH, AbsenceKind.HELD):
            assert (each in chosen(best)) == (absence.kind is AbsenceKind.ON_PATH)
            assert with_it
        elif absence.more is not None:
            assert round(absence.more.value * unit) == min(with_it)[2] - least[2]
            assert absence.is_proven
        elif absence.kind in (AbsenceKind.OUT_OF_REACH, AbsenceKind.NO_ROOM):
            assert not with_it
            assert absence.facts
        for fact in absence.facts[:1]:
            if isinstance(fact, RuledOut | OverLimit) and fact.credential == each:
                assert differs_once_lifted(puzzle, each, fact)


def differs_once_lifted(puzzle: Puzzle, credential: str, fact: RuledOut | OverLimit) -> bool:
    """Whether the answer changes once the limit that a fact names is gone."""
    limits = puzzle.request.limits
    if fact.limit is LimitName.EXCLUDE:
        rest = tuple(each for each in limits.exclude if each != credential)
        lifted: Limits = replace(limits, exclude=rest)
    else:
        lifted = replace(limits, **LIFTED[fact.limit])
    (absence,) = why_not(puzzle.catalog, replace(puzzle.request, limits=lifted), (credential,))
    return fact not in absence.facts


@pytest.mark.slow
@worlds
@given(puzzles)
def test_what_adds_nothing_or_is_dominated_is_never_missed(puzzle: Puzzle):
    best = plan_path(puzzle.catalog, puzzle.request)
    assume(isinstance(best, LearningPath))
    oracle = Oracle(puzzle)
    least = min(covering(oracle))[0]
    idle = {AbsenceKind.ADDS_NOTHING, AbsenceKind.DOMINATED}
    ids = sorted(set(puzzle.catalog.credentials) - set(puzzle.request.limits.include))
    for absence in why_not(puzzle.catalog, puzzle.request, ids):
        if absence.kind in idle:
            exclude = (*puzzle.request.limits.exclude, absence.credential)
            without = oracle.with_limits(replace(puzzle.request.limits, exclude=exclude))
            assert min(covering(without))[0] == least
        if absence.dominated_by is not None:
            assert absence.dominated_by in chosen(best)


@pytest.mark.slow
@worlds
@given(puzzles)
def test_worth_is_what_the_best_path_without_a_step_has_more(puzzle: Puzzle):
    path = plan_path(puzzle.catalog, puzzle.request)
    assume(isinstance(path, LearningPath) and path.steps)
    oracle = Oracle(puzzle)
    least = min(covering(oracle))[0]
    unit = UNITS[puzzle.request.prefer]
    found = find_worth(puzzle.catalog, path)
    included = set(puzzle.request.limits.include)
    assert {each.credential for each in found} == chosen(path) - included
    for each in found:
        without = [value for value, ids, _ in covering(oracle) if each.credential not in ids]
        if each.extra is None:
            assert not without
        else:
            assert round(each.extra * unit) == min(without)[2] - least[2]

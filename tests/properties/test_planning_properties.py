"""What must hold of the planner in every world, against brute force."""

from __future__ import annotations

from random import Random
from unittest.mock import patch

import pytest
from hypothesis import assume, given, settings
from msgspec.structs import replace
from oracle import Oracle
from strategies import Puzzle, make_catalog, make_credential, names, puzzles, seeds
from truth import Truth

from skillgap.planning.facts import LimitName, Relaxation, RoleNeeds
from skillgap.planning.planner import plan_path
from skillgap.planning.request import Limits
from skillgap.planning.result import Infeasible, LearningPath, PlanStatus, Step

worlds = settings(max_examples=500)


def chosen(path: LearningPath) -> frozenset[str]:
    """The credentials on a path."""
    return frozenset(step.credential for step in path.steps)


@worlds
@given(puzzles)
def test_the_path_is_as_good_as_the_best_of_all_sets_at_every_level(puzzle: Puzzle):
    answer = plan_path(puzzle.catalog, puzzle.request)
    oracle = Oracle(puzzle)
    best = oracle.best()
    if best is None:
        assert isinstance(answer, Infeasible)
        return
    assert isinstance(answer, LearningPath)
    ids = chosen(answer)
    state = oracle.walk(ids)
    assert state is not None
    assert oracle.keeps(ids)
    assert oracle.has_includes(state)
    assert oracle.value(ids, state) == best[0]
    assert answer.status is PlanStatus.OPTIMAL
    assert answer.objective == answer.bound
    assert answer.covers_essentials == oracle.covers(state)


@pytest.mark.slow
@worlds
@given(puzzles)
def test_every_step_finds_its_prerequisites_and_dates_and_sums_agree(puzzle: Puzzle):
    answer = plan_path(puzzle.catalog, puzzle.request)
    assume(isinstance(answer, LearningPath))
    oracle = Oracle(puzzle)
    state, days = oracle.start(), 0
    for step in answer.steps:
        assert oracle.is_open(step.credential, state)
        state = oracle.take(step.credential, state)
        first, length = oracle.study_days(step.starts), oracle.days(step.credential)
        assert step.starts == oracle.date_after(first)
        assert step.ends == oracle.date_after(first + length - 1)
        days = max(days, first + length - 1)
        assert round(step.money * 100) == oracle.cents(step.credential)
    assert all(runs_as_it_may(oracle, answer, step) for step in answer.steps)
    sums = oracle.sums(chosen(answer))
    assert round(answer.totals.money * 100) == sums["budget"]
    assert round(answer.totals.hours * 60) == sums["hours"]
    assert days == sums["by"]
    last = oracle.date_after(days)
    assert round(answer.totals.weeks * 7) == (last - puzzle.request.start).days + 1
    assert answer.totals.credentials == len(answer.steps)
    asked = oracle.role.requirements
    assert [each.requirement for each in answer.gaps_after] == list(filter(oracle.counts, asked))
    assert all(oracle.counts(each.requirement) for each in answer.uncovered)
    apart = [each for each in asked if not oracle.counts(each)]
    assert [each.requirement for each in answer.traits_before] == apart
    assert [each.requirement for each in answer.traits_after] == apart
    for gap in (*answer.gaps_after, *answer.traits_after):
        assert min(gap.held, gap.requirement.level) == oracle.level_of(gap.requirement, state)
    assert closes_as_it_says(oracle, answer)


def closes_as_it_says(oracle: Oracle, path: LearningPath) -> bool:
    """Whether every closing goes from the skill's own level, and raises what counts."""
    state, told = oracle.start(), True
    for step in path.steps:
        then = oracle.take(step.credential, state)
        for each in step.closes:
            wanted = [
                asked
                for asked in oracle.role.requirements
                if each.skill in asked.skills and oracle.counts(asked)
            ]
            told = told and each.from_level == state.levels.get(each.skill, 0)
            told = told and any(
                oracle.level_of(asked, state) < each.to_level == oracle.level_of(asked, then)
                for asked in wanted
            )
        state = then
    return told


def runs_as_it_may(oracle: Oracle, path: LearningPath, step: Step) -> bool:
    """Whether few enough run at once when a step begins, and what it asks for is done by then."""
    begun = [each for each in path.steps if each.starts <= step.starts]
    running = [each for each in begun if each.ends >= step.starts]
    state = oracle.start()
    for each in begun:
        if each.ends < step.starts:
            state = oracle.take(each.credential, state)
    work = sum(oracle.work(each.credential) for each in path.steps if each.ends <= step.ends)
    return (
        len(running) <= oracle.request.at_once
        and oracle.is_open(step.credential, state)
        and work <= oracle.study_days(step.ends)
    )


@pytest.mark.slow
@worlds
@given(puzzles)
def test_every_relaxation_is_enough_and_nothing_smaller_is(puzzle: Puzzle):
    answer = plan_path(puzzle.catalog, puzzle.request)
    full = isinstance(answer, LearningPath)
    if isinstance(answer, LearningPath) and answer.covers_essentials:
        assert answer.relaxations == ()
        return
    assert set(answer.relaxations) == expected_relaxations(Oracle(puzzle), full=full)
    assert len(answer.relaxations) == len(set(answer.relaxations))


def expected_relaxations(oracle: Oracle, *, full: bool) -> set[Relaxation]:
    """All that should be named, by brute force."""
    limits, found = oracle.request.limits, set()
    for name in oracle.allowed():
        least = oracle.least(name, full=full)
        if least is not None:
            value = {
                "budget": least / 100,
                "hours": least / 60,
                "by": oracle.date_after(least),
                "max-credentials": least,
            }[name]
            found.add(Relaxation(LimitName(name), value))

    def is_enough(**changes: object) -> bool:
        return oracle.with_limits(replace(limits, **changes)).is_possible(full=full)

    for field, limit in (
        ("exclude", LimitName.EXCLUDE),
        ("include", LimitName.INCLUDE),
        ("toward", LimitName.TOWARD),
    ):
        ids = getattr(limits, field)
        alone = {
            each
            for each in ids
            if is_enough(**{field: tuple(other for other in ids if other != each)})
        }
        found |= {Relaxation(limit, each) for each in alone}
        if ids and not alone and is_enough(**{field: ()}):
            found.add(Relaxation(limit))
    for field, limit, lifted in (
        ("issuers", LimitName.ISSUER, ()),
        ("languages", LimitName.LANGUAGE, ()),
        ("free_only", LimitName.FREE_ONLY, False),
        ("verifiable_only", LimitName.VERIFIABLE_ONLY, False),
        ("hands_on", LimitName.HANDS_ON, False),
    ):
        if getattr(limits, field) and is_enough(**{field: lifted}):
            found.add(Relaxation(limit))
    if limits.min_recognition is not None:
        every_credential = oracle.catalog.credentials.values()
        scores = {oracle.recognition(each) / 1000 for each in every_credential}
        enough = [
            each
            for each in scores
            if each < limits.min_recognition and is_enough(min_recognition=each)
        ]
        if enough:
            found.add(Relaxation(LimitName.MIN_RECOGNITION, max(enough)))
    return found


@pytest.mark.slow
@worlds
@given(puzzles, seeds)
def test_the_order_of_the_catalog_changes_nothing(puzzle: Puzzle, seed: int):
    every_credential = list(puzzle.catalog.credentials.values())
    every_stack = list(puzzle.catalog.stacks.values())
    dice = Random(seed)
    dice.shuffle(every_credential)
    dice.shuffle(every_stack)
    role = puzzle.catalog.roles[puzzle.request.role]
    skills = puzzle.catalog.skills.values()
    shuffled = make_catalog(every_credential, every_stack, role, skills)
    assert plan_path(shuffled, puzzle.request) == plan_path(puzzle.catalog, puzzle.request)


@pytest.mark.slow
@worlds
@given(puzzles, seeds)
def test_one_more_credential_never_worsens_the_best(puzzle: Puzzle, seed: int):
    before = plan_path(puzzle.catalog, puzzle.request)
    assume(isinstance(before, LearningPath))
    ids = names(len(puzzle.catalog.credentials))
    dice = Random(seed)
    more = make_credential(dice, "extra", (*ids, "extra"))
    role = puzzle.catalog.roles[puzzle.request.role]
    wider = make_catalog(
        [*puzzle.catalog.credentials.values(), more],
        list(puzzle.catalog.stacks.values()),
        role,
        puzzle.catalog.skills.values(),
    )
    after = plan_path(wider, puzzle.request)
    assert isinstance(after, LearningPath)
    oracle = Oracle(Puzzle(wider, puzzle.request))
    old, new = oracle.walk(chosen(before)), oracle.walk(chosen(after))
    assert old is not None
    assert new is not None
    assert oracle.value(chosen(after), new) <= oracle.value(chosen(before), old)


@pytest.mark.slow
@worlds
@given(puzzles)
def test_removing_what_is_not_on_the_path_changes_nothing(puzzle: Puzzle):
    before = plan_path(puzzle.catalog, puzzle.request)
    assume(isinstance(before, LearningPath))
    used = chosen(before) | {each.credential for each in puzzle.request.learner.credentials}
    every_stack = puzzle.catalog.stacks.values()
    earned = {each for stack in every_stack for each in (*stack.earns, stack.id)}
    kept = used | earned | set(puzzle.request.limits.include)
    role = puzzle.catalog.roles[puzzle.request.role]
    narrower = make_catalog(
        [each for each in puzzle.catalog.credentials.values() if each.id in kept],
        list(puzzle.catalog.stacks.values()),
        role,
        puzzle.catalog.skills.values(),
    )
    after = plan_path(narrower, puzzle.request)
    assert isinstance(after, LearningPath)
    assert [step.credential for step in after.steps] == [step.credential for step in before.steps]
    assert after.totals == before.totals
    assert after.objective == before.objective


@pytest.mark.slow
@worlds
@given(puzzles)
def test_fewer_limits_never_lower_the_coverage(puzzle: Puzzle):
    oracle = Oracle(puzzle)
    free = oracle.with_limits(Limits())
    answer = plan_path(puzzle.catalog, puzzle.request)
    unlimited = plan_path(puzzle.catalog, replace(puzzle.request, limits=Limits()))
    assert isinstance(unlimited, LearningPath)
    assume(isinstance(answer, LearningPath))
    before, after = free.walk(chosen(answer)), free.walk(chosen(unlimited))
    assert before is not None
    assert after is not None
    assert free.coverage(after, is_essential=True) >= free.coverage(before, is_essential=True)


@pytest.mark.slow
@worlds
@given(puzzles)
def test_every_fact_of_an_explanation_is_true(puzzle: Puzzle):
    answer = plan_path(puzzle.catalog, puzzle.request)
    truth = Truth(Oracle(puzzle))
    if isinstance(answer, Infeasible):
        assert answer.because
        for fact in answer.because:
            assert truth.holds(fact, goals={}), fact
        return
    for each in answer.uncovered:
        needs, *facts = each.because
        assert needs == RoleNeeds("role", each.requirement)
        assert facts
        goals = truth.goals(only_essential=each.requirement.is_essential)
        for fact in facts:
            assert truth.holds(fact, goals), fact


@pytest.mark.slow
@worlds
@given(puzzles)
def test_where_few_timetables_may_be_tried_the_limits_and_the_bound_still_hold(puzzle: Puzzle):
    puzzle = Puzzle(puzzle.catalog, replace(puzzle.request, at_once=2))
    with patch("skillgap.planning.search.search.MOST_MAKESPAN_CUTS", 0):
        answer = plan_path(puzzle.catalog, puzzle.request)
    oracle = Oracle(puzzle)
    best = oracle.best()
    assert isinstance(answer, Infeasible) is (best is None)
    if best is None or not isinstance(answer, LearningPath):
        return
    ids = chosen(answer)
    state = oracle.walk(ids)
    assert state is not None
    assert oracle.keeps(ids)
    value = oracle.value(ids, state)
    assert value[:3] >= best[0][:3]
    if answer.status is PlanStatus.OPTIMAL:
        assert value[:3] == best[0][:3]
    elif value[:2] == best[0][:2]:
        assert answer.bound <= answer.objective

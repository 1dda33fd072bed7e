"""Taking away what a path can do without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skillgap.planning.chaining import Reach, chain
from skillgap.planning.counting import add_up
from skillgap.planning.facts import LimitName
from skillgap.planning.greedy import find_cheap_reach
from skillgap.planning.model import Measure, Model
from skillgap.planning.question import Question
from skillgap.planning.world import World


def trim(
    question: Question,
    model: Model,
    reach: Reach,
    goals: Sequence[Mapping[int, int]],
    *,
    kept: Sequence[int] | None = None,
) -> Reach:
    """Drop offers one by one, the dearest first, as long as nothing is lost and no goal worsens.

    What must not be lost is `kept`, by default all that the path serves of what is asked.

    Why: where the search was stopped early, what it had found may hold credentials that serve
    nothing.
    """
    world = model.world
    kept = needs_kept(question, reach) if kept is None else kept
    stacks = model.world.stacks
    value = evaluate(world, goals, reach)
    for item in sorted(reach.order, key=lambda each: (-goals[0].get(each, 0), each)):
        if world.items[item].offer is None:
            continue
        rest = [each for each in reach.order if each != item]
        shorter = chain(world, {*rest, *stacks})
        if not all(shorter.serves(need) for need in kept):
            continue
        shorter_value = evaluate(world, goals, shorter)
        if shorter_value <= value:
            reach, value = shorter, shorter_value
    return reach


def evaluate(world: World, goals: Sequence[Mapping[int, int]], reach: Reach) -> list[int]:
    """Count every goal over a path."""
    return [add_up(world, goal, reach) for goal in goals]


def needs_kept(question: Question, reach: Reach) -> list[int]:
    """List what a path serves of all that is asked."""
    return sorted({need for need in map(question.number, question.needs) if reach.serves(need)})


def cover_within_limits(question: Question, model: Model) -> Reach | None:
    """Make some path without the engine; None where even this finds none within the limits.

    A path with full coverage, trimmed; if that is too much, the includes alone and then of its
    items, the most coverage for their cost first, those that still fit.

    Why: however short the time, there is an answer.
    """
    costs = {number: each.cents + each.minutes + 1 for number, each in question.offers().items()}
    limits = question.limits()
    full = trim(question, model, cover_cheaply(question, model, costs), [costs])
    if fits(model.world, limits, full):
        return full
    includes = [question.number(need) for need in question.includes]
    reach = trim(question, model, full, [costs], kept=includes)
    if not fits(model.world, limits, reach):
        return None
    weights: dict[int, int] = {}
    for target in question.targets:
        number = question.number(target.need)
        weights[number] = weights.get(number, 0) + target.weight

    def bargain(item: int) -> tuple[float, int]:
        worth = sum(weights.get(need, 0) for need in model.world.provides[item])
        return -worth / costs.get(item, 1), item

    stacks = model.world.stacks
    waiting = sorted(set(full.order) - set(reach.order) - stacks, key=bargain)
    added = True
    while added:
        added = False
        for item in tuple(waiting):
            longer = chain(model.world, {*reach.order, item, *stacks})
            if item in longer.order and fits(model.world, limits, longer):
                reach, added = longer, True
                waiting.remove(item)
    return reach


def cover_cheaply(question: Question, model: Model, costs: Mapping[int, int]) -> Reach:
    """Serve all that is within reach without taking all that is.

    Why: where thousands are within reach, dropping them one by one would never end.
    """
    needs = needs_kept(question, question.within_reach)
    cheap = find_cheap_reach(model.world, needs, costs, frozenset(question.within_reach.order))
    return cheap if all(cheap.serves(need) for need in needs) else question.within_reach


def fits(world: World, limits: Mapping[LimitName, tuple[Measure, int]], reach: Reach) -> bool:
    """Say whether a path keeps every limit on sums."""
    return all(add_up(world, measure, reach) <= allowed for measure, allowed in limits.values())

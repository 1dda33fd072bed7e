from __future__ import annotations

from skillgap.domain.stack import Electives, Stack
from skillgap.planning.facts import LimitName
from skillgap.planning.graph.reach import find_reach
from skillgap.planning.question import ask
from skillgap.planning.search.model import build_model, variable_values


def rows_of(model):
    """Rows as column to coefficient, with the upper bound."""
    problem = model.problem
    ends = [*problem.constraint_starts[1:], len(problem.indices)]
    return [
        (
            dict(zip(problem.indices[start:end], problem.coefficients[start:end], strict=True)),
            upper,
        )
        for start, end, upper in zip(
            problem.constraint_starts, ends, problem.constraint_upper, strict=True
        )
    ]


def test_targets_get_a_column_prerequisites_a_row_and_limits_too(credential, catalog, request_for):
    one, two = credential("one", "sql:1", price=5.0), credential("two", "sql:1", price=7.0)
    late = credential("late", "r:1", after="sql:1")
    question = ask(catalog([one, two, late], "r:1"), request_for(budget=10.0))
    target = question.number((("r", 1),))
    model = build_model(question.world, [target], question.limits())
    assert [item.id for item in question.world.items] == ["late", "one", "two"]
    assert rows_of(model) == [
        ({0: 1.0, 1: -1.0, 2: -1.0}, 0.0),
        ({1: 500.0, 2: 700.0}, 1000.0),
    ]
    assert model.need_variables == {target: 0}
    assert model.limit_constraints == {LimitName.BUDGET: 1}


def test_electives_are_counted(credential, catalog, request_for):
    stack = Stack.of(
        "pair", choose=Electives(2, ("a", "b", "c")), awards=(credential("x", "r:1").awards)
    )
    members = [credential(each, "z:1") for each in ("a", "b", "c")]
    question = ask(catalog(members, "r:1", [stack]), request_for())
    model = build_model(question.world, [], {})
    assert rows_of(model) == [({3: 2.0, 0: -1.0, 1: -1.0, 2: -1.0}, 0.0)]
    assert model.world.stacks == {3}


def test_a_walk_gives_the_values_of_every_column(credential, catalog, request_for):
    question = ask(
        catalog([credential("one", "sql:1"), credential("two", "sql:1")], "sql:1"), request_for()
    )
    model = build_model(question.world, [0], {})
    assert list(variable_values(model, find_reach(question.world, {1}))) == [0.0, 1.0, 1.0]
    assert list(variable_values(model, find_reach(question.world, ()))) == [0.0, 0.0, 0.0]

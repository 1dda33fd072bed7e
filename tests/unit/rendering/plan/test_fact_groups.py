import datetime as dt

from skillgap.planning.facts import (
    FigureUnknown,
    LimitName,
    NothingAwards,
    OverLimit,
    PrerequisiteOutOfReach,
    RuledOut,
)
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.facts import FactTeller, tell_chain


def told(catalog, *facts):
    return tell_chain(facts, FactTeller(Names(catalog)))


def test_of_several_that_cost_too_much_the_cheapest_is_told(catalog):
    facts = [
        OverLimit(LimitName.BUDGET, cost, 10.0, name) for cost, name in ((40.0, "a"), (30.0, "b"))
    ]
    assert told(catalog, *facts) == [
        "the cheapest step toward it, `b`, costs $30, over the budget of $10"
    ]


def test_of_several_that_take_too_long_the_quickest_is_told(catalog):
    limit = dt.date(2027, 1, 1)
    facts = [
        OverLimit(LimitName.BY, dt.date(2027, month, 1), limit, name)
        for month, name in ((11, "a"), (2, "b"))
    ]
    assert told(catalog, *facts) == [
        "the quickest step toward it, `b`, takes until 2027-02-01, past 2027-01-01 (`--by`)"
    ]


def test_what_one_limit_rules_out_is_told_at_once(catalog):
    facts = [
        RuledOut("a", LimitName.FREE_ONLY),
        NothingAwards("sql", 3, 2),
        RuledOut("b", LimitName.FREE_ONLY),
        RuledOut("c", LimitName.EXCLUDE),
    ]
    assert told(catalog, *facts) == [
        "each of `a` and `b` is not free, as `--free-only` asks",
        "nothing in the catalog awards `sql` at level 3 (the most is level 2)",
        "`c` is left out by `--exclude`",
    ]


def test_figures_and_prerequisites_are_told_at_once(catalog):
    facts = [
        FigureUnknown("a", "price"),
        FigureUnknown("b", "price"),
        PrerequisiteOutOfReach("c", skill="sql", level=2),
        PrerequisiteOutOfReach("d", skill="sql", level=2),
    ]
    assert told(catalog, *facts) == [
        "the price of `a` and `b` is not known",
        "each of `c` and `d` requires `sql` at level 2, which is out of reach",
    ]

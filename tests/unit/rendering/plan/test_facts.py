import datetime as dt
import typing

import pytest

from skillgap.domain.role import Necessity, SkillRequirement
from skillgap.planning.facts import (
    CorequisiteOutOfReach,
    Fact,
    FigureUnknown,
    LimitName,
    LimitsTogether,
    NoLongerOffered,
    NothingAwards,
    OnlyAwardedBy,
    OverLimit,
    PrerequisiteOutOfReach,
    Relaxation,
    RoleNeeds,
    RuledOut,
    StackOutOfReach,
)
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.facts import RULED_OUT_WORDS, FactTeller

SQL = SkillRequirement.of(("sql",), 3, 0.9, Necessity.ESSENTIAL)

TOLD = [
    (CorequisiteOutOfReach("lab", "theory"), "`lab` goes with `theory`, which is out of reach"),
    (RoleNeeds("analyst", SQL), "`analyst` needs `sql` at level 3 (essential)"),
    (OnlyAwardedBy("sql", 3, ("sql-more",)), "only `sql-more` awards `sql` at level 3"),
    (
        OnlyAwardedBy("sql", 3, ("a", "b"), ("s",)),
        "only `a`, `b` and the whole stack `s` award `sql` at level 3",
    ),
    (
        NothingAwards("sql", 3, 2),
        "nothing in the catalog awards `sql` at level 3 (the most is level 2)",
    ),
    (
        NothingAwards("r", 4, 2),
        "nothing in the catalog awards `r` above level 2: level 4 (proficient) is learned at work",
    ),
    (
        NothingAwards("sql", 5, 0),
        "nothing in the catalog awards `sql` at level 5 (nor at any other)",
    ),
    (RuledOut("sql-more", LimitName.EXCLUDE), "`sql-more` is left out by `--exclude`"),
    (
        FigureUnknown("sql-more", "price"),
        "the price of `sql-more` is not known, so no plan can count on it",
    ),
    (
        NoLongerOffered("sql-more", dt.date(2026, 6, 30)),
        "`sql-more` is offered until 2026-06-30 only, before the start",
    ),
    (
        StackOutOfReach("sql-stack"),
        "the stack `sql-stack` cannot be completed: too few of its members are in reach",
    ),
    (
        PrerequisiteOutOfReach("sql-more", skill="sql", level=2),
        "`sql-more` requires `sql` at level 2, which is out of reach",
    ),
    (
        PrerequisiteOutOfReach("sql-more", needed=("a", "b")),
        "`sql-more` requires `a` or `b`, which is out of reach",
    ),
    (
        OverLimit(LimitName.BUDGET, 400.0, 300.0, "sql-more"),
        "`sql-more` costs $400, over the budget of $300",
    ),
    (
        OverLimit(LimitName.HOURS, 40.0, 10.0),
        "any path that covers this as well takes 40\u00a0h, over the limit of 10\u00a0h",
    ),
    (
        OverLimit(LimitName.BY, dt.date(2027, 5, 1), dt.date(2027, 1, 1), "sql-more"),
        "`sql-more` takes until 2027-05-01, past 2027-01-01 (`--by`)",
    ),
    (
        OverLimit(LimitName.MAX_CREDENTIALS, 3, 2),
        "any path that covers this as well takes 3\u00a0credentials, over the limit of 2",
    ),
    (
        LimitsTogether((LimitName.BUDGET, LimitName.BY)),
        "`--budget` and `--by` can each be kept alone, but not together",
    ),
]


@pytest.mark.parametrize(("fact", "told"), TOLD)
def test_every_fact_is_a_clause(catalog, fact, told):
    assert FactTeller(Names(catalog)).tell(fact) == told


def test_no_kind_of_fact_is_forgotten():
    assert {type(fact) for fact, _ in TOLD} == set(typing.get_args(Fact))


def test_every_limit_has_words():
    assert set(RULED_OUT_WORDS) == set(LimitName)


@pytest.mark.parametrize(
    ("relaxation", "told"),
    [
        (Relaxation(LimitName.BUDGET, 1400.5), "`--budget 1400.5`"),
        (Relaxation(LimitName.BY, dt.date(2027, 5, 1)), "`--by 2027-05-01`"),
        (Relaxation(LimitName.EXCLUDE, "sql-more"), "not excluding `sql-more`"),
        (Relaxation(LimitName.ISSUER, "sql-more"), "letting `sql-more` in despite `--issuer`"),
        (Relaxation(LimitName.FREE_ONLY), "leaving `--free-only` out"),
    ],
)
def test_what_would_help_can_be_typed(catalog, relaxation, told):
    teller = FactTeller(Names(catalog))
    assert teller.change(relaxation) == told
    assert teller.hint(relaxation) == f"{told} covers every essential skill"

import datetime as dt

from skillgap.domain.learner import Learner
from skillgap.domain.role import Necessity, SkillRequirement
from skillgap.planning.facts import LimitName, NothingAwards, OverLimit, Relaxation, RoleNeeds
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import Infeasible, Uncovered
from skillgap.rendering.layout.page import Page, plain_text
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.open import write_chains, write_hints, write_infeasible


def need(skill, level=3):
    return SkillRequirement.of((skill,), level, 0.9, Necessity.ESSENTIAL)


def test_a_chain_of_facts_and_what_would_help(catalog):
    page, names = Page(100), Names(catalog)
    because = (
        RoleNeeds("analyst", need("sql")),
        OverLimit(LimitName.BUDGET, 400.0, 300.0, "sql-more"),
    )
    write_chains(page, "no full path to `analyst`", [Uncovered(need("sql"), 2, because)], names)
    write_hints(page, [Relaxation(LimitName.BUDGET, 400.0)], names)
    assert plain_text(page.lines) == (
        "\u00d7 no full path to `analyst`\n"
        "╰─▶ because `analyst` needs `sql` at level 3 (essential)\n"
        "    and `sql-more` costs $400, over the budget of $300\n"
        "\n"
        "hint: `--budget 400` covers every essential skill\n"
    )


def test_what_rests_on_the_same_facts_is_told_once(catalog):
    shared = (OverLimit(LimitName.HOURS, 240.0, 100.0),)
    uncovered = [
        Uncovered(need(skill), 0, (RoleNeeds("analyst", need(skill)), *shared))
        for skill in ("sql", "python")
    ]
    page = Page(100)
    write_chains(page, "no full path to `analyst`", uncovered, Names(catalog))
    assert plain_text(page.lines).splitlines()[1:] == [
        "╰─▶ because `analyst` needs `sql` at level 3 and `python` at level 3",
        "    and any path that covers this as well takes 240 h, over the limit of 100 h",
    ]


def test_many_chains_are_shortened(catalog):
    uncovered = [
        Uncovered(
            need(f"s{n}"), 0, (RoleNeeds("analyst", need(f"s{n}")), NothingAwards(f"s{n}", 3, 0))
        )
        for n in range(7)
    ]
    page = Page(100)
    write_chains(page, "no full path to `analyst`", uncovered, Names(catalog))
    assert plain_text(page.lines).splitlines()[-1] == (
        "    and likewise `s4` at level 3, `s5` at level 3 and `s6` at level 3"
    )


def test_no_path_at_all(catalog):
    request = PlanRequest("analyst", Learner(), dt.date(2026, 11, 2))
    answer = Infeasible(
        request,
        "analyst",
        0.0,
        (),
        (OverLimit(LimitName.BUDGET, 400.0, 5.0, "sql-more"),),
        (LimitName.BUDGET,),
        (Relaxation(LimitName.BUDGET, 400.0), Relaxation(LimitName.INCLUDE, "sql-more")),
    )
    page = Page(100)
    write_infeasible(page, answer, Names(catalog))
    assert plain_text(page.lines) == (
        "\u00d7 no path keeps these limits\n"
        "╰─▶ because `sql-more` costs $400, over the budget of $5\n"
        "\n"
        "hint: `--budget 400` leaves a path\n"
        "hint: not including `sql-more` leaves a path\n"
    )

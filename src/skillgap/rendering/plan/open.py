"""What stays open and why, what would help, and why a credential is not on the path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from skillgap.planning.facts import Fact, Relaxation, RoleNeeds
from skillgap.planning.followups.why_not import Absence, AbsenceKind
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import Infeasible, LearningPath, Uncovered
from skillgap.rendering.layout.page import Page
from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.extras import tell_more, tell_swap, tell_value
from skillgap.rendering.plan.facts import FactTeller, tell_chain
from skillgap.text import counted, shortened

CHAINS_AT_MOST: Final = 4
NAMED_AT_MOST: Final = 6
FACTS_AT_MOST: Final = 6
WHOLE: Final = "any path that keeps the other limits"
WITH_IT: Final = "any path that covers as much and takes it"


def write_uncovered(page: Page, answer: LearningPath, names: Names) -> None:
    """Write why requirements stay open; nothing where none does."""
    essential = [each for each in answer.uncovered if each.requirement.is_essential]
    optional = [each for each in answer.uncovered if not each.requirement.is_essential]
    if essential:
        page.heading("Open", f"{counted(len(essential), 'essential skill')}")
        write_chains(page, f"no full path to `{answer.role}`", essential, names)
        write_hints(page, answer.relaxations, names)
    if optional and answer.request.include_optional:
        page.heading("Open", f"{counted(len(optional), 'optional skill')}")
        write_chains(page, "not every optional skill is covered", optional, names)


def write_chains(page: Page, claim: str, uncovered: Sequence[Uncovered], names: Names) -> None:
    """Write a claim and below it each chain; what rests on the same facts is told once."""
    teller = FactTeller(names)
    page.text([Span(f"{page.glyphs.open} ", Style.BAD), Span(claim, Style.STRONG)], hang=2)
    chains: dict[tuple[Fact, ...], list[Uncovered]] = {}
    for each in uncovered:
        shared: tuple[Fact, ...] = tuple(
            fact for fact in each.because if not isinstance(fact, RoleNeeds)
        )
        chains.setdefault(shared, []).append(each)
    for number, (facts, members) in enumerate(chains.items()):
        if number == CHAINS_AT_MOST:
            rest = [each for group in list(chains.values())[number:] for each in group]
            page.text(f"and likewise {tell_skills(rest)}", indent=4, hang=2)
            return
        if len(members) == 1:
            write_chain(page, members[0].because, teller)
            continue
        first = f"`{role_of(members[0])}` needs {tell_skills(members)}"
        write_clauses(page, [first, *tell_chain(facts, teller)])


def tell_skills(uncovered: Sequence[Uncovered]) -> str:
    """Name what several requirements ask, with their levels."""
    told = [
        f"{' or '.join(f'`{skill}`' for skill in each.requirement.skills)}"
        f" at level {each.requirement.level}"
        for each in uncovered
    ]
    return shortened(told, NAMED_AT_MOST)


def write_chain(page: Page, because: Sequence[Fact], teller: FactTeller) -> None:
    """Write one chain of facts."""
    write_clauses(page, tell_chain(because, teller))


def write_clauses(page: Page, clauses: Sequence[str], *, indent: int = 0) -> None:
    """Write `because ...` and, one below the other, `and ...`."""
    told = list(clauses)
    if len(told) > FACTS_AT_MOST:
        more = len(told) - FACTS_AT_MOST
        told = [*told[:FACTS_AT_MOST], f"{counted(more, 'more fact')} that `--format json` lists"]
    for number, clause in enumerate(told):
        if number == 0:
            lead = [Span(f"{page.glyphs.therefore} ", Style.BAD), Span(f"because {clause}")]
            page.text(lead, indent=indent, hang=len(page.glyphs.therefore) + 1)
        else:
            below = indent + len(page.glyphs.therefore) + 1
            page.text(f"and {clause}", indent=below, hang=2)


def role_of(uncovered: Uncovered) -> str:
    """Return the role that asks for it."""
    return next(
        (fact.role for fact in uncovered.because if isinstance(fact, RoleNeeds)), "the role"
    )


def write_hints(page: Page, relaxations: Sequence[Relaxation], names: Names) -> None:
    """Write what would help, one hint a line."""
    teller = FactTeller(names)
    if relaxations:
        page.blank()
    for each in relaxations:
        page.text([Span("hint", Style.HINT), Span(f": {teller.hint(each)}")], hang=6)


def write_infeasible(page: Page, answer: Infeasible, names: Names) -> None:
    """Write which facts leave no path at all."""
    page.text([Span(f"{page.glyphs.open} ", Style.BAD), Span("no path keeps these limits")])
    write_chain(page, answer.because, FactTeller(names, WHOLE))
    if answer.relaxations:
        page.blank()
    for relaxation in answer.relaxations:
        change = FactTeller(names).change(relaxation)
        page.text([Span("hint", Style.HINT), Span(f": {change} leaves a path")], hang=6)


def write_why_not(
    page: Page, absences: Sequence[Absence], request: PlanRequest, names: Names
) -> None:
    """Write of each credential why it is not on the path."""
    page.heading("Why not")
    for each in absences:
        page.blank()
        title = Span(names.credential(each.credential), Style.STRONG)
        page.text([title, Span(f"  {each.credential}", Style.DIM)], indent=2, hang=2)
        page.text(tell_absence(each, names), indent=4)
        if each.facts:
            write_clauses(page, tell_chain(each.facts, FactTeller(names, WITH_IT)), indent=4)
        if each.more is None:
            continue
        currency = names.catalog.currency
        told = (
            f"The best path with it: {tell_more(each.more, currency)};"
            f" {tell_value(each.more, request.prefer, currency)}"
        )
        page.text(told + ("" if each.is_proven else "; not proven"), indent=4)
        for label, words in tell_swap(each.more, names):
            page.entry(Span(label, Style.DIM), words, indent=4, label_width=7)


def tell_absence(absence: Absence, names: Names) -> str:
    """Say in one sentence what keeps a credential off the path."""
    held = [f"{names.skill(each.skill)} at level {each.level}" for each in absence.held_skills]
    because_held = f": you hold {' and '.join(held)}" if held else ""
    dominating = names.credential(absence.dominated_by) if absence.dominated_by else ""
    return {
        AbsenceKind.ON_PATH: f"It is on the path, as step {absence.order}.",
        AbsenceKind.HELD: "You hold it already.",
        AbsenceKind.EARNED: f"It comes with the stack `{absence.earned_by}`, which the path"
        " completes.",
        AbsenceKind.RULED_OUT: "A limit of yours rules it out:",
        AbsenceKind.FIGURE_UNKNOWN: "A figure of it is not known:",
        AbsenceKind.NO_LONGER_OFFERED: "It is no longer on offer:",
        AbsenceKind.OVER_LIMIT: "It goes beyond a limit of yours all by itself:",
        AbsenceKind.OUT_OF_REACH: "A prerequisite of it is out of reach:",
        AbsenceKind.NO_ROOM: "There is no room for it beside what the path covers:",
        AbsenceKind.NOT_SETTLED: "Time ran out before it was known. `--time-limit` gives it longer",
        AbsenceKind.ADDS_NOTHING: "It adds nothing: it closes no open skill and unlocks nothing"
        f" that does{because_held}.",
        AbsenceKind.DOMINATED: f"It is dominated: {dominating}, which is on the path, serves all"
        " that it serves here and takes no more of anything.",
        AbsenceKind.COSTS_MORE: "It would do, but the path would be worse.",
        AbsenceKind.TIED: "It would do as well: paths with and without it are equal.",
    }[absence.kind]

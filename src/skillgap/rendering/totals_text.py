"""What a path adds up to, and the stacks it brings along."""

from __future__ import annotations

import datetime as dt

from skillgap.planning.request import Preference
from skillgap.planning.result import LearningPath, StackAdvice, StackProgress
from skillgap.rendering.figures import cash, counted, day, hours, listed, number, weeks
from skillgap.rendering.names import Names
from skillgap.rendering.page import Page, bar
from skillgap.rendering.spans import Span, Style
from skillgap.rendering.table import Column, row

CHAIN_AT_MOST = 6


def write_stacks(page: Page, answer: LearningPath, names: Names) -> None:
    """Write the stacks that the path completes or brings along, and what would finish some."""
    if not answer.stacks:
        return
    page.heading("Stacks")
    rows = []
    for each in sorted(answer.stacks, key=lambda stack: (-stack.progress, stack.stack)):
        mark = Span(page.glyphs.met, Style.GOOD) if each.completed else Span(page.glyphs.dot)
        known = names.catalog.stacks.get(each.stack)
        issuer = names.issuer(known.issuer) if known and known.issuer else ""
        title = (Span(names.stack(each.stack)), Span(f"  {issuer}" if issuer else "", Style.DIM))
        rows.append(row(mark, title, bar(each.progress, 10, page.glyphs), state_of(each, answer)))
    page.table([Column(""), Column("", is_flexible=True), Column(""), Column("")], rows, indent=2)
    for advice in answer.advice:
        told = tell_advice(advice, answer.totals.currency, names)
        page.text([Span("hint", Style.HINT), Span(f": {told}")], indent=2, hang=6)


def state_of(stack: StackProgress, answer: LearningPath) -> str:
    """Say how far a stack is, and what completing it counts for in the value."""
    if not stack.completed:
        return f"{stack.done} of {stack.needed}"
    if not stack.bonus:
        return "complete"
    is_money = answer.request.prefer is Preference.BALANCED
    bonus = cash(stack.bonus, answer.totals.currency) if is_money else number(stack.bonus)
    return f"complete, worth {bonus}"


def tell_advice(advice: StackAdvice, currency: str, names: Names) -> str:
    """Say that two more credentials make this a diploma."""
    more = counted(len(advice.missing), "more credential")
    verb = "completes" if len(advice.missing) == 1 else "complete"
    missing = listed([names.credential(each) for each in advice.missing])
    takes = f"{cash(advice.money, currency)} and {hours(advice.hours)}"
    return (
        f"{more} {verb} {names.stack(advice.stack)}: {missing}, {takes} (`--toward {advice.stack}`)"
    )


def write_totals(page: Page, answer: LearningPath, names: Names) -> None:
    """Write what the path adds up to."""
    totals = answer.totals
    last = max((step.ends for step in answer.steps), default=answer.request.start)
    pace = f"{number(answer.request.hours_per_week)}\u00a0h a week"
    if answer.request.at_once > 1:
        pace += f", at most {answer.request.at_once} at once"
    entries = [
        ("money", cash(totals.money, totals.currency)),
        ("hours", f"{hours(totals.hours)} at {pace}"),
        ("time", f"{weeks(totals.weeks)}, {tell_span(page, answer.request.start, last)}"),
        ("credentials", number(totals.credentials)),
    ]
    if told := tell_credits(answer):
        entries.append(("credits", told))
    for label, words in entries:
        page.entry(Span(label, Style.DIM), Span(words, Style.STRONG), indent=2, label_width=11)
    for discount in answer.discounts:
        off = cash(discount.money, totals.currency)
        words = f"{off} off for all of {names.stack(discount.stack)}, taken off already"
        page.entry(Span("discount", Style.DIM), words, indent=2, label_width=11)
    chain = answer.longest_chain
    if chain is not None:
        titles = [names.credential(each) for each in chain.credentials]
        if len(titles) > CHAIN_AT_MOST:
            titles = [*titles[:2], f"{len(titles) - 4} more", *titles[-2:]]
        arrow = f" {page.glyphs.arrow} "
        words = f"{weeks(chain.weeks)} of steps that wait for one another: {arrow.join(titles)}"
        page.entry(Span("chain", Style.DIM), words, indent=2, label_width=11)


def tell_credits(answer: LearningPath) -> str:
    """Give the credits of the path by their systems; nothing where there are none."""
    found = answer.totals.credits
    told = [f"{number(found.ects, decimals=1)} ECTS"] if found.ects else []
    told += [f"{number(each.amount, decimals=1)} {each.system}" for each in found.other]
    return ", ".join(told)


def tell_span(page: Page, first: dt.date, last: dt.date) -> str:
    """Give the first and the last day."""
    return f"{day(first)} {page.glyphs.arrow} {day(last)}"

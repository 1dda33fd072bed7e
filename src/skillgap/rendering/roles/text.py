"""Roles in a list, and those near to a role or a person, to choose the next step from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from skillgap.domain.role import Necessity, RoleProfile
from skillgap.rendering.gates import tell_what_bars
from skillgap.rendering.layout.page import Column, Page, Row, bar, fit_widths, lay_row, row
from skillgap.rendering.layout.spans import Line, Span, Style
from skillgap.rendering.layout.words import Names, cash, hours, percent, weeks
from skillgap.rendering.sources_text import footing, tell_age, tell_footing
from skillgap.rendering.understanding_text import pay, write_words
from skillgap.text import clean, counted, number, shortened

if TYPE_CHECKING:
    from skillgap.planning.followups.nearby import NearbyRole
    from skillgap.rendering.report import NearReport

TOP_SKILLS: Final = 3
WIDE: Final = 84
ROLE_COLUMNS: Final = (
    Column("", is_flexible=True, min_width=16),
    Column("", is_flexible=True, min_width=12, has_ids=True),
    Column("", is_flexible=True, min_width=16),
    Column("", align_right=True),
)
NEAR_WIDE: Final = 92
BAR_COLUMNS: Final = 10
SKILLS_SHOWN: Final = 4
TITLE: Final = Column("", is_flexible=True, min_width=16)
ID: Final = Column("", is_flexible=True, min_width=12, has_ids=True)
READY: Final = Column("ready", align_right=True)
EFFORT: Final = tuple(Column(name, align_right=True) for name in ("money", "hours", "weeks"))
PAY: Final = (Column("pay", align_right=True), Column("more", align_right=True))


def write_roles(page: Page, roles: Sequence[RoleProfile], names: Names) -> None:
    """Write roles grouped by family, each with its weightiest essential skills."""
    families = sorted({clean(role.family or "") for role in roles})
    for family in families:
        page.heading(family or "other")
        members = [role for role in roles if clean(role.family or "") == family]
        if page.width >= WIDE:
            page.table(ROLE_COLUMNS, [role_row(each, names) for each in members], indent=2)
            continue
        for role in members:
            key = Span(f"  {role.id}", Style.DIM)
            page.text([Span(clean(role.title), Style.STRONG), key], indent=2, hang=2)
            page.text(", ".join(top_skills(role, names)), indent=4)
    page.blank()
    page.text(Span(counted(len(roles), "role"), Style.DIM))


def role_row(role: RoleProfile, names: Names) -> Row:
    """Return one role as a row."""
    return row(
        Span(clean(role.title), Style.STRONG),
        Span(role.id, Style.DIM),
        ", ".join(top_skills(role, names)),
        Span(short_pay(role), Style.DIM),
    )


def top_skills(role: RoleProfile, names: Names) -> list[str]:
    """Name the weightiest essential skills of a role."""
    essential = sorted(role.required(Necessity.ESSENTIAL), key=lambda each: -each.importance)
    return [names.skill(each.skills[0]) for each in essential[:TOP_SKILLS]]


def short_pay(role: RoleProfile) -> str:
    """Return a role's pay with its area and year."""
    if role.pay is None:
        return ""
    told = role.pay
    return f"{cash(told.amount, told.currency)} {clean(told.area)} {told.year}"


def write_near(page: Page, report: NearReport) -> None:
    """Write the whole report."""
    found, currency = report.neighborhood, report.catalog.currency
    write_asked(page, report)
    write_words(page, Names(report.catalog), report.words, report.implied)
    page.heading("Closest", f"by readiness, of {counted(found.compared, 'role')}")
    write_closest(page, found.closest, Names(report.catalog))
    planned = f"of the {counted(len(found.roles), 'role')} planned"
    if found.cheapest:
        page.heading("Cheapest to reach", planned)
        write_ranking(
            page,
            (TITLE, ID, *EFFORT, READY),
            found.cheapest,
            lambda each: (*effort_cells(each, currency), percent(each.readiness)),
            lambda each: f"{tell_effort(each, currency)}; {percent(each.readiness)} ready",
        )
    title, aside = title_step_up(report)
    paid = pay_columns(found.roles)
    if title:
        page.heading(title, ", ".join(part for part in (planned, aside) if part))
        write_ranking(
            page,
            (TITLE, ID, *paid, *EFFORT),
            found.step_up,
            lambda each: (*pay_cells(each)[: len(paid)], *effort_cells(each, currency)),
            lambda each: f"{tell_pay(each)}; {tell_effort(each, currency)}",
        )
        if not found.step_up:
            page.text("None of them pays more.", indent=2)
    write_footnotes(page, report)


def write_asked(page: Page, report: NearReport) -> None:
    """Write whose neighborhood it is."""
    now = report.now
    if report.is_person:
        page.text(Span("Near you", Style.TITLE))
        if now:
            told = f"now {clean(now.title)} ({now.id})"
            page.text(Span(", ".join(part for part in (told, pay(now)) if part), Style.DIM))
    elif now:
        left = [Span(f"Near {clean(now.title)}", Style.TITLE), Span(f"  {now.id}", Style.DIM)]
        page.sides(left, Span(clean(now.family or ""), Style.DIM), hang=2)
        told = "for somebody who holds just what is essential to it"
        page.text(Span("; ".join(part for part in (told, pay(now)) if part), Style.DIM))


def write_closest(page: Page, roles: Sequence[NearbyRole], names: Names) -> None:
    """Write each role with what it takes, and below it what is held of it already."""
    currency = names.catalog.currency
    if page.width < NEAR_WIDE:
        for each in roles:
            page.text(title_line(each), indent=2, hang=2)
            page.text(f"{percent(each.readiness)} ready; {tell_effort(each, currency)}", indent=4)
            if each.role.pay:
                page.text(tell_pay(each), indent=4)
            page.text(Span(tell_shared(each, names), Style.DIM), indent=4)
            write_bars(page, each)
        return
    paid = pay_columns(roles)
    shown = (TITLE, Column(""), READY, *EFFORT, *paid)
    rows = [
        row(
            Span(clean(each.role.title), Style.STRONG),
            bar(each.readiness, BAR_COLUMNS, page.glyphs),
            Span(percent(each.readiness), Style.STRONG),
            *effort_cells(each, currency),
            *pay_cells(each)[: len(paid)],
        )
        for each in roles
    ]
    write_table(page, shown, rows, [partial(write_close, page, each, names) for each in roles])


def write_close(page: Page, near: NearbyRole, names: Names) -> None:
    """Write what stands below the row of a role that is close."""
    told = f"{near.role.id}  {tell_shared(near, names)}"
    page.text(Span(told, Style.DIM), indent=4, hang=2)
    if not near.is_reachable:
        page.text(Span(tell_effort(near, names.catalog.currency), Style.WARN), indent=4)
    write_bars(page, near)


def write_bars(page: Page, near: NearbyRole) -> None:
    """Write what may keep a person out of a role beside skills."""
    if told := tell_what_bars(near.gates):
        page.text(Span(f"gate {told}", Style.WARN), indent=4, hang=2)


def title_line(near: NearbyRole) -> Line:
    """Return a role's title and its id."""
    return Span(clean(near.role.title), Style.STRONG), Span(f"  {near.role.id}", Style.DIM)


def tell_effort(near: NearbyRole, currency: str) -> str:
    """Say what the path takes."""
    if near.path is None or not near.is_reachable:
        return "no full path: the catalog does not cover all that is essential"
    if not near.path.steps:
        return "nothing to earn"
    totals = near.path.totals
    return f"{cash(totals.money, currency)}, {hours(totals.hours)}, {weeks(totals.weeks)}"


def tell_pay(near: NearbyRole) -> str:
    """Say what a role pays and how much more that is."""
    difference = tell_difference(near)
    return f"pays {short_pay(near.role)}" + (f", {difference}" if difference else "")


def tell_difference(near: NearbyRole) -> str:
    """Return the difference of pay with its sign."""
    if near.pay_difference is None or near.role.pay is None:
        return ""
    if near.pay_difference == 0:
        return "the\u00a0same"
    sign = "-" if near.pay_difference < 0 else "+"
    return f"{sign}{cash(abs(near.pay_difference), near.role.pay.currency)}"


def tell_shared(near: NearbyRole, names: Names) -> str:
    """Name the required skills that are held, whatever their level."""
    return f"shares {shortened([names.skill(each) for each in near.shared], SKILLS_SHOWN)}"


def pay_columns(roles: Sequence[NearbyRole]) -> tuple[Column, ...]:
    """Return the columns of pay that have anything to say."""
    if any(each.pay_difference is not None for each in roles):
        return PAY
    return PAY[:1] if any(each.role.pay for each in roles) else ()


def effort_cells(near: NearbyRole, currency: str) -> tuple[str, str, str]:
    """Return money, hours and weeks of the path; nothing where it does not lead all the way."""
    if near.path is None or not near.is_reachable:
        return "", "", ""
    totals = near.path.totals
    return cash(totals.money, currency), number(totals.hours), number(totals.weeks)


def pay_cells(near: NearbyRole) -> tuple[str, str]:
    """Return a role's pay and how much more that is."""
    return short_pay(near.role), tell_difference(near)


def write_ranking(
    page: Page,
    shown: Sequence[Column],
    roles: Sequence[NearbyRole],
    cells: Callable[[NearbyRole], Sequence[str]],
    told: Callable[[NearbyRole], str],
) -> None:
    """Write roles as a table, or where that is too narrow, each with a line below it."""
    if not roles:
        return
    if page.width >= NEAR_WIDE:
        rows: list[Row] = [
            row(
                Span(clean(each.role.title), Style.STRONG),
                Span(each.role.id, Style.DIM),
                *cells(each),
            )
            for each in roles
        ]
        write_table(page, shown, rows, [partial(write_bars, page, each) for each in roles])
        return
    for each in roles:
        page.text(title_line(each), indent=2, hang=2)
        page.text(told(each), indent=4)
        write_bars(page, each)


def write_table(
    page: Page,
    shown: Sequence[Column],
    rows: Sequence[Row],
    below: Sequence[Callable[[], None]],
) -> None:
    """Write rows below their headers, and below each row what `below` writes of it."""
    widths = fit_widths(shown, rows, page.width - 2)
    header = row(*(Span(column.header, Style.DIM) for column in shown))
    for line in lay_row(shown, header, widths, 2):
        page.add(line)
    for cells, write_more in zip(rows, below, strict=True):
        for line in lay_row(shown, cells, widths, 2):
            page.add(line)
        write_more()


def title_step_up(report: NearReport) -> tuple[str, str]:
    """Return the title of the best paid and what is said beside it; none without any pay."""
    if report.now and report.now.pay:
        return "Best-paid step up", ""
    if not report.neighborhood.step_up:
        return "", ""
    if report.now is None:
        return "Best paid", "`--role` names the role you have, to compare"
    return "Best paid", f"what {clean(report.now.title)} pays is not known"


def write_footnotes(page: Page, report: NearReport) -> None:
    """Say which paths the figures are of, and on what they rest."""
    paths = [each.path for each in report.neighborhood.roles if each.path]
    pace = f"{number(report.hours_per_week)}\u00a0h a week"
    command = "`skillgap plan --role ID`".replace(" ", "\u00a0")
    page.blank()
    page.text(
        Span(
            "Money, hours and weeks are those of the best path to each role by"
            f" `--prefer {report.prefer}`, at {pace}: {command} shows it",
            Style.DIM,
        )
    )
    steps = {step.credential for path in paths for step in path.steps}
    found = footing(report.catalog, sorted(steps), report.start)
    for told in filter(None, (tell_footing(found), tell_age(found))):
        page.text(Span(told, Style.WARN))

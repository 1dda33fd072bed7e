"""`skillgap plan`: the best path to a role."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from skillgap.cli import exits
from skillgap.cli.options import (
    YOU,
    CatalogOption,
    EducationOption,
    ExperienceOption,
    FormatOption,
    HaveCredentialOption,
    HaveOption,
    HoursPerWeekOption,
    LicenceOption,
    NoCacheOption,
    NoInputOption,
    Number,
    OutputOption,
    ProfileOption,
    RegionOption,
    RoleOption,
    RolesOption,
    StartOption,
    read_day,
    read_holidays,
    read_languages,
    read_preference,
    this_day,
)
from skillgap.cli.signature import GoesWith, Parameter
from skillgap.domain.learner import Holiday
from skillgap.errors import UserError
from skillgap.planning.request import Preference

if TYPE_CHECKING:
    from skillgap.domain.identifiers import CredentialId
    from skillgap.planning.solver.stopping import Deadline
    from skillgap.rendering.json_values import JsonObject
    from skillgap.rendering.layout.page import Page
    from skillgap.rendering.report import PlanReport

LIMITS: Final = "Limits"
BEST: Final = "What is best"
ASK: Final = "What else you ask"

MOST_MONEY: Final = 1_000_000_000
MOST_HOURS: Final = 1_000_000


def plan(
    *,
    role: RoleOption = None,
    have: HaveOption = (),
    have_credential: HaveCredentialOption = (),
    education: EducationOption = None,
    experience: ExperienceOption = None,
    licence: LicenceOption = None,
    region: RegionOption = None,
    profile: ProfileOption = None,
    start: StartOption = None,
    no_input: NoInputOption = False,
    hours_per_week: HoursPerWeekOption = None,
    at_once: Annotated[
        int | None,
        Parameter(
            "Work on at most so many credentials at once. Default: 1.",
            "N",
            YOU,
            Number(1, 10, is_whole=True),
        ),
    ] = None,
    holiday: Annotated[
        tuple[Holiday, ...],
        Parameter(
            "Days without study: 2027-07-01..2027-07-21. May be repeated.",
            "FROM..TO",
            YOU,
            read_holidays,
        ),
    ] = (),
    horizon_months: Annotated[
        int | None,
        Parameter(
            "Count the renewals due within so many months of earning. Default: 0.",
            "MONTHS",
            YOU,
            Number(0, 1_200, is_whole=True),
        ),
    ] = None,
    budget: Annotated[
        float | None,
        Parameter(
            "Spend at most this, in the catalog's currency.", "MONEY", LIMITS, Number(0, MOST_MONEY)
        ),
    ] = None,
    hours: Annotated[
        float | None,
        Parameter("Study at most this many hours in all.", "HOURS", LIMITS, Number(0, MOST_HOURS)),
    ] = None,
    by: Annotated[
        dt.date | None, Parameter("Be done by this day: YEAR-MONTH-DAY.", "DATE", LIMITS, read_day)
    ] = None,
    max_credentials: Annotated[
        int | None,
        Parameter(
            "Earn at most this many credentials.", "N", LIMITS, Number(0, 10_000, is_whole=True)
        ),
    ] = None,
    issuer: Annotated[
        tuple[str, ...],
        Parameter("Only from this issuer, by id or name. May be repeated.", "ID", LIMITS),
    ] = (),
    exclude: Annotated[
        tuple[str, ...],
        Parameter("Never this credential, by id or title. May be repeated.", "ID", LIMITS),
    ] = (),
    include: Annotated[
        tuple[str, ...],
        Parameter("Always this credential, by id or title. May be repeated.", "ID", LIMITS),
    ] = (),
    toward: Annotated[
        tuple[str, ...],
        Parameter("Complete this stack, by id or title. May be repeated.", "STACK", LIMITS),
    ] = (),
    free_only: Annotated[bool, Parameter("Only what is free.", panel=LIMITS)] = False,
    verifiable_only: Annotated[
        bool, Parameter("Only what a third party can verify.", panel=LIMITS)
    ] = False,
    min_recognition: Annotated[
        float | None,
        Parameter(
            "Only what is recognized at least this much, from 0 to 1.",
            "SHARE",
            LIMITS,
            Number(0, 1),
        ),
    ] = None,
    hands_on: Annotated[
        bool, Parameter("Only what rests on practice that is done or judged.", panel=LIMITS)
    ] = False,
    language: Annotated[
        tuple[str, ...],
        Parameter(
            "Only in this language, such as `en`. May be repeated.", "CODE", LIMITS, read_languages
        ),
    ] = (),
    prefer: Annotated[
        Preference | None,
        Parameter(
            "balanced (default), cheapest, fastest, fewest, recognized or hands-on.",
            "WHAT",
            BEST,
            read_preference,
        ),
    ] = None,
    optional: Annotated[bool, Parameter("Cover optional skills as well.", panel=BEST)] = False,
    transversal: Annotated[
        bool, Parameter("Count traits like any other skill, and plan for them.", panel=BEST)
    ] = False,
    hour_value: Annotated[
        float | None,
        Parameter(
            "What an hour of yours weighs against money. Default: 20.",
            "MONEY",
            BEST,
            Number(0, MOST_HOURS),
        ),
    ] = None,
    time_limit: Annotated[
        float | None,
        Parameter(
            "Stop proving after this long and say how far it got. Default: 60.",
            "SECONDS",
            BEST,
            Number(0.1, 86_400),
        ),
    ] = None,
    why: Annotated[
        bool, Parameter("Say of each step what the best path without it is like.", panel=ASK)
    ] = False,
    why_not: Annotated[
        tuple[str, ...],
        Parameter(
            "Say why this credential is not on the path, by id or title. May be repeated.",
            "ID",
            ASK,
        ),
    ] = (),
    alternatives: Annotated[
        int | None,
        Parameter(
            "Give the next best paths as well, and what each has more.",
            "N",
            ASK,
            Number(1, 100, is_whole=True),
        ),
    ] = None,
    tradeoff: Annotated[
        bool, Parameter("Say what being done earlier costs: money against finish date.", panel=ASK)
    ] = False,
    exact: Annotated[
        bool,
        Parameter("List every point of the trade-off. Default: at most 8.", panel=ASK),
        GoesWith("tradeoff", "add `--tradeoff`"),
    ] = False,
    catalog: CatalogOption = (),
    roles: RolesOption = (),
    no_cache: NoCacheOption = False,
    format_: FormatOption = "text",
    output: OutputOption = None,
) -> int:
    """Find the best path to a role: which credentials, in which order, by when and why.

    Exit code 0: every essential skill is covered. 1: some stay open, and the report says why.
    130: Ctrl-C came first, and the best path found by then is given.

    Examples:
        skillgap plan --role "data analyst" --have "excel:3, sql"
        skillgap plan --role "data analyst" --budget 300 --by 2027-12-31
        skillgap plan --role "cloud engineer" --prefer cheapest --format json -o plan.json
    """
    from skillgap.api import plan_path
    from skillgap.cli.heard import PersonOptions, ToldOfSelf
    from skillgap.cli.lookup import find_credentials, find_issuers, find_stacks
    from skillgap.cli.person import study_pace, understand
    from skillgap.cli.stopping import heed_stop
    from skillgap.cli.streams import emit
    from skillgap.planning.request import (
        DEFAULT_HOUR_VALUE,
        DEFAULT_TIME_LIMIT_SECONDS,
        Limits,
        PlanRequest,
    )
    from skillgap.planning.result import LearningPath
    from skillgap.planning.solver.stopping import Deadline
    from skillgap.rendering.report import PlanReport

    first_day = start or this_day()
    check_order(first_day, by, "`--by`")
    asked = PersonOptions(
        first_day,
        role,
        have,
        have_credential,
        ToldOfSelf(education, experience, licence, region),
        profile,
        catalog,
        roles,
        no_cache=no_cache,
        no_input=no_input,
    )
    person = understand(asked, is_told=format_ == "text")
    known, own = person.understanding.catalog, person.profile
    if by is None:
        check_order(first_day, own.by, "the profile's `by`")
    limits = Limits(
        budget=own.budget if budget is None else budget,
        hours=hours,
        by=by or own.by,
        max_credentials=max_credentials,
        issuers=find_issuers("--issuer", issuer, known),
        languages=language or own.languages,
        exclude=find_credentials("--exclude", exclude, known),
        include=find_credentials("--include", include, known),
        toward=find_stacks("--toward", toward, known),
        min_recognition=min_recognition,
        hands_on=hands_on,
        free_only=free_only,
        verifiable_only=verifiable_only,
    )
    both = sorted(set(limits.exclude) & set(limits.include))
    if both:
        raise UserError(f"`{both[0]}` is both included and excluded", hint="leave one of them out")
    request = PlanRequest(
        role=person.understanding.role.id,
        learner=person.learner,
        start=first_day,
        limits=limits,
        hours_per_week=study_pace(hours_per_week, own),
        prefer=prefer or read_preference("--prefer", own.prefer or Preference.BALANCED),
        include_optional=optional,
        hour_value=DEFAULT_HOUR_VALUE if hour_value is None else hour_value,
        time_limit=time_limit or DEFAULT_TIME_LIMIT_SECONDS,
        holidays=(*own.holidays, *holiday),
        at_once=at_once or own.at_once or 1,
        horizon_months=horizon_months or 0,
        include_transversal=transversal,
    )
    with heed_stop() as stop:
        deadline = Deadline.after(request.time_limit, stop)
        answer = plan_path(known, request, deadline=deadline)
        report = PlanReport(person.understanding, answer)
        if not stop.is_wanted:
            questions = Questions(why, why_not, alternatives, tradeoff, exact)
            report = answer_questions(report, questions, deadline)
    emit(format_, output, lambda page: write(page, report), lambda: build_json(report))
    if stop.is_wanted:
        return exits.INTERRUPTED
    is_whole = isinstance(answer, LearningPath) and answer.covers_essentials
    return exits.DONE if is_whole else exits.FINDINGS


def check_order(start: dt.date, by: dt.date | None, what: str) -> None:
    """Raise `UserError` where the last day comes before the first."""
    if by is not None and by < start:
        raise UserError(
            f"{what} is {by}, before the first day of study, {start}",
            hint="give a later day with `--by`, or an earlier one with `--start`",
        )


class Questions(msgspec.Struct, frozen=True):
    """What else is asked about a plan: why this, why not that, what other ways there are."""

    asks_why: bool
    why_not: tuple[str, ...]
    alternatives: int | None
    tradeoff: bool
    is_exact: bool


def answer_questions(report: PlanReport, questions: Questions, deadline: Deadline) -> PlanReport:
    """Return a report with the answers to what was asked, and with what is to be weighed in it.

    Raises `UserError` for a credential that the catalog lacks.
    """
    from msgspec.structs import replace

    from skillgap.planning.result import LearningPath

    catalog, answer = report.understanding.catalog, report.answer
    absent: tuple[CredentialId, ...] = ()
    if questions.why_not:
        from skillgap.cli.lookup import find_credentials

        absent = find_credentials("--why-not", questions.why_not, catalog)
    if isinstance(answer, LearningPath):
        from skillgap.planning.followups.warnings import find_notes

        report = replace(report, notes=find_notes(catalog, answer, deadline))
        if questions.asks_why:
            from skillgap.planning.followups.alternatives import find_worth

            report = replace(report, worth=find_worth(catalog, answer, deadline))
    if questions.alternatives is not None:
        from skillgap.planning.followups.alternatives import find_alternatives

        found = find_alternatives(catalog, answer.request, questions.alternatives, deadline)
        report = replace(report, alternatives=found)
    if questions.tradeoff:
        from skillgap.planning.followups.tradeoff import POINTS_BY_DEFAULT, find_tradeoff

        at_most = None if questions.is_exact else POINTS_BY_DEFAULT
        frontier = find_tradeoff(catalog, answer.request, deadline, at_most=at_most)
        report = replace(report, tradeoff=frontier, has_tradeoff=True)
    if absent:
        from skillgap.planning.followups.why_not import why_not

        report = replace(report, absences=why_not(catalog, answer.request, absent, deadline))
    return report


def write(page: Page, report: PlanReport) -> None:
    """Write the report that a person reads."""
    from skillgap.rendering.plan.text import write_plan

    write_plan(page, report)


def build_json(report: PlanReport) -> JsonObject:
    """Return the report that a script reads, with what it should notice."""
    from skillgap.rendering.plan.json import plan_json, with_verdicts

    return plan_json(with_verdicts(report))

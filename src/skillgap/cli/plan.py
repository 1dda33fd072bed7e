"""`skillgap plan`: the best path to a role."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final

import typer

from skillgap.cli import exit_codes
from skillgap.cli.options import (
    BEST,
    LIMITS,
    YOU,
    AtOnceOption,
    CatalogOption,
    FormatOption,
    HandsOnOption,
    HaveCredentialOption,
    HaveOption,
    HolidayOption,
    HorizonOption,
    MinRecognitionOption,
    NoCacheOption,
    NoInputOption,
    OutputOption,
    ProfileOption,
    RoleOption,
    RolesOption,
    StartOption,
    TowardOption,
)
from skillgap.cli.question_options import (
    AlternativesOption,
    ExactOption,
    TradeoffOption,
    WhyNotOption,
    WhyOption,
)

EXAMPLES: Final = """
skillgap plan --role "data analyst" --have "excel:3, sql"
skillgap plan --role "data analyst" --budget 300 --by 2027-12-31
skillgap plan --role "cloud engineer" --prefer cheapest --format json -o plan.json
"""


def plan(
    *,
    role: RoleOption = None,
    have: HaveOption = None,
    have_credential: HaveCredentialOption = None,
    profile: ProfileOption = None,
    start: StartOption = None,
    no_input: NoInputOption = False,
    hours_per_week: Annotated[
        str | None,
        typer.Option(
            metavar="HOURS", help="How much you study in a week. Default: 10.", rich_help_panel=YOU
        ),
    ] = None,
    at_once: AtOnceOption = None,
    holiday: HolidayOption = None,
    horizon_months: HorizonOption = None,
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="MONEY",
            help="Spend at most this, in the catalog's currency.",
            rich_help_panel=LIMITS,
        ),
    ] = None,
    hours: Annotated[
        str | None,
        typer.Option(
            metavar="HOURS", help="Study at most this many hours in all.", rich_help_panel=LIMITS
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Be done by this day: YEAR-MONTH-DAY.", rich_help_panel=LIMITS
        ),
    ] = None,
    max_credentials: Annotated[
        str | None,
        typer.Option(
            metavar="N", help="Earn at most this many credentials.", rich_help_panel=LIMITS
        ),
    ] = None,
    issuer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Only from this issuer, by id or name. May be repeated.",
            rich_help_panel=LIMITS,
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Never this credential, by id or title. May be repeated.",
            rich_help_panel=LIMITS,
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Always this credential, by id or title. May be repeated.",
            rich_help_panel=LIMITS,
        ),
    ] = None,
    toward: TowardOption = None,
    free_only: Annotated[
        bool, typer.Option("--free-only", help="Only what is free.", rich_help_panel=LIMITS)
    ] = False,
    verifiable_only: Annotated[
        bool,
        typer.Option(
            "--verifiable-only",
            help="Only what a third party can verify.",
            rich_help_panel=LIMITS,
        ),
    ] = False,
    min_recognition: MinRecognitionOption = None,
    hands_on: HandsOnOption = False,
    language: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Only in this language, such as `en`. May be repeated.",
            rich_help_panel=LIMITS,
        ),
    ] = None,
    prefer: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="balanced (default), cheapest, fastest, fewest, recognized or hands-on.",
            rich_help_panel=BEST,
        ),
    ] = None,
    optional: Annotated[
        bool,
        typer.Option("--optional", help="Cover optional skills as well.", rich_help_panel=BEST),
    ] = False,
    hour_value: Annotated[
        str | None,
        typer.Option(
            metavar="MONEY",
            help="What an hour of yours weighs against money. Default: 20.",
            rich_help_panel=BEST,
        ),
    ] = None,
    time_limit: Annotated[
        str | None,
        typer.Option(
            metavar="SECONDS",
            help="Stop proving after this long and say how far it got. Default: 60.",
            rich_help_panel=BEST,
        ),
    ] = None,
    why: WhyOption = False,
    why_not: WhyNotOption = None,
    alternatives: AlternativesOption = None,
    tradeoff: TradeoffOption = False,
    exact: ExactOption = False,
    catalog: CatalogOption = None,
    roles: RolesOption = None,
    no_cache: NoCacheOption = False,
    form: FormatOption = "text",
    output: OutputOption = None,
) -> int:
    """Find the best path to a role: which credentials, in which order, by when and why.

    Exit code 0: every essential skill is covered. 1: some stay open, and the report says why.
    130: Ctrl-C came first, and the best path found by then is given.
    """
    from skillgap.api import plan_path
    from skillgap.cli.emit import emit
    from skillgap.cli.options import FORMATS
    from skillgap.cli.person import PersonOptions, understand
    from skillgap.cli.plan_questions import PlanQuestions, answer_questions
    from skillgap.cli.plan_request import PlanOptions, build_request
    from skillgap.cli.stopping import heed_stop
    from skillgap.cli.values import read_choice, read_date
    from skillgap.planning.result import LearningPath
    from skillgap.rendering.plan_json import plan_json
    from skillgap.rendering.plan_text import write_plan
    from skillgap.rendering.plan_verdicts import with_verdicts
    from skillgap.rendering.report import PlanReport

    form = read_choice("--format", form, FORMATS)
    first_day = read_date("--start", start) or dt.datetime.now(tz=dt.UTC).astimezone().date()
    options = PlanOptions(
        start=first_day,
        hours_per_week=hours_per_week,
        budget=budget,
        hours=hours,
        by=by,
        max_credentials=max_credentials,
        issuers=tuple(issuer or ()),
        exclude=tuple(exclude or ()),
        include=tuple(include or ()),
        languages=tuple(language or ()),
        toward=tuple(toward or ()),
        min_recognition=min_recognition,
        hands_on=hands_on,
        at_once=at_once,
        holidays=tuple(holiday or ()),
        horizon_months=horizon_months,
        free_only=free_only,
        verifiable_only=verifiable_only,
        prefer=prefer,
        include_optional=optional,
        hour_value=hour_value,
        time_limit=time_limit,
    ).checked()
    questions = PlanQuestions(why, tuple(why_not or ()), alternatives, tradeoff, exact).checked()
    person = understand(
        PersonOptions(
            role,
            tuple(have or ()),
            tuple(have_credential or ()),
            profile,
            tuple(catalog or ()),
            tuple(roles or ()),
            no_cache=no_cache,
            no_input=no_input,
        ),
        is_told=form == "text",
    )
    request = build_request(options, person)
    with heed_stop() as stop:
        answer = plan_path(person.understanding.catalog, request, stop=stop)
    report = PlanReport(person.understanding, answer)
    report = with_verdicts(report if stop.is_wanted else answer_questions(report, questions))
    emit(
        form,
        output,
        lambda page: write_plan(page, report),
        lambda: plan_json(report),
    )
    if stop.is_wanted:
        return exit_codes.INTERRUPTED
    is_whole = isinstance(answer, LearningPath) and answer.covers_essentials
    return exit_codes.DONE if is_whole else exit_codes.FINDINGS

"""`skillgap plan`: the best path to a role."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from skillgap.cli import exit_codes

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject
    from skillgap.rendering.layout.page import Page
    from skillgap.rendering.report import PlanReport


def plan(
    *,
    role: str | None = None,
    have: list[str] | None = None,
    have_credential: list[str] | None = None,
    profile: str | None = None,
    start: str | None = None,
    no_input: bool = False,
    hours_per_week: str | None = None,
    at_once: str | None = None,
    holiday: list[str] | None = None,
    horizon_months: str | None = None,
    budget: str | None = None,
    hours: str | None = None,
    by: str | None = None,
    max_credentials: str | None = None,
    issuer: list[str] | None = None,
    exclude: list[str] | None = None,
    include: list[str] | None = None,
    toward: list[str] | None = None,
    free_only: bool = False,
    verifiable_only: bool = False,
    min_recognition: str | None = None,
    hands_on: bool = False,
    language: list[str] | None = None,
    prefer: str | None = None,
    optional: bool = False,
    hour_value: str | None = None,
    time_limit: str | None = None,
    why: bool = False,
    why_not: list[str] | None = None,
    alternatives: str | None = None,
    tradeoff: bool = False,
    exact: bool = False,
    catalog: list[str] | None = None,
    roles: list[str] | None = None,
    no_cache: bool = False,
    form: str = "text",
    output: str | None = None,
) -> int:
    """Find the best path to a role: which credentials, in which order, by when and why.

    Exit code 0: every essential skill is covered. 1: some stay open, and the report says why.
    130: Ctrl-C came first, and the best path found by then is given.
    """
    from skillgap.api import plan_path
    from skillgap.cli.emit import emit
    from skillgap.cli.heard import PersonOptions
    from skillgap.cli.person import understand
    from skillgap.cli.plan_questions import PlanQuestions, answer_questions
    from skillgap.cli.plan_request import PlanOptions, build_request
    from skillgap.cli.stopping import heed_stop
    from skillgap.cli.values import FORMATS, read_choice, read_date
    from skillgap.planning.result import LearningPath
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
            first_day,
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
    if not stop.is_wanted:
        report = answer_questions(report, questions)
    emit(form, output, lambda page: write(page, report), lambda: build_json(report))
    if stop.is_wanted:
        return exit_codes.INTERRUPTED
    is_whole = isinstance(answer, LearningPath) and answer.covers_essentials
    return exit_codes.DONE if is_whole else exit_codes.FINDINGS


def write(page: Page, report: PlanReport) -> None:
    """Write the report that a person reads."""
    from skillgap.rendering.plan.text import write_plan

    write_plan(page, report)


def build_json(report: PlanReport) -> JsonObject:
    """Give the report that a script reads, with what it should notice."""
    from skillgap.rendering.plan.json import plan_json, with_verdicts

    return plan_json(with_verdicts(report))

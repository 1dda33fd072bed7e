"""`skillgap gap`: what a role asks against what is held."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from skillgap.cli import exit_codes

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject


def gap(
    *,
    role: str | None = None,
    have: list[str] | None = None,
    have_credential: list[str] | None = None,
    profile: str | None = None,
    start: str | None = None,
    catalog: list[str] | None = None,
    roles: list[str] | None = None,
    no_input: bool = False,
    no_cache: bool = False,
    form: str = "text",
    output: str | None = None,
) -> int:
    """Set what a role asks against what you have, skill by skill.

    Exit code 0: it could be told, whatever the gap.
    """
    from skillgap.api import find_gap, find_holdings, readiness
    from skillgap.cli.emit import emit
    from skillgap.cli.person import PersonOptions, understand
    from skillgap.cli.values import FORMATS, read_choice, read_date
    from skillgap.rendering.gap import write_gap_report
    from skillgap.rendering.report import GapReport

    form = read_choice("--format", form, FORMATS)
    day = read_date("--start", start) or dt.datetime.now(tz=dt.UTC).astimezone().date()
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
    understanding = person.understanding
    holdings = find_holdings(person.learner, understanding.catalog, day)
    gaps = find_gap(understanding.role, holdings)
    report = GapReport(understanding, holdings, gaps, readiness(gaps))

    def build_json() -> JsonObject:
        from skillgap.rendering.gap_json import gap_report_json

        return gap_report_json(report)

    emit(form, output, lambda page: write_gap_report(page, report), build_json)
    return exit_codes.DONE

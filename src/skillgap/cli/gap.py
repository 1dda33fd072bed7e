"""`skillgap gap`: what a role asks against what is held."""

from __future__ import annotations

import datetime as dt
from typing import Final

from skillgap.cli import exit_codes
from skillgap.cli.options import (
    CatalogOption,
    FormatOption,
    HaveCredentialOption,
    HaveOption,
    NoCacheOption,
    NoInputOption,
    OutputOption,
    ProfileOption,
    RoleOption,
    RolesOption,
    StartOption,
)

EXAMPLES: Final = """
skillgap gap --role "data analyst" --have "excel:3, sql"
skillgap gap --role data-analyst --profile me.yaml --format json
"""


def gap(
    role: RoleOption = None,
    have: HaveOption = None,
    have_credential: HaveCredentialOption = None,
    profile: ProfileOption = None,
    start: StartOption = None,
    catalog: CatalogOption = None,
    roles: RolesOption = None,
    *,
    no_input: NoInputOption = False,
    no_cache: NoCacheOption = False,
    form: FormatOption = "text",
    output: OutputOption = None,
) -> int:
    """Set what a role asks against what you have, skill by skill.

    Exit code 0: it could be told, whatever the gap.
    """
    from skillgap.api import find_gap, find_holdings, readiness
    from skillgap.cli.emit import emit
    from skillgap.cli.options import FORMATS
    from skillgap.cli.person import PersonOptions, understand
    from skillgap.cli.values import read_choice, read_date
    from skillgap.rendering.gap_json import gap_report_json
    from skillgap.rendering.gap_text import write_gap_report
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
    emit(
        form,
        output,
        lambda page: write_gap_report(page, report),
        lambda: gap_report_json(report),
    )
    return exit_codes.DONE

"""`skillgap gap`: what a role asks against what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from skillgap.cli import exits
from skillgap.cli.options import (
    CatalogOption,
    EducationOption,
    ExperienceOption,
    FormatOption,
    HaveCredentialOption,
    HaveOption,
    LicenceOption,
    NoCacheOption,
    NoInputOption,
    OutputOption,
    ProfileOption,
    RegionOption,
    RoleOption,
    RolesOption,
    StartOption,
    this_day,
)
from skillgap.cli.signature import Parameter

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject


def gap(
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
    transversal: Annotated[bool, Parameter("Count traits like any other skill.")] = False,
    catalog: CatalogOption = (),
    roles: RolesOption = (),
    no_input: NoInputOption = False,
    no_cache: NoCacheOption = False,
    format_: FormatOption = "text",
    output: OutputOption = None,
) -> int:
    """Set what a role asks against what you have, skill by skill.

    Exit code 0: it could be told, whatever the gap.

    Examples:
        skillgap gap --role "data analyst" --have "excel:3, sql"
        skillgap gap --role data-analyst --profile me.yaml --format json
    """
    from skillgap.api import find_gap, find_holdings, readiness, split_traits
    from skillgap.cli.heard import PersonOptions, ToldOfSelf
    from skillgap.cli.person import understand
    from skillgap.cli.streams import emit
    from skillgap.rendering.gap import write_gap_report
    from skillgap.rendering.report import GapReport

    today = start or this_day()
    asked = PersonOptions(
        today,
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
    understanding = person.understanding
    holdings = find_holdings(person.learner, understanding.catalog, today)
    counted, apart = split_traits(
        understanding.role, understanding.catalog, include_transversal=transversal
    )
    gaps, traits = find_gap(counted, holdings), find_gap(apart, holdings)
    report = GapReport(understanding, holdings, gaps, readiness(gaps), traits)

    def build_json() -> JsonObject:
        from skillgap.rendering.gap_json import gap_report_json

        return gap_report_json(report)

    emit(format_, output, lambda page: write_gap_report(page, report), build_json)
    return exits.DONE

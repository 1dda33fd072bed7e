"""`skillgap roles`: the roles there are, and those near to a role or to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

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
    Number,
    ProfileOption,
    RegionOption,
    RolesOption,
    StartOption,
    read_preference,
    this_day,
)
from skillgap.cli.signature import GoesWith, Parameter
from skillgap.errors import UserError
from skillgap.planning.request import Preference

if TYPE_CHECKING:
    from skillgap.cli.near import NearOptions
    from skillgap.cli.person import PersonOptions
    from skillgap.rendering.json_values import JsonObject


NEAR: Final = "Near"
WITH_NEAR: Final = GoesWith(
    "near", "`--near me` finds the roles near to you, `--near ROLE` those near to a role"
)


def roles(
    words: Annotated[
        tuple[str, ...], Parameter("List only roles that these words speak of.", "[WORDS]...")
    ] = (),
    *,
    family: Annotated[str | None, Parameter("List only this family of roles.", "NAME")] = None,
    near: Annotated[
        str | None,
        Parameter(
            "The roles nearest to this one, or with `me` to you: the closest, the"
            " cheapest to reach, the best-paid step up.",
            "ROLE",
            NEAR,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        Parameter("Show this many of each. Default: 5.", "N", NEAR, Number(1, 50, is_whole=True)),
        WITH_NEAR,
    ] = None,
    prefer: Annotated[
        Preference | None,
        Parameter(
            "What the best path to each is best in, as in `skillgap plan`.",
            "WHAT",
            NEAR,
            read_preference,
        ),
        WITH_NEAR,
    ] = None,
    role: Annotated[
        str | None, Parameter("The role you have now, to compare pay with.", "TEXT", YOU), WITH_NEAR
    ] = None,
    have: Annotated[HaveOption, WITH_NEAR] = (),
    have_credential: Annotated[HaveCredentialOption, WITH_NEAR] = (),
    education: Annotated[EducationOption, WITH_NEAR] = None,
    experience: Annotated[ExperienceOption, WITH_NEAR] = None,
    licence: Annotated[LicenceOption, WITH_NEAR] = None,
    region: Annotated[RegionOption, WITH_NEAR] = None,
    profile: Annotated[ProfileOption, WITH_NEAR] = None,
    start: Annotated[StartOption, WITH_NEAR] = None,
    hours_per_week: Annotated[HoursPerWeekOption, WITH_NEAR] = None,
    catalog: CatalogOption = (),
    roles: RolesOption = (),
    no_cache: NoCacheOption = False,
    format_: FormatOption = "text",
) -> int:
    """List the roles, search them by title, other names, family and skills, or find the near ones.

    Exit code 0: there are some. 1: none fit the words, or none is near.

    Examples:
        skillgap roles
        skillgap roles analyst
        skillgap roles --family security --format json
        skillgap roles --near "data analyst"
        skillgap roles --near me --have "excel:3, sql:3" --role bookkeeper
    """
    from skillgap.cli.person import PersonOptions, ToldOfSelf

    told = ToldOfSelf(education, experience, licence, region)
    person = PersonOptions(
        role, have, have_credential, told, profile, catalog, roles, no_cache=no_cache
    )
    text = " ".join(words)
    if near is None:
        return list_roles(text, family, person, format_)
    if text:
        raise UserError(
            "`--near` does not go with words to search for",
            hint='put a role of several words in quotes: `--near "data analyst"`',
        )
    from skillgap.cli.near import NearOptions

    first_day = start or this_day()
    options = NearOptions(near, person, first_day, family, limit, prefer, hours_per_week)
    return list_near(options, format_)


def list_roles(query: str, family: str | None, person: PersonOptions, form: str) -> int:
    """List the roles that the words speak of."""
    from skillgap.cli.files import open_catalog
    from skillgap.cli.role_search import find_roles, nearest_roles, read_family
    from skillgap.cli.streams import emit, tell_error
    from skillgap.rendering.layout.words import Names
    from skillgap.rendering.roles.text import write_roles

    loaded = open_catalog(person.catalogs, person.roles, no_cache=person.no_cache)
    found = find_roles(query, read_family(family, loaded), loaded)
    if found or form == "json":
        names = Names(loaded)

        def build_json() -> JsonObject:
            from skillgap.rendering.roles.json import roles_json

            return roles_json(found)

        emit(form, None, lambda page: write_roles(page, found, names), build_json)
    if found:
        return exits.DONE
    tell_error(f"no role speaks of `{query}`", nearest_roles(query, loaded))
    return exits.FINDINGS


def list_near(options: NearOptions, form: str) -> int:
    """List the near roles."""
    from skillgap.cli.near import find_near
    from skillgap.cli.streams import emit, tell_error
    from skillgap.rendering.roles.text import write_near

    report = find_near(options, is_told=form == "text")
    found = report.neighborhood.roles
    if found or form == "json":

        def build_json() -> JsonObject:
            from skillgap.rendering.roles.json import near_json

            return near_json(report)

        emit(form, None, lambda page: write_near(page, report), build_json)
    if found:
        return exits.DONE
    tell_error("no other role asks for anything of this", "`skillgap roles` lists all roles")
    return exits.FINDINGS

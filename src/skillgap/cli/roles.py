"""`skillgap roles`: the roles there are, and those near to a role or to a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from skillgap.cli import exit_codes
from skillgap.errors import UserError

if TYPE_CHECKING:
    from skillgap.cli.near import NearOptions
    from skillgap.cli.person import PersonOptions
    from skillgap.rendering.json_values import JsonObject


def roles(
    words: list[str] | None = None,
    *,
    family: str | None = None,
    near: str | None = None,
    limit: str | None = None,
    prefer: str | None = None,
    role: str | None = None,
    have: list[str] | None = None,
    have_credential: list[str] | None = None,
    profile: str | None = None,
    start: str | None = None,
    hours_per_week: str | None = None,
    catalog: list[str] | None = None,
    role_files: list[str] | None = None,
    no_cache: bool = False,
    form: str = "text",
) -> int:
    """List the roles, search them by title, other names, family and skills, or find the near ones.

    Exit code 0: there are some. 1: none fit the words, or none is near.
    """
    from skillgap.cli.person import PersonOptions
    from skillgap.cli.values import FORMATS, read_choice, read_date

    form = read_choice("--format", form, FORMATS)
    files = (tuple(catalog or ()), tuple(role_files or ()))
    held = (tuple(have or ()), tuple(have_credential or ()))
    person = PersonOptions(role, *held, profile, *files, no_cache=no_cache)
    text = " ".join(words or ())
    if near is None:
        typed = {
            "--limit": limit,
            "--prefer": prefer,
            "--role": role,
            "--have": have,
            "--have-credential": have_credential,
            "--profile": profile,
            "--start": start,
            "--hours-per-week": hours_per_week,
        }
        refuse_without_near([option for option, given in typed.items() if given])
        return list_roles(text, family, person, form)
    if text:
        raise UserError(
            "`--near` does not go with words to search for",
            hint='put a role of several words in quotes: `--near "data analyst"`',
        )
    from skillgap.cli.near import NearOptions

    day = read_date("--start", start) or dt.datetime.now(tz=dt.UTC).astimezone().date()
    options = NearOptions(near, person, day, family, limit, prefer, hours_per_week)
    return list_near(options, form)


def refuse_without_near(options: Sequence[str]) -> None:
    """Refuse options that only say something where near roles are asked for."""
    if options:
        raise UserError(
            f"`{options[0]}` goes with `--near`",
            hint="`--near me` finds the roles near to you, `--near ROLE` those near to a role",
        )


def list_roles(query: str, family: str | None, person: PersonOptions, form: str) -> int:
    """List the roles that the words speak of."""
    from skillgap.cli.emit import emit
    from skillgap.cli.files import open_catalog
    from skillgap.cli.role_search import find_roles, nearest_roles, read_family
    from skillgap.cli.telling import tell_error
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
        return exit_codes.DONE
    tell_error(f"no role speaks of `{query}`", nearest_roles(query, loaded))
    return exit_codes.FINDINGS


def list_near(options: NearOptions, form: str) -> int:
    """List the near roles."""
    from skillgap.cli.emit import emit
    from skillgap.cli.near import find_near
    from skillgap.cli.telling import tell_error
    from skillgap.rendering.roles.text import write_near

    report = find_near(options, is_told=form == "text")
    found = report.neighborhood.roles
    if found or form == "json":

        def build_json() -> JsonObject:
            from skillgap.rendering.roles.json import near_json

            return near_json(report)

        emit(form, None, lambda page: write_near(page, report), build_json)
    if found:
        return exit_codes.DONE
    tell_error("no other role asks for anything of this", "`skillgap roles` lists all roles")
    return exit_codes.FINDINGS

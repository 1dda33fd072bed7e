"""`skillgap roles`: the roles there are."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from skillgap.cli import exit_codes
from skillgap.cli.options import CatalogOption, FormatOption, RolesOption

EXAMPLES: Final = """
skillgap roles
skillgap roles analyst
skillgap roles --family security --format json
"""


def roles(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="List only roles that these words speak of."),
    ] = None,
    family: Annotated[
        str | None, typer.Option(metavar="NAME", help="List only this family of roles.")
    ] = None,
    catalog: CatalogOption = None,
    role_files: RolesOption = None,
    form: FormatOption = "text",
) -> int:
    """List the roles, or search them by title, other names, family and skills.

    Exit code 0: there are some. 1: none fit the words.
    """
    from skillgap.cli.emit import emit
    from skillgap.cli.files import open_catalog
    from skillgap.cli.options import FORMATS
    from skillgap.cli.role_search import families, find_roles, nearest_roles
    from skillgap.cli.telling import tell_error
    from skillgap.cli.values import read_choice
    from skillgap.rendering.names import Names
    from skillgap.rendering.roles_json import roles_json
    from skillgap.rendering.roles_text import write_roles

    form = read_choice("--format", form, FORMATS)
    loaded = open_catalog(catalog, role_files)
    if family is not None:
        family = read_choice("--family", family, families(loaded))
    query = " ".join(words or ())
    found = find_roles(query, family, loaded)
    if found or form == "json":
        names = Names(loaded)
        emit(form, None, lambda page: write_roles(page, found, names), lambda: roles_json(found))
    if found:
        return exit_codes.DONE
    tell_error(f"no role speaks of `{query}`", nearest_roles(query, loaded))
    return exit_codes.FINDINGS

"""`skillgap show`: everything known of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from skillgap.cli import exits
from skillgap.cli.options import CatalogOption, FormatOption, NoCacheOption, OneOf, RolesOption
from skillgap.cli.signature import Parameter

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject

KINDS: Final = ("role", "credential", "skill", "issuer", "stack")


def show(
    words: Annotated[tuple[str, ...], Parameter("An id, or a name in your own words.", "WORDS...")],
    *,
    kind: Annotated[
        str | None,
        Parameter(
            "role, credential, skill, issuer or stack, where it is several.",
            "KIND",
            read=OneOf(KINDS),
        ),
    ] = None,
    catalog: CatalogOption = (),
    roles: RolesOption = (),
    no_cache: NoCacheOption = False,
    format_: FormatOption = "text",
) -> int:
    """Show everything known of a role, credential, skill, issuer or stack, and on what it rests.

    Examples:
        skillgap show sql
        skillgap show data-analyst
        skillgap show --kind issuer google
    """
    from skillgap.cli.files import open_catalog
    from skillgap.cli.lookup import find_thing
    from skillgap.cli.streams import emit
    from skillgap.rendering.show.text import write_shown

    loaded = open_catalog(catalog, roles, no_cache=no_cache)
    shown = find_thing(" ".join(words), kind, loaded)

    def build_json() -> JsonObject:
        from skillgap.rendering.show.json import shown_json

        return shown_json(shown, loaded)

    emit(format_, None, lambda page: write_shown(page, shown, loaded), build_json)
    return exits.DONE

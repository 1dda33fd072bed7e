"""`skillgap show`: everything known of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skillgap.cli import exit_codes

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject

KINDS: Final = ("role", "credential", "skill", "issuer", "stack")


def show(
    words: list[str],
    *,
    kind: str | None = None,
    catalog: list[str] | None = None,
    roles: list[str] | None = None,
    no_cache: bool = False,
    form: str = "text",
) -> int:
    """Show everything known of a role, credential, skill, issuer or stack, and on what it rests."""
    from skillgap.cli.emit import emit
    from skillgap.cli.files import open_catalog
    from skillgap.cli.lookup import find_thing
    from skillgap.cli.values import FORMATS, read_choice
    from skillgap.rendering.show.text import write_shown

    form = read_choice("--format", form, FORMATS)
    if kind is not None:
        kind = read_choice("--kind", kind, KINDS)
    loaded = open_catalog(catalog, roles, no_cache=no_cache)
    shown = find_thing(" ".join(words), kind, loaded)

    def build_json() -> JsonObject:
        from skillgap.rendering.show.json import shown_json

        return shown_json(shown, loaded)

    emit(form, None, lambda page: write_shown(page, shown, loaded), build_json)
    return exit_codes.DONE

"""`skillgap cache`: what is kept of compiled catalogs, and a way to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.cli import exit_codes

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject


def info(
    *,
    form: str = "text",
    output: str | None = None,
) -> int:
    """Tell where compiled catalogs are kept, how many there are and what they take.

    A catalog is compiled when it is first used, and again when its files or this program change.
    Nothing is lost by removing it.
    """
    from pathlib import Path

    from skillgap.cli.cache_folder import user_cache_folder
    from skillgap.cli.emit import emit
    from skillgap.cli.values import FORMATS, read_choice
    from skillgap.loading.cache.folder import CacheFolder
    from skillgap.rendering.catalog import write_cache

    form = read_choice("--format", form, FORMATS)
    named = user_cache_folder()
    folder = None if named is None else Path(named)
    sizes = CacheFolder(folder).sizes() if folder else ()

    def build_json() -> JsonObject:
        from skillgap.rendering.catalog_json import cache_json

        return cache_json(folder, sizes)

    emit(form, output, lambda page: write_cache(page, folder, sizes), build_json)
    return exit_codes.DONE


def clear() -> int:
    """Remove every compiled catalog; the next command compiles what it needs again."""
    import sys

    from skillgap.cli.cache_folder import user_cache_folder
    from skillgap.cli.streams import page_for, say
    from skillgap.errors import UserError
    from skillgap.loading.cache.folder import CacheFolder
    from skillgap.text import clean, counted

    folder = user_cache_folder()
    cache = CacheFolder(folder) if folder else None
    before = len(cache.files()) if cache else 0
    left = cache.clear() if cache else ()
    if left:
        raise UserError(
            f"cannot remove `{clean(str(left[0]))}`",
            hint="delete the file yourself, or ask whoever owns the folder",
        )
    page = page_for(sys.stderr)
    page.text(f"removed {counted(before, 'compiled catalog')}")
    say(page)
    return exit_codes.DONE

"""`skillgap cache`: what is kept of compiled catalogs, and a way to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.cli import exits
from skillgap.cli.options import FormatOption, OutputOption

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject


def info(*, format_: FormatOption = "text", output: OutputOption = None) -> int:
    """Tell where compiled catalogs are kept, how many there are and what they take.

    A catalog is compiled when it is first used, and again when its files or this program change.
    Nothing is lost by removing it.

    Examples:
        skillgap cache info
        skillgap cache info --format json
    """
    from pathlib import Path

    from skillgap.cli.cache_folder import user_cache_folder
    from skillgap.cli.streams import emit
    from skillgap.loading.cache.folder import CacheFolder
    from skillgap.rendering.catalog import write_cache

    named = user_cache_folder()
    folder = None if named is None else Path(named)
    sizes = CacheFolder(folder).sizes() if folder else ()

    def build_json() -> JsonObject:
        from skillgap.rendering.catalog_json import cache_json

        return cache_json(folder, sizes)

    emit(format_, output, lambda page: write_cache(page, folder, sizes), build_json)
    return exits.DONE


def clear() -> int:
    """Remove every compiled catalog; the next command compiles what it needs again.

    Examples:
        skillgap cache clear
    """
    from skillgap.cli.cache_folder import user_cache_folder
    from skillgap.cli.streams import remark
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
    remark(f"removed {counted(before, 'compiled catalog')}")
    return exits.DONE

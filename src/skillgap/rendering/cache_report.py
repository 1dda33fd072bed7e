"""What the cache holds, for a person and for a script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from skillgap.rendering.clean import clean
from skillgap.rendering.figures import counted, number
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.page import Page

MEGABYTE = 1_000_000


def write_cache(page: Page, folder: Path | None, sizes: Sequence[int]) -> None:
    """Tell where compiled catalogs are kept and what they take; `sizes` are in bytes."""
    if folder is None:
        page.text("no folder: this machine names no place for what can be made again")
        return
    page.text(clean(str(folder)))
    page.text(f"{counted(len(sizes), 'compiled catalog')}, {number(sum(sizes) / MEGABYTE)} MB")


def cache_json(folder: Path | None, sizes: Sequence[int]) -> JsonObject:
    """Give the same for a script."""
    return {
        "schema_version": SCHEMA_VERSION,
        "folder": None if folder is None else str(folder),
        "catalogs": len(sizes),
        "bytes": sum(sizes),
    }

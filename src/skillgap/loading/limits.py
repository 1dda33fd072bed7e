"""How much of a file is read before it is refused."""

from __future__ import annotations

from typing import Final

import msgspec


class ReadingLimits(msgspec.Struct, frozen=True):
    """The bounds of what is read; `file_bytes` is per file, `problems` is per file and stage.

    `alias_nodes` counts the values that aliases repeat, over the whole file.

    Why: a file that anybody may have written must cost bounded time and memory, whatever it holds.
    """

    file_bytes: int = 128 * 1024 * 1024
    depth: int = 64
    nodes: int = 16_000_000
    alias_nodes: int = 10_000
    digits: int = 40
    problems: int = 1_000


CATALOG_LIMITS: Final = ReadingLimits()

PROFILE_LIMITS: Final = ReadingLimits(file_bytes=4 * 1024 * 1024, nodes=200_000)
"""One person, one role: a hundred times what anybody writes by hand."""

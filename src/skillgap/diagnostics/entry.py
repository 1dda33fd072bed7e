"""One kind of problem, described once."""

from __future__ import annotations

import msgspec


class CodeEntry(msgspec.Struct, frozen=True):
    """One kind of problem.

    `name` names the bad thing, never its mending. `severity` is `error`, `warning` or `info`.
    `meaning`, `why`, `example` and `instead` are Markdown; the last two are YAML or commands.
    """

    code: str
    name: str
    severity: str
    meaning: str
    why: str
    example: str
    instead: str

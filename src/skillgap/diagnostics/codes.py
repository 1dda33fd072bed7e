"""The catalog of codes: one text is the docs page, the terminal's help and the JSON."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

import skillgap
from skillgap.errors import InternalError

PAGE: Final = "diagnostics.md"

ENTRY: Final = re.compile(
    r"""
    (?P<code>SG[0-9]{3})\ (?P<name>[a-z0-9-]+)\n\n
    (?P<severity>error|warning|info):\ (?P<meaning>.+?)\n\n
    Why\ it\ matters:\ (?P<why>.+?)\n\n
    ```yaml\n(?P<example>.+?)\n```\n\n
    Instead:\n\n
    ```yaml\n(?P<instead>.+?)\n```\n
    """,
    re.VERBOSE | re.DOTALL,
)


class CodeEntry(msgspec.Struct, frozen=True):
    """What the catalog of diagnostics has to say of one code.

    `name` names the bad thing, never its autofix. `severity` is `error`, `warning` or `info`.
    `meaning` and `why` are Markdown, `example` and `instead` YAML or commands.
    """

    code: str
    name: str
    severity: str
    meaning: str
    why: str
    example: str
    instead: str


def read_page() -> str:
    """Return the page of the documentation: inside the package, or in a checkout's `docs`."""
    package = os.path.dirname(skillgap.__file__)
    around = os.path.dirname(os.path.dirname(package))
    folders = (os.path.join(package, "diagnostics"), os.path.join(around, "docs", "reference"))
    for folder in folders:
        try:
            with open(os.path.join(folder, PAGE), encoding="utf-8") as page:
                return page.read()
        except FileNotFoundError:
            continue
    raise InternalError(f"the page of codes that comes with skillgap is not in {folders[0]}")


def read_entries(page: str) -> tuple[CodeEntry, ...]:
    """Read the entries of a page, in its order.

    Raises `InternalError` where a heading names a code and no entry follows it.
    """
    entries = []
    for section in page.split("\n### ")[1:]:
        found = ENTRY.match(section)
        if found is None:
            raise InternalError(f"the entry `{section.splitlines()[0]}` is not whole")
        parts = found.groupdict()
        for prose in ("meaning", "why"):
            parts[prose] = " ".join(parts[prose].split())
        entries.append(CodeEntry(**parts))
    return tuple(entries)


CODES: tuple[CodeEntry, ...] = read_entries(read_page())

BY_CODE: Mapping[str, CodeEntry] = MappingProxyType({entry.code: entry for entry in CODES})


def code_entry(code: str) -> CodeEntry:
    """Return the entry of a code. Raises `KeyError` where there is none."""
    return BY_CODE[code]

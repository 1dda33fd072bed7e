"""Files mended in place, or the difference that it would make."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Mapping
from pathlib import Path

from skillgap.cli.streams import write_file
from skillgap.text import clean, clean_line

Mended = Mapping[str, tuple[str, str, int]]
"""The text before, the text after and the number of changes, by file."""


def write_mended(mended: Mended) -> None:
    """Write each file whole; a byte order mark stays."""
    for file, (_, after, _) in mended.items():
        with Path(file).open("rb") as stream:
            has_mark = stream.read(3) == codecs.BOM_UTF8
        write_file("\ufeff" + after if has_mark else after, file)


def difference(mended: Mended) -> str:
    """Return what would change as a unified diff."""
    lines: list[str] = []
    for file, (before, after, _) in mended.items():
        name = clean(file)
        changed = difflib.unified_diff(
            before.splitlines(), after.splitlines(), f"a/{name}", f"b/{name}", lineterm=""
        )
        lines += [each[0] + clean_line(each[1:]) for each in changed]
    return "".join(f"{line}\n" for line in lines)
